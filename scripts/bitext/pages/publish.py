"""Writing the generated pages: one an article, the paged list, parts of home and about."""

import datetime
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bitext.article import library
from bitext.article.edition import Edition
from bitext.article.library import Library, Reader
from bitext.pages import filters, page_file, render, shelves
from bitext.pages.shelves import Place
from bitext.project import export_names
from bitext.project.errors import Problem
from bitext.project.settings import Settings

LATEST = 6
"""Articles on the home page."""
LATEST_FRAGMENT = ".latest.html"
"""The home page's list, beside the pages; MkDocs does not publish a file whose name has a dot."""
KEYS = ".keys.html"
"""What each key does, for the page about the site."""
STATE_SIGNS_FILE = ".state-signs.html"
"""What the signs of a translation mean, for the page about the site."""
INDEX = "page/index.json"
"""What the list can be filtered by; no article has an address below `page`."""
_PARTS = {LATEST_FRAGMENT, STATE_SIGNS_FILE, KEYS, INDEX}


def write(
    settings: Settings,
    reader: Reader | None = None,
    preview: bool = False,
    before: Library | None = None,
) -> Library:
    """Bring docs/articles up to date with seeds and catalogs; return what was read.

    Only what changed is written, and generated pages whose article is gone are removed; a page
    somebody wrote is neither overwritten nor removed. The problems of articles that had to be
    left out are in the result.

    reader: what has read seeds and catalogs before, if anything has. preview: show drafts, and
    keep the last good page of an article whose seed is at fault, so that whoever is mending it in
    a live preview sees it come back. before: what the pages that are there were made of; one that
    would be the same is not made again.
    """
    render.keep_compiled(settings.cache)
    loaded = library.load(settings, reader)
    loaded = loaded if preview else loaded.without_drafts()
    folder = settings.articles
    same = _unchanged(before, loaded)
    same = {name for name in same if (folder / name).is_file()}
    written, problems = set(same), list(loaded.problems)
    # A preview makes no files to take away: it would make them all again at every change.
    exports = () if preview else tuple(settings.exports)
    offline = settings.offline and not preview
    for name, text in pages(loaded, settings.page_size, same, exports, offline):
        path = folder / name
        if not page_file.write(path, text, ours=name in _PARTS):
            what = "stands where a generated page belongs, and was not generated"
            shown = settings.shown(path)
            problems.append(Problem(shown, 0, what, "move it out of this folder"))
        else:
            written.add(name)
    for path in _pages_beside(folder, written):
        kept = preview and path.stem in loaded.faulty
        if not kept and page_file.is_generated(path):
            path.unlink()
    if INDEX not in written:
        (folder / INDEX).unlink(missing_ok=True)
    return replace(loaded, problems=tuple(problems))


def _pages_beside(folder: Path, written: Collection[str]) -> Iterator[Path]:
    """The pages in a folder that are not among these, which are named from it with slashes."""
    for inside, _, names in os.walk(folder):
        before = "" if inside == str(folder) else f"{Path(inside).relative_to(folder).as_posix()}/"
        for name in names:
            if name.endswith(".md") and before + name not in written:
                yield Path(inside, name)


def pages(
    found: Library,
    page_size: int,
    same: Collection[str] = (),
    exports: Sequence[str] = (),
    offline: bool = False,
) -> Iterator[tuple[str, str]]:
    """Every generated file: its name within docs/articles, and its text.

    same: the names of articles' pages that need not be made. exports: the kinds of files that
    readers can take away. offline: whether browsers may keep the site.
    """
    offered = any(edition.article.details.download for edition in found.editions)
    of_all = tuple(kind for kind in exports if offered and kind in export_names.OF_ALL)
    editions, inside = found.editions, shelves.membership(found.collections)
    for place in shelves.places(editions, found.collections):
        if _page(place) not in same:
            beside = place.previous, place.following, place.collection
            yield _page(place), render.article(place.edition, *beside, exports, offline)
    for collection in found.collections:
        parts = shelves.parts(collection, editions)
        yield f"{collection.id}.md", render.collection(collection, parts, exports, offline)
    chunks = [editions[i : i + page_size] for i in range(0, len(editions), page_size)] or [()]
    choices = filters.choices(editions)
    for number, chunk in enumerate(chunks, 1):
        name = "index.md" if number == 1 else f"page/{number}.md"
        about = number, len(chunks), choices, inside, of_all, offline
        yield name, render.listing(chunk, *about)
    if choices:
        yield INDEX, filters.index(editions, page_size)
    yield STATE_SIGNS_FILE, render.state_signs()
    yield KEYS, render.keys()
    newest = sorted(editions, key=_newness, reverse=True)[:LATEST]
    yield LATEST_FRAGMENT, render.latest(newest, inside)


def _unchanged(before: Library | None, now: Library) -> set[str]:
    """The names of articles' pages that show now what they showed before."""
    if not before:
        return set()
    known = {_page(place): place for place in shelves.places(before.editions, before.collections)}
    places = shelves.places(now.editions, now.collections)
    return {_page(place) for place in places if known.get(_page(place)) == place}


def _page(place: Place) -> str:
    """The name of an article's page."""
    return f"{place.edition.article.id}.md"


def _newness(edition: Edition) -> tuple[datetime.date, str]:
    """By date; among articles of one day, or of none, by id, whose numbers usually count up."""
    return edition.article.details.date or datetime.date.min, edition.article.id
