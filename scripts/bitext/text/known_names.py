"""Names of people and places that are common enough to be listed in both alphabets: names.txt.

`text/names` tells of any two words whether they may be one name; this tells of a word that it is a
name, and which others are the same one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bitext.text.arabic import CONJUNCTIONS, PREPOSITIONS, fold, unaccented
from bitext.text.words import Told, letters

_FILE = Path(__file__).with_name("names.txt")
_LATIN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
# Before a name stands no article but its own; of what is left, three letters at least.
_BEFORE = (*CONJUNCTIONS, *PREPOSITIONS)
_LEAST = 3
# From so many letters on, an English name of a place begins what is made of it (Iraq: Iraqi).
_STEM = 4


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name of a person or of a place; each is one object.

    arabic: its spellings, folded, that it is known by.
    doubtful: those that are everyday words too. also: other words that may stand for it.
    english: its spellings, in lower case.
    """

    place: bool
    arabic: frozenset[str]
    doubtful: frozenset[str]
    also: frozenset[str]
    english: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """A listed name in an Arabic text. word: as it is written. clear: it is no everyday word."""

    word: str
    name: Name
    clear: bool


def arabic(text: str) -> list[Named]:
    """The listed names of an Arabic text without vowel marks, one word each."""
    return of_words(letters(text))


def of_words(words: Sequence[str]) -> list[Named]:
    """The listed names among Arabic words without marks."""
    return list(filter(None, map(_NAMED.__getitem__, words)))


def is_listed(word: str) -> bool:
    """Whether an Arabic word without marks is a listed name."""
    return _NAMED[word] is not None


def _named(word: str) -> Named | None:
    bare = fold(word)
    rests = [bare]
    if bare.startswith(_BEFORE):
        rests += (bare[len(before) :] for before in _BEFORE if bare.startswith(before))
    for rest in rests:
        if len(rest) >= _LEAST and (name := _by_arabic().get(rest)):
            return Named(word, name, rest not in name.doubtful)
    return None


_NAMED = Told(_named)


@cache
def english(word: str) -> tuple[Name, ...]:
    """The listed names that an English word may be, or be made of."""
    bare = plain(word)
    stems = [bare[:n] for n in range(_STEM, len(bare))]
    found = _by_english().get(bare, [])
    return (*found, *(n for stem in stems for n in _by_english().get(stem, []) if n.place))


def arabic_words(text: str) -> Sequence[str]:
    """The words of an Arabic text without vowel marks."""
    return letters(text)


def words(text: str) -> Sequence[str]:
    """The words in Latin letters of a text, as they are written."""
    return _LATIN.findall(text) if "'" in text or "’" in text else letters(text)


@cache
def plain(word: str) -> str:
    """A word in Latin letters as it is looked up: in lower case, without accents and 's."""
    return _POSSESSIVE.sub("", unaccented(word).lower())


def stands_for(name: Name, text: str) -> bool:
    """Whether a folded Arabic text has a name, or a word made of it («مصر»: «المصرية»)."""
    spellings = (s.removeprefix("ال") for s in name.arabic | name.doubtful | name.also)
    return any(spelling[: max(_LEAST, len(spelling) - 1)] in text for spelling in spellings)


@cache
def listed() -> tuple[Name, ...]:
    """All names, in the order of the file."""
    found, place = [], False
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            place = line == "[places]"
        elif line and not line.startswith("#"):
            left, right = (side.split() for side in line.split("="))
            marked = {
                mark: frozenset(fold(w.rstrip("?-")) for w in left if w.lstrip()[-1] == mark)
                for mark in "?-"
            }
            clear = frozenset(map(fold, (w for w in left if w[-1] not in "?-")))
            latin = frozenset(map(plain, right))
            found.append(Name(place, clear, marked["?"], marked["-"], latin))
    return tuple(found)


@cache
def parts() -> frozenset[str]:
    """The parts of English names with an apostrophe in them, in lower case."""
    every = (word for name in listed() for word in name.english if not word.isalpha())
    return frozenset(part for word in every for part in letters(word))


@cache
def _by_arabic() -> dict[str, Name]:
    return {word: name for name in listed() for word in name.arabic | name.doubtful}


@cache
def _by_english() -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in listed():
        for word in name.english:
            found.setdefault(word, []).append(name)
    return found
