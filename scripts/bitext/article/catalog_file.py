"""One article's catalog on disk, changed safely while others may be editing it."""

import time
from collections.abc import Callable
from typing import TypeVar

from bitext.article import catalog, merge
from bitext.article.catalog import Catalog
from bitext.article.library import Reader, Source
from bitext.article.model import Article
from bitext.project import files
from bitext.project.errors import ContentError, Problem

T = TypeVar("T")
PATIENCE = 5.0
"""Seconds for which another program may keep a catalog empty, or keep changing it."""
QUIET = 0.4
"""Seconds without a change after which a file that somebody is saving is taken to be whole."""


class CatalogFile:
    """The catalog of an article, brought up to date with its seed, as both are on disk.

    They are read at each call, and parsed again only where their bytes have changed: make one
    for an article, and let all stages of a run share it.
    """

    def __init__(self, source: Source, reader: Reader | None = None) -> None:
        """reader: what may have read the files before."""
        self.source = source
        self._reader = reader or Reader()
        self._bytes: tuple[bytes, bytes] | None = None  # of seed and catalog, as parsed or written
        self._entries = Catalog()
        self._article: Article | None = None

    def article(self) -> Article:
        """The article of the seed. Raises ContentError for a file at fault."""
        self.entries()
        assert self._article  # parsed with the entries
        return self._article

    def entries(self) -> Catalog:
        """The entries, to look at only; see `change`. Raises ContentError for a file at fault."""
        now = self.source.seed.read_bytes(), self._catalog()
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
            text, read = self._bytes or (b"", b"")
            self._bytes = b"", read  # until they are saved, the entries are not what is on disk
            outcome = edit(entries)
            data = catalog.serialise(entries).encode()
            try:
                files.write(self.source.catalog, data, expected=read)
            except files.Changed:
                if time.monotonic() > end:
                    raise self._problem("another program keeps changing it", "close it") from None
                continue
            # What we wrote, not what is there by now: that may be somebody else's already.
            self._bytes = text, data
            return outcome

    def _catalog(self) -> bytes:
        """The catalog's bytes; b"" if there is none. One that is just being saved is waited for.

        Some editors empty a file before they write it, some write it piece by piece.
        """
        path = self.source.catalog
        if path.is_symlink() and not path.exists():
            raise self._problem("it is a link that leads nowhere", "mend it, or delete it")
        began = time.monotonic()
        while path.exists():
            data, waited = path.read_bytes(), time.monotonic() - began
            changed = self._bytes is not None and data != self._bytes[1]
            quiet = not changed or time.time() - path.stat().st_mtime > QUIET
            # Who saves without a pause saves whole files: nobody writes pieces that long.
            if data.strip() and (quiet or waited > 2 * QUIET):
                return data
            if waited > PATIENCE:
                raise self._problem("it is empty", "restore it, or delete it")
            time.sleep(0.05)
        return b""

    def _parse(self, text: bytes, entries: bytes) -> Catalog:
        article = self._reader.article(self.source, text)
        self._article = article
        old = self._reader.entries(self.source, entries) if entries else Catalog()
        return merge.refresh(catalog.copied(old), article)

    def _problem(self, what: str, remedy: str) -> ContentError:
        return ContentError(
            Problem(self.source.catalog_name, 0, what, f"{remedy}, and run this again")
        )
