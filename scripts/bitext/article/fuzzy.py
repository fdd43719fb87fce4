"""Which former sentence a new sentence of an article is: one that was edited, or none.

Two sentences are compared by their runs of three letters or digits, without regard to what stands
between words, to vowel marks or to the spelling of hamza, alif maqsura and ta marbuta. So a
word or a clause may be changed, added, dropped or moved, and words may be joined; and long
words, which carry the content, weigh more than short ones. What an article says again and again,
the name of its subject above all, weighs less: two sentences about one thing are not one sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polib

from bitext.text.arabic import fold
from bitext.text.characters import clean

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

_NO_LETTER = re.compile(r"[\W_]+")
_STOPPED = re.compile(r"[.!?؟…][^\w.!?؟…]*\Z")


@dataclass(frozen=True, slots=True)
class _Compared:
    """A text as it is compared: its runs, each with how often it occurs; their weight in all."""

    runs: Counter[str]
    weight: float
    stopped: bool


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
    places: dict[str, list[int]] = {}
    for place, old in enumerate(compared):
        for run in old.runs:
            places.setdefault(run, []).append(place)
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
    places: dict[str, list[int]],
    elsewhere: Counter[str],
) -> Iterator[tuple[int, float]]:
    """The places of the candidates that a text resembles, each with the share in common."""
    common: dict[int, float] = {}
    for run, times in new.runs.items():
        weight = _weight(run, elsewhere)
        for place in places.get(run, ()):
            shared = weight * min(times, compared[place].runs[run])
            common[place] = common.get(place, 0) + shared
    for place, shared in common.items():
        old = compared[place]
        share = 2 * shared / (new.weight + old.weight)
        if share >= _least(new, old, shared):
            yield place, share


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
    return _Compared(runs, weight, _STOPPED.search(text) is not None)


def _runs(text: str) -> Counter[str]:
    letters = _NO_LETTER.sub("", fold(text))
    # Of fewer letters than a run has, all are one.
    return Counter(letters[i : i + RUN] for i in range(max(1, len(letters) - RUN + 1)))


def _weight(run: str, elsewhere: Counter[str]) -> float:
    return 2 / (2 + elsewhere[run])
