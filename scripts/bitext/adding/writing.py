"""Writing a structure as the text of a seed: `.txt` where there are only paragraphs, else `.md`.

What a Markdown parser would take for markup is escaped, so that it reads the same passages again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from bitext.adding.structure import Image, Part, quoted, quotes_in_item, structured, texts_in
from bitext.article.model import Break, Kind, ListPlace
from bitext.article.parts import Text
from bitext.article.seed import MARKDOWN, TEXT
from bitext.text.notes import REFERENCE


def kind(body: Sequence[Part]) -> str:
    """The end of the name of a seed with this body."""
    return MARKDOWN if structured(_untitled(body)) else TEXT


def seed_text(given: Mapping[str, Any], body: Sequence[Part]) -> str:
    """The text of a seed, "" without a body.

    given: the front matter, by the keys and with the values of seed.SCHEMA; a title is either
    there, or the body's first passage. body: as `tidying.tidied` gives it.
    """
    if not body:
        return ""
    values = {key: list(v) if isinstance(v, tuple) else v for key, v in given.items()}
    header = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**9)
    lines = ["---", *header.splitlines(), "---"] if given else []
    if kind(body) == TEXT:
        return "\n".join([*lines, *(passage.text for passage in texts_in(body)), ""])
    notes = frozenset(passage.note for passage in texts_in(body) if passage.note)
    return "\n".join([*lines, *_Writer(notes).lines(body), ""])


def _untitled(body: Sequence[Part]) -> Sequence[Part]:
    """A body without its title."""
    first = body[0] if body else None
    titled = isinstance(first, Text) and first.kind is Kind.HEADING and first.level == 1
    return body[1:] if titled else body


def _same_quotation(before: Part | None, part: Part) -> bool:
    """Whether a part stands in the quotation that the one before it stands in."""
    if not isinstance(part, Text) or not quoted(part) or not quoted(before):
        return False
    return part.kind is not Kind.QUOTATION or not part.begins


def _goes_on(part: Part) -> bool:
    """Whether a part is a further paragraph of a quotation in an item."""
    return isinstance(part, Text) and quotes_in_item(part) and not part.begins


def _adjoins(before: Part, part: Part) -> bool:
    """Whether no empty line stands between two parts."""
    if isinstance(before, Image):
        return before.captioned
    if not isinstance(part, Text) or not isinstance(before, Text) or part.quoted != before.quoted:
        return False
    if part.kind is Kind.VERSE and before.kind is Kind.VERSE:
        return not part.begins
    here, there = part.place, before.place
    if here is None or there is None or not part.begins or not before.begins:
        return False
    return there == ListPlace(here.ordered, here.number - 1, here.depth)


@dataclass(slots=True)
class _Level:
    """An open list. width: of its marker, with the space behind it. sign: - * . or ), which the
    marker is or ends in."""

    place: ListPlace
    width: int
    sign: str


class _Writer:
    """Writes the parts of one body. notes: the labels of its notes."""

    def __init__(self, notes: frozenset[str]) -> None:
        self.notes = notes
        self.open: list[_Level] = []
        self.image = Image("")

    def lines(self, body: Sequence[Part]) -> Iterator[str]:
        before: Part | None = None
        for part in body:
            inside = _same_quotation(before, part)
            if not inside and (quoted(part) or quoted(before)):
                self.open.clear()
            if before is not None and not _adjoins(before, part):
                yield f"{self.margin(part)}>" if _goes_on(part) else ">" if inside else ""
            lead = "> " if quoted(part) else ""
            yield from (lead + line for line in self.part(part))
            before = part

    def part(self, part: Part) -> Iterator[str]:
        if not isinstance(part, Text) or part.place is None:
            self.open.clear()
        if isinstance(part, Break):
            yield "***"
        elif isinstance(part, Image):
            self.image = part
            if not part.captioned:
                yield f"![{self.escaped(part.alternative)}]({part.name})"
        elif part.kind is Kind.CAPTION:
            title = re.sub(r'([\\"&])', r"\\\1", part.text)
            yield f'![{self.escaped(self.image.alternative)}]({self.image.name} "{title}")'
        elif part.kind is Kind.NOTE:
            lead = f"[^{part.note}]: " if part.begins else "    "
            yield lead + self.labelled(part)
        elif part.kind is Kind.HEADING:
            text = re.sub(r"#+$", self._hashes, self.escaped(part.text))
            yield f"{'#' * part.level} {text}"
        elif part.kind is Kind.VERSE:
            yield f"| {' || '.join(self.escaped(half) for half in part.hemistichs)}"
        else:
            yield self.lead(part) + self.labelled(part)

    def lead(self, part: Text) -> str:
        """What a paragraph, item or quotation has before its text."""
        if quotes_in_item(part):
            return f"{self.margin(part)}> "
        return self.opened(part.place) if part.place and part.begins else self.margin(part)

    def margin(self, part: Part) -> str:
        """How far in what follows the first text of an item stands; deeper lists are closed."""
        place = part.place if isinstance(part, Text) else None
        del self.open[place.depth if place else 0 :]
        return " " * sum(level.width for level in self.open)

    def labelled(self, part: Text) -> str:
        """The text of a paragraph, what it begins with in bold if that is a label."""
        if not part.label:
            return self.started(self.escaped(part.text))
        rest = self.escaped(part.text[len(part.label) :])
        return f"**{self.escaped(part.label)}**{rest}"

    @staticmethod
    def _hashes(match: re.Match[str]) -> str:
        return match[0].replace("#", "\\#")

    def opened(self, place: ListPlace) -> str:
        """The marker of an item, indented, which is now the open one of its depth."""
        del self.open[place.depth :]
        last = self.open.pop() if len(self.open) == place.depth else None
        signs = (".", ")") if place.ordered else ("-", "*")
        sign = signs[0]
        if last and last.sign in signs:
            goes_on = last.place.ordered == place.ordered and last.place.number + 1 == place.number
            sign = last.sign if goes_on else signs[1 - signs.index(last.sign)]
        marker = f"{place.number}{sign} " if place.ordered else f"{sign} "
        indent = " " * sum(level.width for level in self.open)
        self.open.append(_Level(place, len(marker), sign))
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
