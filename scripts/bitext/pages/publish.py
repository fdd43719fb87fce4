"""Writing the generated pages: one an article, the paged list, parts of home and about."""

import datetime
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from bitext.article import library
from bitext.article.collections import Collection
from bitext.article.edition import Edition
from bitext.article.library import Library, Reader
from bitext.pages import filters, page_file, pictures, render
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


def write(
    settings: Settings,
    reader: Reader | None = None,
    preview: bool = False,
    before: Library | None = None,
) -> Library:
    """Bring docs/articles up to date with seeds and catalogs; return what was read.

    reader: what has read them before, if anything has.

    Only what changed is written, and generated pages whose article is gone are removed; a page
    somebody wrote is neither overwritten nor removed. The problems of articles that had to be
    left out are in the result. preview: keep the last good page of an article whose seed is at
    fault, so that whoever is mending it in a live preview sees it come back. before: what the
    pages that are there were made of; one that would be the same is not made again.
    """
    loaded = library.load(settings, reader)
    folder = settings.articles
    same = _unchanged(before, loaded) if before else set[str]()
    pictures.write(loaded.editions, settings, tidy=not (preview and loaded.faulty))
    same = {name for name in same if (folder / name).is_file()}
    written, problems = {folder / name for name in same}, list(loaded.problems)
    for name, text in pages(loaded, settings.page_size, same):
        path = folder / name
        if name not in _PARTS and path.is_file() and not page_file.is_generated(path):
            what = "stands where a generated page belongs, and was not generated"
            shown = library.name(path, settings)
            problems.append(Problem(shown, 0, what, "move it out of this folder"))
            continue
        page_file.write(path, text)
        written.add(path)
    for path in folder.rglob("*.md"):
        kept = preview and path.stem in loaded.faulty
        if path not in written and not kept and page_file.is_generated(path):
            path.unlink()
    if folder / INDEX not in written:
        (folder / INDEX).unlink(missing_ok=True)
    return replace(loaded, problems=tuple(problems))


def pages(loaded: Library, page_size: int, same: Container[str] = ()) -> Iterator[tuple[str, str]]:
    """Every generated file: its name within docs/articles, and its text.

    same: the names of articles' pages that need not be made.
    """
    editions = loaded.editions
    inside = {part: collection for collection in loaded.collections for part in collection.parts}
    for name, shown in _shown(loaded):
        if name not in same:
            yield name, render.article(*shown)
    for collection in loaded.collections:
        yield f"{collection.id}.md", render.collection(collection, _parts(collection, editions))
    chunks = [editions[i : i + page_size] for i in range(0, len(editions), page_size)] or [()]
    choices = filters.choices(editions)
    for number, chunk in enumerate(chunks, 1):
        name = "index.md" if number == 1 else f"page/{number}.md"
        yield name, render.listing(chunk, number, len(chunks), choices, inside)
    if choices:
        yield INDEX, filters.index(editions, page_size)
    yield STATE_SIGNS, render.state_signs()
    newest = sorted(editions, key=_newness, reverse=True)[:LATEST]
    yield LATEST_FRAGMENT, render.latest(newest, inside)


_Shown = tuple[Edition, Edition | None, Edition | None, Collection | None]
"""What an article's page shows: the article, the ones before and after it, its collection."""


def _shown(loaded: Library) -> Iterator[tuple[str, _Shown]]:
    """The name of each article's page, and what it shows.

    The articles around it are those of its collection; or else those of none.
    """
    left = {edition.article.id: edition for edition in loaded.editions}
    for collection in loaded.collections:
        parts = _parts(collection, loaded.editions)
        yield from _row(parts, collection)
        for part in parts:
            del left[part.article.id]
    yield from _row(list(left.values()), None)


def _row(
    editions: Sequence[Edition], collection: Collection | None
) -> Iterator[tuple[str, _Shown]]:
    around = [None, *editions, None]
    for previous, edition, following in zip(around, editions, around[2:], strict=False):
        yield f"{edition.article.id}.md", (edition, previous, following, collection)


def _parts(collection: Collection, editions: Sequence[Edition]) -> list[Edition]:
    """The articles of a collection that have a page, in its order."""
    there = {edition.article.id: edition for edition in editions}
    return [there[part] for part in collection.parts if part in there]


def _unchanged(before: Library, now: Library) -> set[str]:
    """The names of articles' pages that show now what they showed before."""
    known = dict(_shown(before))
    return {name for name, shown in _shown(now) if known.get(name) == shown}


def _newness(edition: Edition) -> tuple[datetime.date, str]:
    """By date; among articles of one day, or of none, by id, whose numbers usually count up."""
    return edition.article.details.date or datetime.date.min, edition.article.id
