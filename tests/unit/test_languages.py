"""Arabic is told from other languages of its script, and never taken for one of them.

language_cases.tsv holds short passages, each with its language: Arabic of every kind, and the
languages that `languages` knows, some of them typed with an Arabic keyboard.
"""

from pathlib import Path

import pytest

from bitext.text.languages import LANGUAGES, other_language

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("language_cases.tsv").read_text("utf-8").splitlines()
]
ARABIC = [text for code, text in CASES if code == "ar"]
FOREIGN = [(code, text) for code, text in CASES if code != "ar"]


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_of_every_kind_is_arabic(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_a_short_passage_of_another_language_is_told(code: str, text: str) -> None:
    assert other_language(text) == code


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_is_arabic_whatever_it_is_said_to_be(text: str) -> None:
    if len(text.split()) > 6:
        assert [code for code in LANGUAGES if other_language(text, code)] == []


def test_the_cases_cover_every_language() -> None:
    assert {code for code, _ in FOREIGN} == set(LANGUAGES)
    assert len(CASES) >= 60
