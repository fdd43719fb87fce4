"""Which former sentence a new sentence of an article is: one that was edited, or none.

Two sentences are compared by their runs of three letters or digits, without regard to what stands
between words, to vowel marks or to the spelling of hamza, alif maqsura and ta marbuta. So a
word or a clause may be changed, added, dropped or moved, and words may be joined; and long
words, which carry the content, weigh more than short ones. What an article says again and again,
the name of its subject above all, weighs less: two sentences about one thing are not one sentence.
"""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polib

from bitext.text.arabic import fold
from bitext.text.characters import clean, stopped

RUN = 3
# The share of runs in common (2 × common / both, by weight) from which on a sentence is another one
# edited. tests/benchmarks/edits.py measures it: a clause less of a long sentence, or one word of
# three changed, is above it; two sentences of one article on one matter are below it.
SIMILAR = 0.55
# A heading says in short what a sentence below it says in full: where one of two texts ends like a
# sentence and the other does not, more must be alike. So must it where so few runs are common that
# one word makes them: “he turned once”, “he turned twice”.
NEARLY_SAME = 0.8
FEW = 4
# Two long sentences of one article may say different things of what both name at length: where so
# much is common, more must be alike, unless one is almost wholly in the other, which has a clause
# more.
MUCH, ALIKE, WITHIN = 25, 0.66, 0.85
# A text is compared with each candidate that has a run of it. Where its runs lead to more of them
# than MOST (each counted once for each run), it is compared with the best alone, so many as BEST
# says. So it takes as long among ten thousand sentences as among a hundred.
MOST, BEST = 1000, 20

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Compared:
    """A text as it is compared: its runs, each with how often it occurs; their weight in all."""

    runs: Counter[str]
    weight: float
    stopped: bool


_Places = dict[str, list[tuple[int, int]]]
"""By run the candidates that have it, and how often."""


def fuzzy_matches(
    texts: Iterable[str], candidates: Iterable[polib.POEntry], unchanged: Iterable[str] = ()
) -> dict[str, polib.POEntry]:
    """For each text the candidate that it most resembles, if it resembles one; each used once.

    The pairs that resemble most are matched first. unchanged: the other sentences of the article;
    a run that n of them have weighs 2 / (2 + n). A text is compared only with candidates that
    have a run in common with it.
    """
    new, former = list(texts), list(candidates)
    if not new or not former:
        return {}
    elsewhere = Counter(run for text in unchanged for run in set(_runs(text)))
    compared = [_compared(clean(entry.msgid), elsewhere) for entry in former]
    places: _Places = {}
    for place, old in enumerate(compared):
        for run, times in old.runs.items():
            places.setdefault(run, []).append((place, times))
    scored = []
    for text in new:
        found = _alike(_compared(text, elsewhere), compared, places, elsewhere)
        scored += [(share, text, place) for place, share in found]
    matched: dict[str, polib.POEntry] = {}
    taken: set[int] = set()
    for _, text, place in sorted(scored, key=lambda row: -row[0]):
        if text not in matched and place not in taken:
            matched[text] = former[place]
            taken.add(place)
    return matched


def _alike(
    new: _Compared,
    compared: list[_Compared],
    places: _Places,
    elsewhere: Counter[str],
) -> Iterator[tuple[int, float]]:
    """The places of the candidates that a text resembles, each with the share in common.

    The runs that the fewest candidates have come first. Where all together would lead to too many,
    those with the most of the first ones in common are looked at, and no others: an edit has kept
    runs that hardly another sentence has.
    """
    common: dict[int, float] = defaultdict(float)
    led, all_seen = 0, True
    for run in sorted(new.runs, key=lambda run: len(places.get(run, ()))):
        found = places.get(run, ())
        led += len(found)
        if common and led > MOST:  # the rarest run counts, however many have it
            all_seen = False
            break
        weight, times = _weight(run, elsewhere), new.runs[run]
        for place, there in found:
            common[place] += weight * (times if times < there else there)
    if not all_seen:
        best = heapq.nlargest(BEST, common, key=lambda place: (common[place], -place))
        common = {place: _shared(new, compared[place], elsewhere) for place in best}
    for place, shared in sorted(common.items()):
        old = compared[place]
        share = 2 * shared / (new.weight + old.weight)
        if share >= _least(new, old, shared):
            yield place, share


def _shared(new: _Compared, old: _Compared, elsewhere: Counter[str]) -> float:
    """The weight of the runs that two texts have in common."""
    both = new.runs.keys() & old.runs.keys()
    return sum(_weight(run, elsewhere) * min(new.runs[run], old.runs[run]) for run in sorted(both))


def _least(new: _Compared, old: _Compared, shared: float) -> float:
    """The share in common from which on a text is another one edited."""
    if new.stopped != old.stopped or shared < FEW:
        return NEARLY_SAME
    if shared >= MUCH and shared < WITHIN * min(new.weight, old.weight):
        return ALIKE
    return SIMILAR


def _compared(text: str, elsewhere: Counter[str]) -> _Compared:
    runs = _runs(text)
    weight = sum(times * _weight(run, elsewhere) for run, times in runs.items())
    return _Compared(runs, weight, stopped(text))


def _runs(text: str) -> Counter[str]:
    letters = _NO_LETTER.sub("", fold(text))
    # Of fewer letters than a run has, all are one.
    return Counter(letters[i : i + RUN] for i in range(max(1, len(letters) - RUN + 1)))


def _weight(run: str, elsewhere: Counter[str]) -> float:
    return 2 / (2 + elsewhere[run])
