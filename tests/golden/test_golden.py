"""Whole pages: each folder here holds a seed, perhaps its catalog, and the page they make.

After a change that is meant to change pages: `pytest tests/golden --rewrite-golden`, then read
the difference that git shows.
"""

from pathlib import Path

import pytest

from bitext.article import edition, seed
from bitext.article.catalog import Catalog, State, parse
from bitext.article.edition import Edition
from bitext.pages import render

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/seed.txt"))


def case_edition(case: Path) -> Edition:
    """The edition of a case."""
    article = seed.parse((case / "seed.txt").read_bytes(), case.name, f"seeds/{case.name}.txt")
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
    }
    assert set(case_edition(HERE / "states").counts()) == set(State)
