"""What looks wrong in an English text as the translation of an Arabic one, and how surely."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a suspicion is of, as far as others decide by it."""

    ARABIC = auto()  # there is Arabic in it
    NOT_LATIN = auto()  # most of it is in another script
    BREAKS_OFF = auto()  # its end is missing, or it pauses there
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One thing that looks wrong.

    what: what a message says of the English: “is in French”, after “the answer” or “the English”.
    sure: no good translation looks like that; else one may, but few do. kind: what decisions are
    made by; `what` is for people alone.
    """

    what: str
    sure: bool
    kind: Kind = Kind.OTHER
