"""Readings: what a word without vowels may be a form of.

A *reading* is a lemma and a class: `n` for a form that only a noun or adjective has (أهداف), `v`
for one that only a verb has (تهدف), `b` for the bare lemma, which may be either (هدف). Two words
*meet* where they share a lemma and their classes allow it: أهداف and هدف do, تهدف and هدف do,
أهداف and تهدف do not. A fourth class, `w`, is for a form of a verb that is rather a noun (أكره, I
hate, and more hateful; أقدم): by it words do not meet, but are near kin.
"""

from collections.abc import Iterable
from dataclasses import dataclass

NOUN, VERB, BARE, PERHAPS = "n", "v", "b", "w"

MEETS = {NOUN: (NOUN, BARE), VERB: (VERB, BARE), BARE: (NOUN, VERB, BARE), PERHAPS: ()}
"""Of a reading's class, those in which it meets others of its lemma."""
MAY_MEET = {NOUN: (), VERB: (PERHAPS,), BARE: (PERHAPS,), PERHAPS: (VERB, BARE)}
"""The same where one may be of a verb that the other is PERHAPS of: they are near kin."""

Reading = tuple[str, str]
"""A folded lemma and a class."""
Readings = frozenset[Reading]
NONE: Readings = frozenset()


@dataclass(frozen=True, slots=True)
class Analysis:
    """stem: the folded word without clitics and endings; readings: never empty."""

    stem: str
    readings: Readings


def nominal(readings: Readings) -> Readings:
    """The readings that a noun may have, each as only a noun's."""
    return frozenset((lemma, NOUN) for lemma, kind in readings if kind in (NOUN, BARE))


def packed(readings: Iterable[Reading]) -> str:
    """Readings as one line of text, in order: each its class and its lemma, a space between."""
    return " ".join(sorted([f"{kind}{lemma}" for lemma, kind in readings]))


def unpacked(text: str) -> Readings:
    """The readings that were `packed` into a text."""
    return frozenset((one[1:], one[0]) for one in text.split(" ")) if text else frozenset()
