"""What an export is made of: an article, a collection or all articles, and who publishes them."""

import datetime
from collections.abc import Collection as Container
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bitext.article.edition import Edition, Pair
from bitext.article.library import Library
from bitext.project import addresses, export_names
from bitext.text.characters import wordless
from bitext.text.notes import without

EARLIEST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
"""Before this no file in a ZIP archive can be, and what has no date at all is said to be of it."""
LATEST = datetime.datetime(2107, 12, 31, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Publisher:
    """The site. name: its name. address: with a slash at its end; "" if it is not known.

    root: the project's folder, where the pictures are.
    """

    name: str
    address: str
    root: Path

    def page(self, name: str) -> str:
        """The address of an article's or a collection's page; "" if the site's is not known."""
        return addresses.page(name, self.address) if self.address else ""


@dataclass(frozen=True, slots=True)
class Book:
    """What one export holds, in its order; one at least.

    name: the id of the article or collection, or `export_names.ALL`. title, english: clean, ""
    for no English one.
    """

    name: str
    title: str
    english: str
    editions: tuple[Edition, ...]
    publisher: Publisher

    @property
    def address(self) -> str:
        """The address of the page that it is an export of; "" if it is not known."""
        if self.name == export_names.ALL:
            site = self.publisher.address
            return f"{site}{addresses.LIST}" if site else ""
        return self.publisher.page(self.name)


def offered(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Those of the editions whose publisher lets readers take them away."""
    return tuple(edition for edition in editions if edition.article.details.download)


def of_article(edition: Edition, publisher: Publisher) -> Book:
    """An article as a book of its own."""
    article = edition.article
    return Book(article.id, plain(edition, "ar"), plain(edition, "en"), (edition,), publisher)


def of_collections(library: Library, publisher: Publisher) -> Iterator[Book]:
    """Each collection that has an article to take away."""
    known = {edition.article.id: edition for edition in offered(library.editions)}
    for found in library.collections:
        if parts := tuple(known[part] for part in found.parts if part in known):
            yield Book(found.id, found.title, found.english, parts, publisher)


def of_all(editions: tuple[Edition, ...], publisher: Publisher) -> Book:
    """All articles together, in the order of their ids."""
    return Book(export_names.ALL, publisher.name, "", editions, publisher)


def plain(edition: Edition, language: str) -> str:
    """The title of an article in `ar` or `en`; "" where there is no English one."""
    title = edition.article.title
    return title.text if language == "ar" else edition.text(title)


def worded(edition: Edition, skipped: Container[str] = ()) -> Iterator[Pair]:
    """An article's sentences that have words, each with its English, in reading order.

    skipped: texts that are left out; so is, of sentences that are the same, every one but the first
    if it has the same English: that is one entry of the catalog.
    """
    seen = set[tuple[str, str]]()
    for sentence, _ in edition.article.located():
        english = edition.english[sentence.id]
        key = sentence.text, english.text
        if key not in seen and not wordless(sentence.text) and sentence.text not in skipped:
            seen.add(key)
            yield Pair(sentence, english)


def texts(edition: Edition, pair: Pair) -> tuple[str, str]:
    """A sentence in Arabic and in English, without references to notes."""
    return pair.sentence.plain, without(pair.english.text, edition.article.notes)


def note_numbers(edition: Edition) -> dict[str, int]:
    """The notes of an article, by their labels, as they are numbered: from 1, in its order."""
    there = {block.note for block in edition.article.blocks}
    return {label: n for n, label in enumerate(edition.article.notes, 1) if label in there}


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
