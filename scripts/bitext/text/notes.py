"""References to notes in a sentence, `[^1]`: finding, leaving out and putting them back.

A text may hold brackets of this form that are none, so a reference is told by its label being that
of a note: every function is given these labels.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

REFERENCE = re.compile(r"\[\^([^\s\[\]^]+)\]")
"""What a reference looks like; its group is the label."""

_STOPS = '،؛,;:.!?؟…»”’")'
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


def put_back(english: str, arabic: str, labels: Collection[str]) -> str:
    """The English of a sentence with the references that its Arabic has, in their order.

    english: without references. arabic: with them. A reference at the end goes to the end, any
    other after the word that stands as far into the English as it does into the Arabic, or after
    a stop near it where one stands beside it in the Arabic.
    """
    wanted = list(_places(arabic, labels))
    if not wanted or not english:
        return english
    ends = [found.end() for found in re.finditer(r"\S+", english)]
    put, start, first = "", 0, 0
    for label, share, beside_stop in wanted:
        best = min(
            range(first, len(ends)),
            key=lambda n: _cost(english, ends[n], share, beside_stop),
        )
        put += f"{english[start : ends[best]]}[^{label}]"
        start, first = ends[best], best
    return put + english[start:]


def _cost(english: str, end: int, share: float, beside_stop: bool) -> float:
    """How badly a reference stands at this end of a word."""
    at_stop = english[end - 1] in _STOPS
    return abs(end / len(english) - share) + _BESIDE_STOP * (at_stop != beside_stop)


def _places(text: str, labels: Collection[str]) -> Iterator[tuple[str, float, bool]]:
    """The label of each reference, how far into the bare text it stands, whether beside a stop."""
    bare = len(without(text, labels)) or 1
    before = 0
    split = list(pieces(text, labels))
    for (piece, label), (following, _) in pairwise(split):
        before += len(piece)
        rest = "".join(each for each, _ in split).strip()[before:].strip(_STOPS + " ")
        beside = piece[-1:] in _STOPS or following[:1] in _STOPS
        yield label, 1.0 if not rest else min(before / bare, 1.0), bool(piece and beside)


def _found(text: str, labels: Collection[str]) -> Iterator[re.Match[str]]:
    return (found for found in REFERENCE.finditer(text) if found[1] in labels)
