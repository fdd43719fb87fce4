"""What a seed becomes: an Article of blocks, and the sentences they are cut into."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from bitext.project.errors import Problem
from bitext.text.notes import without


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    VERSE = "verse"
    CAPTION = "caption"
    NOTE = "note"


LEVELS = (2, 4)
"""The highest and the lowest heading that a text has below its title."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of alignment.

    id: `p<n>s<m>`, or that of a picture's alternative text. text: Arabic, clean, with the
    references to notes as they stand in the seed. gap: what stands before the next sentence,
    " " or "". notes: the labels of the notes it refers to. spelled: the text with the marks of its
    letters in the order of the seed; "" where that is the same.
    """

    id: str
    text: str
    gap: str
    notes: tuple[str, ...] = ()
    spelled: str = ""

    @property
    def shown(self) -> str:
        """The text as a page shows it: as the seed spells it."""
        return self.spelled or self.text

    @property
    def plain(self) -> str:
        """The text without references to notes: what is searched, measured and translated."""
        return without(self.text, self.notes)


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a block stands in a list.

    number: of the item, as an ordered list counts it, else from 1. depth: 1 for a list in no other.
    """

    ordered: bool
    number: int
    depth: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item, line of verse …: what is numbered, linked to and translated.

    number: `n` of its id `p<n>`. line: 1-based, in the seed.
    level: of a heading, 2 to 4; else 0.
    place: of what stands in a list, whatever its kind.
    quoted: whether it stands in a quotation, whatever its kind.
    begins: whether it is the first of its quotation, item, stanza or note; the blocks after it
    that do not begin one belong with it.
    label: what the text begins with that says who speaks or what is explained, with its colon.
    hemistichs: of verse, the parts of the line; joined by spaces they are its text.
    note: of a note, the label by which sentences refer to it.
    """

    number: int
    line: int
    sentences: tuple[Sentence, ...]
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    place: ListPlace | None = None
    quoted: bool = False
    begins: bool = True
    label: str = ""
    hemistichs: tuple[str, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The block whole: its sentences joined, without references to notes."""
        return "".join(sentence.plain + sentence.gap for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Break:
    """A change of scene between two blocks, on this 1-based line of the seed. It has no number."""

    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; it has no number, and its caption is the block after it.

    line: 1-based, in the seed. name: of its file, from the seed's folder, with slashes.
    alternative: what is said to who cannot see it; None if the seed says nothing.
    captioned: whether the block after it is its caption.
    size: width and height in pixels, and digest: of the file, ten hexadecimal digits; None and ""
    as long as the file has not been read.
    """

    line: int
    name: str
    alternative: Sentence | None = None
    captioned: bool = False
    size: tuple[int, int] | None = None
    digest: str = ""

    @property
    def kind(self) -> str:
        """What kind of file it is, as the name says: .png, .jpg or .webp."""
        return PurePosixPath(self.name).suffix.lower().replace("jpeg", "jpg")


@dataclass(frozen=True, slots=True)
class Details:
    """What the front matter may say of an article besides its title; None or () if it does not.

    date: of the Arabic. updated: when it was last changed, as its publisher says.
    engine: the name of the one to translate it with. download: whether readers are offered files
    of it. redirect_from: ids it had before, the oldest first. redirect_line: the line of the seed
    that says so. draft: whether only a preview shows it.
    """

    author: str | None = None
    source: str | None = None
    url: str | None = None
    date: datetime.date | None = None
    tags: tuple[str, ...] = ()
    license: str | None = None
    engine: str | None = None
    download: bool = True
    updated: datetime.date | None = None
    redirect_from: tuple[str, ...] = ()
    redirect_line: int = 0
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One seed, parsed.

    id: the seed's stem. path: the seed, relative to the project.
    subtitle: shares its number with the title and goes on counting its sentences.
    body: what follows, in reading order, the notes at its end.
    notes: their labels, in the order of the notes. warnings: what of the seed is not shown as it
    was written.
    """

    id: str
    path: str
    title: Block
    subtitle: Block | None
    body: tuple[Block | Break | Picture, ...]
    details: Details
    notes: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Title, subtitle and the blocks of the body, in reading order."""
        body = (part for part in self.body if isinstance(part, Block))
        return (self.title, *((self.subtitle,) if self.subtitle else ()), *body)

    @property
    def words(self) -> int:
        """How many words it has, its title among them, and no references to notes.

        Its texts are clean: between two words there is one space.
        """
        if self.notes:  # the space before a reference goes with it
            return sum(len(block.text.split()) for block in self.blocks)
        spaces = (
            sentence.text.count(" ") + len(sentence.gap)
            for block in self.blocks
            for sentence in block.sentences
        )
        return len(self.blocks) + sum(spaces)

    @property
    def opening(self) -> Block | None:
        """The block that a list shows the beginning of: the first of the body that is running text.

        None where the body has no block.
        """
        body = [part for part in self.body if isinstance(part, Block)]
        running = (block for block in body if block.kind not in (Kind.HEADING, Kind.CAPTION))
        return next(running, body[0] if body else None)

    def located(self) -> Iterator[tuple[Sentence, int]]:
        """Each sentence and alternative text with its 1-based line, in reading order."""
        for part in (self.title, self.subtitle, *self.body):
            if isinstance(part, Block):
                for sentence in part.sentences:
                    yield sentence, part.line
            elif isinstance(part, Picture) and part.alternative:
                yield part.alternative, part.line
