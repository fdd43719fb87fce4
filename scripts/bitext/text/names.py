"""Proper names by their consonants, which both alphabets write: كيسنجر and Kissinger are `ksngr`.

Vowels, w, y and h are left out: Arabic writes them or not. Consonants that Arabic lacks or English
does not tell apart are one (p with b, v with f, ح with h). Measured on news, a name of three
such consonants that stands somewhere in the English text stands in the right sentence nine times
in ten, and in another one once in ten.
"""

import re
from functools import cache

from bitext.text.arabic import detached

_ARABIC = {
    letter: sound
    for letters, sound in (
        *(("بپ", "b"), ("تطث", "t"), ("جغگ", "g"), ("خكق", "k"), ("دضذظ", "d"), ("ر", "r")),
        *(("زسص", "s"), ("ش", "S"), ("فڤ", "f"), ("ل", "l"), ("م", "m"), ("ن", "n")),
    )
    for letter in letters
}
# Letters that stand for one sound together come first.
_ENGLISH = (
    *(("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "k"), ("gh", "g"), ("th", "t")),
    *(("dh", "d"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s")),
    *(("x", "ks"), ("c", "k"), ("q", "k"), ("z", "s"), ("v", "f"), ("p", "b"), ("j", "g")),
)
_SOUNDS = frozenset("bdfgklmnrstS")
_DOUBLED = re.compile(r"(.)\1+")
_LEAST = 3
"""Letters of an Arabic word, and consonants of a name; fewer say too little."""
_LEAST_SMALL = 4
"""Consonants of an English word that has no capital."""


@cache
def arabic(word: str) -> frozenset[str]:
    """The consonants of an Arabic word, with and without what may be written before it."""
    skeletons = (_arabic(rest) for _, rest in detached(word) if len(rest) >= _LEAST)
    return frozenset(found for found in skeletons if len(found) >= _LEAST)


@cache
def english(word: str) -> str:
    """The consonants of an English word as it is written; "" if it is too short for a name."""
    found = sounds(word)
    return found if len(found) >= (_LEAST if word[0].isupper() else _LEAST_SMALL) else ""


@cache
def sounds(word: str) -> str:
    """The consonants of a word in Latin letters, however few."""
    found = word.lower()
    for letters, sound in _ENGLISH:
        found = found.replace(letters, sound)
    return _single("".join(letter for letter in found if letter in _SOUNDS))


@cache
def any_arabic(word: str) -> frozenset[str]:
    """As `arabic`, also for words of few letters, but for what has no consonant at all."""
    return frozenset(found for _, rest in detached(word) if (found := _arabic(rest)))


def _arabic(word: str) -> str:
    return _single("".join(filter(None, map(_ARABIC.get, word.replace("تش", "ش")))))


def _single(sounds: str) -> str:
    """The sounds, without the second of two alike that stand together."""
    return _DOUBLED.sub(r"\1", sounds)
