"""The text in bytes of unknown encoding: web pages, and files of old editors."""

import codecs
import re
from collections.abc import Iterator

import charset_normalizer

from bitext.project.errors import ContentError, Problem
from bitext.text.arabic import BASIC_LETTERS

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


def _readings(data: bytes, declared: str | None) -> Iterator[str]:
    """What the bytes say in each encoding that fits, the likeliest first."""
    said = _META.search(data[:_PRESCAN])
    names = [declared, said and said[1].decode("ascii"), "utf-8"]
    names = next(([name] for mark, name in _MARKS.items() if data.startswith(mark)), names)
    for name in filter(None, names):
        try:
            text = data.decode(name)
        except (LookupError, ValueError):  # no such encoding, or not of these bytes
            continue
        if "\0" not in text:  # UTF-16 without a mark is valid UTF-8, with these in it
            yield text
            if name == "utf-8":
                return
    lenient = data.decode("utf-8", "replace")
    foreign = sum(character > "\x7f" for character in lenient)
    if 0 < lenient.count("\ufffd") * 20 <= foreign:
        yield lenient
    guess = charset_normalizer.from_bytes(data, cp_isolation=_GUESSES).best()
    if guess is not None:
        yield str(guess)
