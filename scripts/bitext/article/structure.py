"""The blocks of a seed in Markdown, in reading order, and what in it is at fault.

What a page has no place for is an error where its text would be lost, and a warning where only
marks are: nothing is left out in silence.
"""

from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from bitext.article import commonmark, inlines, lookalikes, note_order
from bitext.article.inlines import Inline
from bitext.article.model import LEVELS, Break, Kind, ListPlace
from bitext.article.parts import Figure, Part, Structure, Text
from bitext.project.errors import Problem, shortened
from bitext.text.notes import REFERENCE


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
class _Progress:
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
    progress, in_table = _Progress(path), False
    for token in commonmark.read(text):
        line = (token.map[0] if token.map else 0) + before + 1
        if token.type == "table_open":
            progress.fault(line, "a table is not read", "write what it says as a list, or in words")
        in_table = (in_table or token.type == "table_open") and token.type != "table_close"
        if not in_table:
            _take(progress, token, line)
    _dropped(progress)
    labels = note_order.order(progress.parts, progress.labels)
    progress.problems += note_order.problems(progress.inlines, progress.labels, path)
    problems = sorted(dict.fromkeys(progress.problems), key=lambda problem: problem.line)
    return Structure(tuple(note_order.at_end(progress.parts, labels)), labels, tuple(problems))


_CONTAINERS = ("blockquote", "bullet_list", "ordered_list", "list_item", "note")


def _take(progress: _Progress, token: Token, line: int) -> None:
    """Go on by one token, which begins on this line."""
    name = token.type.rpartition("_")[0]
    if token.nesting == 1 and token.level >= commonmark.DEPTH - 1:
        what = "too many quotations or lists within each other"
        progress.fault(line, what, "write fewer of them in one")
    if name in _CONTAINERS and token.nesting == 1:
        _open(progress, token, name, line)
    elif name in _CONTAINERS:
        _close(progress)
    elif name == "heading":
        progress.heading = token if token.nesting == 1 else None
    elif token.type == "inline":
        _inline(progress, token, line)
    else:
        _single(progress, token, line)


def _single(progress: _Progress, token: Token, line: int) -> None:
    """Take in a token of verse, a break, or what is not read."""
    if token.type == "stanza_open":
        progress.begins = True
    elif token.type == "verse_open":
        progress.verse = _Line(line)
    elif token.type == "verse_close":
        _verse(progress)
    elif token.type == "hr":
        progress.parts.append(Break(line))
    elif token.type == "html_block":
        progress.problems.append(inlines.html(token.content, line, progress.path))
    elif token.type == "fence":
        what = f"a block of code is not read: {shortened(f'{token.info} {token.content}')}"
        progress.fault(line, what, "take away the lines of ``` or ~~~ around it")


def _open(progress: _Progress, token: Token, name: str, line: int) -> None:
    """Begin a quotation, list, item or note."""
    opened = _Container(name)
    if name == "note":
        opened.label = token.info
        if token.info in progress.labels:
            what = f"the note [^{token.info}] is there twice"
            what += f" (first on line {progress.labels[token.info]})"
            progress.fault(line, what, "give one of them another label")
        progress.labels.setdefault(token.info, line)
    elif name == "list_item":
        within = progress.open[-1]
        depth = sum(each.type.endswith("list") for each in progress.open)
        number = within.start + within.held
        written = int(token.info or number)
        if written not in (within.start, number):  # unlike CommonMark's, our numbers can leap
            within.start, number = written - within.held, written
        opened.place = ListPlace(within.type == "ordered_list", number, depth)
    elif name == "ordered_list":
        opened.start = int(token.attrs.get("start", 1))
    progress.open.append(opened)


def _close(progress: _Progress) -> None:
    """End what was opened last."""
    closed = progress.open.pop()
    if closed.type == "note" and not closed.held:
        line, what = progress.labels[closed.label], f"the note [^{closed.label}] has no text"
        progress.fault(line, what, "write it behind the colon")
    if progress.open:
        progress.open[-1].held += 1


