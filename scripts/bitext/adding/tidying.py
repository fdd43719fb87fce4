"""Making a body that a seed can hold, and that reads the same again, of what a reader found."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from bitext.adding.structure import Image, Part, cited, quoted, quotes_in_item, texts_in
from bitext.article.model import Break, Kind, ListPlace
from bitext.article.parts import Text
from bitext.text.notes import REFERENCE


def tidied(body: Iterable[Part], titled: bool) -> tuple[Part, ...]:
    """A body as a seed can hold it.

    titled: whether the title is known from elsewhere; if not, a heading or a paragraph that begins
    the body is the title, a heading of level 1. The levels of other headings are 2 to 4, none left
    out. No change of scene stands at either end, beside another one, or below a heading. Lists
    begin at their outermost level. Notes stand at the end, in the order in which they are first
    referred to.
    """
    parts = _captioned(_parted(_notes_last([_unnested(part) for part in body])))
    first = parts[0] if parts else None
    title: list[Part] = []
    if not titled and isinstance(first, Text) and first.kind in (Kind.HEADING, Kind.PARAGRAPH):
        title = [Text(first.line, first.text, Kind.HEADING, 1)]
    rest = _ranked(parts[len(title) :])
    return (*title, *_labelled(_begun(_listed(_parted(rest)))))


def _unnested(part: Part) -> Part:
    """A part with no more nesting than a seed can say: it may stand in one list, which may be
    quoted, or in a quotation, which may be in an item.

    A picture's alternative text refers to no note.
    """
    if isinstance(part, Image):
        return replace(part, alternative=REFERENCE.sub(r"[\1]", part.alternative))
    if not isinstance(part, Text):
        return part
    if part.kind in (Kind.NOTE, Kind.HEADING, Kind.CAPTION):
        return replace(part, place=None, quoted=False, label="", hemistichs=())
    if part.kind is Kind.VERSE:
        return replace(part, place=None, hemistichs=part.hemistichs or (part.text,))
    return part


def _begun(body: list[Part]) -> list[Part]:
    """The body with `begins` set for the first text of each quotation and stanza, and for
    paragraphs.
    """
    kept: list[Part] = []
    before: Part | None = None
    for part in body:
        if isinstance(part, Text) and part.kind in (Kind.QUOTATION, Kind.VERSE):
            goes_on = isinstance(before, Text) and before.quoted == part.quoted
            goes_on = goes_on and quotes_in_item(before) == quotes_in_item(part)
            if part.kind is Kind.VERSE:
                goes_on = goes_on and isinstance(before, Text) and before.kind is Kind.VERSE
            part = replace(part, begins=part.begins or not goes_on)
        elif isinstance(part, Text) and part.kind is Kind.PARAGRAPH:
            part = replace(part, begins=True)
        kept.append(part)
        before = part
    return kept


def _parted(body: list[Part]) -> list[Part]:
    """The body without the changes of scene that stand at an end of it, before its notes, below a
    heading or beside another one.
    """
    kept: list[Part] = []
    for part in body:
        if isinstance(part, Break):
            before = kept[-1] if kept else None
            headed = isinstance(before, Text) and before.kind is Kind.HEADING
            if before is None or headed or isinstance(before, Break):
                continue
        kept.append(part)
    last = next((n for n in range(len(kept), 0, -1) if not _apart(kept[n - 1])), 0)
    return [*kept[:last], *(part for part in kept[last:] if not isinstance(part, Break))]


def _apart(part: Part) -> bool:
    """Whether a part is a change of scene or a note: only such stand behind the running text."""
    return isinstance(part, Break) or (isinstance(part, Text) and part.kind is Kind.NOTE)


def _ranked(body: list[Part]) -> list[Part]:
    headings = {part.level for part in texts_in(body) if part.kind is Kind.HEADING}
    levels = {level: min(2 + rank, 4) for rank, level in enumerate(sorted(headings))}
    return [
        replace(part, level=levels[part.level])
        if isinstance(part, Text) and part.kind is Kind.HEADING
        else part
        for part in body
    ]


def _notes_last(body: list[Part]) -> list[Part]:
    notes: dict[str, list[Text]] = {}
    running: list[Part] = []
    for part in body:
        if isinstance(part, Text) and part.kind is Kind.NOTE:
            notes.setdefault(part.note, []).append(part)
        else:
            running.append(part)
    order = list(dict.fromkeys([*cited(running, notes), *notes]))
    for label in order:
        first, *others = notes[label]
        notes[label] = [replace(first, begins=True), *(replace(o, begins=False) for o in others)]
    return [*running, *(note for label in order for note in notes[label])]


def _captioned(body: list[Part]) -> list[Part]:
    """The body with `captioned` set for each picture that a caption follows. Another caption is a
    paragraph.

    In a caption nothing can be escaped: what only looks like a reference is written otherwise.
    """
    labels = {text.note for text in texts_in(body)}
    kept: list[Part] = []
    for n, part in enumerate(body):
        after = body[n + 1] if n + 1 < len(body) else None
        if isinstance(part, Image):
            held = isinstance(after, Text) and after.kind is Kind.CAPTION
            part = replace(part, captioned=held)
        elif isinstance(part, Text) and part.kind is Kind.CAPTION:
            before = kept[-1] if kept else None
            if isinstance(before, Image):
                part = replace(part, text=_referring(part.text, labels))
            else:
                part = Text(part.line, part.text)
        kept.append(part)
    return kept


def _referring(text: str, labels: Collection[str]) -> str:
    return REFERENCE.sub(lambda m: m[0] if m[1] in labels else f"[{m[1]}]", text)


def _listed(body: list[Part]) -> list[Part]:
    """The body with lists that a seed can say: none starts deeper than one level below what is
    open.

    The items of a list that is not ordered are counted from 1.
    """
    kept: list[Part] = []
    open_places: list[ListPlace] = []
    before: Part | None = None
    for part in body:
        if quotes_in_item(part):
            part = _in_item(part, before, open_places)
        if not isinstance(part, Text) or part.place is None:
            open_places = []
        elif quotes_in_item(part):
            del open_places[part.place.depth :]
        else:
            depth = min(part.place.depth, len(open_places) + 1)
            begins = part.begins or len(open_places) < part.place.depth
            if not _same_quotation(before, part):
                begins, depth, open_places = True, 1, []
            place = replace(part.place, depth=depth)
            if begins:
                last = open_places[depth - 1] if len(open_places) >= depth else None
                if not place.ordered:
                    follows = last and not last.ordered and place.number > 1
                    place = replace(place, number=last.number + 1 if last and follows else 1)
                open_places = [*open_places[: depth - 1], place]
            else:
                open_places = open_places[:depth]
                place = open_places[-1]
            part = replace(part, place=place, begins=begins)
        kept.append(part)
        before = part
    return kept


def _in_item(part: Part, before: Part | None, open_places: list[ListPlace]) -> Part:
    """A quotation, with the place of the item that it stands in.

    Where it would begin the item, or the list itself is quoted, it is that item's text.
    """
    if not isinstance(part, Text) or part.place is None:
        return part
    around = open_places[: part.place.depth]
    listed = isinstance(before, Text) and (not before.quoted or quotes_in_item(before))
    if not (around and listed):
        return replace(part, kind=Kind.ITEM, quoted=quoted(before) and bool(around))
    goes_on = isinstance(before, Text) and quotes_in_item(before) and before.place == around[-1]
    return replace(part, place=around[-1], begins=part.begins or not goes_on)


def _same_quotation(before: Part | None, part: Text) -> bool:
    return isinstance(before, Text) and quoted(before) == part.quoted


def _labelled(body: list[Part]) -> list[Part]:
    """The body with labels only where they mean something: a few speakers, or terms, not one."""
    labelled = [part for part in texts_in(body) if part.label]
    kept: list[Part] = []
    for part in body:
        if isinstance(part, Text) and part.label:
            spaced = part.text[len(part.label) :][:1] == " "
            if len(labelled) < _FEWEST_LABELS or not spaced or part.kind is not Kind.PARAGRAPH:
                part = replace(part, label="")
        kept.append(part)
    return kept


_FEWEST_LABELS = 3
