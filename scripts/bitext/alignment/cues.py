"""What a sentence and its translation have in common besides their lengths: clues.

A clue is a text that both sides may have: a number (`#1984`), a word in Latin letters (`latin`),
an everyday word's meaning (`=book`), a name's consonants (`~ksngr`).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bitext.alignment import meanings
from bitext.text import names
from bitext.text.arabic import unmarked
from bitext.text.characters import stopped

NUMBER, MEANING, NAME = "#", "=", "~"
"""What the clues of each kind begin with; a Latin word begins with a letter."""

_TOKEN = re.compile(r"(?P<number>\d+(?:[.,٫٬]\d+)*)|(?P<word>[^\W\d_]+)")
_LATIN = re.compile(r"[A-Za-z]+")
_ASKING = re.compile(r"[?؟][^\w?؟]*$")


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a text.

    length: in characters, at least 1, without the marks that Arabic may leave out.
    clues: of Arabic text, what a translation should have too; of English text, everything that
    could be one. numbers: those of them that are written in digits. asks: whether it ends in a
    question mark. stops: whether it ends as a sentence does; a heading does not.
    """

    length: int
    clues: frozenset[str]
    numbers: frozenset[str]
    asks: bool
    stops: bool


def arabic(text: str) -> Traits:
    """The traits of an Arabic text."""
    bare = unmarked(text)
    clues: set[str] = set()
    for word in _words(bare):
        if _LATIN.fullmatch(word):
            clues.add(word.lower())
        else:
            clues |= meanings.arabic(word)
            clues |= {NAME + name for name in names.arabic(word)}
    return _traits(bare, clues)


def english(text: str) -> Traits:
    """The traits of an English text."""
    clues: set[str] = set()
    for word in _words(text):
        clues.add(word.lower())
        clues |= meanings.english(word.lower())
        clues.add(NAME + names.english(word))
    return _traits(text, clues)


def together(parts: Sequence[Traits]) -> Traits:
    """The traits of texts that stand one after the other, at least one."""
    if len(parts) == 1:
        return parts[0]
    return Traits(
        sum(part.length for part in parts) + len(parts) - 1,
        frozenset[str]().union(*(part.clues for part in parts)),
        frozenset[str]().union(*(part.numbers for part in parts)),
        parts[-1].asks,
        parts[-1].stops,
    )


def _traits(text: str, clues: set[str]) -> Traits:
    numbers = frozenset(NUMBER + number for number in _numbers(text))
    # «3 كتب» is “three books”.
    clues |= {meaning for number in numbers for meaning in meanings.english(number[1:])}
    return Traits(
        max(len(text), 1),
        frozenset(clues - {NAME}) | numbers,
        numbers,
        _ASKING.search(text) is not None,
        stopped(text),
    )


def _words(text: str) -> Iterator[str]:
    return (match["word"] for match in _TOKEN.finditer(text) if match["word"])


def _numbers(text: str) -> Iterator[str]:
    """Numbers in digits of any script, as their digits alone."""
    for match in _TOKEN.finditer(text):
        if match["number"]:
            yield "".join(str(unicodedata.digit(c)) for c in match["number"] if c.isdecimal())
