"""The list by which the splitter knows a word's own first letter."""

import pytest

import whole_words
from bitext.text import sentence_words


def test_the_list_is_what_the_rule_makes_of_the_dictionary() -> None:
    """If it is not: run tests/whole_words.py, and read the diff."""
    assert whole_words.PATH.read_text(encoding="utf-8") == whole_words.made()


@pytest.mark.parametrize("word", "كلب بيته وليد فاطمة سيارة لبنان بأس فتح كلمتها".split())
def test_a_word_with_a_first_letter_of_its_own_is_whole(word: str) -> None:
    assert sentence_words.is_whole(word)


@pytest.mark.parametrize("word", "بصوت لأمه كعادته بيده وقال غاضبة لأسباب فقال بهدوء".split())
def test_a_word_with_a_particle_or_an_adjective_is_not(word: str) -> None:
    assert not sentence_words.is_whole(word)
