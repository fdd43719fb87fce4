"""What looks wrong in an English text as the translation of an Arabic one, and how surely."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One thing that looks wrong.

    what: what a message says of the English: “is in French”, after “the answer” or “the English”.
    sure: no good translation looks like that; else one may, but few do.
    """

    what: str
    sure: bool
