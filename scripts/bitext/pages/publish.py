"""Writing the generated pages: one an article, the paged list, parts of home and about."""

import datetime
from collections.abc import Iterator, Sequence

from bitext.article import library
from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.pages import filters, page_file, render
from bitext.project.errors import Problem
from bitext.project.settings import Settings

LATEST = 6
"""Articles on the home page."""
LATEST_FRAGMENT = ".latest.html"
"""The home page's list, beside the pages; MkDocs does not publish a file whose name has a dot."""
STATE_SIGNS = ".state-signs.html"
"""What the signs of a translation mean, for the page about the site."""
INDEX = "page/index.json"
"""What the list can be filtered by; no article has an address below `page`."""
_PARTS = {LATEST_FRAGMENT, STATE_SIGNS, INDEX}


def write(settings: Settings, preview: bool = False) -> Library:
    """Bring docs/articles up to date with seeds and catalogs; return what was read.


    Only what changed is written, and generated pages whose article is gone are removed; a page
    somebody wrote is neither overwritten nor removed. The problems of articles that had to be
    left out are in the result. preview: keep the last good page of an article at fault, so that
    whoever is mending it in a live preview sees it come back.
    """
    found = library.load(settings)
    folder = settings.articles
    written, problems = set(), list(found.problems)
    for name, text in pages(found.editions, settings.page_size):
        path = folder / name
        if name not in _PARTS and path.is_file() and not page_file.is_generated(path):
            what = "stands where a generated page belongs, and was not generated"
            shown = library.name(path, settings)
            problems.append(Problem(shown, 0, what, "move it out of this folder"))
            continue
        page_file.write(path, text)
        written.add(path)
    for path in folder.rglob("*.md"):
        kept = preview and path.stem in found.faulty
        if path not in written and not kept and page_file.is_generated(path):
            path.unlink()
    if folder / INDEX not in written:
        (folder / INDEX).unlink(missing_ok=True)
    return Library(found.editions, tuple(problems), found.faulty)


def pages(editions: Sequence[Edition], page_size: int) -> Iterator[tuple[str, str]]:
    """Every generated file: its name within docs/articles, and its text."""
    for i, edition in enumerate(editions):
        previous = editions[i - 1] if i else None
        following = editions[i + 1] if i + 1 < len(editions) else None
        yield f"{edition.article.id}.md", render.article(edition, previous, following)
    chunks = [editions[i : i + page_size] for i in range(0, len(editions), page_size)] or [()]
    choices = filters.choices(editions)
    for number, chunk in enumerate(chunks, 1):
        name = "index.md" if number == 1 else f"page/{number}.md"
        yield name, render.listing(chunk, number, len(chunks), choices)
    if choices:
        yield INDEX, filters.index(editions, page_size)
    yield STATE_SIGNS, render.state_signs()
    newest = sorted(editions, key=_newness, reverse=True)[:LATEST]
    yield LATEST_FRAGMENT, render.latest(newest)


def _newness(edition: Edition) -> tuple[datetime.date, str]:
    """By date; among articles of one day, or of none, by id, whose numbers usually count up."""
    return edition.article.details.date or datetime.date.min, edition.article.id
