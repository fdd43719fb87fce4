"""Writing a structure as the text of a seed: `.txt` where there are only paragraphs, else `.md`.

What a Markdown parser would take for markup is escaped, so that it reads the same passages again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bitext.adding.structure import REFERENCE, Image, Part, Passage, Rule, passages, structured
from bitext.article.model import Kind, ListPlace

TEXT, MARKDOWN = ".txt", ".md"


def kind(body: Sequence[Part]) -> str:
    """The end of the name of a seed with this body."""
    return MARKDOWN if structured(_untitled(body)) else TEXT


def seed_text(given: Mapping[str, Any], body: Sequence[Part]) -> str:
    """The text of a seed, "" without a body.

    given: the front matter, by the keys and with the values of seed.SCHEMA; a title is either
    there, or the body's first passage. body: as `structure.tidied` gives it.
    """
    if not body:
        return ""
    values = {key: list(v) if isinstance(v, tuple) else v for key, v in given.items()}
    header = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**9)
    lines = ["---", *header.splitlines(), "---"] if given else []
    if kind(body) == TEXT:
        return "\n".join([*lines, *(passage.text for passage in passages(body)), ""])
    notes = frozenset(passage.note for passage in passages(body) if passage.note)
    return "\n".join([*lines, *_Writer(notes).lines(body), ""])


def _untitled(body: Sequence[Part]) -> Sequence[Part]:
    """A body without its title."""
    first = body[0] if body else None
    titled = isinstance(first, Passage) and first.kind is Kind.HEADING and first.level == 1
    return body[1:] if titled else body


def _next_item(before: Part, part: Part) -> bool:
    """Whether a part is the item after another one in a list."""
    if not isinstance(part, Passage) or not isinstance(before, Passage):
        return False
    if part.kind is not Kind.ITEM or not part.begins or before.kind is not Kind.ITEM:
        return False
    here, there = part.place, before.place
    if here is None or there is None or part.quoted or before.quoted or not before.begins:
        return False
    return there == ListPlace(here.ordered, here.number - 1, here.depth)


@dataclass(slots=True)
class _Level:
    """An open list. width: of its marker, with the space behind it. mark: the marker's sign."""

    place: ListPlace
    width: int
    mark: str


class _Writer:
    """Writes the parts of one body. notes: the labels of its notes."""

    def __init__(self, notes: frozenset[str]) -> None:
        self.notes = notes
        self.open: list[_Level] = []
        self.image = Image("")

    def lines(self, body: Sequence[Part]) -> Iterator[str]:
        before: Part | None = None
        for part in body:
            if before is not None:
                yield from self.between(before, part)
            yield from self.part(part)
            before = part

    def between(self, before: Part, part: Part) -> Iterator[str]:
        """The lines between two parts; none between lines of a stanza, or a picture and caption."""
        if isinstance(before, Image) and before.captioned:
            return
        if _next_item(before, part):
            return
        if not isinstance(part, Passage) or not isinstance(before, Passage) or part.begins:
            yield ""
        elif part.quoted and before.quoted and part.place == before.place:
            if part.kind is not Kind.VERSE or before.kind is not Kind.VERSE:
                yield f"{self.indent(part)}>"
        elif part.kind is not Kind.VERSE or before.kind is not Kind.VERSE:
            yield ""

    def indent(self, passage: Passage) -> str:
        depth = passage.place.depth if passage.place else 0
        return " " * sum(level.width for level in self.open[:depth])

    def part(self, part: Part) -> Iterator[str]:
        if isinstance(part, Rule):
            self.open.clear()
            yield "***"
        elif isinstance(part, Image):
            self.open.clear()
            self.image = part
            if not part.captioned:
                yield f"![{self.escaped(part.alternative)}]({part.name})"
        elif part.kind is Kind.CAPTION:
            title = re.sub(r'([\\"&])', r"\\\1", part.text)
            yield f'![{self.escaped(self.image.alternative)}]({self.image.name} "{title}")'
        elif part.kind is Kind.NOTE:
            self.open.clear()
            lead = f"[^{part.note}]: " if part.begins else "    "
            yield lead + self.started(self.escaped(part.text))
        else:
            yield self.passage(part)

    def passage(self, part: Passage) -> str:
        if part.place is None:
            self.open.clear()
            lead = ""
        elif part.begins and part.kind is Kind.ITEM:
            lead = self.opened(part.place)
        else:
            lead = self.indent(part)
        if part.quoted:
            lead = f"{lead}> "
        if part.kind is Kind.HEADING:
            text = self.escaped(part.text)
            return f"{lead}{'#' * part.level} {re.sub(r'#+$', self._hashes, text)}"
        if part.kind is Kind.VERSE:
            halves = part.hemistichs or (part.text,)
            return f"{lead}| {' || '.join(self.escaped(half) for half in halves)}"
        if part.label:
            rest = self.escaped(part.text[len(part.label) :])
            return f"{lead}**{self.escaped(part.label)}**{rest}"
        return lead + self.started(self.escaped(part.text))

    @staticmethod
    def _hashes(match: re.Match[str]) -> str:
        return match[0].replace("#", "\\#")

    def opened(self, place: ListPlace) -> str:
        """The marker of an item, indented, which is now the open one of its depth."""
        del self.open[place.depth :]
        last = self.open.pop() if len(self.open) == place.depth else None
        marks = (".", ")") if place.ordered else ("-", "*")
        goes_on = last and last.place.ordered == place.ordered
        goes_on = goes_on and last and last.place.number + 1 == place.number
        mark = marks[0]
        if last and last.mark in marks:
            mark = last.mark if goes_on else marks[1 - marks.index(last.mark)]
        marker = f"{place.number}{mark} " if place.ordered else f"{mark} "
        indent = " " * sum(level.width for level in self.open)
        self.open.append(_Level(place, len(marker), mark))
        return indent + marker

    def escaped(self, text: str) -> str:
        """A text as Markdown that reads as this text; references to notes stay such."""
        pieces, at = [], 0
        for match in REFERENCE.finditer(text):
            if match[1] in self.notes:
                pieces += [_escaped(text[at : match.start()]), match[0]]
                at = match.end()
                if text[at : at + 1] in ("(", "[", ":"):
                    pieces.append(f"\\{text[at]}")
                    at += 1
        return "".join([*pieces, _escaped(text[at:])])

    def started(self, text: str) -> str:
        """An escaped text as it may begin a block without being taken for another kind of block."""
        return _STARTS.sub(r"\1\\\2", text)


_SIGNS = re.compile(r"[\\`*\[\]<&|~]|(?<!\w)_|_(?!\w)")
_STARTS = re.compile(r"^([0-9]{0,9})((?<=[0-9])[.)]|(?<![0-9])[-+#>=:])")


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)
