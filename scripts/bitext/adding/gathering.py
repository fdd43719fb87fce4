"""Gathering what a walk through a tree comes by into passages, as blocks and lines end."""

import re
from dataclasses import dataclass, replace

from bitext.adding.structure import Image, Part
from bitext.article.model import Break, Kind, ListPlace
from bitext.article.parts import Text
from bitext.text import verse
from bitext.text.characters import clean

LABEL_WORDS = 6
"""Words of a label at most."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where another chapter starts."""

    number: int


@dataclass(frozen=True, slots=True)
class Context:
    """What the text at a place of the tree belongs to. preformatted: its white space counts, as in
    <pre>."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    place: ListPlace | None = None
    quoted: bool = False
    note: str = ""
    verse: bool = False
    apart: bool = False
    preformatted: bool = False
    depth: int = 0


class Gathering:
    """What was found so far.

    parts: complete. pieces: the text since the last block; images: the pictures in it; label: how
    much of it is a leading strong text. begins: whether the next passage begins a quotation, item,
    stanza or note. loose: ranges of parts that may be stanzas, if most of the tree is such.
    """

    def __init__(self) -> None:
        self.parts: list[Part | Start] = []
        self.pieces: list[str] = []
        self.images: list[Image] = []
        self.label = 0
        self.begins = True
        self.loose: list[tuple[int, int]] = []

    def say(self, text: str | None, context: Context) -> None:
        """Go on with the text of a block."""
        if text:
            self.pieces.append(text if context.preformatted else re.sub(r"[\r\n\t\f ]+", " ", text))

    def flush(self, context: Context) -> None:
        """End the text since the last block."""
        raw, images, label = "".join(self.pieces), self.images, self.label
        self.pieces, self.images, self.label = [], [], 0
        lines = [line for line in raw.split("\n") if clean(line)]
        if len(lines) == 1 and "\n" not in raw.strip() and not (context.verse and lines):
            self.add(clean(raw), context, clean(raw[:label]))
        elif lines:
            self.lines(raw, lines, context)
        self.parts.extend(images)

    def lines(self, raw: str, lines: list[str], context: Context) -> None:
        """Add lines that breaks part: verse, or each a passage."""
        asked = context.verse and all(map(verse.fits, lines))
        stands = context.kind in (Kind.PARAGRAPH, Kind.QUOTATION)
        if stands and (asked or verse.looks(lines, context.apart)):
            for stanza in re.split(r"\n(?:[^\S\n]*\n)+", raw):
                found = [line for line in stanza.split("\n") if clean(line)]
                if len(found) > 1:
                    self.begins = True
                self.verse([verse.halves(line) or (clean(line),) for line in found], context)
            return
        start = len(self.parts)
        for line in lines:
            self.add(clean(line), context)
        if stands and verse.looks(lines, set_apart=True):
            self.loose.append((start, len(self.parts)))

    def captioned(self, index: int) -> None:
        """Make the passage after a picture its caption."""
        image, after = (self.parts[index] if index >= 0 else None), self.parts[index + 1]
        if isinstance(image, Image) and isinstance(after, Text):
            self.parts[index] = replace(image, captioned=True)
            self.parts[index + 1] = Text(0, after.text, Kind.CAPTION)

    def versified(self) -> list[Part | Start]:
        """All parts, short lines that most of the text consists of as verse."""
        running = [p for p in self.parts if isinstance(p, Text) and p.kind is Kind.PARAGRAPH]
        lines = sum(end - start for start, end in self.loose)
        parts = list(self.parts)
        if len(self.loose) > 1 and lines * 3 >= len(running) * 2:
            for start, end in self.loose:
                for n in range(start, end):
                    if isinstance(part := parts[n], Text):
                        parts[n] = replace(
                            part, kind=Kind.VERSE, begins=n == start, hemistichs=(part.text,)
                        )
        return parts

    def verse(self, lines: list[tuple[str, ...]], context: Context) -> None:
        """Add lines of verse, each its halves, or the line whole."""
        for halves in lines:
            self.parts.append(
                Text(
                    0,
                    " ".join(halves),
                    Kind.VERSE,
                    place=context.place,
                    quoted=context.quoted,
                    begins=self.begins,
                    hemistichs=halves,
                )
            )
            self.begins = False

    def add(self, text: str, context: Context, strong: str = "") -> None:
        """Add a passage of this text, which begins with a strong one."""
        if verse.is_rule(text) and context.kind is not Kind.NOTE:
            self.parts.append(Break(0))
            return
        halves = verse.halves(text) if " * " in text else ()
        if halves and context.kind in (Kind.PARAGRAPH, Kind.QUOTATION):
            last = self.parts[-1] if self.parts else None
            self.begins = not isinstance(last, Text) or last.kind is not Kind.VERSE
            self.verse([halves], context)
            self.begins = True
            return
        label, held = strong, context.place or context.quoted or context.note
        if strong and not strong.endswith(":") and text[len(strong) :].startswith(":"):
            label = f"{strong}:"
        speaks = label.endswith(":") and len(label.split()) <= LABEL_WORDS
        speaks = speaks and text.startswith(label) and text != label and not context.note
        begins = self.begins if held else True
        self.parts.append(
            Text(
                0,
                text,
                context.kind,
                place=context.place,
                quoted=context.quoted,
                begins=begins,
                label=label if speaks else "",
                note=context.note,
            )
        )
        self.begins = not held
