"""The parallel texts of tests/data/parallel: sentences linked by hand.

Each begins with a heading (#); ¶ opens a paragraph; lines without a blank line between them, one
sentence a line, Arabic first, belong together (a bead). The links were written before the
aligner. What the aligner knows was measured on the texts called tuned; those called heldout
only tell how good it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bitext.text.characters import language

FOLDER = Path(__file__).parent / "data" / "parallel"
HALVES = ("tuned", "heldout")


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences that belong together; one side may be empty."""

    arabic: tuple[str, ...]
    english: tuple[str, ...]

    @property
    def kind(self) -> str:
        """`1-2` for one Arabic and two English sentences."""
        return f"{len(self.arabic)}-{len(self.english)}"


Paragraph = list[Link]


def texts(half: str) -> Iterator[list[Paragraph]]:
    """The texts of one half, each as its paragraphs."""
    for path in sorted(FOLDER.glob(f"{half}-*.txt")):
        parts = path.read_text(encoding="utf-8").split("¶\n")[1:]
        yield [[_link(block) for block in part.strip().split("\n\n")] for part in parts]


def _link(block: str) -> Link:
    lines = block.split("\n")
    arabic = tuple(line for line in lines if language(line) == "ar")
    return Link(arabic, tuple(line for line in lines if line not in arabic))


def arabic(paragraph: Paragraph) -> list[str]:
    """The Arabic sentences of a paragraph."""
    return [sentence for link in paragraph for sentence in link.arabic]


def english(paragraph: Paragraph) -> list[str]:
    """The English sentences of a paragraph."""
    return [sentence for link in paragraph for sentence in link.english]
