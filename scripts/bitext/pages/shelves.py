"""What stands beside an article: those before and after it, and the collection it is part of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bitext.article.collections import Collection
from bitext.article.edition import Edition


@dataclass(frozen=True, slots=True)
class Place:
    """All that an article's page shows.

    previous, following: of its collection, if it is in one, else of the articles that are in none.
    """

    edition: Edition
    previous: Edition | None
    following: Edition | None
    collection: Collection | None


def places(editions: Sequence[Edition], collections: Sequence[Collection]) -> Iterator[Place]:
    """Where each article stands: those in no collection as they come, then those of each."""
    inside = membership(collections)
    yield from _row([e for e in editions if e.article.id not in inside], None)
    for collection in collections:
        yield from _row(parts(collection, editions), collection)


def _row(row: Sequence[Edition], collection: Collection | None) -> Iterator[Place]:
    around = [None, *row, None]
    for previous, edition, following in zip(around, row, around[2:], strict=False):
        yield Place(edition, previous, following, collection)


def parts(collection: Collection, editions: Sequence[Edition]) -> list[Edition]:
    """The articles of a collection that could be read, in its order."""
    found = {edition.article.id: edition for edition in editions}
    return [found[name] for name in collection.parts if name in found]


def membership(collections: Sequence[Collection]) -> Mapping[str, Collection]:
    """The collection of each article that is in one, by the article's id."""
    return {name: collection for collection in collections for name in collection.parts}
