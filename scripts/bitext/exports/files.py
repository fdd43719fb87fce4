"""Writing the exports into the built site."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bitext.article.library import Library
from bitext.exports import book as books
from bitext.exports import cards, epub, memory, plain_text, tables
from bitext.exports.book import Book, Publisher
from bitext.project import export_names

_LINES: dict[str, Callable[[Book], Iterable[str]]] = {
    export_names.TEXT: plain_text.text,
    export_names.ANKI: cards.cards,
    export_names.TMX: memory.units,
    export_names.TSV: tables.table,
}


def write(library: Library, publisher: Publisher, site: Path, kinds: Sequence[str]) -> None:
    """Write the exports of these kinds: of every article that is offered, of every collection, and
    some of all articles together.

    They stand beside the page they are an export of: `articles/<id>/<id>.epub`, and
    `articles/all.tmx`.
    """
    folder = site / "articles"
    for made in _books(library, publisher):
        for kind in kinds:
            _write(folder / made.name / export_names.file_name(made.name, kind), kind, made)
    everything = books.offered(library.editions)
    if everything:
        whole = books.of_all(everything, publisher)
        for kind in set(kinds) & set(export_names.OF_ALL):
            _write(folder / export_names.file_name(whole.name, kind), kind, whole)


def _books(library: Library, publisher: Publisher) -> Iterator[Book]:
    for edition in books.offered(library.editions):
        yield books.of_article(edition, publisher)
    yield from books.of_collections(library, publisher)


def _write(path: Path, kind: str, made: Book) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == export_names.EPUB:
        path.write_bytes(epub.epub(made))
        return
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_LINES[kind](made))
