"""Reading files that are zip archives (EPUB, DOCX) without trusting them."""

import io
import posixpath
import zipfile
from urllib.parse import unquote

from bitext.project.errors import ContentError, Problem

LARGEST = 400_000_000
"""Bytes that all files of an archive may have together, unpacked."""
LARGEST_FILE = 60_000_000
"""Bytes that one may have, unpacked."""
MOST = 20_000
"""Files in an archive."""
_DENSEST = 300
"""Times that an archive may be larger unpacked, if it is large: text has a tenth of that."""
_LARGE = 50_000_000
_ENTRY = b"PK\x01\x02"
"""What each file's line in an archive's directory begins with (PKWARE's APPNOTE.TXT, 4.3.12)."""


class Archive:
    """The files of an archive, by their names in it. path: the archive, as messages name it.

    Raises ContentError for what is no archive, is damaged, or would fill the memory.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        if data.count(_ENTRY) > MOST:  # before the list of them fills the memory
            raise self._too_large(f"more than {MOST} files")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except Exception as error:  # what damage makes zipfile stumble over is of any kind
            raise self.damaged() from error
        size = sum(entry.file_size for entry in entries)
        dense = size > _LARGE and size > len(data) * _DENSEST
        if len(entries) > MOST or size > LARGEST or dense:
            raise self._too_large(f"{len(entries)} file(s) of {size // 1_000_000} MB in all")
        self._entries = {
            entry.filename: entry for entry in entries if entry.filename[-1:] not in ("", "/")
        }

    def _too_large(self, amount: str) -> ContentError:
        what = f"it would unpack to {amount}"
        return ContentError(Problem(self.path, 0, what, "such a file is no book; do not open it"))

    def damaged(self) -> ContentError:
        """The error that says so."""
        remedy = "get it anew, and see that it opens in a program that reads such files"
        return ContentError(Problem(self.path, 0, "a damaged file, not a zip archive", remedy))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """What a file holds. Raises ContentError for one that is not there, or locked."""
        entry = self._entries.get(name)
        if entry is None:
            what, remedy = f"it lacks its part {name}", "get it anew, or from another source"
            raise ContentError(Problem(self.path, 0, what, remedy))
        if entry.flag_bits & 1:
            raise ContentError(Problem(self.path, 0, "it has a password", "save it without one"))
        if entry.file_size > LARGEST_FILE:
            what = f"its part {name} has {entry.file_size // 1_000_000} MB"
            raise ContentError(Problem(self.path, 0, what, "divide it into smaller files"))
        try:
            with self._zip.open(entry) as file:
                return file.read(LARGEST_FILE)
        except Exception as error:  # each kind of compression raises errors of its own
            raise self.damaged() from error


def within(base: str, href: str) -> str | None:
    """The name of the file that a link in the file `base` leads to, without its fragment.

    None for one that leads out of the archive: an address, a path above the archive's root.
    """
    path = unquote(href.partition("#")[0])
    if not path or "\\" in path or "\0" in path or path.startswith("/") or ":" in path:
        return None if path else base
    name = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return None if name.startswith("../") or name == ".." else name
