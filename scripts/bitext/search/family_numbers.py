"""Which families a word leads to, by its readings: those that it meets, and those of its kin."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bitext.search.lexicon import Lexicon
from bitext.search.readings import BARE, MAY_MEET, MEETS, Readings
from bitext.search.vocabulary import CLASSES, Words

Numbers = tuple[int, ...]
"""Of families, in order."""
_BARE = CLASSES[BARE]
# The same as in `readings`, by the numbers of classes.
_MEETS, _MAY_MEET = (
    {CLASSES[kind]: tuple(CLASSES[other] for other in others) for kind, others in table.items()}
    for table in (MEETS, MAY_MEET)
)


@dataclass(frozen=True, slots=True)
class _Met:
    """Families that words meet, those that their kin are in, and both as numbers."""

    families: frozenset[int]
    kin: frozenset[int]
    numbers: Numbers


def _numbers(families: frozenset[int], kin: frozenset[int]) -> Numbers:
    return tuple(sorted(families.union([~n for n in kin - families])))


class FamilyNumbers(dict[Readings, Numbers]):
    """By readings the numbers of the families of words that words of these meet; of a family that
    only their kin are in, ~number. Each is made when it is first asked for.

    Words meet, and are kin, by any of their readings, which many others have too. See `readings`.
    words: by which words and readings have numbers. lemmas: those of the families.
    """

    def __init__(self, order: list[Readings], lexicon: Lexicon) -> None:
        self.words = Words(lexicon.vocabulary)
        self._readings, self._kin = lexicon.vocabulary.readings, lexicon.vocabulary.kin
        self._with: dict[int, list[int]] = defaultdict(list)  # by reading, the families
        for number, readings in enumerate(order):
            for one in sorted(map(self.words.reading, readings)):
                self._with[one].append(number)
        self.lemmas = dict.fromkeys(one >> 2 for one in self._with)
        self._of_one: dict[int, _Met | None] = {}
        self._of: dict[int, Numbers] = {}

    def __missing__(self, readings: Readings) -> Numbers:
        self[readings] = numbers = self._joined(map(self.words.reading, readings))
        return numbers

    def of(self, readings: int) -> Numbers:
        """The same of readings that have a number in the vocabulary."""
        numbers = self._of.get(readings)
        if numbers is None:
            numbers = self._of[readings] = self._joined(self._readings[readings])
        return numbers

    def _joined(self, readings: Iterable[int]) -> Numbers:
        known, there = self._of_one, []
        for one in readings:
            if one not in known:
                known[one] = self._make(one)
            if met := known[one]:
                there.append(met)
        if len(there) == 1:  # most other readings are of words that are not in the articles
            return there[0].numbers
        found = frozenset[int]().union(*[one.families for one in there])
        return _numbers(found, frozenset[int]().union(*[one.kin for one in there]))

    def _make(self, reading: int) -> "_Met | None":
        """The families that a word of this reading alone meets, and those of its kin."""
        lemma, kind = reading & ~3, reading & 3
        with_it, met, near = self._with, list[int](), list[int]()
        if lemma >> 2 in self.lemmas:
            met += [n for other in _MEETS[kind] for n in with_it.get(lemma + other, ())]
            near += [n for other in _MAY_MEET[kind] for n in with_it.get(lemma + other, ())]
        for one in self._kin(reading):
            # The families of what is kin: of forms that only verbs have, or of all.
            for other in range(one & ~3, one + 2) if one & 3 == _BARE else (one,):
                near += with_it.get(other, ())
        if not met and not near:
            return None
        families, kin = frozenset(met), frozenset(near)
        return _Met(families, kin, _numbers(families, kin))

    def lemmas_and_kin(self) -> list[int]:
        """The lemmas of the families, and those that are kin to them."""
        kin = {one >> 2 for reading in self._with for one in self._kin(reading)}
        return [*self.lemmas, *sorted(kin - self.lemmas.keys(), key=self.words.word)]
