"""How much speaks for some Arabic and some English sentences being one another's translation.

Everything is a ratio of likelihoods, in nats: what is seen of the two as translations of each
other, against the same sentences met by chance. So independent kinds of evidence are added, and a
sentence that one text leaves out costs the same whether it is long or short.

- Lengths in characters, after W. A. Gale and K. W. Church (see `align`).
- Clues (`cues`). One that the Arabic has is in its English so often (`_RATES`), and in another
  sentence as often as in this English text as a whole: a rare word says more than a common one.
- Where an encoder is at hand, the cosine of the vectors that it gives the two.

The rates were measured on news, every other document of NTREX-128 (C. Federmann and others, 2022),
and are the same on the rest within a few hundredths.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bitext.alignment import cues
from bitext.alignment.cues import MEANING, NAME, NUMBER, Traits

Vector = Sequence[float]

MOST = 3
"""Neighbouring sentences that are taken as one, at most."""
_SIZES = range(1, MOST + 1)
# How often a clue of each kind is in the sentence's own English, and in any other sentence of
# any text, which tells how common a clue is as far as the text at hand is too short to.
_RATES = {NUMBER: (0.94, 0.02), MEANING: (0.6, 0.03), NAME: (0.88, 0.1)}
_LATIN_RATES = (0.93, 0.08)
_TEXT = 4  # the sentences of “any text” that are counted with those at hand
_ASKED = 0.7  # a question mark in both, or lost from one
# Where the Arabic ends without a stop, as headings do, so does its English this often, and where
# it ends with one, this often; and how often any English ends without, as far as the text at hand
# is too short to tell.
_BOTH_OPEN, _ONE_OPEN, _OPEN = 0.9, 0.01, 0.06
# What of the clues' evidence counts: words of one sentence are not independent of each other.
_WEIGHT = 0.8
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
# The cosine of an encoder's vectors: mean and deviation of what belongs together, and of what
# does not; beyond a point more of it says no more.
_LINKED, _UNLINKED, _CLIP = (0.68, 0.13), (0.16, 0.14), 8.0


@dataclass(frozen=True, slots=True)
class Text:
    """One side of what is aligned: its sentences, in order.

    starts: the places of the sentences with which a paragraph begins, 0 among them.
    vectors: what an encoder gives each sentence, of length 1; () without one.
    """

    traits: Sequence[Traits]
    starts: frozenset[int]
    vectors: Sequence[Vector] = ()


Likeness = Callable[[int, int, int, int], float]
"""The evidence, in nats, for so many Arabic sentences from a place on, and so many English ones."""


def between(evidence: Likeness, sources: range, targets: range) -> float:
    """The evidence for the sentences at these places, some on either side."""
    return evidence(len(sources), sources.start, len(targets), targets.start)


@dataclass(frozen=True, slots=True)
class _Worth:
    """What a clue of one side says of a text of the other, in nats: hit, if that has it; miss, if
    not.
    """

    hit: float
    miss: float


@dataclass(frozen=True, slots=True)
class _Span:
    """Neighbouring sentences of one side as one.

    alone: the evidence of their clues if the other side has none of them, by the number of its
    sentences. chance: of English, the log-likelihood of their lengths as such.
    """

    traits: Traits
    alone: Sequence[float]
    chance: float


def likeness(arabic: Text, english: Text) -> Likeness:
    """The evidence for any neighbouring sentences of these two texts."""
    ours, theirs = _telling(arabic.traits, english.traits)
    forth = _worths(ours, theirs)
    back = {clue: worth for clue, worth in _worths(theirs, ours).items() if clue in forth}
    sources, targets = _spans(ours, forth), _spans(theirs, back)
    gains = [
        [
            {c: forth[c][n].hit - forth[c][n].miss - back[c][m].miss for c in back}
            for m in range(MOST)
        ]
        for n in range(MOST)
    ]
    growth = ratio(ours, theirs)
    ends = _ends(ours, theirs)
    resemblance = _resemblance(arabic.vectors, english.vectors)

    def evidence(m: int, i: int, n: int, j: int) -> float:
        source, target = sources[m, i], targets[n, j]
        a, e = source.traits, target.traits
        gain = gains[n - 1][m - 1]
        clues = source.alone[n - 1] + target.alone[m - 1] + sum(gain[c] for c in a.clues & e.clues)
        if a.asks or e.asks:
            clues += _ASKED if a.asks == e.asks else -_ASKED
        clues += ends[a.stops, e.stops]
        lengths = _lengths(a.length, e.length, growth) - target.chance
        return lengths + _WEIGHT * clues + resemblance(m, i, n, j)

    return evidence


def _telling(
    arabic: Sequence[Traits], english: Sequence[Traits]
) -> tuple[list[Traits], list[Traits]]:
    """The traits of both texts, with only those clues that can tell something.

    Of English, those that are somewhere in the Arabic, and every number. Of Arabic, all but
    consonants that are no name of the English text.
    """
    asked = frozenset[str]().union(*(t.clues for t in arabic))
    held = frozenset[str]().union(*(t.clues for t in english))
    idle = {clue for clue in asked - held if clue.startswith(NAME)}
    theirs = [replace(t, clues=(t.clues & asked) | t.numbers) for t in english]
    return [replace(t, clues=t.clues - idle) for t in arabic], theirs


def _worths(side: Sequence[Traits], other: Sequence[Traits]) -> dict[str, list[_Worth]]:
    """The worth of each clue of one side; see `_worth`."""
    among = Counter(clue for traits in other for clue in traits.clues)
    clues = frozenset[str]().union(*(traits.clues for traits in side))
    return {clue: list(_worth(clue, among[clue], len(other))) for clue in clues}


def _worth(clue: str, found: int, sentences: int) -> Iterator[_Worth]:
    """The worth of a clue that `found` of the other side's `sentences` have, in one, two and three
    of them.
    """
    rate, usual = _RATES.get(clue[0], _LATIN_RATES)
    # Its own translation is one of those that have it.
    share = (max(found - 1, 0) + _TEXT * usual) / (sentences - 1 + _TEXT)
    for size in _SIZES:
        chance = min(1 - (1 - share) ** size, 0.99)
        hit = max(rate, chance)
        yield _Worth(math.log(hit / chance), math.log((1 - hit) / (1 - chance)))


def _ends(arabic: Sequence[Traits], english: Sequence[Traits]) -> dict[tuple[bool, bool], float]:
    """The evidence in ends of sentences, by whether the Arabic ends with a stop, and the English.

    Where one text leaves out more stops than the other, ends are alike less often.
    """
    sentences = len(english)
    ours, theirs = (sum(not traits.stops for traits in side) for side in (arabic, english))
    both = min(_BOTH_OPEN, (theirs + 1) / (ours + 1.5))
    one = max(_ONE_OPEN, (theirs - ours) / (sentences + _TEXT))
    chance = (max(theirs - 1, 0) + _TEXT * _OPEN) / (sentences - 1 + _TEXT)
    return {
        (False, False): math.log(max(both, chance) / chance),
        (False, True): math.log((1 - both) / (1 - chance)),
        (True, False): math.log(min(one / chance, 1)),
        (True, True): math.log(max((1 - one) / (1 - chance), 1)),
    }


def _spans(
    side: Sequence[Traits], worths: Mapping[str, list[_Worth]]
) -> dict[tuple[int, int], _Span]:
    """Up to `MOST` neighbouring sentences as one, by their number and the first one's place."""
    spans = {}
    for place in range(len(side)):
        for size in _SIZES[: len(side) - place]:
            parts = side[place : place + size]
            whole = cues.together(parts)
            told = [worths[clue] for clue in whole.clues if clue in worths]
            alone = [sum(worth[n - 1].miss for worth in told) for n in _SIZES]
            spans[size, place] = _Span(whole, alone, _chance(parts, whole))
    return spans


