"""The text in bytes of unknown encoding: web pages, and files of old editors."""

import codecs
import re
from collections.abc import Iterator

import charset_normalizer

from bitext.project.errors import ContentError, Problem
from bitext.text.arabic import BASIC_LETTERS
from bitext.text.characters import language

# What Arabic files come in, besides UTF-8. Fewer choices, fewer wrong guesses.
_GUESSES = ["cp1256", "iso8859_6", "cp720", "utf_16", "utf_16_le", "utf_16_be"]
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# The HTML Standard looks at the first 1,024 bytes (“prescan”); pages write it later, too.
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_PRESCAN = 8192
# What Python calls text encodings, too, and no page is in: transformations of its own (“Python
# Specific Encodings” in its documentation of `codecs`), some in quadratic time; and UTF-7, which
# the Encoding Standard forbids.
_NO_CHARSETS = frozenset(
    "idna mbcs oem palmos punycode raw_unicode_escape undefined unicode_escape utf_7".split()
)
_ARABIC = re.compile(f"[{BASIC_LETTERS}]")


def decode(data: bytes, path: str, declared: str | None = None) -> str:
    """The text, every line end a newline, without a byte order mark.

    path: the file or address, as a message names it. declared: as an HTTP header says it.
    A byte order mark decides; else the first of these that fits the bytes and gives Arabic:
    what is declared, what an HTML page says of itself, UTF-8, a guess. A few bytes that are no
    UTF-8 among much that is become U+FFFD.
    Raises ContentError when nothing fits.
    """
    first: str | None = None
    for text in _readings(data, declared):
        if _ARABIC.search(text):
            first = text
            break
        first = text if first is None else first
    if first is None:
        remedy = "open it in an editor and save it as UTF-8 text"
        raise ContentError(Problem(path, 0, "not text in any known encoding", remedy))
    return first.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def decode_english(data: bytes, path: str) -> str:
    """The text of a file in English, as `decode` gives it.

    A byte order mark decides; else the first that fits of what an HTML page says of itself and
    UTF-8; else Arabic if it may be that in another encoding, for that must be told; else
    Windows-1252, which has what Latin-1 has (so say the WHATWG's “Encoding” standard, too).
    Raises ContentError for what is no text.
    """
    text = next(_stated(data, None), ("", ""))[1]
    if not text:
        guess = next(_guesses(data), "")
        text = guess if language(guess) == "ar" else data.decode("cp1252", "replace")
    if "\0" in text:
        remedy = "open it in an editor and save it as UTF-8 text"
        raise ContentError(Problem(path, 0, "not text in any known encoding", remedy))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _readings(data: bytes, declared: str | None) -> Iterator[str]:
    """What the bytes say in each encoding that fits, the likeliest first."""
    for name, text in _stated(data, declared):
        yield text
        if name == "utf-8":
            return
    yield from _guesses(data)


def _stated(data: bytes, declared: str | None) -> Iterator[tuple[str, str]]:
    """The encodings that the bytes are said to be in and fit, and UTF-8, each with the text."""
    said = _META.search(data[:_PRESCAN])
    names = [declared, said and said[1].decode("ascii"), "utf-8"]
    names = next(([name] for mark, name in _MARKS.items() if data.startswith(mark)), names)
    for name in filter(None, names):
        try:
            if codecs.lookup(name).name.replace("-", "_") in _NO_CHARSETS:
                continue
            text = data.decode(name)
        except (LookupError, ValueError):  # no such encoding, or not of these bytes
            continue
        if "\0" not in text:  # UTF-16 without a mark is valid UTF-8, with these in it
            yield name, text


def _guesses(data: bytes) -> Iterator[str]:
    """What the bytes may say that are no UTF-8, or only for the most part."""
    lenient = data.decode("utf-8", "replace")
    foreign = sum(character > "\x7f" for character in lenient)
    if 0 < lenient.count("\ufffd") * 20 <= foreign:
        yield lenient
    guess = charset_normalizer.from_bytes(data, cp_isolation=_GUESSES).best()
    if guess is not None:
        yield str(guess)
