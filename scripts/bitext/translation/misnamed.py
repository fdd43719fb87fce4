"""Whether an English text has another name where its Arabic has one that is well known.

A name that is missing may be left out with good reason, a name that is added may make clear who
“he” is. Only where one is missing and another is there instead is it worth a look.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from bitext.text import known_names, names
from bitext.text.arabic import fold, unmarked
from bitext.text.english import is_everyday
from bitext.text.known_names import Name, Named
from bitext.text.words import Told
from bitext.translation.suspicion import Suspicion

_LEAST = 3
"""Consonants from which on an English word that no list has is told from Arabic ones."""


def misnamed(arabic: str, english: str) -> Suspicion | None:
    """A listed name of the Arabic that the English lacks, where it has one the Arabic lacks."""
    bare = unmarked(arabic)
    told = known_names.arabic(bare)
    if not told:
        return None
    spoken = known_names.words(english)
    words = list(filter(None, map(_TOLD.__getitem__, spoken)))
    missing = _missing(told, words)
    if not missing:
        return None
    # Most words of the English stand in for none that is missing: they are left aside first.
    instead = {word: each for word in words if (each := _replaced(word, missing))}
    begins = bool(words) and words[0].text == spoken[0]
    for stranger in _strangers(bare, words, instead, begins) if instead else ():
        word = instead[stranger].word
        return Suspicion(f"has “{stranger.text}”, the Arabic {word}", sure=False)
    return None


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """An English word; each is one object.

    of: the listed names it may be. sounds: its consonants, of one that has a capital, "" of any
    other. unknown: it is long enough for a name, and no dictionary has it.
    """

    text: str
    of: tuple[Name, ...]
    sounds: str
    unknown: bool


def _told_of(word: str) -> _Word | None:
    """The `_Word` of an English word; None if it can be no name, as most cannot."""
    listed = known_names.english(word)
    if not word[0].isupper():
        return _Word(word, listed, "", unknown=False) if listed else None
    plain = known_names.plain(word)
    sounds = names.sounds(plain)
    unknown = len(sounds) >= _LEAST and not is_everyday(plain)
    return _Word(word, listed, sounds, unknown) if listed or sounds else None


_TOLD = Told(_told_of)


def _replaced(word: _Word, missing: list[Named]) -> Named | None:
    """The first of the missing names that may have been taken for this word, if it is a name."""
    if not word.of:
        return next((each for each in missing if each.clear), None) if word.unknown else None
    for each in missing:
        if any(other.place is each.name.place for other in word.of):
            return each
    return None


def _missing(told: list[Named], words: list[_Word]) -> list[Named]:
    """The names that English words do not have: listed as they are, or in no list and sounding
    like them.
    """
    there = {name for word in words if word.of for name in word.of}
    sounds = {word.sounds for word in words if len(word.sounds) > 1 and not word.of}
    return [
        each
        for each in told
        if each.name not in there and sounds.isdisjoint(names.any_arabic(each.word))
    ]


def _strangers(
    bare: str, words: list[_Word], these: Container[_Word], begins: bool
) -> Iterator[_Word]:
    """The names in the English that have no counterpart in the Arabic.

    bare: the Arabic without vowel marks. words: those of the English that may be names, in order.
    these: those of them to look at. begins: whether the English begins with the first of words.
    """
    found = [
        word
        for place, word in enumerate(words)
        if word in these
        and ((word.of and word.text[0].isupper()) or (word.unknown and (place or not begins)))
    ]
    if not found:
        return
    text = fold(bare)
    others = (w for w in known_names.arabic_words(bare) if not known_names.is_listed(w))
    sounds = frozenset[str]().union(*map(names.any_arabic, others))
    for word in found:
        if word.text.lower() in text or word.sounds in sounds:
            continue
        if len(word.sounds) >= _LEAST and any(each.startswith(word.sounds) for each in sounds):
            continue
        if not any(known_names.stands_for(name, text) for name in word.of):
            yield word
