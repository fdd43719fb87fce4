"""Where the paragraphs of an article stand among all paragraphs of its page, in order."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

_RUNS = (1, 4, 2)
"""Of how many texts a run is that is looked for, one size after the other."""


def positions(wanted: Sequence[str], here: Sequence[str]) -> list[int | None]:
    """Of each wanted text its index in `here`, None where it is not found; indices only grow.

    First the texts are found that occur once in both. Then, in each gap between two that were
    found, runs of four that occur once in both parts of it, and then runs of two. After each of
    these steps neighbours of what was found are found as well, where they are equal. In each gap
    that is left, the first of several equal texts is the first such text of that part of `here`,
    the second the second. The time grows as n log n, whatever the texts are.
    """
    found: list[int | None] = [None] * len(wanted)
    for size in _RUNS:
        for texts, places in list(_gaps(found, len(here))):
            for n, place in _growing(_once(wanted, here, texts, places, size)):
                found[n] = place
        _beside(found, wanted, here)
    for texts, places in list(_gaps(found, len(here))):
        for n, place in _growing(_one_by_one(wanted, here, texts, places)):
            found[n] = place
    return found


def _gaps(found: Sequence[int | None], size: int) -> Iterator[tuple[range, range]]:
    """Each run of texts that are not found, with the run of places that they can have."""
    first, start = 0, 0
    for n, place in enumerate([*found, size]):
        if place is None:
            continue
        if first < n:
            yield range(first, n), range(start, place)
        first, start = n + 1, place + 1


def _once(
    wanted: Sequence[str], here: Sequence[str], texts: range, places: range, size: int
) -> Iterator[tuple[int, int]]:
    """The texts at which a run of `size` begins that `texts` and `places` have once, with its
    place.
    """
    runs = _runs(wanted, texts, size)
    there = _runs(here, places, size)
    once, once_there = Counter(runs), Counter(there)
    where = {run: place for run, place in zip(there, places, strict=False) if once_there[run] == 1}
    for run, n in zip(runs, texts, strict=False):
        if once[run] == 1 and run in where:
            yield n, where[run]


def _runs(all_texts: Sequence[str], indices: range, size: int) -> list[tuple[str, ...]]:
    """The run of `size` texts at each of these indices, as far as it stays within them."""
    return [tuple(all_texts[n : n + size]) for n in indices[: max(0, len(indices) - size + 1)]]


def _one_by_one(
    wanted: Sequence[str], here: Sequence[str], texts: range, places: range
) -> Iterator[tuple[int, int]]:
    """Each text with its place: of equal texts the first with the first there, and so on."""
    left: dict[str, list[int]] = defaultdict(list)
    for place in reversed(places):
        left[here[place]].append(place)
    for n in texts:
        if same := left.get(wanted[n]):
            yield n, same.pop()


def _growing(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The largest selection of these pairs whose places only grow, the last pair first.

    pairs: the index of each text and its place, in the order of the texts. It is the longest
    increasing subsequence, found by patience sorting.
    """
    ends: list[int] = []  # the least place that a sequence of each length can end in
    tops: list[int] = []  # which pair that is
    seen: list[tuple[int, int, int]] = []  # each pair, and which one is before it
    for n, place in pairs:
        at = bisect_left(ends, place)
        seen.append((n, place, tops[at - 1] if at else -1))
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [len(seen) - 1]
    at = tops[-1] if tops else -1
    while at >= 0:
        n, place, at = seen[at]
        yield n, place


def _beside(found: list[int | None], wanted: Sequence[str], here: Sequence[str]) -> None:
    """Find what follows what was found, and then what comes before it, in both."""
    taken = {place for place in found if place is not None}
    for step, order in ((1, range(1, len(wanted))), (-1, range(len(wanted) - 2, -1, -1))):
        for n in order:
            beside = found[n - step]
            if found[n] is not None or beside is None:
                continue
            place = beside + step
            if 0 <= place < len(here) and place not in taken and here[place] == wanted[n]:
                found[n] = place
                taken.add(place)
