"""Bytes of unknown encoding become text."""

import codecs

import pytest

from bitext.adding import charset
from bitext.project.errors import ContentError

TEXT = "عاد القطار أمس إلى محطة الجنوب بعد غياب دام خمسة عشر عاما، واستقبله الأهالي.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "windows-1256", "iso8859-6", "utf-16", "utf-16-le", "utf-32"]
)
def test_a_file_that_says_nothing_is_read(encoding: str) -> None:
    assert charset.decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_the_mark_at_the_beginning_decides() -> None:
    data = codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")
    assert charset.decode(data, "a", declared="windows-1256") == TEXT


@pytest.mark.parametrize("declared", ["windows-1256", "CP1256"])
def test_what_the_server_says_comes_first(declared: str) -> None:
    data = b'<meta charset="iso-8859-6">' + TEXT.encode("windows-1256")
    assert charset.decode(data, "a", declared).endswith(TEXT)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1256">',
        "<META CHARSET=windows-1256>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
        "<?xml version='1.0' encoding='windows-1256'?>",
    ],
)
def test_what_the_page_says_comes_next(head: str) -> None:
    assert charset.decode(f"{head}{TEXT}".encode("windows-1256"), "a") == head + TEXT


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "no-such", "base64", "undefined", ""])
def test_a_wrong_claim_is_not_believed(declared: str) -> None:
    """Latin-1 fits any bytes, and gives no Arabic."""
    assert charset.decode(TEXT.encode("windows-1256"), "a", declared) == TEXT
    assert charset.decode(TEXT.encode(), "a", declared) == TEXT


def test_a_damaged_byte_does_not_spoil_the_rest() -> None:
    data = TEXT.encode() + b"\xff\xd8" + TEXT.encode()
    assert charset.decode(data, "a") == f"{TEXT}\ufffd\ufffd{TEXT}"


def test_line_ends_are_made_one() -> None:
    assert charset.decode(b"\xef\xbb\xbfa\r\nb\rc\n", "a") == "a\nb\nc\n"


def test_bytes_that_are_no_text_are_an_error() -> None:
    with pytest.raises(ContentError, match=r"^a\.txt: not text in any known encoding; "):
        charset.decode(bytes(range(256)) * 40, "a.txt")


def test_nothing_is_an_empty_text() -> None:
    assert charset.decode(b"", "a") == ""
