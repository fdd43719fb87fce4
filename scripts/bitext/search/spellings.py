"""How many people write an Arabic word otherwise than the dictionary does."""

from collections.abc import Callable, Collection, Iterator

from bitext.search.particles import PRONOUNS
from bitext.search.readings import BARE, Readings

# Letters that are one in dialects: تاني is ثاني there, دهب ذهب; ض and ظ are one in all of them.
_SAID = (("ث", "ت"), ("ذ", "د"), ("ظ", "ض"), ("ض", "ظ"))
_LEAST = 4  # letters; of shorter words too many differ by one alone
_POSSESSIVE = tuple(ending for ending, put in PRONOUNS if put)


def add(
    wanted: dict[str, tuple[int, ...]],
    own: Collection[str],
    lemmas: Collection[str],
    known: Callable[[str], Readings],
) -> None:
    """Let what many write for a word lead where it does, unless that is a word of its own.

    wanted: by folded word the numbers of what it leads to; the other spellings are added to it.
    own: the words, without clitics, and the lemmas of the texts, of which letters may be written
    as they are said; of every other form that would be too much to suppose. lemmas: those alone.
    known: the readings that the dictionaries give a word.
    """
    for word, there in list(wanted.items()):
        others = [*_short(word), *(_said(word) if word in own else ())]
        for other in others:
            if (other, BARE) not in known(other):  # غدا is one, beside غداء
                wanted[other] = _both(there, wanted.get(other, ()))
        # The rules find a verb in ت first: جدتنا is of جدة, though جدت is a word.
        verb = wanted.get(f"{word[:-1]}ت", ()) if len(word) == 3 and word[-1] == "ه" else ()
        if verb and word in lemmas:
            for owned in (word[:-1] + ending for ending in _POSSESSIVE):
                if owned not in wanted and not known(owned):
                    wanted[owned] = _both(there, verb)


def _short(word: str) -> Iterator[str]:
    """The word without its last hamza (هوا), or without the alif before وات (خضروات)."""
    if word.endswith("اء") and len(word) >= _LEAST:
        yield word[:-1]
    elif word.endswith("اوات"):
        yield f"{word[:-4]}وات"


def _said(word: str) -> Iterator[str]:
    """The word with a letter that is written as it is said."""
    if len(word) >= _LEAST and not word.startswith("ال"):  # الدين is not الذين
        for letter, said in _SAID:
            if letter in word:
                yield word.replace(letter, said)


def _both(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({*one, *other}))
