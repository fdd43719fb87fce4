"""Letters, marks, spellings, attached words and months, as every stage shares them."""

import datetime
import functools
import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from bitext.adding.web import dates
from bitext.alignment import meanings
from bitext.text import arabic, english_sentences, numbers
from bitext.text.months import MONTHS
from literals import literals

ROOT = Path(__file__).parents[2]
MARKED = "وَلَدٌ مُهَذَّبٌ قَرَأَ هٰذا الكِتـــابَ، سَبۡعَ آيَٰتٍۖ"


@functools.cache
def every_character() -> str:
    return "".join(map(chr, range(sys.maxunicode + 1)))


def of_class(characters: str) -> set[str]:
    return set(re.findall(f"[{characters}]", every_character()))


def known(characters: set[str]) -> set[str]:
    """Those of them that this Python's Unicode has."""
    return {c for c in characters if unicodedata.category(c) != "Cn"}


MARKS = of_class(arabic.MARKS)


def test_the_classes_are_what_they_are_called() -> None:
    """Marks are marks or the Qur'an's two small letters; letters hold no digit, no full stop."""
    assert {unicodedata.category(c) for c in known(MARKS) - set("ۥۦ")} == {"Mn"}
    assert of_class(arabic.HARAKAT) < MARKS < of_class(arabic.LETTERS)
    assert of_class(arabic.BASIC_LETTERS) < of_class(arabic.LETTERS)
    assert not {c for c in of_class(arabic.LETTERS) if c.isdigit()} & set("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
    assert not of_class(arabic.LETTERS) & set("،؛؟٪۔٫٬")


RANGE = re.compile(r"(.)-(.)", re.DOTALL)
ESCAPE = re.compile(r"\\+u([0-9a-fA-F]{4})")


def spelled_out(text: str) -> list[str]:
    """The ranges of marks that a text spells out: «ً-ْ», by escapes or not."""
    written = ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
    return [found[0] for found in RANGE.finditer(written) if {*found.groups()} <= MARKS]


def test_which_characters_are_marks_is_said_once() -> None:
    """Scripts say `\\p{M}`, which is Unicode's class; the one in the head needs a narrower."""
    modules = (ROOT / "scripts" / "bitext").rglob("*.py")
    said = {p.name for p in modules if any(spelled_out(text) for _, text in literals(p))}
    assert said == {"arabic.py"}
    folder = ROOT / "docs" / "assets" / "js"
    scripts = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.js")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in scripts.items()}
    assert [name for name, text in texts.items() if spelled_out(text)] == ["head.js"]
    harakat = re.search(r"/\[([^]]*)]\+/g", texts["head.js"])
    assert harakat
    assert of_class(harakat[1]) == of_class(arabic.HARAKAT)
    others = {name for name, text in texts.items() if r"\p{M}" in text}
    assert others == {"features/found.js", "lib/refind.js", "search/engine.js"}


def test_marks_are_to_scripts_and_to_search_what_they_are_to_python() -> None:
    blocks = re.findall(r"[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff]", every_character())
    to_scripts = {c for c in blocks if unicodedata.category(c).startswith("M")}
    assert to_scripts == known(MARKS) - set("ۥۦ")
    rules = json.loads((ROOT / "docs/assets/search/normalise.json").read_text(encoding="utf-8"))
    to_search = of_class(rules["drop"]).intersection(blocks)
    assert MARKS | {arabic.TATWEEL} <= to_search
    assert not to_search & (of_class(arabic.LETTERS) - MARKS - set(arabic.TATWEEL + "۝۞۩\u08e2"))


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
            meaning = meanings.english(month.english.lower())
            assert meaning
            assert meaning <= meanings.arabic(name)
    for short in month.short:
        text = f"He left on {short}. 5 with her."
        assert english_sentences.split(text) == [text]
