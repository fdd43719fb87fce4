"""The parts of a seed before they are numbered and cut into sentences."""

from dataclasses import dataclass

from bitext.article.model import Break, Kind, ListPlace
from bitext.project.errors import Problem


@dataclass(frozen=True, slots=True)
class Text:
    """What will be a block, not yet numbered and cut into sentences; see model.Block.

    level: 1 of what may be the title. text: clean, with references to notes. spelled: the same with
    the marks of its letters in the order of the seed; "" where that is the same.
    """

    line: int
    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    place: ListPlace | None = None
    quoted: bool = False
    begins: bool = True
    label: str = ""
    hemistichs: tuple[str, ...] = ()
    note: str = ""
    spelled: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its address as it is written, and its alternative text, clean; "" for none."""

    line: int
    address: str
    alternative: str
    captioned: bool


Part = Text | Figure | Break
"""What stands in a seed, in reading order."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a seed, the notes at the end in the order of their labels `notes`.

    problems: errors and warnings, by line.
    """

    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
