"""Which other language a text is in by its function words alone, whatever its other words are.

French and its like share many words with English («La situation est grave.»), so the dictionary
says little of a short sentence; but no sentence of English does without function words of its own.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from bitext.text.function_words import ALSO, ENGLISH, FOREIGN, OTHER, TRANSLITERATED


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the function words of a text say: its language, and how many of its words they are."""

    language: str
    words: int


# l'aube, d'un, qu'il, dell'anno; no English contraction is like that, and d'Ivoire is a name.
_ELISION = re.compile(r"([ldjncsmt]|qu|un|[dns]?ell|[dns]?all|sull)[’'ʼ‘](\w{2,})", re.IGNORECASE)
_CONTRACTION = re.compile(r"(?:d[’'ʼ‘]you|[tm][’'ʼ‘](?:is|was|am)|c[’'ʼ‘]mon)")
# Letters of French, Spanish, Portuguese and the like that no transliteration of Arabic has.
_ACCENTED = re.compile("[àâçèéêëñóòôõãöœßúù]", re.IGNORECASE)
EITHER = frozenset(
    """
    ad al ale all as at av ay ben bio biz by care come con d da dal dan dar del den der die din
    do door dos ed em era ev fra ha hat hay he her hindi hon ja jest kan l lo ma mas me men met
    mi mint no nu o od oo op os par pas pour pro sam si sin so son soy sus til till tout um va
    van var volt wake war y yang yo za
    """.split()
)
"""Words of other languages that are no evidence of them: an English word, an abbreviation."""

# What stands before a name and belongs to it: Le Corbusier, von Braun, Dar es Salaam.
_PARTICLES = frozenset(
    "de del della di da do dos das du des la le las les los el es von van den".split()
)
_MOST = 3  # of these before a name: de la
# From this share of the words on, and without a function word that only English has.
_SHARE = 1 / 3


def grammar(words: Sequence[str]) -> Grammar | None:
    """What the function words of a text say, if it has some of one other language, none of
    English alone, and a word in lower case behind its first.
    """
    if has_english_alone([word.lower() for word in words]):
        return None  # as nearly every text of English has
    if not any(word[0].islower() for word in words[1:]):
        return None
    parts = [part for word in words for part in _parts(word)]
    lower = [part.lower() for part in parts]
    if has_english_alone(lower):
        return None
    accented = any(_ACCENTED.search(word) for word in words if not word.isascii())
    best = max(OTHER, key=lambda name: sum(map(_OWN[name].__contains__, lower)))
    own = _OWN[best]
    if any(word in ENGLISH and word not in own for word in lower):
        return None
    sure = {
        word
        for place, word in enumerate(lower)
        # One with a capital may be a name: Han, Era.
        if (not place or parts[place][0].islower())
        and _tells(word, best)
        and not in_name(parts, place)
    }
    telling = sure if accented else sure - TRANSLITERATED
    common = sum(map(own.__contains__, lower))
    if not telling or common < _SHARE * len(parts):
        return None
    return Grammar(best, common)


def has_english_alone(lower: Sequence[str]) -> bool:
    """Whether one of these words, in lower case, is a function word of English and of no other
    language: then `grammar` finds none in a text of them.
    """
    return not _ENGLISH_ALONE.isdisjoint(lower)


_OWN: dict[str, Set[str]] = {
    name: words | ALSO.get(name, frozenset()) for name, words in OTHER.items()
}
_ENGLISH_ALONE = ENGLISH.difference(*_OWN.values())
"""Function words of English that are none of any other language."""


def is_elided(word: str) -> bool:
    """Whether a word is two of French or Italian: l'aube."""
    return len(_parts(word)) > 1


def _parts(word: str) -> Sequence[str]:
    """A word, or its two parts."""
    if word.isascii() and word.isalpha():
        return (word,)  # as nearly every word is: it has no apostrophe
    found = _ELISION.fullmatch(word)
    if not found or found[2][0].isupper() or _CONTRACTION.fullmatch(word.lower()):
        return (word,)
    return (f"{found[1]}'", found[2])


def _tells(word: str, language: str) -> bool:
    """Whether a word is evidence of this language."""
    if word.endswith("'"):  # what is elided before a vowel: l'aube
        return language in ("French", "Italian")
    return word in _OWN[language] and word in FOREIGN and word not in EITHER


def in_name(words: Sequence[str], place: int) -> bool:
    """Whether the word at this place is a particle of the name behind it."""
    for behind in range(place, min(place + _MOST + 1, len(words))):
        if words[behind].lower() not in _PARTICLES:
            return behind > place and words[behind][0].isupper()
    return False
