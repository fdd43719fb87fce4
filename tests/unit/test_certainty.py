"""A pair is as sure as what speaks for it, and the less so the more stands alone around it."""

import pytest

from bitext.alignment.align import Bead
from bitext.alignment.certainty import weighed


def pair(place: int) -> Bead:
    return Bead(range(place, place + 1), range(place, place + 1), 1.0)


def lost(place: int) -> Bead:
    return Bead(range(place, place + 1), range(place, place), 1.0)


def confidence(beads: list[Bead], told: float) -> float:
    """Of the first bead, when so much speaks for every pair."""
    return next(weighed(beads, lambda *_: told)).confidence


def test_a_pair_between_pairs_in_whole_texts_stays_as_sure_as_it_was() -> None:
    assert confidence([pair(0), pair(1), pair(2)], 0.0) == 1.0


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
    assert list(weighed([lost(0)], lambda *_: 0.0)) == [lost(0)]
    assert list(weighed([], lambda *_: 0.0)) == []


def test_overwhelming_evidence_against_a_pair_is_no_error() -> None:
    assert confidence([pair(0), lost(1)], -1e6) < 1e-9
