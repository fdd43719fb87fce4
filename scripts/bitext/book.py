"""One article's catalog on disk, changed safely while others may be editing it."""

import time
from collections.abc import Callable
from typing import TypeVar

from bitext import catalog, files, library, seed, update
from bitext.catalog import Catalog
from bitext.errors import ContentError, Problem
from bitext.library import Source
from bitext.settings import Settings

T = TypeVar("T")
PATIENCE = 5.0
"""Seconds an editor may take to save a file, or to let us save ours between two of its own."""


class Book:
    """A catalog brought up to date with its seed, both as they are on disk at each change.

    Neither is parsed again while its bytes stay the same.
    """

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source, self._settings = source, settings
        self._bytes: tuple[bytes, bytes] | None = None
        self._entries = Catalog()

    def entries(self) -> Catalog:
        """The entries, to look at. Raises ContentError where a file is at fault."""
        now = self._read()
        if now != self._bytes:
            self._entries = self._parse(*now)
            self._bytes = now
        return self._entries

    def change(self, edit: Callable[[Catalog], T]) -> T:
        """Let `edit` change the entries, and save them; return what it returns.

        If somebody saves the file while we are at it, theirs is read and `edit` called again: it
        must depend on the entries alone. Raises ContentError where a file is at fault, or where
        another program does not leave it alone.
        """
        end = time.monotonic() + PATIENCE
        while True:
            entries = self.entries()
            read = self._bytes[1] if self._bytes else b""
            self._bytes = None  # the entries are about to be others than were read
            outcome = edit(entries)
            try:
                files.write(self._source.catalog, catalog.serialise(entries), expected=read)
            except files.Changed:
                if time.monotonic() > end:
                    raise self._problem("another program keeps changing it", "close it") from None
                continue
            self._bytes = self._read()
            return outcome

    def _read(self) -> tuple[bytes, bytes]:
        """The bytes of seed and catalog; an editor that empties a file first is waited for."""
        end = time.monotonic() + PATIENCE
        path = self._source.catalog
        while True:
            there = path.exists()
            data = path.read_bytes() if there else b""
            if data or not there or not self._entries:
                return self._source.seed.read_bytes(), data
            if time.monotonic() > end:
                raise self._problem("it has become empty", "restore it, or delete it")
            time.sleep(0.05)

    def _parse(self, text: bytes, entries: bytes) -> Catalog:
        article = seed.parse(text, self._source.id, library.name(self._source.seed, self._settings))
        shown = library.name(self._source.catalog, self._settings)
        old = catalog.parse(entries, shown) if entries.strip() else Catalog()
        return update.refresh(old, article)

    def _problem(self, what: str, remedy: str) -> ContentError:
        shown = library.name(self._source.catalog, self._settings)
        return ContentError(Problem(shown, 0, what, f"{remedy}, and run this again"))
