"""References to notes in a sentence, `[^1]`: finding, leaving out and putting them back.

A text may hold brackets of this form that are none, so a reference is told by its label being that
of a note: every function is given these labels.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from bitext.text.characters import STOPS

REFERENCE = re.compile(r"\[\^([^\s\[\]^]+)\]")
"""What a reference looks like; its group is the label."""

_STOPS = f'{STOPS}،؛,;:»”’")'
"""What a reference may stand beside in place of a word."""
_ANCHOR = re.compile(r"[A-Za-z0-9]{2,}")
_BESIDE_STOP = 0.1
"""How much further off, as a share of the text, a stop may be than a word to be preferred."""


def references(text: str, labels: Collection[str]) -> tuple[str, ...]:
    """The labels of the notes that a text refers to, in order, each as often as it does."""
    if not labels or "[^" not in text:
        return ()
    return tuple(found[1] for found in _found(text, labels))


def without(text: str, labels: Collection[str]) -> str:
    """The text without references, and without the spaces before them."""
    if not labels or "[^" not in text:
        return text
    return "".join(piece for piece, _ in pieces(text, labels)).strip()


def pieces(text: str, labels: Collection[str]) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the label of the reference that follows it, "" after the last.

    Spaces before a reference are in no piece.
    """
    start = 0
    for found in _found(text, labels) if labels else ():
        yield text[start : found.start()].rstrip(), found[1]
        start = found.end()
    yield text[start:], ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a reference stands in its text.

    share: how much of the bare text is before it, 0 to 1. beside_stop: whether a stop is next to
    it. anchor: the number or Latin word before it, "" if another word is.
    """

    label: str
    share: float
    beside_stop: bool
    anchor: str


def put_back(english: str, arabic: str, labels: Collection[str]) -> str:
    """The English of a sentence with the references that its Arabic has, in their order.

    english: without references. arabic: with them. A reference at either end goes to that end,
    one after a number or a Latin word after the same in the English, any other after the word that
    stands as far into the English as it does into the Arabic, or after a stop near it where one
    stands beside it in the Arabic.
    """
    if not english:
        return english
    words = list(re.finditer(r"\S+", english))
    put, start, first = "", 0, 0
    for place in _places(arabic, labels):
        if place.share == 0:
            put += f"[^{place.label}] " if not start else f"[^{place.label}]"
            continue
        costs = [_cost(english, word, place) for word in words[first:]]
        first += costs.index(min(costs))
        end = words[first].end()
        put += f"{english[start:end]}[^{place.label}]"
        start = end
    return put + english[start:]


def _cost(english: str, word: re.Match[str], place: _Place) -> float:
    """How badly a reference stands behind this word; less than 0 where it surely belongs."""
    if place.anchor and place.anchor in _anchors(word[0]):
        return -1.0
    at_stop = word[0][-1] in _STOPS
    off = abs(word.end() / len(english) - place.share)
    return off + _BESIDE_STOP * (at_stop != place.beside_stop)


def _places(text: str, labels: Collection[str]) -> Iterator[_Place]:
    """Where the references stand, in order."""
    split = list(pieces(text, labels))
    bare = "".join(piece for piece, _ in split)
    end = len(bare.rstrip(_STOPS + " "))
    before = 0
    for (piece, label), (following, _) in pairwise(split):
        before += len(piece)
        share = 0.0 if not bare[:before].strip() else 1.0 if before >= end else before / end
        beside = piece[-1:] in _STOPS or following[:1] in _STOPS
        anchors = _anchors(bare[:before].rpartition(" ")[2])
        yield _Place(label, share, bool(piece and beside), anchors[-1] if anchors else "")


def _anchors(word: str) -> list[str]:
    """The numbers, in digits of the West, and the Latin words in a word."""
    digits = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in word)
    return _ANCHOR.findall(digits)


def _found(text: str, labels: Collection[str]) -> Iterator[re.Match[str]]:
    return (found for found in REFERENCE.finditer(text) if found[1] in labels)
