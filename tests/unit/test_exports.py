"""The files that readers take away, of a shelf that has a text of every kind in every state."""

import csv
import datetime
import hashlib
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bitext.article import library
from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.exports import book as books
from bitext.exports import cards, credit, files, memory, plain_text, tables
from bitext.exports.book import Book, Publisher
from bitext.exports.epub import epub
from bitext.pages import publish
from bitext.project import export_names
from bitext.project.errors import UsageError
from bitext.project.settings import Settings
from makers import block, joined, po, project
from projects import LIBRARY, ROOT

SITE = Publisher("خزانة · Shelf", "https://example.org/shelf/", LIBRARY, "1.2.3")
NOWHERE = replace(SITE, address="")
KINDS = tuple(export_names.ENDS)
MACHINE = "# mt: engine=google via=x/1 date=2026-05-04 src={} out={}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture(scope="module")
def shelf() -> Library:
    here = Settings(LIBRARY, LIBRARY / "seeds", LIBRARY / "docs", LIBRARY / "site")
    return library.load(here)


@pytest.fixture(scope="module")
def made(shelf: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with every export."""
    site = tmp_path_factory.mktemp("site")
    files.write(shelf, SITE, site, KINDS)
    return site


def of(edition: Edition, publisher: Publisher = SITE) -> Book:
    return books.of_article(edition, publisher)


def machine(arabic: str, english: str) -> str:
    def hashed(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    return block(arabic, english, MACHINE.format(hashed(arabic), hashed(english)), "#, fuzzy")


def states() -> Edition:
    """A sentence in each state: reviewed, a machine's, edited, outdated, missing."""
    return joined(
        "عنوان\nقول أول. قول ثان. قول ثالث. قول رابع.",
        block("عنوان", "A title"),
        machine("قول أول.", "A first saying."),
        block("قول ثان.", "A second saying.", "#, fuzzy"),
        block("قول ثالث.", "A third saying.", "#, fuzzy", '#| msgid "قول آخر."'),
    )


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(table.splitlines(), delimiter="\t"))


def documents(data: bytes) -> dict[str, ElementTree.Element]:
    """The XML in an EPUB, by name."""
    with zipfile.ZipFile(Path("book.epub") if not data else _opened(data)) as archive:
        names = [name for name in archive.namelist() if re.search(r"ml$|opf$", name)]
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def _opened(data: bytes) -> "zipfile.Path | object":
    import io

    return io.BytesIO(data)
