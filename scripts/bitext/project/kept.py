"""Keeping what takes seconds to make, in files that may be deleted at any time.

A file begins with a line of its own: the version of what it holds, and a digest of the rest. A file
of another version, a damaged one and none at all are the same: what it held is made again.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from bitext.project import files


def is_there(path: Path, version: str) -> bool:
    """Whether a file says that it holds what was kept under this version; it may be damaged."""
    try:
        with path.open("rb") as file:
            return file.readline().startswith(f"{version} ".encode())
    except OSError:
        return False


def load(path: Path, version: str) -> bytes | None:
    """What was kept in a file under this version; or None."""
    file = _opened(path, version)
    if file is None:
        return None
    with file:
        return file.read()


def load_lines(path: Path, version: str) -> Iterator[bytes] | None:
    """The same by lines, without their ends, read as they are asked for; or None.

    The file is found whole before the first line is given.
    """
    file = _opened(path, version)
    return None if file is None else _lines(file)


def save(path: Path, version: str, *pieces: bytes | bytearray | memoryview) -> None:
    """Keep bytes, of one piece or more, in place of what the file held; nothing, where there can be
    no such file.

    Processes that save at once each replace the whole file.
    """
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    try:
        files.write_pieces(path, (_head(version, digest.hexdigest()), *pieces))
    except OSError:
        return  # what is kept saves time, and no more


def save_lines(path: Path, version: str, lines: Iterable[bytes]) -> None:
    """Keep lines, none of which has an end of line in it; see `save`."""
    data = bytearray()  # all in one: it is much
    for number, line in enumerate(lines):
        if number:
            data += b"\n"
        data += line
    save(path, version, data)


def _opened(path: Path, version: str) -> BinaryIO | None:
    """A whole file of this version behind its first line; or None."""
    try:
        file = path.open("rb")
    except OSError:
        return None
    try:
        head = file.readline()
        whole = head == _head(version, hashlib.file_digest(file, "sha256").hexdigest())
        file.seek(len(head))
    except OSError:
        whole = False
    if whole:
        return file
    file.close()
    return None


def _head(version: str, digest: str) -> bytes:
    return f"{version} {digest}\n".encode()


def _lines(file: BinaryIO) -> Iterator[bytes]:
    with file:
        for line in file:
            yield line.removesuffix(b"\n")
