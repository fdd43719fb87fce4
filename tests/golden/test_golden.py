"""Whole pages: each folder here holds a seed, perhaps its catalog, and the page they make; the
folder `library` the pages of tests/library, which has a text of every kind.

After a change that is meant to change pages: `pytest tests/golden --rewrite-golden`, then read
the difference that git shows.
"""

from pathlib import Path

import pytest

from bitext.article import edition, library, seed
from bitext.article.catalog import Catalog, State, parse
from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.article.model import Block, Break, Kind, Picture
from bitext.pages import publish, render
from bitext.project.settings import Settings
from projects import LIBRARY

HERE = Path(__file__).parent
PAGES = HERE / "library"
CASES = sorted(path.parent for path in HERE.glob("*/seed.*"))


def case_edition(case: Path) -> Edition:
    """The edition of a case."""
    (source,) = case.glob("seed.*")
    article = seed.parse(source.read_bytes(), case.name, f"seeds/{case.name}{source.suffix}")
    file = case / "catalog.po"
    return edition.join(
        article, parse(file.read_bytes(), file.name) if file.exists() else Catalog()
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_seed_and_its_catalog_make_this_page(case: Path, request: pytest.FixtureRequest) -> None:
    page = render.article(case_edition(case), None, None)
    file = case / "page.md"
    if request.config.getoption("--rewrite-golden", default=False):
        file.write_bytes(page.encode())
    assert page.encode().decode() == file.read_bytes().decode()


def test_the_cases_cover_what_a_page_can_be() -> None:
    """A case that goes missing would go unnoticed."""
    assert {case.name for case in CASES} >= {
        *("plain", "front-matter", "states", "hostile", "mixed-direction", "one-line"),
        *("hostile-markdown", "nesting"),
    }
    assert set(case_edition(HERE / "states").counts()) == set(State)


@pytest.fixture(scope="module")
def shelf() -> Library:
    """The library: what could be read, and what is wrong with the rest."""
    return library.load(Settings(LIBRARY, LIBRARY / "seeds", LIBRARY / "docs", LIBRARY / "site"))


def test_the_texts_of_the_library_make_these_pages(
    shelf: Library, request: pytest.FixtureRequest
) -> None:
    assert shelf.problems == ()
    names = {edition.article.id for edition in shelf.editions} | {"garden"}
    made = {
        name: page for name, page in publish.pages(shelf, 50) if name.removesuffix(".md") in names
    }
    if request.config.getoption("--rewrite-golden", default=False):
        for old in PAGES.glob("*.md"):
            old.unlink()
        for name, page in made.items():
            (PAGES / name).write_bytes(page.encode())
    assert made == {file.name: file.read_bytes().decode() for file in PAGES.glob("*.md")}


def test_the_library_has_every_kind_in_every_state(shelf: Library) -> None:
    """What is not there is tested by nothing that goes through it."""
    parts = [part for edition in shelf.editions for part in edition.article.body]
    blocks = [part for part in parts if isinstance(part, Block)]
    assert {block.kind for block in blocks} == set(Kind)
    assert {type(part) for part in parts} == {Block, Break, Picture}
    assert {block.place.ordered for block in blocks if block.place} == {True, False}
    assert {block.place.depth for block in blocks if block.place} == {1, 2}
    assert {block.level for block in blocks} == {0, 2, 3}
    assert any(block.label for block in blocks)
    assert {state for edition in shelf.editions for state in edition.counts()} == set(State)
    assert [collection.id for collection in shelf.collections] == ["garden"]
