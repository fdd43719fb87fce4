"""Whether an English text has another name where its Arabic has one that is well known.

A name that is missing may be left out with good reason, a name that is added may make clear who
“he” is. Only where one is missing and another is there instead is it worth a look.
"""

from collections.abc import Iterator

from bitext.text import known_names, names
from bitext.text.arabic import fold, unmarked
from bitext.text.english import is_everyday
from bitext.text.known_names import Name, Named
from bitext.translation.suspicion import Suspicion

_LEAST = 3
"""Consonants from which on an English word that no list has is told from Arabic ones."""


def misnamed(arabic: str, english: str) -> Suspicion | None:
    """A listed name of the Arabic that the English lacks, where it has one the Arabic lacks."""
    told = list(known_names.arabic(unmarked(arabic)))
    if not told:
        return None
    words = known_names.words(english)
    missing = [each for each in told if not _is_in(each, words)]
    if not missing:
        return None
    for stranger, of in _strangers(arabic, words):
        for each in missing:
            alike = any(other.place is each.name.place for other in of)
            if alike or (each.clear and not of):
                return Suspicion(f"has “{stranger}”, the Arabic {each.word}", sure=False)
    return None


def _is_in(named: Named, words: list[str]) -> bool:
    """Whether English words have a name: listed as this one, or in no list and sounding like it."""
    sounds = {found for found in names.any_arabic(named.word) if len(found) > 1}
    return any(
        named.name in of if of else each[0].isupper() and _sounds(each) in sounds
        for each in words
        for of in [known_names.english(each)]
    )


def _strangers(arabic: str, words: list[str]) -> Iterator[tuple[str, list[Name]]]:
    """The names of the English that nothing in the Arabic stands for; what they are listed as."""
    text = fold(arabic)
    listed = {named.word for named in known_names.arabic(unmarked(arabic))}
    others = (w for w in known_names.arabic_words(unmarked(arabic)) if w not in listed)
    heard = frozenset[str]().union(*map(names.any_arabic, others))
    for place, word in enumerate(words):
        if not word[0].isupper() or word.lower() in text:
            continue
        sounds, of = _sounds(word), known_names.english(word)
        if sounds in heard or (len(sounds) >= _LEAST and any(f.startswith(sounds) for f in heard)):
            continue
        if of:
            if not any(known_names.stands_for(name, text) for name in of):
                yield word, of
        elif place and len(sounds) >= _LEAST and not is_everyday(known_names.plain(word)):
            yield word, of


def _sounds(word: str) -> str:
    return names.sounds(known_names.plain(word))
