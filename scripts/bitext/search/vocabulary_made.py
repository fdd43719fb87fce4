"""Making the vocabulary of the dictionaries, once, as the parts that `Vocabulary` reads.

While it is made there are half a million words with their numbers, which are most of the memory
that making needs. Hence all else is in arrays, and what can be made without the words comes last.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from bitext.search.normalise import Normaliser
from bitext.search.readings import BARE, Reading, Readings
from bitext.search.rows import RowsMade, with_sizes
from bitext.search.rows import numbers as row
from bitext.search.spellings import shorter as without_a_letter
from bitext.search.vocabulary import CLASSES

if TYPE_CHECKING:
    from bitext.search.lexicon import Lexicon  # which has a vocabulary

_Row: TypeAlias = "array[int]"
_Pairs: TypeAlias = "tuple[_Row, _Row]"
"""The parts of rows; or numbers, and what stands beside each."""


class _Numbers:
    """The numbers of words, and of sets of readings, each given as it is first asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words: dict[str, int] = {}
        for word in words:
            self.word(word)
        self.sets = {b"": 0}

    def word(self, word: str) -> int:
        return self.words.setdefault(word, len(self.words))

    def reading(self, reading: Reading) -> int:
        return 4 * self.word(reading[0]) + CLASSES[reading[1]]

    def readings(self, readings: Readings) -> int:
        """The number of a set of readings."""
        key = row(sorted(map(self.reading, readings))).tobytes()
        return self.sets.setdefault(key, len(self.sets))


def make(lexicon: "Lexicon") -> list[memoryview]:
    """The parts of the vocabulary of dictionaries, behind their sizes; see `Vocabulary`."""
    return with_sizes(list(_parts(lexicon)))


def _parts(lexicon: "Lexicon") -> "Iterator[_Row | bytearray]":
    """The parts, one after the other."""
    listed = sorted(lexicon.words())
    listed.sort(key=len)
    lengths = array("I", map(len, listed))
    numbers = _Numbers(chain(listed, sorted(lexicon.unlisted())))
    del listed
    known = list(numbers.words)
    counts = len(lengths), len(known)
    yield from _candidates(known, len(lengths), numbers, lexicon.rules)
    yield row(numbers.readings(lexicon.known(word)) for word in known)
    yield from _pairs(known, numbers, lexicon)
    del known
    yield from _kin(numbers, lexicon)
    yield from _forms(numbers, lexicon)
    yield from _rows(memoryview(key).cast("I") for key in numbers.sets)
    words = numbers.words
    del numbers
    yield row(bisect_right(lengths, size) for size in range(lengths[-1] + 1 if lengths else 0))
    text, starts, hashes = _encoded(words)
    del words
    yield starts
    yield from _grouped(hashes, range(len(hashes)), len(hashes))
    yield row((*counts, len(hashes)))
    yield text


def _encoded(words: Collection[str]) -> tuple[bytearray, _Row, _Row]:
    """All words, one after the other; where each begins, and where the last one ends; and what the
    hash of each leaves, by how many they are.
    """
    text, starts, hashes = bytearray(), array("I", [0]), array("I")
    for word in words:
        key = word.encode()
        text += key
        starts.append(len(text))
        hashes.append(crc32(key) % len(words))
    return text, starts, hashes


def _candidates(known: list[str], listed: int, numbers: _Numbers, rules: str) -> Iterator[_Row]:
    """The candidates of known words; and by word, the listed ones that it is one of."""
    normaliser = Normaliser(json.loads(rules))  # its own: it holds much of all these words
    candidates, shorter, longer = RowsMade(), array("I"), array("I")
    for number, word in enumerate(known):
        own, *others = dict.fromkeys(normaliser.candidates(word, word))
        found = list(map(numbers.word, others if own == word else ()))
        candidates.put(number, found)
        if number < listed:
            shorter.extend(found)
            longer.extend([number] * len(found))
    yield from candidates.parts(len(known))
    yield from _grouped(shorter, longer, len(numbers.words))


def _forms(numbers: _Numbers, lexicon: "Lexicon") -> _Pairs:
    """By lemma its forms; see `Vocabulary`."""
    in_order = row(sorted(map(numbers.word, sorted(lexicon.lemmas()))))
    texts, found = list(numbers.words), RowsMade()
    for number in in_order:
        lemma = texts[number]
        for readings, words in ((lexicon.of_lemma(lemma), [lemma]), *lexicon.forms(lemma)):
            found.put(number, (numbers.readings(readings), len(words), *map(numbers.word, words)))
    return found.parts(len(numbers.words))


def _kin(numbers: _Numbers, lexicon: "Lexicon") -> Iterator[_Row]:
    """The readings that have near kin, and these."""
    of_kin, kin = array("I"), RowsMade()
    for one in sorted(lexicon.readings_with_kin()):
        kin.put(len(of_kin), sorted(map(numbers.reading, lexicon.kin(one))))
        of_kin.append(numbers.reading(one))
    yield of_kin
    yield from kin.parts(len(of_kin))


def _pairs(known: list[str], numbers: _Numbers, lexicon: "Lexicon") -> tuple[_Row, ...]:
    """`Vocabulary.feminine` and `Vocabulary.shorter`."""
    feminine, short = (array("I"), array("I")), (array("I"), array("I"))
    for number, word in enumerate(known):
        if word[-1] == "ه" and (found := lexicon.known_feminine(word)):
            feminine[0].append(number)
            feminine[1].append(numbers.readings(found))
        other = without_a_letter(word)
        if other and (other, BARE) not in lexicon.known(other):
            short[0].append(number)
            short[1].append(numbers.word(other))
    return *feminine, *short


def _grouped(keys: Sequence[int], values: Sequence[int], size: int) -> _Pairs:
    """By key below a size, the values that it stands beside, in order; as the parts of rows.

    There are many: sorted as a list they would be much.
    """
    counts = array("I", bytes(4 * size))
    for key in keys:
        counts[key] += 1
    starts = array("I", accumulate(counts, initial=0))
    found, ends = array("I", bytes(4 * len(keys))), starts[:]
    for key, value in zip(keys, values, strict=True):
        found[ends[key]] = value
        ends[key] += 1
    return starts, found


def _rows(rows: Iterable[Iterable[int]]) -> _Pairs:
    found, count = RowsMade(), 0
    for one in rows:
        found.put(count, one)
        count += 1
    return found.parts(count)
