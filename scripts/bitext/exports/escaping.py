"""Text of seeds and catalogs as it may stand in XML, in HTML, and in cells of a table."""

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence

from bitext.text import bidi

# https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What makes a spreadsheet compute a cell: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def xml(text: str) -> str:
    """A text in an element or an attribute, without the characters that XML does not allow."""
    # All that is printable may stand in XML, and nearly every text is.
    return html.escape(text if text.isprintable() else _NOT_XML.sub("", text))


def mixed(text: str, language: str) -> str:
    """A text in `ar` or `en` as XHTML, with what runs the other way set apart."""
    return bidi.marked(text, language, xml)


def rows(lines: Iterable[Sequence[str]]) -> str:
    """Lines of a table whose cells tabs part, as spreadsheets and Anki read it.

    A cell is one line; quotation marks around it are the table's (RFC 4180).
    """
    return "".join(map(_row, lines))


def _row(cells: Sequence[str]) -> str:
    # Nearly every text is on one line, without tabs.
    plain = "\t".join([_quoted(cell) if '"' in cell else cell for cell in cells])
    if plain.count("\t") == len(cells) - 1 > 0 and plain.replace("\t", "").isprintable():
        return f"{plain}\n"
    flat = [cell if cell.isprintable() else " ".join(cell.split()) for cell in cells]
    line = "\t".join(flat)
    if '"' in line:
        line = "\t".join([_quoted(cell) if '"' in cell else cell for cell in flat])
    # What is not printable without being white space is for the standard library to judge.
    return f"{line}\n" if line.replace("\t", "").isprintable() and flat[1:] else _written(flat)


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _written(cells: Sequence[str]) -> str:
    table = io.StringIO()
    csv.writer(table, delimiter="\t", lineterminator="\n").writerow(cells)
    return table.getvalue()


def inert(cell: str) -> str:
    """A text that no spreadsheet takes for a formula: one that looks like it has a ' before it."""
    # Nearly every cell begins with a letter or a digit, as no formula does.
    return f"'{cell}" if not cell[:1].isalnum() and _FORMULA.match(cell) else cell
