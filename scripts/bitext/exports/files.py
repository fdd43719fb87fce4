"""Writing the exports into the built site."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bitext.article.library import Library
from bitext.exports import book as books
from bitext.exports import cards, epub, memory, plain_text, tables
from bitext.exports.book import Book
from bitext.exports.part import Part
from bitext.exports.publisher import Publisher
from bitext.project import addresses, export_names, files

_WHOLE: dict[str, Callable[[Book], bytes]] = {
    export_names.EPUB: epub.epub,
    export_names.TEXT: lambda book: "".join(plain_text.text(book)).encode(),
    export_names.ANKI: lambda book: "".join(cards.cards(book)).encode(),
}
"""The kinds that are made of a book as a whole."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A kind of file in which an article has the same text in every book, so it is made once.

    begin: what stands before the first article. article: an article's text. end: what stands
    behind the last.
    """

    begin: Callable[[Book], str]
    article: Callable[[Part], str]
    end: str = ""


_PARTS: dict[str, _Parts] = {
    export_names.TMX: _Parts(memory.head, memory.of_part, memory.END),
    export_names.TSV: _Parts(tables.head, tables.of_part),
}


def write(library: Library, publisher: Publisher, site: Path, kinds: Sequence[str]) -> None:
    """Write the exports of these kinds: of every article that is offered, of every collection, and
    some of all articles together.

    They stand beside the page they are an export of: `articles/<id>/<id>.epub`, and
    `articles/all.tmx`.
    """
    folder = site / addresses.LIST
    everything = books.offered(library.editions)
    if not everything:
        return
    folder.mkdir(parents=True, exist_ok=True)
    whole = books.of_all(everything, publisher)
    shared = {kind: export_names.file_name(whole.name, kind) for kind in kinds if kind in _PARTS}
    with ExitStack() as opened:
        of_all = {
            kind: opened.enter_context((folder / name).open("wb")) for kind, name in shared.items()
        }
        for kind, file in of_all.items():
            file.write(_PARTS[kind].begin(whole).encode())
        for edition in everything:
            _write(books.of_article(edition, publisher), folder, kinds, of_all)
        for kind, file in of_all.items():
            file.write(_PARTS[kind].end.encode())
    for collection in books.of_collections(library, publisher):
        _write(collection, folder, kinds, {})


def _write(book: Book, folder: Path, kinds: Sequence[str], of_all: Mapping[str, BinaryIO]) -> None:
    """Write one book's files.

    of_all: the open files of all articles, by kind; each gets this book's articles as well.
    """
    place = folder / book.name
    if not place.is_dir():  # mostly its page has been written
        place.mkdir(parents=True)
    for kind in kinds:
        if kind in of_all:
            articles = _articles(book, kind)
            of_all[kind].writelines(articles)
            made = _joined(book, kind, articles)
        else:
            made = of_book(book, kind)
        files.make(f"{place}/{export_names.file_name(book.name, kind)}", made)


def of_book(book: Book, kind: str) -> bytes:
    """What the file of this kind holds for a book. kind: a key of `export_names.ENDS`."""
    if kind in _WHOLE:
        return _WHOLE[kind](book)
    return _joined(book, kind, _articles(book, kind))


def _articles(book: Book, kind: str) -> list[bytes]:
    """The text of each article of a book. kind: a key of _PARTS."""
    made = _PARTS[kind].article
    return [made(part).encode() for part in book.parts]


def _joined(book: Book, kind: str, articles: Sequence[bytes]) -> bytes:
    form = _PARTS[kind]
    return b"".join((form.begin(book).encode(), *articles, form.end.encode()))
