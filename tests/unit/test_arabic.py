"""Letters, marks, spellings, attached words and months, as every stage shares them."""

import datetime
import functools
import re
import sys
import unicodedata

import pytest

from bitext.adding.web import dates
from bitext.alignment import lexicon
from bitext.text import arabic, english_sentences, numbers
from bitext.text.months import MONTHS

MARKED = "وَلَدٌ مُهَذَّبٌ قَرَأَ هٰذا الكِتـــابَ، سَبۡعَ آيَٰتٍۖ"


@functools.cache
def every_character() -> str:
    return "".join(map(chr, range(sys.maxunicode + 1)))


def of_class(characters: str) -> set[str]:
    return set(re.findall(f"[{characters}]", every_character()))


def test_the_classes_are_what_they_are_called() -> None:
    """Marks are marks or the Qur'an's two small letters; letters hold no digit, no full stop."""
    assert {unicodedata.category(c) for c in of_class(arabic.MARKS) - set("ۥۦ")} == {"Mn"}
    assert of_class(arabic.HARAKAT) < of_class(arabic.MARKS) < of_class(arabic.LETTERS)
    assert of_class(arabic.BASIC_LETTERS) < of_class(arabic.LETTERS)
    assert not {c for c in of_class(arabic.LETTERS) if c.isdigit()} & set("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
    assert not of_class(arabic.LETTERS) & set("،؛؟٪۔٫٬")


def test_no_letter_of_the_arabic_blocks_is_left_out() -> None:
    blocks = r"[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefe]"
    letters = {c for c in re.findall(blocks, every_character()) if c.isalpha()}
    assert letters <= of_class(arabic.LETTERS)


def test_a_text_is_the_same_text_without_marks_and_tatweel() -> None:
    assert arabic.unmarked(MARKED) == "ولد مهذب قرأ هذا الكتاب، سبع آيت"


@pytest.mark.parametrize("written", ["مِئَةٌ", "مئة", "ﻣﺌﺔ", "ميه"])
def test_spellings_of_one_word_fold_to_one(written: str) -> None:
    assert arabic.fold(written) == "ميه"


@pytest.mark.parametrize("proclitic", arabic.PROCLITICS)
def test_a_number_is_read_behind_whatever_is_attached_to_it(proclitic: str) -> None:
    assert numbers.differ(f"{proclitic}ثمانية", "8") is None


@pytest.mark.parametrize("number", range(1, 13))
def test_every_stage_knows_a_month_by_all_its_names(number: int) -> None:
    month = MONTHS[number - 1]
    for name in month.arabic:
        assert dates.printed(f"5 {name} 2003") == datetime.date(2003, number, 5)
        assert numbers.differ(f"في 3 {name}", f"on 3/{number}") is None
        if " " not in name:
            meaning = lexicon.english(month.english.lower())
            assert meaning
            assert meaning <= lexicon.arabic(name)
    for short in month.short:
        text = f"He left on {short}. 5 with her."
        assert english_sentences.split(text) == [text]
