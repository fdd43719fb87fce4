"""Reading an EPUB: its chapters, with their notes and pictures, and what it says of itself."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import lxml.etree

from bitext.adding import archive, charset, counting, footnotes, markup, notes, trees
from bitext.adding.archive import Archive
from bitext.adding.books import apart, package
from bitext.adding.books.package import Entry, Package
from bitext.adding.draft import BookDraft, Draft
from bitext.adding.gathering import Start
from bitext.adding.pictures import Gallery
from bitext.adding.structure import Image, Part, cited, comparable, texts_in
from bitext.adding.tidying import tidied
from bitext.article.model import Kind
from bitext.article.parts import Text
from bitext.project import days
from bitext.project.errors import ContentError, Problem
from bitext.text.characters import STOPS
from bitext.text.notes import REFERENCE

_HEADING, _TITLE = 4, 8
"""Words, at most, of a paragraph that may be the heading of the notes, or a chapter's title."""
_LINES = (*trees.HEADINGS, "p")


@dataclass(slots=True)
class _Chapter:
    """A chapter.

    title: by the table of contents, "" for none. files: that it is made of. emptied: whether notes
    stood in it that are now with the text that refers to them.
    """

    title: str
    parts: list[Part] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    emptied: bool = False


def read(data: bytes, path: str) -> BookDraft:
    """The book in the bytes of an EPUB, each chapter a Draft. path: the file, for messages.

    Raises ContentError for a file that is no EPUB, is damaged or encrypted, or holds no text.
    """
    files = Archive(data, path)
    book = package.read(files)
    documents = _documents(files, book)
    left, remarks = apart.contents(documents, book)
    remarks += apart.unpaged(documents) + apart.without_navigation(documents)
    texts = {name: counting.texts_of(tree) for name, tree in documents.items()}
    found = notes.resolve({name: tree for name, tree in documents.items() if name not in left})
    chapters = _chapters(documents, book, left, files)
    gallery = Gallery(lambda name: files.read(name) if name in files else None)
    drafts: list[Draft] = []
    for chapter in chapters:
        what = _draft(chapter, book, gallery, len(drafts) + 1)
        if isinstance(what, Draft):
            drafts.append(what)
        else:
            found.removed += [passage.text for passage in texts_in(chapter.parts)]
            remarks += [f"left out: {what} ({', '.join(chapter.files)})"] if what else []
    if not drafts:
        remedy = "if its pages are pictures, no program can read them; give a book with text"
        raise ContentError(Problem(path, 0, "no text in it", remedy))
    used = [text for name, those in texts.items() if name not in left for text in those]
    missing = counting.lost(used, [part for draft in drafts for part in draft.body], found.removed)
    remarks += [*_unread(book), *gallery.remarks(), *counting.remarks(missing), *_unsure(book)]
    return BookDraft(_said(book, "title"), tuple(drafts), _said(book, "language"), tuple(remarks))


def _said(book: Package, key: str) -> str:
    return (book.metadata.get(key) or ("",))[0]


def _unread(book: Package) -> Iterator[str]:
    """Remarks on the files of the book's order that could not be read as texts."""
    titles = {entry.name: f", {entry.title}" for entry in reversed(book.contents)}
    if book.absent:
        named = "; ".join(name + titles.get(name, "") for name in book.absent)
        yield f"not in the file, though the book lists it, get it anew: {named}"
    if book.wordless:
        named = ", ".join(book.wordless)
        yield f"left out: {len(book.wordless)} page(s) that are no text ({named})"


def _documents(files: Archive, book: Package) -> dict[str, Any]:
    """The trees of the book's texts, by their files' names."""
    found = {}
    for name in (*book.spine, *book.aside):
        tree = trees.xhtml(charset.decode(files.read(name), f"{files.path}: {name}"))
        if tree is not None:
            body = next(tree.iter("body"), tree)
            footnotes.join_hemistichs(body)
            found[name] = body
    return found


def _chapters(
    documents: Mapping[str, Any], book: Package, left: set[str], files: Archive
) -> list[_Chapter]:
    """The chapters with what stands in them, their notes among it."""
    starts = _starts(documents, book)
    chapters: list[_Chapter] = []
    loose: list[Part] = []
    for name in documents:
        if name in left:
            continue
        mine = starts.get(name, [])
        _set_starts(documents[name], mine)
        parts = [_placed(part, name, files) for part in markup.read(documents[name])]
        if name in book.aside:
            loose += [p for p in parts if isinstance(p, Text) and p.kind is Kind.NOTE]
            continue
        if mine or not chapters or not book.contents or _headed(parts):
            chapters.append(_Chapter(mine[0].title if mine else ""))
        chapters[-1].files.append(name)
        for part in parts:
            if isinstance(part, Start):
                chapters.append(_Chapter(mine[part.number].title, files=[name]))
            else:
                chapters[-1].parts.append(part)
    return _with_notes(chapters, loose)


def _starts(documents: Mapping[str, Any], book: Package) -> dict[str, list[Entry]]:
    """Of each file the entries of the table of contents at which a chapter starts."""
    entries: dict[str, list[Entry]] = {}
    for entry in book.contents:
        if entry.name in documents:
            entries.setdefault(entry.name, []).append(entry)
    found = {}
    for name, those in entries.items():
        depth = those[0].depth
        if len(entries) == 1:  # the whole book in one file: its chapters are where it divides
            depths = [entry.depth for entry in those]
            depth = next((d for d in sorted(set(depths)) if depths.count(d) > 1), depth)
        ids = {e.get("id") for e in documents[name].iter() if isinstance(e.tag, str)}
        more = [e for e in those[1:] if e.depth <= depth and e.fragment in ids]
        found[name] = [those[0], *more]
    return found


