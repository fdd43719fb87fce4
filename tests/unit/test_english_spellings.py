"""British and American spellings are one word where both are words, and only there."""

import pytest

from bitext.search.english_spellings import american

WORDS = frozenset(
    "anaesthetise anaesthetize anesthetize colour color colourise colourize colorize four for "
    "timbre timber travel traveller traveler grey gray".split()
)


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("colour", "color"),
        ("color", "color"),
        ("grey", "gray"),
        ("traveller", "traveler"),
        ("anaesthetise", "anesthetize"),
        ("anaesthetize", "anesthetize"),
        ("colourise", "colorize"),
        ("colourize", "colorize"),
    ],
)
def test_all_spellings_of_a_word_lead_to_one(word: str, one: str) -> None:
    """Where a word has several marks of British spelling, also what has but one of them."""
    assert american(word, WORDS) == one


@pytest.mark.parametrize("word", ["four", "timbre", "travel", "honour"])
def test_what_is_another_word_or_has_no_other_spelling_stays(word: str) -> None:
    assert american(word, WORDS) == word
