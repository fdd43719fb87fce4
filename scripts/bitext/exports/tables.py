"""TSV: a table of sentences, for spreadsheets and scripts, one a line."""

from bitext.article.edition import Edition, Pair
from bitext.exports.book import Book, Publisher, texts, worded
from bitext.exports.escaping import inert, rows

COLUMNS = (
    *("article", "sentence", "arabic", "english", "state", "engine", "model", "made", "imported"),
    *("author", "source", "license", "original", "address"),
)
"""The table's head. `state` is the catalog's; `made` the day of an engine's answer; `imported` the
name of the text it came from; `original` the address the text was taken from."""
BYTE_ORDER_MARK = "\ufeff"
"""By it a spreadsheet knows UTF-8; others read it with `utf-8-sig`."""


def head(_: Book) -> str:
    """What stands before the lines of sentences."""
    return BYTE_ORDER_MARK + rows([COLUMNS])


def of_edition(edition: Edition, publisher: Publisher) -> str:
    """A line each sentence of an article that has words, those without English too, with what is
    known of it; they are the same in every book. A cell that a spreadsheet would compute has a '
    before it.
    """
    name, about = inert(edition.article.id), tuple(map(inert, _about(edition)))
    page = publisher.page(edition.article.id)
    return rows(
        (name, *_pair(edition, pair), *about, f"{page}#{pair.sentence.id}" if page else "")
        for pair in worded(edition)
    )


def _pair(edition: Edition, pair: Pair) -> tuple[str, ...]:
    english = pair.english
    state = str(english.state) if edition.readable else "unknown"
    by = ("", "", "")
    if made := english.machine:
        by = (inert(made.engine), inert(made.model), inert(made.date))
    arabic, translation = map(inert, texts(edition, pair))
    return pair.sentence.id, arabic, translation, state, *by, inert(english.imported)


def _about(edition: Edition) -> tuple[str, ...]:
    details = edition.article.details
    return tuple(x or "" for x in (details.author, details.source, details.license, details.url))