def _set_starts(tree: Any, entries: Sequence[Entry]) -> None:
    """Set the attribute trees.START, to an entry's number, where its chapter starts.

    That is the heading or paragraph that the entry's id stands in, or the id's own element. The
    first entry gets none: it starts with the file.
    """
    numbers = {entry.fragment: n for n, entry in enumerate(entries) if n}
    for element in tree.iter(lxml.etree.Element) if numbers else ():
        if number := numbers.pop(element.get("id"), 0):
            around = (each for each in (element, *element.iterancestors()) if each.tag in _LINES)
            next(around, element).set(trees.START, str(number))


def _placed(part: Part | Start, name: str, files: Archive) -> Part | Start:
    """A picture with its source as a file of the book, if there is that file."""
    if isinstance(part, Image):
        source = archive.within(name, part.source)
        return replace(part, source=source if source and source in files else part.source)
    return part


def _headed(parts: Sequence[Part | Start]) -> bool:
    first = parts[0] if parts else None
    return isinstance(first, Text) and first.kind is Kind.HEADING and first.level <= 2


def _with_notes(chapters: list[_Chapter], loose: list[Part]) -> list[_Chapter]:
    """The chapters, each with the notes that it refers to, numbered from 1 in each."""
    homes: dict[str, list[Text]] = {}
    for part in (*(part for chapter in chapters for part in chapter.parts), *loose):
        if isinstance(part, Text) and part.kind is Kind.NOTE:
            homes.setdefault(part.note, []).append(part)
    for chapter in chapters:
        chapter.emptied = any(p.kind is Kind.NOTE for p in texts_in(chapter.parts))
        running = [p for p in chapter.parts if not (isinstance(p, Text) and p.note in homes)]
        order = cited(running, homes)
        texts = [passage.text for passage in texts_in(running)]
        literal = {m for text in texts for m in REFERENCE.findall(text) if m not in homes}
        numbers = (str(n) for n in range(1, 10**6) if str(n) not in literal)
        renamed = dict(zip(order, numbers, strict=False))
        parts: list[Part] = [*running, *(note for label in order for note in homes[label])]
        chapter.parts = [_renamed(part, renamed) for part in parts]
    return chapters


def _renamed(part: Part, names: Mapping[str, str]) -> Part:
    if not isinstance(part, Text):
        return part

    def renamed(text: str) -> str:
        return REFERENCE.sub(lambda m: f"[^{names.get(m[1], m[1])}]", text)

    halves = tuple(map(renamed, part.hemistichs))
    note = names.get(part.note, part.note)
    return replace(part, text=renamed(part.text), hemistichs=halves, note=note)


def _draft(chapter: _Chapter, book: Package, gallery: Gallery, number: int) -> Draft | str:
    """The draft of a chapter. Without text of its own: what it is instead, "" for nothing."""
    parts = gallery.taken(chapter.parts)
    words = [p for p in texts_in(parts) if p.kind is not Kind.NOTE]
    if not words:
        return "a page without text" if chapter.parts else ""
    short = len(words) == 1 and len(words[0].text.split()) <= _HEADING
    if chapter.emptied and (short or all(p.kind is Kind.HEADING for p in words)):
        return f"the heading of the notes, {words[0].text}"
    title, rest = _titled(chapter.title, parts)
    given = _given(book)
    if not title:
        given = {"title": f"{_said(book, 'title')} {number}".strip(), **given}
        return Draft(given, tidied(rest, titled=True))
    return Draft(given, tidied([Text(0, title, Kind.HEADING, 1), *rest], titled=False))


def _titled(entry: str, parts: list[Part]) -> tuple[str, list[Part]]:
    """A chapter's title and what is not its title.

    entry: its line in the table of contents, "" for none. The headings that begin the chapter are
    its title where the line has just their words, a single one as it is itself spelled; else the
    first of them is, or a short paragraph where there is no line.
    """
    heads: list[Text] = []
    for part in parts:
        if not isinstance(part, Text) or part.kind not in (Kind.HEADING, Kind.PARAGRAPH):
            break
        heads.append(part)
        said = comparable(" ".join(head.text for head in heads))
        if said == comparable(entry):
            return heads[0].text if len(heads) == 1 else entry, parts[len(heads) :]
        if not comparable(entry).startswith(said):
            break
    first = parts[0]
    if isinstance(first, Text) and (
        first.kind is Kind.HEADING or (not entry and _looks_like_title(first, parts[1:]))
    ):
        return first.text, parts[1:]
    return entry, parts


def _looks_like_title(first: Text, rest: Sequence[Part]) -> bool:
    """Whether a paragraph that a chapter begins with is its title, as old programs write it."""
    short = len(first.text.split()) <= _TITLE and first.text[-1] not in f"{STOPS}:،"
    return first.kind is Kind.PARAGRAPH and short and any(True for _ in texts_in(rest))


def _given(book: Package) -> dict[str, Any]:
    """The front matter of every chapter."""
    said = book.metadata
    source = [*said.get("title", ())[:1], *said.get("publisher", ())[:1]]
    values: dict[str, Any] = {
        "author": "، ".join(dict.fromkeys(said.get("creator", ()))),
        "source": "، ".join(source),
        "date": _day(book),
        "license": "; ".join(dict.fromkeys(said.get("rights", ()))),
    }
    return {key: value for key, value in values.items() if value}


def _day(book: Package) -> datetime.date | None:
    for text in book.metadata.get("date", ()):
        if day := days.read(text.partition("T")[0]):
            return day
    return None


def _unsure(book: Package) -> list[str]:
    dates = book.metadata.get("date", ())
    return [] if _day(book) or not dates else [f"its day is not sure, write it down: {dates[0]}"]
