"""The words of the dictionaries by number, and what follows from these alone, in rows of numbers.

An index asks of a hundred thousand words what the rules leave of each, and what it may be a form
of: to look at numbers takes a fraction of what it takes to make that out for words.

First come the words that the dictionaries list, the shorter ones first and those of one length in
order; then others that they know; then what else the rules may leave of a word. A reading has the
number of its lemma, four times, and that of its class; a set of readings has one too.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from zlib import crc32

from bitext.search.readings import BARE, NOUN, PERHAPS, VERB, Reading
from bitext.search.rows import Rows, of_bytes

CLASSES = {NOUN: 0, VERB: 1, BARE: 2, PERHAPS: 3}
"""The numbers of the classes of readings."""


class Vocabulary:
    """What `vocabulary_made.make` gives, read where it lies.

    listed: how many words the dictionaries list, known: know, size: there are.
    ends: by how many letters, how many of those listed have not more.
    candidates: by known word, the normaliser's candidates but itself, the likeliest first.
    longer: by word, the listed ones that have it for a candidate; none of later words.
    readings: by the number of a set of readings, what is in it; 0 is none.
    readings_of: by known word, the number of its readings.
    forms: by lemma its forms, those of the same readings together: the number of these, how many
    words there are, and the words. First comes the lemma with what words of it may be
    (`of_lemma`). Of what is no lemma of the dictionaries there are none.
    """

    def __init__(self, parts: Iterable[memoryview]) -> None:
        *rows, text = parts
        self._text = bytes(text)
        found = map(of_bytes, rows)
        self.candidates, self.longer = _rows(found), _rows(found)
        self.readings_of = next(found)
        self._feminine, self._shorter = (next(found), next(found)), (next(found), next(found))
        self._of_kin, self._kin = next(found), _rows(found)
        self.forms, self.readings = _rows(found), _rows(found)
        self.ends, self._starts, self._by_hash = next(found), next(found), _rows(found)
        self.listed, self.known, self.size = next(found)

    def number(self, word: str) -> int:
        """The number of a word; -1 if it has none."""
        key = word.encode()
        text, starts = self._text, self._starts
        for number in self._by_hash[crc32(key) % len(self._by_hash)]:
            if text[starts[number] : starts[number + 1]] == key:
                return number
        return -1

    def word(self, number: int) -> str:
        """The word of a number."""
        return self._text[self._starts[number] : self._starts[number + 1]].decode()

    @cached_property
    def feminine(self) -> dict[int, int]:
        """By word in ه, the number of the readings that it has with ة, if these are others."""
        return dict(zip(*self._feminine, strict=True))

    @cached_property
    def shorter(self) -> dict[int, int]:
        """By known word, how many people write it, if they do; see `spellings.shorter`."""
        return dict(zip(*self._shorter, strict=True))

    def kin(self, reading: int) -> Sequence[int]:
        """The readings that are near kin to one."""
        at = self._kin_at.get(reading)
        return () if at is None else self._kin[at]

    @cached_property
    def _kin_at(self) -> dict[int, int]:
        return dict(zip(self._of_kin, range(len(self._of_kin)), strict=True))

    def all_longer(self, numbers: Iterable[int]) -> set[int]:
        """The listed words of which these, or others that are given, are candidates."""
        starts, values, size = self.longer.starts, self.longer.values, len(self.longer)
        found, new = set[int](), {number for number in numbers if number < size}
        while new:
            new = set(
                chain.from_iterable(values[starts[n] : starts[n + 1]] for n in new)
            ).difference(found)
            found |= new
        return found


def _rows(parts: Iterator[Sequence[int]]) -> Rows:
    return Rows(next(parts), next(parts))


class Words(dict[str, int]):
    """The numbers of words: those of the vocabulary, and beyond them others as they are asked for.

    A word is looked up when it is first asked for.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._others: list[str] = []

    def __missing__(self, word: str) -> int:
        number = self.vocabulary.number(word)
        if number < 0:
            number = self.vocabulary.size + len(self._others)
            self._others.append(word)
        self[word] = number
        return number

    def word(self, number: int) -> str:
        """The word of a number."""
        beyond = number - self.vocabulary.size
        return self.vocabulary.word(number) if beyond < 0 else self._others[beyond]

    def reading(self, reading: Reading) -> int:
        """The number of a reading."""
        lemma, kind = reading
        return 4 * self[lemma] + CLASSES[kind]

    def ends_in(self, number: int, ending: str) -> bool:
        """Whether the word of a number ends so."""
        return self.word(number).endswith(ending)
