"""Paragraphs that stand in another order in the translation.

`align` keeps the order, so that of two paragraphs that changed places it can pair only one. What it
leaves over on both sides is compared here, each paragraph with those about as far on.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bitext.alignment import align, certainty
from bitext.alignment.align import Bead
from bitext.alignment.evidence import Likeness, Text, likeness

_FAR = 4
"""How many left-over paragraphs away a moved one is looked for."""
_MANY = 50_000
"""Pairs of paragraphs above which none is looked for out of order: what leaves so many over is
hardly a translation, and comparing them takes ten seconds.
"""
# A paragraph must answer to another out of order so much better (in nats) than to nothing, and
# than that one or itself to a third.
_ENOUGH, _MARGIN = 6.0, 3.0
_HOLDS = 0.95
"""The confidence from which on a sentence is taken to be in its place."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A paragraph of each side, as ranges of sentences; how much better than nothing they fit."""

    sources: range
    targets: range
    gain: float
    beads: Sequence[Bead]


def pair(arabic: Text, english: Text, evidence: Likeness | None = None) -> list[Bead]:
    """The beads of two texts, in the order of the Arabic ones; English may jump.

    Every sentence of both sides is in exactly one bead; one without Arabic stands where the
    English before it does. evidence: of these two texts, if it is known already.
    """
    evidence = evidence or likeness(arabic, english)
    beads = align.align(arabic, english, evidence)
    moves = list(_moves(arabic, english, beads, evidence))
    if not moves:
        return _weighed(_uncrossed(beads, evidence), arabic, english, evidence)
    ours = _others(len(arabic.traits), [move.sources for move in moves])
    theirs = _others(len(english.traits), [move.targets for move in moves])
    rest = align.align(_only(arabic, ours), _only(english, theirs))
    found = [bead for move in moves for bead in move.beads]
    for bead in rest:
        found += _back(bead, ours, theirs)
    return _weighed(_uncrossed(_ordered(found), evidence), arabic, english, evidence)


def _weighed(beads: Iterable[Bead], arabic: Text, english: Text, evidence: Likeness) -> list[Bead]:
    return list(certainty.weighed(list(beads), arabic, english, evidence))


def _uncrossed(beads: Iterable[Bead], evidence: Likeness) -> Iterator[Bead]:
    """The beads, with those of two sentences and two split that cross: there the first Arabic
    sentence pairs with the second English one, and the second with the first.
    """
    for bead in beads:
        i, j = bead.sources.start, bead.targets.start
        if len(bead.sources) == len(bead.targets) == 2:
            crossed = evidence(1, i, 1, j + 1) + evidence(1, i + 1, 1, j)
            straight = evidence(1, i, 1, j) + evidence(1, i + 1, 1, j + 1)
            gain = crossed - max(straight, evidence(2, i, 2, j))
            if gain > 0:
                confidence = bead.confidence * _share(gain)
                yield Bead(range(i, i + 1), range(j + 1, j + 2), confidence)
                yield Bead(range(i + 1, i + 2), range(j, j + 1), confidence)
                continue
        yield bead


def _share(gain: float) -> float:
    """The probability of that of two alternatives which is better by `gain` nats."""
    return 1 / (1 + math.exp(-gain)) if gain > -100 else 0.0


def _moves(
    arabic: Text, english: Text, beads: Sequence[Bead], evidence: Likeness
) -> Iterator[_Move]:
    """The pairs of left-over paragraphs that belong together, the surest first."""
    ours = _left(arabic, [bead.sources for bead in beads if _holds(bead)])
    theirs = _left(english, [bead.targets for bead in beads if _holds(bead)])
    far = _FAR + abs(len(ours) - len(theirs))
    near = [(p, q) for n, p in enumerate(ours) for q in theirs[max(n - far, 0) : n + far + 1]]
    if len(near) > _MANY:
        return
    possible = [_compare(arabic, english, p, q, evidence) for p, q in near]
    possible.sort(key=lambda move: -move.gain)
    while possible and possible[0].gain >= _ENOUGH:
        best = possible.pop(0)
        rivals = [m for m in possible if (m.sources == best.sources) != (m.targets == best.targets)]
        possible = [m for m in possible if m.sources != best.sources and m.targets != best.targets]
        if all(best.gain - rival.gain >= _MARGIN for rival in rivals):
            yield best


