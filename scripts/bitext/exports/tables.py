"""TSV: a table of sentences, for spreadsheets and scripts, one a line."""

from bitext.article.edition import English
from bitext.exports.book import Book
from bitext.exports.escaping import cell, inert, rows
from bitext.exports.part import Part

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


def of_part(part: Part) -> str:
    """A line each sentence of an article that has words, those without English too, with what is
    known of it; they are the same in every book. A cell that a spreadsheet would compute has a '
    before it.
    """
    article = part.edition.article
    details = article.details
    about = (details.author, details.source, details.license, details.url)
    name, readable, page = _cell(article.id), part.edition.readable, part.page
    # Of all lines the same stands behind the sentence.
    end = "".join([f"{_cell(fact or '')}\t" for fact in about])
    return "".join(
        [
            f"{name}\t{(place := pair.sentence.id)}\t{_cell(pair.arabic)}\t{_cell(pair.english)}\t"
            f"{pair.found.state if readable else 'unknown'}\t{_origin(pair.found)}\t{end}"
            f"{cell(f'{page}#{place}') if page else ''}\n"
            for pair in part.worded
        ]
    )


def _cell(text: str) -> str:
    return cell(inert(text))


def _origin(english: English) -> str:
    """The cells of an engine's answer, and of what the text was imported from."""
    made = english.machine
    if not (made or english.imported):
        return "\t\t\t"
    by = (made.engine, made.model, made.date) if made else ("", "", "")
    return "\t".join(map(_cell, (*by, english.imported)))
