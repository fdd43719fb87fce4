"""What is corrected of simplemma's dictionaries: forms.txt."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("forms.txt")


@dataclass(frozen=True, slots=True)
class Correction:
    """lemmas: what a form is a form of, folded; only: of nothing else the dictionary says."""

    lemmas: tuple[str, ...]
    only: bool


def corrections(fold: Callable[[str], str], chosen: Callable[[str], bool]) -> dict[str, Correction]:
    """The corrections by folded form, of the words that are chosen."""
    found = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        form, *lemmas = line.split()
        if form != "#" and chosen(form):
            only = lemmas[0] == "="
            found[fold(form)] = Correction(tuple(map(fold, lemmas[only:])), only)
    return found
