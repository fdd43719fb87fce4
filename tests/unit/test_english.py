"""What is English is told from what is not, by function words and a dictionary."""

import time
from pathlib import Path

import pytest

from bitext.text.english import Foreign, foreign

CASES: dict[str, list[str]] = {}
for _line in Path(__file__).with_name("english_texts.txt").read_text(encoding="utf-8").split("\n"):
    if _line.startswith("# "):
        _group = CASES.setdefault(_line.removeprefix("# "), [])
    elif CASES and _line:
        _group.append(_line)


@pytest.mark.parametrize("text", CASES["english"], ids=ascii)
def test_names_titles_quotations_and_greetings_are_no_other_language(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize("text", CASES["foreign"], ids=ascii)
def test_a_sentence_of_another_language_is_surely_none_of_english(text: str) -> None:
    found = foreign(text)
    assert found is not None
    assert (found.whole, found.sure) == (True, True)


@pytest.mark.parametrize("text", CASES["partly"], ids=ascii)
def test_a_clause_left_in_another_language_is_found(text: str) -> None:
    assert foreign(text) == Foreign("French", whole=False, sure=False)


@pytest.mark.parametrize("text", CASES["doubtful"], ids=ascii)
def test_a_title_or_a_transliteration_is_only_doubted(text: str) -> None:
    found = foreign(text)
    assert found is not None
    assert not found.sure


def test_nearly_all_sentences_that_nothing_was_fitted_to_are_told() -> None:
    missed = [text for text in CASES["unseen"] if foreign(text) is None]
    assert len(CASES["unseen"]) == 40
    assert len(missed) <= 3


def test_a_language_is_named_where_its_words_say_so() -> None:
    assert foreign("Je ne sais pas où il est parti.") == Foreign("French", True, True)
    assert foreign("Babam köyde öğretmendi.") == Foreign("another language", True, True)


def test_what_is_left_open_takes_linear_time() -> None:
    foreign("La maison est grande et belle.")  # the dictionary is read
    slow = []
    for part in ("de la ", "es ", "l'", "a.", "a@", "(", "[", "«", "“a", "‘aa ", "*a "):
        started = time.process_time()
        foreign(f"de {part * (30_000 // len(part))}")
        spent = time.process_time() - started
        slow += [(part, spent)] if spent > 1 else []
    assert slow == []