def ratio(arabic: Sequence[Traits], english: Sequence[Traits]) -> float:
    """How many English characters answer to an Arabic one in these two texts."""
    sources, targets = (sum(t.length for t in side) for side in (arabic, english))
    growth = (targets + _RATIO_WEIGHT * _RATIO) / (sources + _RATIO_WEIGHT)
    return min(max(growth, _LEAST_RATIO), _MOST_RATIO)


def _chance(parts: Sequence[Traits], whole: Traits) -> float:
    """The log-likelihood of English sentences' lengths, whatever they translate."""
    chance = 0.0
    for part in parts:
        z = (math.log(part.length) - _LOG_LENGTH) / _LOG_SPREAD
        chance -= z**2 / 2 + math.log(part.length * _LOG_SPREAD) + _LOG_ROOT_TAU
    # Where within the whole the cuts fall is no news in either case: evenly anywhere.
    return chance + (len(parts) - 1) * math.log(whole.length)


def _lengths(source: int, target: int, growth: float) -> float:
    """The log-likelihood of an English length as the translation of an Arabic one."""
    variance = _VARIANCE * (source + target / growth) / 2 + _LEAST_VARIANCE
    fit = math.exp(-((target - growth * source) ** 2) / variance / 2)
    density = fit / math.sqrt(2 * math.pi * variance)
    z = (math.log(target) - _LOG_LENGTH) / _LOG_SPREAD
    odd = math.exp(-(z**2) / 2 - _LOG_ROOT_TAU) / (target * _LOG_SPREAD)
    return math.log((1 - _ODD) * density + _ODD * odd)


def _resemblance(arabic: Sequence[Vector], english: Sequence[Vector]) -> Likeness:
    """The evidence of an encoder's vectors; none without them."""
    if not arabic or not english:
        return lambda *_: 0.0
    sources, targets = _sums(arabic), _sums(english)
    known: dict[tuple[int, int], float] = {}

    def product(i: int, j: int) -> float:
        if (i, j) not in known:
            known[i, j] = dot(arabic[i], english[j])
        return known[i, j]

    def evidence(m: int, i: int, n: int, j: int) -> float:
        pairs = ((a, b) for a in range(i, i + m) for b in range(j, j + n))
        cosine = sum(product(a, b) for a, b in pairs)
        return of_cosine(cosine / (sources[m, i] * targets[n, j]))

    return evidence


def of_cosine(cosine: float) -> float:
    """The evidence for two texts in the cosine of their vectors, in nats."""
    # Beyond its mean, what belongs together does not belong together less.
    linked = _log_density(min(cosine, _LINKED[0]), *_LINKED)
    unlinked = _log_density(cosine, *_UNLINKED)
    return min(max(linked - unlinked, -_CLIP), _CLIP)


def _log_density(value: float, mean: float, deviation: float) -> float:
    """The log-likelihood of a value of a normal distribution, but for a constant."""
    return -(((value - mean) / deviation) ** 2) / 2 - math.log(deviation)


def _sums(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """The length of the sum of up to `MOST` neighbouring vectors."""
    lengths = {}
    for place in range(len(vectors)):
        total = list(vectors[place])
        for size in _SIZES[: len(vectors) - place]:
            if size > 1:
                total = [a + b for a, b in zip(total, vectors[place + size - 1], strict=True)]
            lengths[size, place] = math.sqrt(dot(total, total)) or 1.0
    return lengths


def dot(a: Vector, b: Vector) -> float:
    """The scalar product of two vectors of one length."""
    return sum(x * y for x, y in zip(a, b, strict=True))