def _inline(progress: _Progress, token: Token, line: int) -> None:
    """Take in the text of a block, or of half a line of verse."""
    found = inlines.read(token.children or (), line, progress.path)
    progress.inlines.append(found)
    progress.problems += found.problems
    progress.problems += lookalikes.problems(found.text, token.content, line, progress.path)
    figures = found.alone and not progress.heading and not progress.verse
    if figures:
        for image in found.images:
            _figure(progress, image, found)
    for image in () if figures else found.images:
        what = f"a picture within a text: {shortened(image.address)}"
        progress.fault(image.line, what, "let it stand by itself, between empty lines")
    if found.label and (progress.heading or progress.verse):
        found.dropped.append(("emphasis", line))
    if progress.verse:
        progress.verse.halves.append(found)
        if commonmark.LONE_BAR.search(token.content):
            what = f"a lone | in a line of verse: {shortened(token.content)}"
            progress.fault(line, what, "part hemistichs by ||; a table is not read")
    elif progress.heading and found.text:
        _heading(progress, progress.heading, found, line)
    elif found.text and not figures:
        _add(progress, Text(line, found.text, label=found.label, spelled=found.spelled))


def _figure(progress: _Progress, image: inlines.Image, found: Inline) -> None:
    """A picture, and its caption as a block after it."""
    captioned = bool(image.caption)
    progress.parts.append(Figure(image.line, image.address, image.alternative, captioned))
    if captioned:
        found.references += [(each[1], image.line) for each in REFERENCE.finditer(image.caption)]
        _add(progress, Text(image.line, image.caption, Kind.CAPTION, spelled=image.spelled))
    if REFERENCE.search(image.alternative):
        what = f"a note in an alternative text: {shortened(image.alternative)}"
        progress.fault(image.line, what, "refer to it in the caption")
    if not image.alternative:
        what = f"the picture {shortened(image.address)} has no alternative text"
        progress.fault(image.line, what, "say between [ and ] what it shows", warning=True)


def _heading(progress: _Progress, token: Token, found: Inline, line: int) -> None:
    if progress.open:
        found.dropped.append(("headings within lists, quotations and notes", line))
        _add(progress, Text(line, found.text, spelled=found.spelled))
        return
    if token.markup == "-":
        what = f"a line of hyphens makes this a heading: {shortened(found.text)}"
        remedy = "write ## before it; or leave an empty line before the hyphens, for a break"
        progress.fault(line, what, remedy, warning=True)
    level = int(token.tag[1])
    _add(progress, Text(line, found.text, Kind.HEADING, level, spelled=found.spelled))


def _verse(progress: _Progress) -> None:
    """End a line of verse; an empty one ends a stanza."""
    verse = progress.verse
    progress.verse = None
    halves = tuple(half for half in verse.halves if half.text) if verse else ()
    if verse and halves:
        texts = tuple(half.text for half in halves)
        shown = " ".join(half.spelled or half.text for half in halves)
        spelled = shown if any(half.spelled for half in halves) else ""
        text = Text(verse.line, " ".join(texts), Kind.VERSE, hemistichs=texts, spelled=spelled)
        _add(progress, replace(text, begins=progress.begins))
    progress.begins = not halves


def _add(progress: _Progress, text: Text) -> None:
    """Take in a block, with what it stands in."""
    around = progress.open[-1] if progress.open else None
    kind, begins = text.kind, text.begins
    label = next((each.label for each in progress.open if each.label), "")
    if around and kind is Kind.PARAGRAPH:
        within = Kind.QUOTATION if around.type == "blockquote" else Kind.ITEM
        kind, begins = within, not around.held
        if label:
            kind, begins = Kind.NOTE, label not in progress.begun
            progress.begun.add(label)
    if around:
        around.held += 1
    place = next((each.place for each in reversed(progress.open) if each.place), None)
    quoted = any(each.type == "blockquote" for each in progress.open)
    progress.parts.append(
        replace(text, kind=kind, begins=begins, place=place, quoted=quoted, note=label)
    )


def _dropped(progress: _Progress) -> None:
    """One warning of all marks that are not shown, where the first of them stands."""
    dropped = [each for found in progress.inlines for each in found.dropped]
    headings = [
        part for part in progress.parts if isinstance(part, Text) and part.level > LEVELS[1]
    ]
    dropped += [("headings below ####", heading.line) for heading in headings]
    if dropped:
        kinds = ", ".join(dict.fromkeys(kind for kind, _ in dropped))
        what = f"marks that a page does not show ({kinds}); their text is kept"
        remedy = "nothing need be done"
        line = min(line for _, line in dropped)
        progress.fault(line, what, remedy, warning=True)
