"""A pair is as sure as what speaks for it, and the less so the more stands alone around it."""

import pytest

from bitext.alignment.align import Bead
from bitext.alignment.certainty import SURE, weighed
from bitext.alignment.cues import Traits
from bitext.alignment.evidence import Likeness, Text


def pair(place: int) -> Bead:
    return Bead(range(place, place + 1), range(place, place + 1), 1.0)


def lost(place: int) -> Bead:
    return Bead(range(place, place + 1), range(place, place), 1.0)


def text(*stops: bool) -> Text:
    """Sentences that end with a stop or without one."""
    traits = [Traits(20, frozenset(), frozenset(), False, stop) for stop in stops]
    return Text(traits, frozenset((0,)))


STOPPED = text(*[True] * 60)


def confidence(beads: list[Bead], told: float) -> float:
    """Of the first bead, when so much speaks for every pair, and as much against any other."""

    def evidence(_: int, i: int, __: int, j: int) -> float:
        return told if i == j else -20.0

    return judged(beads, evidence)[0]


def judged(
    beads: list[Bead], evidence: Likeness, arabic: Text = STOPPED, english: Text = STOPPED
) -> list[float]:
    """The confidence of each bead."""
    return [bead.confidence for bead in weighed(beads, arabic, english, evidence)]


def test_a_pair_between_pairs_in_whole_texts_stays_as_sure_as_it_was() -> None:
    assert confidence([pair(0), pair(1), pair(2)], 0.0) == pytest.approx(1.0)


def test_a_pair_beside_a_sentence_without_a_partner_needs_evidence() -> None:
    many = [pair(n) for n in range(2, 40)]
    beside = [pair(0), lost(1), *many]
    assert confidence(beside, 0.0) < 0.96
    assert confidence(beside, 6.0) > 0.99
    assert confidence(beside, 0.0) < confidence([pair(0), *many, lost(40)], 0.0)


@pytest.mark.parametrize("told", [-4.0, 0.0, 4.0])
def test_the_more_of_the_texts_stands_alone_the_less_sure_is_every_pair(told: float) -> None:
    texts = [[pair(0), pair(1), *[lost(2)] * some, *[pair(9)] * (20 - some)] for some in range(15)]
    sure = [confidence(beads, told) for beads in texts]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)


def test_what_stands_alone_is_left_as_it_is_and_nothing_is_nothing() -> None:
    assert list(weighed([lost(0)], STOPPED, STOPPED, lambda *_: 0.0)) == [lost(0)]
    assert list(weighed([], STOPPED, STOPPED, lambda *_: 0.0)) == []


def test_overwhelming_evidence_against_a_pair_is_no_error() -> None:
    assert confidence([pair(0), lost(1)], -1e6) < 1e-9


def test_a_sentence_at_the_end_of_a_bead_must_add_to_it() -> None:
    """Two English sentences for one, of which the second tells as much alone, or less."""
    beads = [Bead(range(1), range(2), 1.0), *[Bead(range(n, n + 1), range(n + 1, n + 2), 1.0)
             for n in range(1, 9)]]  # fmt: skip

    def told(whole: float, first: float, second: float) -> float:
        def evidence(_: int, i: int, n: int, j: int) -> float:
            if i or n > 1:
                return whole
            return second if j else first

        return judged(beads, evidence)[0]

    assert told(20.0, 5.0, 5.0) > SURE
    assert told(20.0, 5.0, 20.0) < SURE
    assert told(20.0, 20.0, 5.0) < SURE


def test_a_sentence_nearby_without_a_partner_may_be_meant_instead() -> None:
    beads = [pair(0), lost(1), *[pair(n) for n in range(2, 30)]]

    def told(rival: float) -> float:
        def evidence(_: int, i: int, __: int, j: int) -> float:
            return 12.0 if i == j else rival if (i, j) == (1, 0) else -20.0

        return judged(beads, evidence)[0]

    assert told(-5.0) > SURE
    assert told(12.0) < SURE


def test_two_pairs_that_could_as_well_have_each_others_english_are_not_sure() -> None:
    beads = [pair(n) for n in range(20)]

    def told(crossed: float) -> list[float]:
        def evidence(_: int, i: int, __: int, j: int) -> float:
            return 12.0 if i == j else crossed if {i, j} == {3, 5} else -20.0

        return judged(beads, evidence)

    assert min(told(0.0)) > SURE
    unsure = [n for n, chance in enumerate(told(18.0)) if chance < SURE]
    assert unsure == [3, 5]


@pytest.mark.parametrize(
    ("arabic", "english", "sure"),
    [(False, True, False), (False, False, True), (True, True, True), (True, False, True)],
)
def test_a_headline_is_not_surely_a_sentence_with_a_stop(
    arabic: bool, english: bool, sure: bool
) -> None:
    """Only of the first sentence: a later one without a stop may just have lost it."""
    sides = text(arabic, False, True), text(english, True, True)
    first, second, _ = judged(
        [pair(0), pair(1), pair(2)], lambda _, i, __, j: 0.0 if i == j else -20.0, *sides
    )
    assert (first > SURE) is sure
    assert second > SURE
