"""Laws of the files that readers take away: whatever a seed and a catalog hold, it stays text."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from bitext.article import edition as editions
from bitext.article.catalog import Catalog, State
from bitext.article.edition import Edition, English
from bitext.exports import book as books
from bitext.exports import cards, escaping, files, memory, plain_text, tables
from bitext.exports.book import Book
from bitext.exports.epub import epub
from bitext.exports.escaping import inert, rows
from bitext.exports.part import ExportedPair, Part
from bitext.exports.publisher import Publisher
from bitext.project import export_names
from bitext.project.errors import ContentError
from bitext.text.characters import clean
from makers import article, markdown
from strategies import lines, seeds, texts

ELEMENTS = {
    *("html", "head", "title", "link", "body", "h1", "h2", "h3", "h4", "section", "p", "span"),
    *("small", "bdi", "hr", "ol", "ul", "li", "blockquote", "aside", "div", "sup", "a", "nav"),
}
"""All that an EPUB's documents hold here; no text brings another."""
SITE = Publisher('<b>&"\t=1', "https://example.org/", Path())


@st.composite
def shown(draw: st.DrawFn) -> Edition:
    """An article of any text, as either kind of seed, with any English."""
    text = draw(seeds)
    source = draw(st.sampled_from([article, markdown]))
    try:
        made = editions.join(source(text), Catalog())
    except ContentError:  # a seed at fault has no page, and no file
        made = editions.join(article("عنوان"), Catalog())
    english = {
        sentence.id: English(clean(draw(lines)), draw(st.sampled_from(list(State))))
        for sentence, _ in made.article.located()
    }
    return Edition(made.article, english, clean(draw(lines)))


def worded(edition: Edition) -> list[ExportedPair]:
    return Part(edition, SITE).worded


@given(shown())
def test_every_sentence_is_in_the_files_in_its_order(edition: Edition) -> None:
    pairs = Part(edition, SITE).pairs.values()
    assert [pair.sentence for pair in pairs] == [s for s, _ in edition.article.located()]


@given(shown())
def test_an_epub_is_xml_whose_elements_are_ours(edition: Edition) -> None:
    with zipfile.ZipFile(io.BytesIO(epub(books.of_article(edition, SITE)))) as archive:
        for name in archive.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                root = ElementTree.fromstring(archive.read(name))
                if name.endswith(".xhtml"):
                    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= ELEMENTS


@given(shown())
def test_a_memory_gives_every_pair_back(edition: Edition) -> None:
    book = books.of_article(edition, SITE)
    root = ElementTree.fromstring(files.of_book(book, export_names.TMX).decode())
    found = [["".join(seg.itertext()) for seg in unit.iter("seg")] for unit in root.iter("tu")]
    pairs = [pair for pair in worded(edition) if pair.found.state is not State.STALE]
    assert found == [[pair.arabic, pair.english] for pair in pairs if pair.found.text]


@given(shown())
def test_a_table_gives_every_pair_back_a_line_each(edition: Edition) -> None:
    table = files.of_book(books.of_article(edition, SITE), export_names.TSV).decode()
    pairs = [(pair.arabic, pair.english) for pair in worded(edition)]
    assert table.count("\n") == 1 + len(pairs)
    _, *found = csv.reader(io.StringIO(table, newline=""), delimiter="\t")
    assert [(line[2], line[3]) for line in found] == [tuple(map(inert, pair)) for pair in pairs]
    assert {len(line) for line in found} <= {len(tables.COLUMNS)}


@given(shown())
def test_every_card_has_four_cells_and_no_element_of_a_text(edition: Edition) -> None:
    made = list(cards.cards(books.of_article(edition, SITE)))
    found = csv.reader(
        io.StringIO("".join(x for x in made if not x.startswith("#")), newline=""), delimiter="\t"
    )
    for line in found:
        assert len(line) == 4
        for cell in line[1:3]:
            root = ElementTree.fromstring(f"<x>{cell}</x>")
            assert {element.tag for element in root.iter()} <= {"x", "div", "small", "bdi", "a"}


@given(shown())
def test_a_card_is_what_the_standard_library_writes_of_its_cells(edition: Edition) -> None:
    made = "".join(cards.cards(books.of_article(edition, SITE)))
    lines = "".join(line for line in made.splitlines(keepends=True) if line[0] != "#")
    written = io.StringIO()
    table = csv.writer(written, delimiter="\t", lineterminator="\n")
    table.writerows(csv.reader(io.StringIO(lines, newline=""), delimiter="\t"))
    assert lines == written.getvalue()


@given(shown())
def test_a_plain_text_has_every_sentence(edition: Edition) -> None:
    text = "".join(plain_text.text(books.of_article(edition, SITE)))
    for block in edition.article.blocks:
        for sentence in block.sentences:
            assert block.hemistichs or sentence.notes or sentence.text in text


@given(st.lists(texts, min_size=1, max_size=4))
def test_a_line_of_a_table_is_one_line_and_is_read_back(cells: list[str]) -> None:
    line = rows([cells])
    assert line.splitlines() == [line.removesuffix("\n")]
    (found,) = csv.reader(io.StringIO(line, newline=""), delimiter="\t")
    assert [cell.split() for cell in found] == [cell.split() for cell in cells]


@given(texts)
def test_what_looks_like_a_formula_is_none(text: str) -> None:
    assert not inert(text).lstrip().startswith(("=", "+", "-", "@"))
    assert inert(text) == (f"'{text}" if escaping._FORMULA.match(text) else text)


@given(st.lists(st.lists(st.one_of(texts, st.just('a"b'), st.just("")), min_size=1, max_size=4)))
def test_a_row_is_what_the_standard_library_writes(table: list[list[str]]) -> None:
    """Quotation marks stand where they must, and the row is written without it where it can be."""
    plain = [[c if c.isprintable() else " ".join(c.split()) for c in cells] for cells in table]
    expected = io.StringIO()
    csv.writer(expected, delimiter="\t", lineterminator="\n").writerows(plain)
    assert rows(table) == expected.getvalue()


@given(st.text())
def test_what_is_printable_may_stand_in_xml(text: str) -> None:
    assert not (text.isprintable() and escaping._NOT_XML.search(text))


@given(st.lists(shown(), min_size=1, max_size=3))
def test_a_file_of_all_holds_what_the_files_of_articles_hold(editions: list[Edition]) -> None:
    for kind, begin in ((export_names.TMX, memory.head), (export_names.TSV, tables.head)):

        def inside(book: Book, kind: str = kind, begin: Callable[[Book], str] = begin) -> str:
            text = files.of_book(book, kind).decode()
            head, end = begin(book), memory.END if kind == export_names.TMX else ""
            assert text.startswith(head)
            assert text.endswith(end)
            return text.removeprefix(head).removesuffix(end)

        parts = [inside(books.of_article(edition, SITE)) for edition in editions]
        assert inside(books.of_all(tuple(editions), SITE)) == "".join(parts)
