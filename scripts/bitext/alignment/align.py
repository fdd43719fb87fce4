"""Align a text with its translation: which sentences of one answer to which of the other.

After W. A. Gale and K. W. Church, “A Program for Aligning Sentences in Bilingual Corpora”,
Computational Linguistics 19(1), 1993: both texts are cut into beads (one sentence of each, one
and two, one and none, …), in order; a bead is likely when its two lengths in characters fit, and
dynamic programming finds the likeliest cut. What is different here:

- A bead's score is a ratio of likelihoods: its English as the translation of its Arabic, against
  the same English sentences met by chance. So a sentence that one text leaves out costs the same
  whether it is long or short, and the cues of `cues` are simply added.
- How much longer English is than Arabic is taken from the two texts themselves.
- The forward-backward algorithm (L. R. Rabiner, Proc. IEEE 77(2), 1989) gives each bead its
  probability under the model, among all cuts. That is its confidence.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bitext.alignment import cues
from bitext.alignment.cues import Traits

SURE = 0.95
"""The confidence from which on a bead may be taken on trust; none of the tuned texts is wrong."""

# How often a bead has so many Arabic and so many English sentences: Gale and Church's figures with
# more of what literary translators do; three English sentences for one were added.
_PRIORS = {
    (1, 1): 0.84,
    (1, 2): 0.055,
    (2, 1): 0.045,
    (1, 0): 0.015,
    (0, 1): 0.015,
    (2, 2): 0.01,
    (1, 3): 0.01,
}
_KINDS = [(sources, targets, math.log(share)) for (sources, targets), share in _PRIORS.items()]
# English characters for an Arabic one: 1.27 over the tuned texts and the first article, from 1.18
# in news to 1.50 in a column. The texts at hand count for more the longer they are.
_RATIO, _RATIO_WEIGHT = 1.27, 1000
_LEAST_RATIO, _MOST_RATIO = 1.05, 1.6  # beyond these, one text lacks much of the other
# The variance of English length for a character of Arabic, and of any sentence; and how often
# lengths have nothing to do with each other.
_VARIANCE, _LEAST_VARIANCE, _ODD = 2.0, 1.0, 0.01
# English sentences as such: the logarithm of the length is distributed normally.
_LOG_LENGTH, _LOG_SPREAD = 4.1, 0.78
_LOG_ROOT_TAU = math.log(2 * math.pi) / 2
_WIDTH = 30  # how far from the diagonal a bead is looked for at first, in English sentences


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that answer to each other, as places in both texts; one side may be empty.

    confidence: the probability, from 0 to 1, that just these belong together.
    """

    sources: range
    targets: range
    confidence: float


@dataclass(frozen=True, slots=True)
class _Span:
    """Neighbouring sentences as one. chance: the log-likelihood of their lengths as such."""

    traits: Traits
    chance: float


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The cuts looked at. A node (i, j) stands before Arabic sentence i and English sentence j.

    band: for each i the first and last j. scores: for each i, and j from the first on, the score
    of every kind of bead that ends there, minus infinity if none can.
    """

    band: list[tuple[int, int]]
    scores: Sequence[Sequence[float]]

    def beads_into(self, i: int, j: int) -> Iterator[tuple[int, int, float]]:
        """Of each bead that ends at a node: where it begins, and its score."""
        at = (j - self.band[i][0]) * len(_KINDS)
        for offset, (sources, targets, _) in enumerate(_KINDS):
            score = self.scores[i][at + offset]
            if score > -math.inf:
                yield i - sources, j - targets, score

    def nodes(self) -> list[tuple[int, int]]:
        """Every node, in an order in which no bead goes backwards."""
        return [(i, j) for i, (low, high) in enumerate(self.band) for j in range(low, high + 1)]


def ratio(arabic: Sequence[Traits], english: Sequence[Traits]) -> float:
    """How many English characters answer to an Arabic one in these two texts."""
    sources, targets = (sum(t.length for t in side) for side in (arabic, english))
    growth = (targets + _RATIO_WEIGHT * _RATIO) / (sources + _RATIO_WEIGHT)
    return min(max(growth, _LEAST_RATIO), _MOST_RATIO)


def align(
    arabic: Sequence[Traits], english: Sequence[Traits], growth: float | None = None
) -> list[Bead]:
    """The likeliest beads, in order; every sentence of both sides is in exactly one.

    growth: `ratio` of the texts these are from, if they are a part only.
    Takes time in proportion to the sentences, unless the two sides are far out of step.
    """
    growth = growth or ratio(arabic, english)
    width = _WIDTH
    while True:
        lattice = _lattice(arabic, english, growth, width)
        path = _best_path(lattice)
        if not _leans(path, lattice.band, len(english)):
            return _beads(path, lattice)
        width *= 2


def _lattice(
    arabic: Sequence[Traits], english: Sequence[Traits], growth: float, width: int
) -> _Lattice:
    band = _band(arabic, english, width)
    sources, targets = (_spans(side) for side in (arabic, english))
    scores = []
    for i, (low, high) in enumerate(band):
        row = array("d")
        for j in range(low, high + 1):
            for m, n, prior in _KINDS:
                k = i - m
                inside = k >= 0 and band[k][0] <= j - n <= band[k][1]
                score = prior if inside else -math.inf
                if inside and m and n:
                    score += _likeness(sources[m, k], targets[n, j - n], growth)
                row.append(score)
        scores.append(row)
    return _Lattice(band, scores)


def _band(arabic: Sequence[Traits], english: Sequence[Traits], width: int) -> list[tuple[int, int]]:
    """The nodes to look at: those about as far into one text as into the other, in characters."""
    read = [0, *accumulate(t.length for t in arabic)]
    written = [0, *accumulate(t.length for t in english)]
    band: list[tuple[int, int]] = []
    for done in read:
        centre = bisect_left(written, written[-1] * done / max(read[-1], 1))
        low, high = max(0, centre - width), min(len(english), centre + width)
        # However long one sentence is, its row must touch the row before it.
        band.append((min(low, band[-1][1]) if band else 0, high))
    band[-1] = (band[-1][0], len(english))
    return band


def _spans(side: Sequence[Traits]) -> dict[tuple[int, int], _Span]:
    """Up to three neighbouring sentences as one, by their number and the first one's place."""
    spans = {}
    for start in range(len(side)):
        chance = 0.0
        for size in range(1, min(3, len(side) - start) + 1):
            chance += _chance(side[start + size - 1].length)
            traits = cues.together(side[start : start + size])
            # Where within the whole the cuts fall is no news in either case: evenly anywhere.
            spread = (size - 1) * math.log(traits.length)
            spans[size, start] = _Span(traits, chance + spread)
    return spans


