"""Which stretches of a text are isolated: what runs the other way, and what would jump."""

import time
from pathlib import Path

import pytest

from bitext.text import bidi

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
    "years with two digits": ("1914–18", ["1914", "18"]),
    "range of numbers": ("من 90-100 و10:30-12:00", ["90", "100", "10:30", "12:00"]),
    "scores": ("فاز 2-1 ثم 3–0.", ["2", "1", "3", "0"]),
    "date with hyphens": ("يوم 2024-11-20", ["2024-11-20"]),
    "telephone": ("هاتف +20 2 2735 1234 أو", ["+20 2 2735 1234"]),
    "signs before": ("من -5 إلى +3 مقابل $5 و€100", ["-5", "+3", "$5", "€100"]),
    "signs after": ("نسبة 20% أو 5€ أو 25° و20%-30%", ["20", "5", "25", "20", "30"]),
    "Arabic signs": ("نسبة ٢٠٪ و -٥", ["٢٠", "٥"]),
    "degrees": ("بلغت 25°C و 25 °C", ["25°C", "25 °C"]),
    "superscripts": ("H₂O وE=mc² و10⁶ و2½", ["H₂O", "E=mc²", "10⁶", "2½"]),
    "code": ("دالة foo(bar) في C:\\x.", ["foo(bar)", "C:\\x"]),
    "names on the net": ("حساب @BBC ووسم #COP28 و.NET", ["@BBC", "#COP28", "NET"]),
    "addresses": (
        "(https://x.org/a_(b)?q=1). ثم un.org/ar/، ثم a.b@c.org.",
        ["https://x.org/a_(b)?q=1", "un.org/ar/", "a.b@c.org"],
    ),
    "address with Arabic": ("https://x.org/مصر هنا", ["https://x.org/مصر"]),
    "slash before Arabic": ("نظام Linux/ويندوز", ["Linux"]),
    "companies": ("شركة Apple Inc. وشركة News Corp.", ["Apple Inc.", "News Corp."]),
    "quotation": ("قال “Hello, world!” ثم", ["Hello, world!"]),
    "quotation in a quotation": ("“He said “no” twice”", ["He said “no” twice"]),
    "quotation before": ("قال “No,” he said", ["“No,” he said"]),
    "quotations apart": ("“NATO” و“EU”", ["NATO", "EU"]),
    "in brackets": ("(NATO)", ["NATO"]),
    "in quotes": ("“ATACMS”", ["ATACMS"]),
    "accents": ("مدينة Zürich و Łódź", ["Zürich", "Łódź"]),
    "Cyrillic and Greek": ("كلمة Россия وحرف π", ["Россия", "π"]),
    "bracketed Arabic": ("ATACMS (نظام الصواريخ)", ["ATACMS"]),
    "Arabic alone": ("سنرد على هذا السؤال، “لا”.", []),
    "vowel marks": ("كِتَابٌ ٱلْحِكْمَةِ", []),
    "marks alone": ("… ؟! – «»", []),
    "telephone before a word": ("+20 2 2735 1234 قبل", ["+20 2 2735 1234"]),
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
    "question in quotes": ("asked «كيف حالك؟», and", ["كيف حالك؟"]),
    "full stop in quotes": ("said «نعم.»", ["نعم."]),
    "full stop after": ("said نعم.", ["نعم"]),
    "digits between words": ("read مادة 3 من الدستور here", ["مادة 3 من الدستور"]),
    "digits after words": ("in غزة 3 days", ["غزة"]),
    "digits in quotes": ("on «صفحة 25» and «3 رجال»", ["صفحة 25", "3 رجال"]),
    "quotation in a quotation": ("«قال: “نعم” ثم مضى»", ["قال: “نعم” ثم مضى"]),
    "list in English": ("كتاب, قلم", ["كتاب", "قلم"]),
    "per cent": ("about ٣٫٥٪ of", ["٣٫٥٪"]),
    "hashtag": ("tag #غزة_الآن was", ["#غزة_الآن"]),
    "word before a Latin one": ("The word بات is old", ["بات"]),
    "empty": ("", []),
}


def isolated(text: str, language: str) -> list[str]:
    """The isolated runs of a text, after making sure that nothing is lost, empty or split."""
    runs = list(bidi.runs(text, language))
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
    assert {run.direction for run in runs} <= {None, "ltr" if language == "ar" else "rtl"}
    return [run.text for run in runs if run.direction]


@pytest.mark.parametrize(("text", "wanted"), IN_ARABIC.values(), ids=IN_ARABIC.keys())
def test_in_arabic_foreign_words_and_numbers_are_isolated(text: str, wanted: list[str]) -> None:
    assert isolated(text, "ar") == wanted


@pytest.mark.parametrize(("text", "wanted"), IN_ENGLISH.values(), ids=IN_ENGLISH.keys())
def test_in_english_arabic_words_are_isolated(text: str, wanted: list[str]) -> None:
    assert isolated(text, "en") == wanted


TABLES = Path(__file__).parent


CASES = "bidi_cases.tsv"


def table(name: str) -> list[tuple[str, str]]:
    """The texts of a table of cases and the runs wanted of each, as the table writes them."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [(text, wanted) for _, text, wanted in (line.split("\t") for line in lines)]


def test_in_arabic_what_belongs_together_is_one_run() -> None:
    rows = [(text, wanted, " ‖ ".join(isolated(text, "ar"))) for text, wanted in table(CASES)]
    assert [row for row in rows if row[1] != row[2]] == []


@pytest.mark.parametrize(("text", "wanted"), table("bidi_english_cases.tsv"))
def test_in_english_each_arabic_text_is_a_run_of_its_own(text: str, wanted: str) -> None:
    assert " ‖ ".join(isolated(text, "en")) == wanted


LONG = [
    *("1", "1.", "1,1-", "1-", "1-1-", "+1 ", "+1(", "1°", "1 ", "$-", "a", "a ", "a-1", "1a"),
    *("-", ".", "/", "A.", "a(", "(a", "“a", "'a ", '"', "www.", "www...", "aa://", "http://("),
    *("ب1", "ب 1", "ب (", "«1", "«ب", "ب.", "1-1 ", "+1 1 ", "1.1. ", "a.", "₂", "www.a.", "#"),
    *(
        "$",
        "$a",
        "$a ",
        "`",
        "`a",
        "<a",
        "<a ",
        "%a",
        "${a",
        "--",
        "-a",
        "-a-",
        "√",
        "√(",
        "≤",
        "≤1",
    ),
    *(
        "0 1",
        "0 12 ",
        "(02) ",
        "1 000 ",
        "1234 ",
        "1°1′",
        "1.0001, ",
        "٠٥٠ ",
        "١-",
        "+١ ",
        "۝",
        "۝١",
    ),
    *("1+", "1 + ", "(1+1) ", "1<", "a_", "a 😀 ", "a→", "→", "ب-1 ", "المادة ب-1 ", "~/", "\\a"),
]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_time_grows_no_faster_than_the_text(language: str) -> None:
    """No pattern may try every way to read a run that comes from a stranger's file.

    Eight times the text may take about eight times the processor's time; a quadratic step would
    take 64 times. One good measurement in ten is enough: other work on the machine makes some of
    them worse, but a quadratic step makes all of them so.
    """

    def seconds(part: str, count: int) -> float:
        text = part * count
        start = time.process_time()
        isolated(text, language)
        return time.process_time() - start

    def linear(part: str) -> bool:
        return any(seconds(part, 4_000) < 32 * seconds(part, 500) + 0.005 for _ in range(10))

    assert [part for part in LONG if not linear(part)] == []
