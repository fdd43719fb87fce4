"""What holds for the repository's own articles and pages, whoever publishes here and whatever.

A publisher's seeds replace the demo article, and mkdocs.yml, home and about page become theirs:
so nothing here knows a name, a text or a number of any of them. What the site can do is tested
on the tests' own project.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import links
from accessibility import assert_accessible
from bitext.article import library
from bitext.project import settings
from bitext.review import check
from conftest import ROOT, BuildSite, copy_repository

ENOUGH = 8  # pages of articles that are looked at in the browser


@pytest.fixture(scope="session")
def own_site(build_site: BuildSite) -> Path:
    """The site of the repository as it stands."""
    return build_site("own", lambda project: None, copy_repository)


def address(site: Path) -> str:
    """Where the site says that it stands; anywhere, if it does not say it."""
    home = (site / "index.html").read_text(encoding="utf-8")
    said = re.search('<link rel="canonical" href="([^"]+)"', home)
    return said[1] if said else "http://here/"


def some(names: Sequence[str]) -> list[str]:
    """The first, the last and evenly those between, `ENOUGH` at the most."""
    step = max(1.0, (len(names) - 1) / (ENOUGH - 1))
    return [names[round(i * step)] for i in range(min(ENOUGH, len(names)))]


def addresses(site: Path) -> list[str]:
    """The site's pages, but of articles only some; a part of a dialog in assets/ is no page."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    pages = {name for name in found if not name.startswith("assets/")}
    articles = sorted(name for name in pages if re.fullmatch(r"articles/[^/]+/index\.html", name))
    return sorted(pages - {*articles} | {*some(articles)})


def test_every_article_can_be_read_and_check_finds_no_error() -> None:
    problems = check.check(settings.load(ROOT / "mkdocs.yml"))
    assert [str(problem) for problem in problems if not problem.warning] == []


def test_every_article_has_its_page(own_site: Path) -> None:
    project = settings.load(own_site.parent / "mkdocs.yml")
    articles = library.load(project).editions
    missing = [
        edition.article.id
        for edition in articles
        if not (own_site / "articles" / edition.article.id / "index.html").is_file()
    ]
    assert missing == []
    assert (own_site / "index.html").is_file()
    assert (own_site / "articles" / "index.html").is_file()


def test_every_id_is_unique_and_every_link_leads_to_something(own_site: Path) -> None:
    assert links.faults(own_site, address(own_site)) == []


def test_axe_finds_nothing_and_nothing_sticks_out(
    new_page: Any, own_site: Path, serve_folder: Callable[..., str]
) -> None:
    """On a phone in dark colours, and on a desktop in light ones."""
    page = new_page()
    root = serve_folder(own_site, urlsplit(address(own_site)).path.rstrip("/"))
    for name in addresses(own_site):
        page.goto(f"{root}{name.removesuffix('index.html')}")
        for width, scheme in ((390, "dark"), (1440, "light")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert_accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
