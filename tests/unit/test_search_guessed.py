"""Verbs that no dictionary has, known by the shape of their forms."""

import pytest

from bitext.search import kin
from bitext.search.entries import resolve
from bitext.search.families import group
from bitext.search.guessed import forms, guess, of_participle
from bitext.search.lexicon import Lexicon
from bitext.search.readings import BARE, VERB


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("يتلاطم", "تلاطم"),
        ("وستتلاطمون", "تلاطم"),
        ("تقزمت", "تقزم"),
        ("يتقزمه", "تقزم"),
        ("فتبلورت", "تبلور"),
        ("تينقشع", ""),
        ("ينقشعون", "انقشع"),
        ("يرتحل", "ارتحل"),
        ("استنبطوا", "استنبط"),
        ("ليستنبطها", "استنبط"),
    ],
)
def test_a_derived_verb_is_known_by_its_shape(word: str, verb: str) -> None:
    assert guess(word) == ({(verb, VERB)} if verb else frozenset())


def test_a_perfect_alone_may_be_a_noun() -> None:
    assert guess("وتقزم") == {("تقزم", BARE)}


@pytest.mark.parametrize(
    "word",
    ["تشرشلي", "يتيمات", "أندرسون", "التشتت", "تنظيمه", "تايوان", "نتنياهو", "تولسا", "كتابه"],
)
def test_another_word_is_no_guessed_verb(word: str) -> None:
    assert not guess(word)
    assert not list(forms(word))


def test_a_participle_of_the_dictionary_has_a_verb() -> None:
    words = ("متضافر", "متسلسل", "مستصلح", "متحف", "منديل", "مكتوب")
    assert list(map(of_participle, words)) == ["تضافر", "تسلسل", "استصلح", "", "", ""]
    assert "تضافر" in kin.verbs()


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("تتضافر", "يتضافرون"),
        ("التضافر", "تضافرنا"),
        ("يتلاطم", "تلاطمت"),
        ("تلاطمت", "يتلاطم"),
        ("التلاطم", "تتلاطم"),
        ("يتجمهرون", "تجمهروا"),
        ("وتكللت", "يتكلل"),
    ],
)
def test_forms_of_a_verb_that_no_dictionary_has_find_each_other(
    word: str, asked: str, lexicon: Lexicon
) -> None:
    made = group({word, "تشرشل"}, lexicon)
    assert resolve(asked, made.entries, lexicon.normaliser) == made.words[word]


def test_a_participle_leads_to_a_verb_that_the_dictionary_lacks(lexicon: Lexicon) -> None:
    made = group({"يتضافر"}, lexicon)
    assert made.distant["متضافر"] == made.words["يتضافر"]
