"""A ZIP archive of small files, as an EPUB is one.

https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.3.TXT

Python's `zipfile` takes longer for a book than making its texts does, and would pack the files
that are the same in every book each time.
"""

import datetime
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from bitext.project.errors import BitextError

_VERSION = 20  # of the format: deflated files
_UNIX = 3  # said to be made there, whatever the system is: the same bytes on each
_MODE = 0o644 << 16
_STORED, _DEFLATED = 0, 8
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s2B5H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_MOST_FILES, _MOST_BYTES = (1 << 16) - 1, (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive. name: in ASCII. packed: what stands in the archive. size, crc: of
    the file itself. method: how it is packed.
    """

    name: bytes
    packed: bytes
    size: int
    crc: int
    method: int


def member(name: str, content: bytes, deflated: bool = True) -> Member:
    """A file to put into archives. deflated: whether it is packed smaller."""
    packed, method = content, _STORED
    if deflated:
        # The quickest level, with little memory to clear first: six hundredths more bytes than
        # the usual one makes of a book, in a third of the time.
        packer = zlib.compressobj(1, zlib.DEFLATED, wbits=-14, memLevel=7)
        packed, method = packer.compress(content) + packer.flush(), _DEFLATED
    return Member(name.encode("ascii"), packed, len(content), zlib.crc32(content), method)


def archive(members: Iterable[Member], made: datetime.datetime) -> bytes:
    """The archive of these files in their order, each said to be made then, from 1980 to 2107.

    Raises BitextError where there is more than a plain archive holds.
    """
    day = (made.year - 1980) << 9 | made.month << 5 | made.day
    time = made.hour << 11 | made.minute << 5 | made.second // 2
    parts, directory, at = list[bytes](), list[bytes](), 0
    for one in members:
        sizes = one.crc, len(one.packed), one.size, len(one.name), 0
        about = _VERSION, 0, one.method, time, day, *sizes
        if max(at, one.size) > _MOST_BYTES:
            raise BitextError("a book is larger than 4 GB; make its pictures smaller")
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, _UNIX, *about, 0, 0, 0, _MODE, at),
            one.name,
        )
        parts += (_LOCAL.pack(b"PK\x03\x04", *about), one.name, one.packed)
        at += _LOCAL.size + len(one.name) + len(one.packed)
    listed, count = b"".join(directory), len(directory) // 2
    if count > _MOST_FILES or at > _MOST_BYTES:
        raise BitextError("a book has more than an EPUB can hold; make its pictures fewer")
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), at, 0)
    return b"".join((*parts, listed, end))