def _chance(length: int) -> float:
    """The log-likelihood of an English sentence's length, whatever it translates."""
    z = (math.log(length) - _LOG_LENGTH) / _LOG_SPREAD
    return -(z**2) / 2 - math.log(length * _LOG_SPREAD) - _LOG_ROOT_TAU


def _likeness(source: _Span, target: _Span, growth: float) -> float:
    """How much likelier the target is as the source's translation than by chance, in nats."""
    a, e = source.traits.length, target.traits.length
    variance = _VARIANCE * (a + e / growth) / 2 + _LEAST_VARIANCE
    fit = -((e - growth * a) ** 2) / variance / 2 - math.log(variance) / 2 - _LOG_ROOT_TAU
    odd = math.log(_ODD) + _chance(e)
    return (
        _sum(fit + math.log(1 - _ODD), odd)
        - target.chance
        + cues.agreement(source.traits, target.traits)
    )


def _sum(a: float, b: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    high, low = max(a, b), min(a, b)
    return high if low == -math.inf else high + math.log1p(math.exp(low - high))


def _best_path(lattice: _Lattice) -> list[tuple[int, int]]:
    """The nodes of the likeliest cut, first to last (Viterbi)."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    nodes = lattice.nodes()
    for node in nodes[1:]:
        ways = [
            (best[i, j][0] + score, (i, j))
            for i, j, score in lattice.beads_into(*node)
            if (i, j) in best
        ]
        if ways:
            best[node] = max(ways)
    path = [nodes[-1]]
    while path[-1] != (0, 0):
        path.append(best[path[-1]][1])
    return path[::-1]


def _leans(path: list[tuple[int, int]], band: list[tuple[int, int]], last: int) -> bool:
    """Whether the path touches the band's edge, so that a better one may lie outside."""
    return any((j == band[i][0] > 0) or (j == band[i][1] < last) for i, j in path)


def _beads(path: list[tuple[int, int]], lattice: _Lattice) -> list[Bead]:
    """The path's beads with their probabilities (forward-backward)."""
    before, after = _weights(lattice)
    total = before[path[-1]]
    beads = []
    for start, end in pairwise(path):
        scores = {(i, j): score for i, j, score in lattice.beads_into(*end)}
        chance = math.exp(before[start] + scores[start] + after[end] - total)
        sources, targets = (range(a, b) for a, b in zip(start, end, strict=True))
        beads.append(Bead(sources, targets, min(chance, 1.0)))
    return beads


def _weights(
    lattice: _Lattice,
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """The log of the summed likelihood of every way to each node, and of every way from it."""
    nodes = lattice.nodes()
    before = {nodes[0]: 0.0}
    for node in nodes[1:]:
        for i, j, score in lattice.beads_into(*node):
            way = before.get((i, j), -math.inf) + score
            before[node] = _sum(before.get(node, -math.inf), way)
    after = {nodes[-1]: 0.0}
    for node in reversed(nodes):
        for i, j, score in lattice.beads_into(*node):
            way = after.get(node, -math.inf) + score
            after[i, j] = _sum(after.get((i, j), -math.inf), way)
    return before, after
