"""The blocks of a seed in Markdown, in reading order, and what in it is at fault.

What a page has no place for is an error where its text would be lost, and a warning where only
marks are: nothing is left out in silence.
"""

from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from bitext.article import commonmark, inlines, lookalikes, note_order
from bitext.article.inlines import Inline
from bitext.article.model import LEVELS, Break, Kind, ListPlace
from bitext.article.parts import Figure, Part, Text
from bitext.project.errors import Problem, shortened
from bitext.text.notes import REFERENCE


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a seed, the notes at the end in the order of their labels `notes`.

    problems: errors and warnings, by line.
    """

    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Container:
    """A quotation, list, item or note that is open.

    place: of an item. start: the number of a list's first item. label: of a note. held: how many
    blocks or items it has so far.
    """

    type: str
    place: ListPlace | None = None
    start: int = 1
    label: str = ""
    held: int = 0


@dataclass(slots=True)
class _Line:
    """A line of verse that is being read."""

    line: int
    halves: list[Inline] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """What has been read so far.

    heading: the token of the one that is open. verse: the line that is; begins: whether the next
    one begins a stanza. labels: of the notes, with their lines; begun: of those that have a block.
    """

    path: str
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    open: list[_Container] = field(default_factory=list)
    heading: Token | None = None
    verse: _Line | None = None
    begins: bool = True
    inlines: list[Inline] = field(default_factory=list)
    labels: dict[str, int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def fault(self, line: int, what: str, remedy: str, warning: bool = False) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.path, line, what, remedy, warning))


def read(text: str, before: int, path: str) -> Structure:
    """The structure of a text in Markdown.

    before: how many lines of the file stand before it. path: the file, as messages name it.
    """
    reading, in_table = _Reading(path), False
    for token in commonmark.read(text):
        line = (token.map[0] if token.map else 0) + before + 1
        if token.type == "table_open":
            reading.fault(line, "a table is not read", "write what it says as a list, or in words")
        in_table = (in_table or token.type == "table_open") and token.type != "table_close"
        if not in_table:
            _take(reading, token, line)
    _dropped(reading)
    labels = note_order.order(reading.parts, reading.labels)
    reading.problems += note_order.problems(reading.inlines, reading.labels, path)
    problems = sorted(dict.fromkeys(reading.problems), key=lambda problem: problem.line)
    return Structure(tuple(note_order.at_end(reading.parts, labels)), labels, tuple(problems))


_CONTAINERS = ("blockquote", "bullet_list", "ordered_list", "list_item", "note")


def _take(reading: _Reading, token: Token, line: int) -> None:
    """Go on by one token, which begins on this line."""
    name = token.type.rpartition("_")[0]
    if token.nesting == 1 and token.level >= commonmark.DEPTH - 1:
        what = "too many quotations or lists within each other"
        reading.fault(line, what, "write fewer of them in one")
    if name in _CONTAINERS and token.nesting == 1:
        _open(reading, token, name, line)
    elif name in _CONTAINERS:
        _close(reading)
    elif name == "heading":
        reading.heading = token if token.nesting == 1 else None
    elif token.type == "inline":
        _inline(reading, token, line)
    else:
        _single(reading, token, line)


def _single(reading: _Reading, token: Token, line: int) -> None:
    """Take in a token of verse, a break, or what is not read."""
    if token.type == "stanza_open":
        reading.begins = True
    elif token.type == "verse_open":
        reading.verse = _Line(line)
    elif token.type == "verse_close":
        _verse(reading)
    elif token.type == "hr":
        reading.parts.append(Break(line))
    elif token.type == "html_block":
        reading.problems.append(inlines.html(token.content, line, reading.path))
    elif token.type == "fence":
        what = f"a block of code is not read: {shortened(f'{token.info} {token.content}')}"
        reading.fault(line, what, "take away the lines of ``` or ~~~ around it")


def _open(reading: _Reading, token: Token, name: str, line: int) -> None:
    """Begin a quotation, list, item or note."""
    opened = _Container(name)
    if name == "note":
        opened.label = token.info
        if token.info in reading.labels:
            what = f"the note [^{token.info}] is there twice"
            what += f" (first on line {reading.labels[token.info]})"
            reading.fault(line, what, "give one of them another label")
        reading.labels.setdefault(token.info, line)
    elif name == "list_item":
        within = reading.open[-1]
        depth = sum(each.type.endswith("list") for each in reading.open)
        number = within.start + within.held
        written = int(token.info or number)
        if written not in (within.start, number):  # unlike CommonMark's, our numbers can leap
            within.start, number = written - within.held, written
        opened.place = ListPlace(within.type == "ordered_list", number, depth)
    elif name == "ordered_list":
        opened.start = int(token.attrs.get("start", 1))
    reading.open.append(opened)


def _close(reading: _Reading) -> None:
    """End what was opened last."""
    closed = reading.open.pop()
    if closed.type == "note" and not closed.held:
        line, what = reading.labels[closed.label], f"the note [^{closed.label}] has no text"
        reading.fault(line, what, "write it behind the colon")
    if reading.open:
        reading.open[-1].held += 1


def _inline(reading: _Reading, token: Token, line: int) -> None:
    """Take in the text of a block, or of half a line of verse."""
    found = inlines.read(token.children or (), line, reading.path)
    reading.inlines.append(found)
    reading.problems += found.problems
    reading.problems += lookalikes.problems(found.text, token.content, line, reading.path)
    figures = found.alone and not reading.heading and not reading.verse
    if figures:
        for image in found.images:
            _figure(reading, image, found)
    for image in () if figures else found.images:
        what = f"a picture within a text: {shortened(image.address)}"
        reading.fault(image.line, what, "let it stand by itself, between empty lines")
    if found.label and (reading.heading or reading.verse):
        found.dropped.append(("emphasis", line))
    if reading.verse:
        reading.verse.halves.append(found)
        if commonmark.LONE_BAR.search(token.content):
            what = f"a lone | in a line of verse: {shortened(token.content)}"
            reading.fault(line, what, "part hemistichs by ||; a table is not read")
    elif reading.heading and found.text:
        _heading(reading, reading.heading, found, line)
    elif found.text and not figures:
        _add(reading, Text(line, found.text, label=found.label, spelled=found.spelled))


def _figure(reading: _Reading, image: inlines.Image, found: Inline) -> None:
    """A picture, and its caption as a block after it."""
    captioned = bool(image.caption)
    reading.parts.append(Figure(image.line, image.address, image.alternative, captioned))
    if captioned:
        found.references += [(each[1], image.line) for each in REFERENCE.finditer(image.caption)]
        _add(reading, Text(image.line, image.caption, Kind.CAPTION, spelled=image.spelled))
    if REFERENCE.search(image.alternative):
        what = f"a note in an alternative text: {shortened(image.alternative)}"
        reading.fault(image.line, what, "refer to it in the caption")
    if not image.alternative:
        what = f"the picture {shortened(image.address)} has no alternative text"
        reading.fault(image.line, what, "say between [ and ] what it shows", warning=True)


def _heading(reading: _Reading, token: Token, found: Inline, line: int) -> None:
    if reading.open:
        found.dropped.append(("headings within lists, quotations and notes", line))
        _add(reading, Text(line, found.text, spelled=found.spelled))
        return
    if token.markup == "-":
        what = f"a line of hyphens makes this a heading: {shortened(found.text)}"
        remedy = "write ## before it; or leave an empty line before the hyphens, for a break"
        reading.fault(line, what, remedy, warning=True)
    level = int(token.tag[1])
    _add(reading, Text(line, found.text, Kind.HEADING, level, spelled=found.spelled))


def _verse(reading: _Reading) -> None:
    """End a line of verse; an empty one ends a stanza."""
    verse = reading.verse
    reading.verse = None
    halves = tuple(half for half in verse.halves if half.text) if verse else ()
    if verse and halves:
        texts = tuple(half.text for half in halves)
        shown = " ".join(half.spelled or half.text for half in halves)
        spelled = shown if any(half.spelled for half in halves) else ""
        text = Text(verse.line, " ".join(texts), Kind.VERSE, hemistichs=texts, spelled=spelled)
        _add(reading, replace(text, begins=reading.begins))
    reading.begins = not halves


def _add(reading: _Reading, text: Text) -> None:
    """Take in a block, with what it stands in."""
    around = reading.open[-1] if reading.open else None
    kind, begins = text.kind, text.begins
    label = next((each.label for each in reading.open if each.label), "")
    if around and kind is Kind.PARAGRAPH:
        within = Kind.QUOTATION if around.type == "blockquote" else Kind.ITEM
        kind, begins = within, not around.held
        if label:
            kind, begins = Kind.NOTE, label not in reading.begun
            reading.begun.add(label)
    if around:
        around.held += 1
    place = next((each.place for each in reversed(reading.open) if each.place), None)
    quoted = any(each.type == "blockquote" for each in reading.open)
    reading.parts.append(
        replace(text, kind=kind, begins=begins, place=place, quoted=quoted, note=label)
    )


def _dropped(reading: _Reading) -> None:
    """One warning of all marks that are not shown, where the first of them stands."""
    dropped = [each for found in reading.inlines for each in found.dropped]
    headings = [part for part in reading.parts if isinstance(part, Text) and part.level > LEVELS[1]]
    dropped += [("headings below ####", heading.line) for heading in headings]
    if dropped:
        kinds = ", ".join(dict.fromkeys(kind for kind, _ in dropped))
        what = f"marks that a page does not show ({kinds}); their text is kept"
        remedy = "nothing need be done"
        line = min(line for _, line in dropped)
        reading.fault(line, what, remedy, warning=True)
