"""How sure a bead is, once it is known what its text leaves out.

`align` weighs a bead against other cuts of the same sentences. It takes two texts for translations
of each other, so that where a sentence lost its English, and the English next to it its Arabic,
it makes a pair of the two although nothing speaks for it. The more of the texts is left alone,
above all beside the bead, the likelier that is; the more speaks for the bead itself, the less.

More doubts are weighed here. A sentence at the end of a bead may belong to none, which is likelier
in a text that leaves much out. A sentence nearby may fit as well, out of order. And the first
sentence of an article says what its headline says: where the English lacks the headline, the two
would pass for a pair but for the stop that a headline has not.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bitext.alignment.align import Bead
from bitext.alignment.evidence import Likeness, Text, between

SURE = 0.97
"""The confidence from which on a bead may be taken on trust."""

# The odds that two sentences stand in place of each other's lost partners: for each neighbour
# without a partner; for the share of such beads in the texts, squared, because both texts must
# lack something there, and to the fourth power, because little is left then to go by. And what
# counts of the evidence for a bead, which is not as independent as it is taken to be. Chosen on
# the even documents of NTREX-128 (tests/benchmarks/aligner.py).
_BESIDE, _SHARE, _MUCH = 0.05, 0.5, 10.0
_WEIGHT = 0.6
# The odds, before anything is seen: that a sentence at the end of a bead is nobody's, at least, and
# for the share of beads of one side alone; that a sentence without a partner is meant instead, or
# that two pairs have each other's English; and how near such sentences are.
_IDLE, _IDLE_SHARE = 0.1, 8.0
_INSTEAD, _EXCHANGED, _NEAR = 0.05, 0.002, 6
# That English with a stop is no headline's: of even NTREX, 4 of 6 such pairs were wrong.
_NO_HEADLINE = 1.0


def weighed(
    beads: Sequence[Bead], arabic: Text, english: Text, evidence: Likeness
) -> Iterator[Bead]:
    """The beads, each pair with its confidence lowered by what speaks against it; see above."""
    alone = [not bead.linked for bead in beads]
    share = sum(alone) / max(len(beads), 1)
    places = _Places(beads, evidence)
    for n, bead in enumerate(beads):
        if alone[n]:
            yield bead
            continue
        held = between(evidence, bead.sources, bead.targets)
        beside = sum(alone[max(n - 1, 0) : n + 2])
        odds = _BESIDE * beside + _SHARE * share**2 + _MUCH * share**4
        odds *= _odds(-held)
        idle = _IDLE + _IDLE_SHARE * share
        odds += idle * sum(_odds(less - held) for less in _trimmed(bead, evidence))
        odds += sum(chance * _odds(gain) for chance, gain in places.instead(bead))
        if bead.sources.start == 0 and not _stops(arabic, bead.sources):
            odds += _NO_HEADLINE * _stops(english, bead.targets)
        yield replace(bead, confidence=bead.confidence / (1 + odds))


def _stops(text: Text, places: range) -> bool:
    return text.traits[places[-1]].stops


def _odds(gain: float) -> float:
    return math.exp(min(_WEIGHT * gain, 100))


def _trimmed(bead: Bead, evidence: Likeness) -> Iterator[float]:
    """The evidence for each bead that is this one less the first or last sentence of a side."""
    sources, targets = bead.sources, bead.targets
    if len(sources) > 1:
        yield from (between(evidence, less, targets) for less in (sources[1:], sources[:-1]))
    if len(targets) > 1:
        yield from (between(evidence, sources, less) for less in (targets[1:], targets[:-1]))


class _Places:
    """Which sentence has which single partner, and which have none."""

    def __init__(self, beads: Sequence[Bead], evidence: Likeness) -> None:
        self._evidence = evidence
        single = [b for b in beads if len(b.sources) == len(b.targets) == 1]
        self._english = {b.sources.start: b.targets.start for b in single}
        self._arabic = {b.targets.start: b.sources.start for b in single}
        self._without_english = {i for b in beads if not b.targets for i in b.sources}
        self._without_arabic = {j for b in beads if not b.sources for j in b.targets}

    def instead(self, bead: Bead) -> Iterator[tuple[float, float]]:
        """Each way of giving one sentence of a single pair another partner nearby: the odds of it
        as such, and how much better it would be, in nats.
        """
        i, j = bead.sources.start, bead.targets.start
        if self._english.get(i) != j:
            return
        held = self._evidence(1, i, 1, j)
        for other in _around(j, self._english, i):
            if other in self._without_arabic:
                yield _INSTEAD, self._evidence(1, i, 1, other) - held
            elif other in self._arabic:
                source = self._arabic[other]
                straight = held + self._evidence(1, source, 1, other)
                crossed = self._evidence(1, i, 1, other) + self._evidence(1, source, 1, j)
                yield _EXCHANGED, crossed - straight
        for other in _around(i, self._arabic, j) & self._without_english:
            yield _INSTEAD, self._evidence(1, other, 1, j) - held


def _around(place: int, links: Mapping[int, int], across: int) -> set[int]:
    """The other places near `place`, and near those that the neighbours of its partner are linked
    to.

    links: from places of the other side to places of this one. across: the partner.
    """
    centres = {place, links.get(across - 1, place), links.get(across + 1, place)}
    found = {centre + n for centre in centres for n in range(-_NEAR, _NEAR + 1)}
    return found - {place}
