"""Making the vocabulary of the dictionaries, once, as the bytes that `Vocabulary` reads."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING
from zlib import crc32

from bitext.search.normalise import Normaliser
from bitext.search.readings import BARE, Reading, Readings
from bitext.search.rows import RowsMade, joined
from bitext.search.rows import numbers as row
from bitext.search.spellings import shorter as without_a_letter
from bitext.search.vocabulary import CLASSES

if TYPE_CHECKING:
    from bitext.search.lexicon import Lexicon  # which has a vocabulary


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


def make(lexicon: "Lexicon") -> bytes:
    """The vocabulary of dictionaries: its parts, `joined`; see `Vocabulary`."""
    return joined(_parts(lexicon))


def _parts(lexicon: "Lexicon") -> "list[array[int] | bytes]":
    listed = sorted(lexicon.words())
    listed.sort(key=len)
    numbers = _Numbers(chain(listed, sorted(lexicon.unlisted())))
    known = list(numbers.words)
    candidates, longer = _candidates(known, len(listed), numbers, lexicon.normaliser)
    readings_of = array("I", (numbers.readings(lexicon.known(word)) for word in known))
    forms = _forms(numbers, lexicon)
    feminine, short = _pairs(known, numbers, lexicon)
    kin = {
        numbers.reading(one): sorted(map(numbers.reading, lexicon.kin(one)))
        for one in sorted(lexicon.readings_with_kin())
    }
    sets = _rows(memoryview(key).cast("I") for key in numbers.sets)
    lengths = array("I", map(len, listed))
    ends = [bisect_right(lengths, length) for length in range(lengths[-1] + 1 if listed else 0)]
    words, size = numbers.words, len(numbers.words)
    hashes = array("I", (crc32(word.encode()) % size for word in words))
    return [
        row((len(listed), len(known), size)),
        row(ends),
        row(accumulate((len(word.encode()) for word in words), initial=0)),
        readings_of,
        *_grouped(hashes, range(size), size),
        *candidates.parts(len(known)),
        *_grouped(*longer, size),
        *sets,
        *forms.parts(size),
        *_rows(kin.values()),
        row(kin),
        row(feminine),
        row(feminine.values()),
        row(short),
        row(short.values()),
        "".join(words).encode(),
    ]


def _candidates(
    known: list[str], listed: int, numbers: _Numbers, normaliser: Normaliser
) -> tuple[RowsMade, "tuple[array[int], array[int]]"]:
    """The candidates of known words; those of the listed ones again, and what each is of."""
    candidates, shorter, longer = RowsMade(), array("I"), array("I")
    for number, word in enumerate(known):
        own, *others = dict.fromkeys(normaliser.candidates(word, word))
        found = list(map(numbers.word, others if own == word else ()))
        candidates.put(number, found)
        if number < listed:
            shorter.extend(found)
            longer.extend([number] * len(found))
    return candidates, (shorter, longer)


def _forms(numbers: _Numbers, lexicon: "Lexicon") -> RowsMade:
    """By lemma its forms; see `Vocabulary`."""
    in_order = array("I", sorted(map(numbers.word, sorted(lexicon.lemmas()))))
    texts, found = list(numbers.words), RowsMade()
    for number in in_order:
        lemma = texts[number]
        for readings, words in ((lexicon.of_lemma(lemma), [lemma]), *lexicon.forms(lemma)):
            found.put(number, (numbers.readings(readings), len(words), *map(numbers.word, words)))
    return found


def _pairs(
    known: list[str], numbers: _Numbers, lexicon: "Lexicon"
) -> tuple[dict[int, int], dict[int, int]]:
    """`Vocabulary.feminine` and `Vocabulary.shorter`."""
    feminine, short = dict[int, int](), dict[int, int]()
    for number, word in enumerate(known):
        if word[-1] == "ه" and (found := lexicon.known_feminine(word)):
            feminine[number] = numbers.readings(found)
        other = without_a_letter(word)
        if other and (other, BARE) not in lexicon.known(other):
            short[number] = numbers.word(other)
    return feminine, short


def _grouped(
    keys: Sequence[int], values: Sequence[int], size: int
) -> "tuple[array[int], array[int]]":
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


def _rows(rows: Iterable[Iterable[int]]) -> "tuple[array[int], array[int]]":
    found, count = RowsMade(), 0
    for one in rows:
        found.put(count, one)
        count += 1
    return found.parts(count)
