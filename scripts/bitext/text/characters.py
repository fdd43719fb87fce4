"""Which characters of a seed or a catalog may reach a page, and which script a text is in."""

import re
import string
import unicodedata
from itertools import groupby

from bitext.text.arabic import HARAKAT, LETTERS, MARKS

# Invisible characters that steer or break a display rather than belong to a text: C0 and C1
# controls; the bidirectional marks, embeddings, overrides and isolates of UAX #9 (direction is
# said in HTML here); zero-width space, soft hyphen, word joiner and byte order mark;
# interlinear annotation; noncharacters and lone surrogates. U+200C and U+200D stay: they shape
# Arabic letters. U+0002 and U+0003 would otherwise collide with Python-Markdown's placeholders.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e"
    f"\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f{_NONCHARACTERS}]"
)
_ARABIC_LETTERS = re.compile(f"[{LETTERS}]+")
_HARAKAT = re.compile(f"[{HARAKAT}]")
# A letter with several marks, of which NFC decides the order.
_MARKED = re.compile(f"([{LETTERS}][{MARKS}]{{2,}})")
STOPS = ".!?…؟۔‼⁇⁈⁉"
"""The marks that a sentence ends in, in Arabic script or Latin."""
USUAL_STOPS = ".!?…؟"
"""Those of STOPS that nearly all writers use. Where the sentences of two texts are counted to
compare them, the others are left out: a translator writes `!` for ‼, or leaves Urdu's ۔ out."""
_STOPPED = re.compile(rf"[{USUAL_STOPS}][^\w{USUAL_STOPS}]*\Z")
_HEAP = 200
"""Marks of one letter, or other signs, from so many on that nobody has written them."""
_HEAPED = re.compile(rf"[^\w\s]{{{_HEAP},}}")
_SIGN = re.compile(r"[^\w\s]")
_WORDED = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = (string.ascii_letters + string.digits + " .,").encode()


def clean(text: str) -> str:
    """Text as it may be shown: NFC, on one line, every run of white space one space, no ends.

    Characters that would steer the display (controls, bidirectional overrides) are dropped.
    Cleaning twice is cleaning once.
    """
    # Nearly every text is clean. Nothing that is dropped is printable, nor is any white space
    # but the space.
    if not text.isprintable() or "  " in text or text.strip(" ") != text:
        text = " ".join(_UNSAFE.sub("", text).split())
    return _nfc(text)


def _nfc(text: str) -> str:
    """A text in NFC, in time that is linear in its length.

    Python's own normalisation takes quadratic time to sort the marks of one letter, which is
    spared here: sorting them first, by their classes, changes nothing in what it gives.
    """
    # In a heap stands one of the characters that are so far apart.
    if len(text) >= _HEAP and _SIGN.search(text[:: _HEAP // 2]):
        text = _HEAPED.sub(_sorted, text)
    return unicodedata.normalize("NFC", text)


def _sorted(heap: re.Match[str]) -> str:
    """What stands together, the marks of each letter in the order of their classes."""
    pieces = []
    for group in groupby(heap[0], lambda character: unicodedata.combining(character) > 0):
        marked, piece = group[0], list(group[1])
        pieces += sorted(piece, key=unicodedata.combining) if marked else piece
    return "".join(pieces)


def spelled(text: str) -> str:
    """A text as `clean` gives it, but that the marks of a letter stand in the order they are
    written in; "" where that is the same.

    NFC puts a vowel before the shadda that most people write first, which nobody can see. The
    result has as many characters as that of `clean`, and the same ones at the same letters.
    """
    if _nfc(text) == text:
        return ""
    written = text if text.isprintable() else _UNSAFE.sub("", text)
    kept = "".join(map(_composed, _MARKED.split(" ".join(written.split()))))
    cleaned = clean(text)
    same = len(kept) == len(cleaned) and _nfc(kept) == cleaned
    return kept if same and kept != cleaned else ""


def _composed(piece: str) -> str:
    """NFC, unless that would only put the marks of a letter in another order."""
    composed = _nfc(piece)
    return piece if sorted(piece) == sorted(composed) else composed


def without_unsafe(text: str) -> str:
    """A text without the characters that `clean` drops, and otherwise as it is."""
    return text if text.isprintable() else _UNSAFE.sub("", text)


def unsafe(text: str) -> list[str]:
    """The characters `clean` drops from a text, each once, as `U+202E`, in order."""
    if text.isprintable():
        return []
    return sorted({f"U+{ord(c):04X}" for c in _UNSAFE.findall(text)})


def signs(text: str) -> str:
    """What a text has besides letters and digits of ASCII, spaces, full stops and commas, in order.

    It is little of an English text; what stands side by side in the text does so here.
    """
    return text.encode().translate(None, _PLAIN).decode()


def wordless(text: str) -> bool:
    """Whether a text has no letter or digit at all: `***`, `…`; there is nothing to translate."""
    return _WORDED.search(text) is None


def stopped(text: str) -> bool:
    """Whether the last of a text is a usual stop, whatever closes it: «نعم.», not a heading."""
    return _STOPPED.search(text) is not None


def vowelled(text: str) -> bool:
    """Whether an Arabic text has vowel marks."""
    return _HARAKAT.search(text) is not None


DIRECTIONS = {"ar": "rtl", "en": "ltr"}
"""The direction of each of a site's two languages, as HTML says it."""


def language(text: str) -> str:
    """`ar` when more than half of the letters are Arabic, else `en`."""
    if text.isascii():
        return "en"
    letters = "".join(_LETTERS.findall(text))
    arabic = sum(map(len, _ARABIC_LETTERS.findall(letters)))
    return "ar" if arabic * 2 > len(letters) else "en"
