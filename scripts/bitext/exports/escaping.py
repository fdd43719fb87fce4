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
_EMPTY = '""'  # a line of one cell that is empty


def xml(text: str) -> str:
    """A text in an element or an attribute, without the characters that XML does not allow."""
    # All that is printable may stand in XML, and nearly every text is.
    if not text.isprintable():
        text = _NOT_XML.sub("", text)
    # To look for them is far quicker than to replace what mostly is not there.
    there = "'" in text or '"' in text or "&" in text or "<" in text or ">" in text
    return html.escape(text) if there else text


def mixed(text: str, language: str) -> str:
    """A text in `ar` or `en` as XHTML, with what runs the other way set apart."""
    return isolated(text, xml(text), language)


def isolated(text: str, escaped: str, language: str) -> str:
    """The same of a text that has been escaped already."""
    if language == "en" and text.isascii():  # all of it runs from left to right
        return escaped
    return bidi.marked(text, language, xml)


def rows(lines: Iterable[Sequence[str]]) -> str:
    """Lines of a table whose cells tabs part, as spreadsheets and Anki read it.

    A cell is one line; quotation marks around it are the table's (RFC 4180).
    """
    made = ["\t".join(map(cell, cells)) for cells in lines]
    return "".join([f"{line or _EMPTY}\n" for line in made])


def cell(text: str) -> str:
    """A text as it stands in a line of several cells."""
    if not text.isprintable():
        text = flat(text)
        # What is not printable without being white space is for the standard library to judge.
        if not text.isprintable():
            return _written(text)
    if '"' not in text:
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def flat(text: str) -> str:
    """A text on one line, without tabs."""
    return text if text.isprintable() else " ".join(text.split())


def _written(text: str) -> str:
    table = io.StringIO()
    csv.writer(table, delimiter="\t", lineterminator="\n").writerow((text, ""))
    return table.getvalue().removesuffix("\t\n")


def inert(cell: str) -> str:
    """A text that no spreadsheet takes for a formula: one that looks like it has a ' before it."""
    # Nearly every cell begins with a letter or a digit, as no formula does.
    return f"'{cell}" if not cell[:1].isalnum() and _FORMULA.match(cell) else cell
