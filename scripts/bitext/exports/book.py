"""What an export is made of: an article, a collection or all articles, and who publishes them."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.exports.part import Part
from bitext.exports.publisher import Publisher
from bitext.project import addresses, export_names

EARLIEST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""Before this no file in a ZIP archive can be, and what has no date at all is said to be of it."""
LATEST = datetime.datetime(2107, 12, 31, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Book:
    """What one export holds, in its order; one at least.

    name: the id of the article or collection, or `export_names.ALL`. title, english: clean, ""
    for no English one.
    """

    name: str
    title: str
    english: str
    parts: tuple[Part, ...]
    publisher: Publisher

    @cached_property
    def address(self) -> str:
        """The address of the page that it is an export of; "" if it is not known."""
        if self.name == export_names.ALL:
            site = self.publisher.address
            return f"{site}{addresses.LIST}" if site else ""
        return self.publisher.page(self.name)

    @cached_property
    def moment(self) -> datetime.datetime:
        """When it was last changed, as its files' own metadata say."""
        return moment(part.edition for part in self.parts)


def offered(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Those of the editions whose publisher lets readers take them away."""
    return tuple(edition for edition in editions if edition.article.details.download)


def of_article(edition: Edition, publisher: Publisher) -> Book:
    """An article as a book of its own."""
    part = Part(edition, publisher)
    return Book(edition.article.id, part.title, part.english, (part,), publisher)


def of_collections(library: Library, publisher: Publisher) -> Iterator[Book]:
    """Each collection that has an article to take away."""
    known = {edition.article.id: edition for edition in offered(library.editions)}
    for found in library.collections:
        if parts := tuple(Part(known[id_], publisher) for id_ in found.parts if id_ in known):
            yield Book(found.id, found.title, found.english, parts, publisher)


def of_all(editions: Iterable[Edition], publisher: Publisher) -> Book:
    """All articles together, in the order of their ids."""
    parts = tuple(Part(edition, publisher) for edition in editions)
    return Book(export_names.ALL, publisher.name, "", parts, publisher)


def moment(editions: Iterable[Edition]) -> datetime.datetime:
    """When a file of these articles was last changed, as its own metadata say, in UTC.

    The newest day that an article or an engine's answer in it has: the same files give the same
    bytes whenever they are built, with or without SOURCE_DATE_EPOCH.
    """
    newest = max((day for edition in editions for day in _days(edition)), default=EARLIEST.date())
    midnight = datetime.datetime.combine(newest, datetime.time(tzinfo=datetime.UTC))
    return min(max(midnight, EARLIEST), LATEST)


def _days(edition: Edition) -> Iterator[datetime.date]:
    """The days an article knows of."""
    if edition.article.details.date:
        yield edition.article.details.date
    for english in edition.english.values():
        if english.machine and (day := english.machine.day):
            yield day
