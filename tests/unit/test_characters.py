"""Which characters may reach a page, and in which encoding a file must be."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.project.errors import ContentError
from bitext.project.files import decode
from bitext.text import characters
from bitext.text.characters import clean, language, spelled, unsafe

DROPPED = {
    "NUL": "\x00",
    "STX, a placeholder of Python-Markdown": "\x02",
    "ETX, a placeholder of Python-Markdown": "\x03",
    "backspace": "\x08",
    "escape": "\x1b",
    "delete": "\x7f",
    "C1 first": "\x80",
    "C1 last": "\x9f",
    "soft hyphen": "\u00ad",
    "Arabic letter mark": "\u061c",
    "zero-width space": "\u200b",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "left-to-right embedding": "\u202a",
    "right-to-left embedding": "\u202b",
    "pop directional formatting": "\u202c",
    "left-to-right override": "\u202d",
    "right-to-left override": "\u202e",
    "word joiner": "\u2060",
    "left-to-right isolate": "\u2066",
    "right-to-left isolate": "\u2067",
    "first strong isolate": "\u2068",
    "pop directional isolate": "\u2069",
    "byte order mark": "\ufeff",
    "interlinear annotation": "\ufff9",
    "noncharacter in Arabic presentation forms": "\ufdd0",
    "noncharacter U+FFFE": "\ufffe",
    "noncharacter U+FFFF": "\uffff",
    "noncharacter of plane 1": "\U0001fffe",
    "noncharacter of plane 16": "\U0010ffff",
    "lone surrogate": "\ud800",
    "tag": "\U000e0041",
}
KEPT = {
    "joiners": "می\u200cخواهم ه\u200d",
    "vowel marks": "كِتَابٌ",
    "Quranic marks": "ٱلْكِتَٰبُ ۖ ۝١",
    "tatweel": "كتـــاب",
    "quotes": "«أ» “ب” ‘ج’ \"د\" 'هـ'",
    "digits": "٣٫١٤ ۳ 3.14",
    "markup, which is the template's to escape": "<b>&amp;</b>",
    "emoji": "😀",
    "ligature of an honorific": "ﷺ",
}


@pytest.mark.parametrize("character", DROPPED.values(), ids=DROPPED.keys())
def test_a_character_that_steers_or_breaks_the_display_is_dropped(character: str) -> None:
    assert clean(f"قب{character}ل") == "قبل"
    assert unsafe(f"قب{character}ل") == [f"U+{ord(character):04X}"]


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_belongs_to_a_text_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)
    assert unsafe(text) == []


@pytest.mark.parametrize(
    "space",
    [*" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0", "\u2003", "\u2028", "\u2029", "\u202f", "\u3000"],
    ids=lambda space: f"U+{ord(space):04X}",
)
def test_any_white_space_is_one_space_and_none_at_the_ends(space: str) -> None:
    assert clean(f"{space}قبل{space}{space} بعد{space}") == "قبل بعد"


def test_what_is_left_between_spaces_when_a_character_goes_leaves_one_space() -> None:
    assert clean("قبل \u200f بعد") == "قبل بعد"


def test_text_is_in_normal_form_c() -> None:
    assert clean("ا\u0653ية") == "آية"
    assert clean("cafe\u0301") == "café"


def test_unsafe_names_each_character_once_in_order() -> None:
    assert unsafe("\u202eأ\x00ب\u202e") == ["U+0000", "U+202E"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_line_end_is_a_newline(end: str) -> None:
    assert decode(f"أ{end}ب{end}".encode(), "a.txt") == "أ\nب\n"


def test_a_byte_order_mark_at_the_top_is_no_text() -> None:
    assert decode("\ufeffأ".encode(), "a.txt") == "أ"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_the_line_and_byte_that_are_not_utf8_are_named(mark: str, end: str) -> None:
    """Whatever ends the lines, and whether or not a byte order mark comes first."""
    data = f"{mark}سطر{end}سطر{end}".encode() + "سلام".encode("windows-1256")
    with pytest.raises(ContentError) as raised:
        decode(data, "seeds/a.txt")
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == ("seeds/a.txt", 3)
    assert "not UTF-8 (byte 0xD3)" in problem.what
    assert "iconv -f WINDOWS-1256 -t UTF-8 seeds/a.txt" in problem.remedy


@pytest.mark.parametrize("byte_order", ["utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_by_its_mark(byte_order: str) -> None:
    with pytest.raises(ContentError, match=r"^seeds/a\.txt:1: not UTF-8 .*iconv -f UTF-16 "):
        decode("\ufeffسلام".encode(byte_order), "seeds/a.txt")


def test_a_file_cut_in_the_middle_of_a_character_is_not_utf8() -> None:
    with pytest.raises(ContentError, match=r"^a\.txt:2: not UTF-8 \(byte 0xD9\)"):
        decode("سطر\nسطر م".encode()[:-1], "a.txt")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("وكالة", "ar"),
        ("Reuters", "en"),
        ("وكالة Reuters للأنباء", "ar"),
        ("Reuters وكالة", "en"),
        ("أب cd", "en"),
        ("", "en"),
        ("123 ؟", "en"),
        ("١٢٣ سنة", "ar"),
        ("كِتَابٌ book", "en"),
    ],
)
def test_the_language_is_that_of_more_than_half_of_the_letters(text: str, code: str) -> None:
    """Vowel marks, digits and punctuation are no letters."""
    assert language(text) == code


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("قد\u0651\u064eم", "قد\u0651\u064eم"),  # shadda, then fatha, as people type them
        ("قد\u064e\u0651م", ""),  # as NFC has them
        ("قدم  ", ""),
        # A hamza is joined to its letter all the same.
        ("\u200fا\u0654بد\u0651\u064eل   و", "\u0623بد\u0651\u064eل و"),
        ("e\u0301 قد\u0651\u064eم", "\u00e9 قد\u0651\u064eم"),
        ("q\u0307\u0323 قد\u0651\u064eم", "q\u0307\u0323 قد\u0651\u064eم"),
    ],
)
def test_the_marks_of_a_letter_keep_their_order_on_a_page(written: str, shown: str) -> None:
    assert spelled(written) == shown
    if shown:
        assert unicodedata.normalize("NFC", shown) == clean(written)


@pytest.mark.parametrize(
    ("codec", "named"), [("cp1256", "WINDOWS-1256"), ("iso8859-6", "ISO-8859-6")]
)
def test_the_encoding_of_a_file_is_told_by_its_commonest_letters(codec: str, named: str) -> None:
    for text in ("نزلت القافلة عند البئر وهي متعبة", "هل رأى أحد منكم أخي الصغير؟ قالها وبكى"):
        with pytest.raises(ContentError, match=f"iconv -f {named} -t UTF-8 a.txt"):
            decode(text.encode(codec), "a.txt")


@given(st.lists(st.sampled_from("\u0651\u064e\u0316\u0301\u0344\u0323\u0670با.é "), max_size=60))
def test_heaped_marks_are_normalised_as_unicode_has_it(pieces: list[str]) -> None:
    heap = "".join(piece * 9 for piece in pieces)
    assert characters._nfc(f"ب{heap}{'َّ' * 150}") == unicodedata.normalize(
        "NFC", f"ب{heap}{'َّ' * 150}"
    )


def test_forty_thousand_marks_of_one_letter_take_no_time() -> None:
    """Sorting them as Python does takes seconds: it grows with their square."""
    heap = f"ب{'َّ' * 20_000}"
    started = time.process_time()
    assert len(clean(heap)) == len(heap)
    assert spelled(heap) != clean(heap)
    assert time.process_time() - started < 0.5
