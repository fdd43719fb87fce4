"""How many people write an Arabic word otherwise than the dictionary does."""

from collections.abc import Callable, Collection, Iterator

from bitext.search.particles import PRONOUNS
from bitext.search.readings import BARE, Readings
from bitext.search.vocabulary import Words

# Letters that are one in dialects: تاني is ثاني there, دهب ذهب; ض and ظ are one in all of them.
_SAID = (("ث", "ت"), ("ذ", "د"), ("ظ", "ض"), ("ض", "ظ"))
_LEAST = 4  # letters; of shorter words too many differ by one alone
_POSSESSIVE = tuple(ending for ending, put in PRONOUNS if put)


def add(
    wanted: dict[int, tuple[int, ...]],
    own: Collection[int],
    lemmas: Collection[int],
    words: Words,
    known: Callable[[str], Readings],
) -> None:
    """Let what many write for a word lead where it does, unless that is a word of its own.

    wanted: by folded word the numbers of what it leads to; the other spellings are added to it.
    own: the words, without clitics, and the lemmas of the texts, of which letters may be written
    as they are said; of every other form that would be too much to suppose. lemmas: those alone.
    All words by their numbers. known: the readings that the dictionaries give a word.
    """
    vocabulary = words.vocabulary
    for number, there in list(wanted.items()):
        if number in vocabulary.shorter:
            other = vocabulary.shorter[number]
            wanted[other] = _both(there, wanted.get(other, ()))
        if number not in own and number < vocabulary.known:
            continue
        word = words.word(number)
        others = [shorter(word)] if number >= vocabulary.known else []
        for spelled in (*others, *(_said(word) if number in own else ())):
            if spelled and (spelled, BARE) not in known(spelled):  # غدا is one, beside غداء
                other = words[spelled]
                wanted[other] = _both(there, wanted.get(other, ()))
        # The rules find a verb in ت first: جدتنا is of جدة, though جدت is a word.
        if number in lemmas and len(word) == 3 and word[-1] == "ه":
            verb = wanted.get(words[f"{word[:-1]}ت"], ())
            for owned in (word[:-1] + ending for ending in _POSSESSIVE if verb):
                if words[owned] not in wanted and not known(owned):
                    wanted[words[owned]] = _both(there, verb)


def shorter(word: str) -> str:
    """The word without its last hamza (هوا), or without the alif before وات (خضروات); or ""."""
    if word.endswith("اء") and len(word) >= _LEAST:
        return word[:-1]
    return f"{word[:-4]}وات" if word.endswith("اوات") else ""


def _said(word: str) -> Iterator[str]:
    """The word with a letter that is written as it is said."""
    if len(word) >= _LEAST and not word.startswith("ال"):  # الدين is not الذين
        for letter, said in _SAID:
            if letter in word:
                yield word.replace(letter, said)


def _both(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({*one, *other}))
