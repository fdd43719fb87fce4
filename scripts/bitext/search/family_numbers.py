"""Which families a word leads to, by its readings: those that it meets, and those of its kin."""

from collections import defaultdict
from collections.abc import Iterator

from bitext.search.lexicon import Lexicon
from bitext.search.readings import BARE, Reading, Readings, may_meet, meet

Numbers = tuple[int, ...]
"""Of families, in order."""


class FamilyNumbers(dict[Readings, Numbers]):
    """By readings the numbers of the families of words that words of these meet; of a family that
    only their kin are in, ~number. Each is made when it is first asked for.

    Words meet, and are kin, by any of their readings, which many others have too.
    """

    def __init__(self, order: list[Readings], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._order = order
        self.by_lemma: dict[str, list[int]] = defaultdict(list)  # the families that have it
        for number, readings in enumerate(order):
            for lemma in {lemma for lemma, _ in readings}:
                self.by_lemma[lemma].append(number)
        self._of_one: dict[Reading, tuple[Numbers, Numbers]] = {}

    def __missing__(self, readings: Readings) -> Numbers:
        found, kin = set[int](), set[int]()
        for one in readings:
            both = self._of_one.get(one)
            if both is None:
                both = self._of_one[one] = self._make(one)
            met, near = both
            found.update(met)
            kin.update(near)
        self[readings] = numbers = tuple(sorted(found | {~n for n in kin - found}))
        return numbers

    def _make(self, reading: Reading) -> tuple[Numbers, Numbers]:
        """The families that a word of this reading alone meets, and those of its kin."""
        alone = frozenset({reading})
        near = self.by_lemma.get(reading[0], ())
        met = tuple(n for n in near if meet(alone, self._order[n]))
        perhaps = (n for n in near if may_meet(alone, self._order[n]))
        related = (n for one in self._lexicon.kin(reading) for n in self._of_kin(one))
        return met, (*perhaps, *related)

    def _of_kin(self, reading: Reading) -> Iterator[int]:
        """The families of what is kin: of forms that only verbs have, or of all."""
        lemma, kind = reading
        near = self.by_lemma.get(lemma, ())
        return (n for n in near if kind == BARE or reading in self._order[n])

    def lemmas_and_kin(self) -> list[str]:
        """The lemmas of the families, and those that are kin to them."""
        readings = frozenset[Reading]().union(*self._order)
        kin = {lemma for one in readings for lemma, _ in self._lexicon.kin(one)}
        return [*self.by_lemma, *sorted(kin - self.by_lemma.keys())]
