"""Which stretches of a text are isolated: what runs the other way, and what would jump."""

import time

import pytest

from bitext.pages import bidi

IN_ARABIC = {
    "acronym": ("صواريخ ATACMS على", ["ATACMS"]),
    "year": ("في عام 1963 للحد", ["1963"]),
    "two years": ("بين 1962 و1963.", ["1962", "1963"]),
    "years with a hyphen": ("(1914-1918)", ["1914", "1918"]),
    "years with a dash": ("1914–1918", ["1914", "1918"]),
    "decimal": ("نسبة 3.5 في المئة", ["3.5"]),
    "thousands": ("نحو 1,000,000 نسمة", ["1,000,000"]),
    "time and date": ("الساعة 10:30 يوم 20/11/2024.", ["10:30", "20/11/2024"]),
    "Arabic digits": ("نسبة ٣٫٥ من ١٬٠٠٠ و۳۴", ["٣٫٥", "١٬٠٠٠", "۳۴"]),
    "full stop after a number": ("سنة 1963. ثم", ["1963"]),
    "comma after a number": ("1962، 1963", ["1962", "1963"]),
    "several words": ("صحيفة Washington Post نشرت", ["Washington Post"]),
    "word with digits": ("فيروس COVID-19 وطائرة F-16", ["COVID-19", "F-16"]),
    "digits before letters": ("شبكة 5G وقمة G20 و3D", ["5G", "G20", "3D"]),
    "address": ("موقع www.un.org/ar على", ["www.un.org/ar"]),
    "abbreviation": ("في U.S. أيضًا", ["U.S."]),
    "end of sentence": ("برنامج Linux.", ["Linux"]),
    "languages": ("لغة C++ ولغة C# معًا", ["C++", "C#"]),
    "in brackets": ("(NATO)", ["NATO"]),
    "in quotes": ("“ATACMS”", ["ATACMS"]),
    "accents": ("مدينة Zürich و Łódź", ["Zürich", "Łódź"]),
    "Cyrillic and Greek": ("كلمة Россия وحرف π", ["Россия", "π"]),
    "bracketed Arabic": ("ATACMS (نظام الصواريخ)", ["ATACMS"]),
    "Arabic alone": ("سنرد على هذا السؤال، “لا”.", []),
    "vowel marks": ("كِتَابٌ ٱلْحِكْمَةِ", []),
    "marks alone": ("… ؟! – «»", []),
    "empty": ("", []),
}
IN_ENGLISH = {
    "word": ("the word كتاب means", ["كتاب"]),
    "several words": ("called رشيد الدين, who", ["رشيد الدين"]),
    "vowel marks": ("read عِلْم here", ["عِلْم"]),
    "Arabic digits after a word": ("line مادة ٣ says", ["مادة ٣"]),
    "comma between": ("أ، ب", ["أ، ب"]),
    "Arabic digits before a word": ("the share of ٣٫٥ في المئة is", ["٣٫٥ في المئة"]),
    "Persian digits": ("the year ۱۳۴۲ was", ["۱۳۴۲"]),
    "Latin and digits": ("In 1963 the U.S. said 3.5", []),
    "quotes around": ("“لا”", ["لا"]),
    "empty": ("", []),
}


def isolated(text: str, language: str) -> list[str]:
    """The isolated runs of a text, after making sure that nothing is lost, empty or split."""
    runs = list(bidi.runs(text, language))
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
    return [run.text for run in runs if run.isolated]


@pytest.mark.parametrize(("text", "wanted"), IN_ARABIC.values(), ids=IN_ARABIC.keys())
def test_in_arabic_foreign_words_and_numbers_are_isolated(text: str, wanted: list[str]) -> None:
    assert isolated(text, "ar") == wanted


@pytest.mark.parametrize(("text", "wanted"), IN_ENGLISH.values(), ids=IN_ENGLISH.keys())
def test_in_english_arabic_words_are_isolated(text: str, wanted: list[str]) -> None:
    assert isolated(text, "en") == wanted


@pytest.mark.parametrize("part", ["1", "1.", "1,1-", "a", "a ", "a-1", "1a", "-", ".", "ب1", "A."])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_long_text_takes_no_time(part: str, language: str) -> None:
    """No pattern may try every way to read a run that comes from a stranger's file."""
    text = part * 20_000
    start = time.perf_counter()
    isolated(text, language)
    assert time.perf_counter() - start < 2
