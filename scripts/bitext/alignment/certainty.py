"""How sure a bead is, once it is known what its text leaves out.

`align` weighs a bead against other cuts of the same sentences. It takes two texts for translations
of each other, so that where a sentence lost its English, and the English next to it its Arabic,
it makes a pair of the two although nothing speaks for it. The more of the texts is left alone,
above all beside the bead, the likelier that is; the more speaks for the bead itself, the less.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bitext.alignment.align import Bead
from bitext.alignment.evidence import Likeness

SURE = 0.97
"""The confidence from which on a bead may be taken on trust."""

# The odds that two sentences stand in place of each other's lost partners: for each neighbour
# without a partner; for the share of such beads in the texts, squared, because both texts must
# lack something there, and to the fourth power, because little is left then to go by. And what
# counts of the evidence for a bead, which is not as independent as it is taken to be. Chosen on
# the even documents of NTREX-128 (tests/benchmarks/aligner.py).
_BESIDE, _SHARE, _MUCH = 0.05, 0.5, 10.0
_WEIGHT = 0.7


def weighed(beads: Sequence[Bead], evidence: Likeness) -> Iterator[Bead]:
    """The beads, each pair with its confidence lowered by what speaks against it; see above."""
    alone = [not (bead.sources and bead.targets) for bead in beads]
    share = sum(alone) / max(len(beads), 1)
    for n, bead in enumerate(beads):
        if alone[n]:
            yield bead
            continue
        told = evidence(
            len(bead.sources), bead.sources.start, len(bead.targets), bead.targets.start
        )
        beside = sum(alone[max(n - 1, 0) : n + 2])
        odds = _BESIDE * beside + _SHARE * share**2 + _MUCH * share**4
        odds *= math.exp(min(-_WEIGHT * told, 100))
        yield replace(bead, confidence=bead.confidence / (1 + odds))