def _holds(bead: Bead) -> bool:
    return bead.linked and bead.confidence >= _HOLDS


def _left(text: Text, linked: Sequence[range]) -> list[range]:
    """The paragraphs of a text that have no sentence in one of the ranges `linked`."""
    taken = {place for places in linked for place in places}
    bounds = [*sorted(text.starts), len(text.traits)]
    paragraphs = (range(start, end) for start, end in pairwise(bounds))
    return [paragraph for paragraph in paragraphs if taken.isdisjoint(paragraph)]


def _compare(
    arabic: Text, english: Text, sources: range, targets: range, evidence: Likeness
) -> _Move:
    """The move of a paragraph, `sources`, to another, `targets`: how well they fit, and their
    beads.
    """

    def within(m: int, i: int, n: int, j: int) -> float:
        return evidence(m, i + sources.start, n, j + targets.start)

    beads = align.align(_only(arabic, sources), _only(english, targets), within)
    gain = align.score(beads, within) - align.score(
        align.nothing(len(sources), len(targets)), within
    )
    share = _share(gain - _ENOUGH / 2)
    placed = [
        Bead(
            range(bead.sources.start + sources.start, bead.sources.stop + sources.start),
            range(bead.targets.start + targets.start, bead.targets.stop + targets.start),
            bead.confidence * share,
        )
        for bead in beads
    ]
    return _Move(sources, targets, gain, placed)


def _others(size: int, without: Sequence[range]) -> list[int]:
    gone = {place for places in without for place in places}
    return [place for place in range(size) if place not in gone]


def _only(text: Text, places: Sequence[int]) -> Text:
    """The text of the sentences at these places alone."""
    starts = {0, *(n for n, place in enumerate(places) if place in text.starts)}
    vectors = [text.vectors[place] for place in places] if text.vectors else ()
    return Text([text.traits[place] for place in places], frozenset(starts), vectors)


def _back(bead: Bead, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[Bead]:
    """A bead of the rest, in the places of the whole texts.

    ours, theirs: the places there of the sentences of the rest. A bead of sentences that are not
    neighbours in the whole is dissolved: each of its sentences is alone.
    """
    sources = [ours[i] for i in bead.sources]
    targets = [theirs[j] for j in bead.targets]
    if all(b - a == 1 for side in (sources, targets) for a, b in pairwise(side)):
        yield Bead(_range(sources), _range(targets), bead.confidence)
        return
    for i in sources:
        yield Bead(range(i, i + 1), range(0), bead.confidence)
    for j in targets:
        yield Bead(range(0), range(j, j + 1), bead.confidence)


def _range(places: Sequence[int]) -> range:
    return range(places[0], places[-1] + 1) if places else range(0)


def _ordered(beads: Sequence[Bead]) -> list[Bead]:
    """The beads in the order of their Arabic.

    One without Arabic stands behind the bead that has the English before its own.
    """
    linked = sorted((b for b in beads if b.sources), key=lambda bead: bead.sources.start)
    ends = {bead.targets.stop: n for n, bead in enumerate(linked) if bead.targets}
    found: list[tuple[float, int, Bead]] = [(float(n), 0, b) for n, b in enumerate(linked)]
    after = -1.0
    for bead in sorted((b for b in beads if not b.sources), key=lambda b: b.targets.start):
        after = float(ends.get(bead.targets.start, after))
        found.append((after, bead.targets.start + 1, bead))
    return [bead for _, _, bead in sorted(found, key=lambda row: row[:2])]
