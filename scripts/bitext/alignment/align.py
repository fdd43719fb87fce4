"""Align a text with its translation: which sentences of one answer to which of the other.

After W. A. Gale and K. W. Church, “A Program for Aligning Sentences in Bilingual Corpora”,
Computational Linguistics 19(1), 1993: both texts are cut into beads (one sentence of each, one
and two, one and none, …), in order, and dynamic programming finds the likeliest cut. What is
different here:

- A bead's score is the `evidence` for it, a ratio of likelihoods.
- Paragraphs are not paired first: that both texts begin one is evidence for a cut, that only one
  does against it, as strong as the texts' own habits. A whole paragraph that the other text lacks
  is one bead, as likely as a lost sentence.
- The forward-backward algorithm (L. R. Rabiner, Proc. IEEE 77(2), 1989) gives each bead its
  probability under the model, among all cuts. That is its confidence here; see `certainty`.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bitext.alignment.evidence import Likeness, Text, between, likeness

# How often a bead has so many Arabic and so many English sentences: Gale and Church's figures with
# more of what literary translators do; three sentences for one were added.
_PRIORS = {
    (1, 1): 0.785,
    (1, 2): 0.07,
    (2, 1): 0.055,
    (1, 0): 0.03,
    (0, 1): 0.03,
    (2, 2): 0.01,
    (1, 3): 0.005,
    (3, 1): 0.005,
}
_KINDS = [(sources, targets, math.log(share)) for (sources, targets), share in _PRIORS.items()]
_PARAGRAPH = math.log(0.03)  # a whole paragraph that the other text lacks
_WAYS = len(_KINDS) + 2  # of these on either side
# How often the translation of a paragraph's beginning begins one too, if it has as many of them,
# and the least share of anything; how often a translator joins what stands in two paragraphs.
_KEPT, _LEAST, _ACROSS = 0.92, 0.03, 0.1
# And how much more seldom one that has a stop at its end with one that has none.
_UNLIKE = 0.1
_WIDTH = 30  # how far from the diagonal a bead is looked for at first, in English sentences


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that answer to each other, as places in both texts; one side may be empty.

    confidence: the probability, from 0 to 1, that just these belong together.
    """

    sources: range
    targets: range
    confidence: float

    @property
    def linked(self) -> bool:
        """Whether there are sentences on both sides."""
        return bool(self.sources and self.targets)


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The cuts looked at. A node (i, j) stands before Arabic sentence i and English sentence j.

    band: for each i the first and last j. scores: for each i, and j from the first on, the score
    of every kind of bead that ends there, minus infinity if none can. opened, begun: for each
    place, where the Arabic and the English paragraph began that ends there, -1 if none does.
    """

    band: list[tuple[int, int]]
    scores: Sequence[Sequence[float]]
    opened: Sequence[int]
    begun: Sequence[int]

    def beads_into(self, i: int, j: int) -> Iterator[tuple[int, int, float]]:
        """Of each bead that ends at a node: where it begins, and its score."""
        at = (j - self.band[i][0]) * _WAYS
        row = self.scores[i]
        for offset, (sources, targets, _) in enumerate(_KINDS, at):
            if row[offset] > -math.inf:
                yield i - sources, j - targets, row[offset]
        if row[at + _WAYS - 2] > -math.inf:
            yield self.opened[i], j, row[at + _WAYS - 2]
        if row[at + _WAYS - 1] > -math.inf:
            yield i, self.begun[j], row[at + _WAYS - 1]

    def nodes(self) -> list[tuple[int, int]]:
        """Every node, in an order in which no bead goes backwards."""
        return [(i, j) for i, (low, high) in enumerate(self.band) for j in range(low, high + 1)]


def align(arabic: Text, english: Text, evidence: Likeness | None = None) -> list[Bead]:
    """The likeliest beads, in order; every sentence of both sides is in exactly one.

    evidence: of these two texts, if it is known already.
    Takes time in proportion to the sentences, unless the two sides are far out of step.
    """
    evidence = evidence or likeness(arabic, english)
    width = _WIDTH
    while True:
        lattice = _lattice(arabic, english, evidence, width)
        path = _best_path(lattice)
        if not _leans(path, lattice.band, len(english.traits)):
            return _beads(path, lattice)
        width *= 2


def nothing(sources: int, targets: int) -> list[Bead]:
    """The beads of two paragraphs that do not answer to each other."""
    return [Bead(range(sources), range(0), 1.0), Bead(range(0), range(targets), 1.0)]


def score(beads: Sequence[Bead], evidence: Likeness) -> float:
    """How likely these beads are, in nats; a bead of one side alone is a paragraph left out."""
    total = 0.0
    for bead in beads:
        if bead.linked:
            total += math.log(_PRIORS[len(bead.sources), len(bead.targets)])
            total += between(evidence, bead.sources, bead.targets)
        else:
            total += _PARAGRAPH
    return total


def _lattice(arabic: Text, english: Text, evidence: Likeness, width: int) -> _Lattice:
    band = _band(arabic, english, width)
    opened, begun = _paragraphs(arabic), _paragraphs(english)
    cut = _cuts(arabic, english)
    scores = []
    for i, (low, high) in enumerate(band):
        row = array("d")
        for j in range(low, high + 1):
            bonus = cut[opened[i] >= 0][begun[j] >= 0]
            for m, n, prior in _KINDS:
                k, start = i - m, j - n
                if k < 0 or not _within(band[k], start):
                    row.append(-math.inf)
                    continue
                score = prior + bonus
                if m and n:
                    score += evidence(m, k, n, start)
                    score += _across(arabic, k, i) + _across(english, start, j)
                row.append(score)
            k, start = opened[i], begun[j]
            row.append(_PARAGRAPH + bonus if 0 <= k < i and _within(band[k], j) else -math.inf)
            row.append(_PARAGRAPH + bonus if low <= start < j else -math.inf)
        scores.append(row)
    return _Lattice(band, scores, opened, begun)


def _within(limits: tuple[int, int], j: int) -> bool:
    return limits[0] <= j <= limits[1]


def _paragraphs(text: Text) -> list[int]:
    """For each place between sentences, where the paragraph began that ends there, -1 if none."""
    places = [*sorted(text.starts), len(text.traits)]
    found = [-1] * (len(text.traits) + 1)
    for start, end in pairwise(places):
        found[end] = start
    found[0] = 0
    return found


def _cuts(arabic: Text, english: Text) -> tuple[tuple[float, float], tuple[float, float]]:
    """The evidence for a cut by whether an Arabic and whether an English paragraph ends there.

    How much an English text keeps of the paragraphs is told by how many it has.
    """
    sources, targets = len(arabic.starts), len(english.starts)
    sentences = max(len(english.traits), len(arabic.traits), 1)
    share = min(max(targets / sentences, _LEAST), 1 - _LEAST)
    kept = min(max(_KEPT * min(targets / max(sources, 1), 1), _LEAST), 1 - _LEAST)
    new = (targets - sources * kept) / max(sentences - sources, 1)
    new = min(max(new, _LEAST), 1 - _LEAST)
    return (
        (math.log((1 - new) / (1 - share)), math.log(new / share)),
        (math.log((1 - kept) / (1 - share)), math.log(kept / share)),
    )


def _across(text: Text, start: int, end: int) -> float:
    """The evidence against a bead whose sentences stand in more paragraphs than one, above all
    where one of these ends without a stop: a heading or a byline."""
    stops = [traits.stops for traits in text.traits[start:end]]
    breaks = [n for n in range(1, end - start) if start + n in text.starts]
    odd = sum(stops[n - 1] != stops[n] for n in breaks)
    return math.log(_ACROSS) * len(breaks) + math.log(_UNLIKE) * odd


def _band(arabic: Text, english: Text, width: int) -> list[tuple[int, int]]:
    """The nodes to look at: those about as far into one text as into the other, in characters."""
    read = [0, *accumulate(t.length for t in arabic.traits)]
    written = [0, *accumulate(t.length for t in english.traits)]
    band: list[tuple[int, int]] = []
    for done in read:
        centre = bisect_left(written, written[-1] * done / max(read[-1], 1))
        low, high = max(0, centre - width), min(len(english.traits), centre + width)
        # However long one sentence is, its row must touch the row before it.
        band.append((min(low, band[-1][1]) if band else 0, high))
    band[-1] = (band[-1][0], len(english.traits))
    return band


def _best_path(lattice: _Lattice) -> list[tuple[int, int]]:
    """The nodes of the likeliest cut, from the first to the last."""
    nodes = lattice.nodes()
    best: dict[tuple[int, int], float] = {nodes[0]: 0.0}
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for node in nodes[1:]:
        for i, j, score in lattice.beads_into(*node):
            total = best.get((i, j), -math.inf) + score
            if total > best.get(node, -math.inf):
                best[node] = total
                origins[node] = (i, j)
    path = [nodes[-1]]
    while path[-1] in origins:
        path.append(origins[path[-1]])
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


def _sum(a: float, b: float) -> float:
    """log(exp(a) + exp(b)), either of which may be minus infinity."""
    if a < b:
        a, b = b, a
    return a if b == -math.inf else a + math.log1p(math.exp(b - a))
