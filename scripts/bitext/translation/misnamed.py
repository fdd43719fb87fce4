"""Whether an English text has another name where its Arabic has one that is well known.

A name that is missing may be left out with good reason, a name that is added may make clear who
“he” is. Only where one is missing and another is there instead is it worth a look.
"""

from collections.abc import Iterator, Sequence

from bitext.text import known_names, names
from bitext.text.arabic import fold, unmarked
from bitext.text.english import is_everyday
from bitext.text.known_names import Name, Named
from bitext.translation.suspicion import Suspicion

_LEAST = 3
"""Consonants from which on an English word that no list has is told from Arabic ones."""


def misnamed(arabic: str, english: str) -> Suspicion | None:
    """A listed name of the Arabic that the English lacks, where it has one the Arabic lacks."""
    bare = unmarked(arabic)
    told = list(known_names.arabic(bare))
    if not told:
        return None
    words = known_names.words(english)
    missing = _missing(told, words)
    if not missing:
        return None
    for stranger, of in _strangers(bare, words):
        for each in missing:
            alike = any(other.place is each.name.place for other in of)
            if alike or (each.clear and not of):
                return Suspicion(f"has “{stranger}”, the Arabic {each.word}", sure=False)
    return None


def _missing(told: list[Named], words: Sequence[str]) -> list[Named]:
    """The names that English words do not have: listed as they are, or in no list and sounding
    like them.
    """
    there, heard = set[Name](), set[str]()
    for word in set(words):
        if of := known_names.english(word):
            there.update(of)
        elif word[0].isupper():
            heard.add(_sounds(word))
    return [
        each
        for each in told
        if each.name not in there
        and not any(len(sound) > 1 and sound in heard for sound in names.any_arabic(each.word))
    ]


def _strangers(bare: str, words: Sequence[str]) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """The names of the English that nothing in the Arabic, bare of marks, stands for; what they
    are listed as.
    """
    found = [
        (word, of)
        for place, word in enumerate(words)
        if word[0].isupper()
        and ((of := known_names.english(word)) or (place and _is_unknown(word)))
    ]
    if not found:
        return
    text = fold(bare)
    others = (w for w in known_names.arabic_words(bare) if not known_names.is_listed(w))
    heard = frozenset[str]().union(*map(names.any_arabic, others))
    for word, of in found:
        sounds = _sounds(word)
        if word.lower() in text or sounds in heard:
            continue
        if len(sounds) >= _LEAST and any(each.startswith(sounds) for each in heard):
            continue
        if not any(known_names.stands_for(name, text) for name in of):
            yield word, of


def _is_unknown(word: str) -> bool:
    """Whether a word that no list has may be a name: long enough, and in no dictionary."""
    return len(_sounds(word)) >= _LEAST and not is_everyday(known_names.plain(word))


def _sounds(word: str) -> str:
    return names.sounds(known_names.plain(word))
