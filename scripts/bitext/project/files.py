"""Files: decoding their bytes, and writing them whole, only where they change."""

import errno
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bitext.project.errors import ContentError, Problem

_READ = 1 << 16  # bytes at a time
Piece = bytes | bytearray | memoryview
"""Of bytes, where `len` is how many there are."""


class Changed(Exception):
    """A file is not what it was expected to be: somebody else has written it."""


def decode(data: bytes, path: str) -> str:
    """The text of a UTF-8 file, without a byte order mark, every line end a newline.

    path: the file, as a message names it.
    Raises ContentError naming the line of the first byte that is not UTF-8.
    """
    utf16 = _utf_16(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `error` counts from behind the byte order mark; `error.object` begins there too.
        line = len(re.split(rb"\r\n?|\n", error.object[: error.start]))
        guess = utf16 or _single_byte(data)
        what = f"not UTF-8 (byte 0x{error.object[error.start]:02X})"
        remedy = f"save it as UTF-8, or convert it: iconv -f {guess} -t UTF-8 {path} > fixed"
        raise ContentError(Problem(path, line, what, remedy)) from error
    if utf16:
        what = f"not UTF-8 but {utf16}, without a mark that says so"
        remedy = f"save it as UTF-8, or convert it: iconv -f {utf16} -t UTF-8 {path} > fixed"
        raise ContentError(Problem(path, 1, what, remedy))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _single_byte(data: bytes) -> str:
    """Which encoding of single bytes an Arabic text is in, as iconv has it: by its usual letters.

    ى and ي are EC and ED in WINDOWS-1256; in ISO-8859-6 they, ه and و are E7 to EA, which there are
    letters of French.
    """
    iso = sum(data.count(byte) for byte in (b"\xe7", b"\xe8", b"\xe9", b"\xea"))
    return "ISO-8859-6" if iso > data.count(b"\xec") + data.count(b"\xed") else "WINDOWS-1256"


def _utf_16(data: bytes) -> str:
    """The name of the UTF-16 that the bytes are in, as iconv has it; "" if they are in none.

    Of two bytes one is 00 (Latin letters, spaces) or 06 (Arabic ones): in UTF-8 both are controls,
    which no text has. So Arabic without a byte order mark is valid UTF-8, and all of it is lost.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    high = _high(data)
    if len(data) < 4 or high * 3 < len(data):
        return ""
    return "UTF-16LE" if 2 * _high(data[1::2]) > high else "UTF-16BE"


def _high(data: bytes) -> int:
    return data.count(0) + data.count(6)


def read(path: Path) -> bytes:
    """What a file holds; b"" where there is none. Raises OSError, of a link that leads nowhere too,
    for whoever made it means a file.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        if error.errno not in _NOWHERE:
            raise
    if path.is_symlink():
        raise OSError(errno.ENOENT, "it is a link that leads nowhere", str(path))
    return b""


_NOWHERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


def write(path: Path, content: str | bytes | bytearray, expected: bytes | None = None) -> bool:
    """Make the file hold exactly `content` (text as UTF-8); say whether that changed it.

    A file that already holds it is left alone, so that a live preview does not reload for
    nothing. Otherwise the bytes go to a temporary file beside it, to the disk, and over it in
    one rename: whenever the power fails, the file is whole, old or new. A link stays one.

    expected: what the file held when `content` was made of it (b"" for no file). Raises Changed,
    the file left alone, where it holds something else by now; OSError that names the file.
    """
    data = content.encode() if isinstance(content, str) else content
    return write_pieces(path, (data,), expected)


def write_pieces(path: Path, pieces: Sequence[Piece], expected: bytes | None = None) -> bool:
    """The same of pieces one after the other, which nobody has to join: they may be much."""
    path = path.resolve() if path.is_symlink() else path
    if path.is_file() and _holds(path, pieces):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replace(path, pieces, expected)
    except OSError as error:  # it names the temporary file, or none
        raise _named(error, path) from error
    return True


def _holds(path: Path, pieces: Sequence[Piece]) -> bool:
    """Whether a file holds just these, read a part at a time."""
    if path.stat().st_size != sum(map(len, pieces)):
        return False
    with path.open("rb") as file:
        for piece in pieces:
            with memoryview(piece) as view:
                for start in range(0, len(view), _READ):
                    part = view[start : start + _READ]
                    if file.read(len(part)) != part:
                        return False
    return True


def _replace(path: Path, pieces: Sequence[Piece], expected: bytes | None) -> None:
    """Put the bytes in the place of a file that may exist; see `write`."""
    # With the file's own name in it, it might be longer than a name may be.
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            if path.exists():
                temporary.chmod(path.stat().st_mode)
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        # As late as can be: what is written between here and the next line would be lost.
        if expected is not None and (path.read_bytes() if path.exists() else b"") != expected:
            raise Changed
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def make(path: str | Path, data: bytes) -> None:
    """Write a file that is made again if it is lost, straight away.

    As little is asked of the system as can be, for a site has many. Raises OSError that names the
    file, of which a part may be there.
    """
    try:
        descriptor = os.open(path, _MADE, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _named(error, path) from error


_MADE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)  # of Windows alone


def is_device(name: str) -> bool:
    """Whether Windows keeps a file's name for a device, whatever its end: CON, nul.txt.

    Source: “Naming Files, Paths, and Namespaces” in Microsoft's documentation.
    """
    return _DEVICE.fullmatch(name.partition(".")[0].rstrip()) is not None


_DEVICE = re.compile("con|prn|aux|nul|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)


def as_text(name: str) -> str:
    """A file's name as it may be written into a text, which holds no bytes that are not UTF-8.

    Archives made on Windows unpack to such names.
    """
    return os.fsencode(name).decode("utf-8", "replace")


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give an OSError that names no file the path of this one, or of the folder it is in.

    Opening a file fails with its name, writing into it (on a full disk, say) without.
    """
    try:
        yield
    except OSError as error:
        if error.filename:
            raise
        raise _named(error, path) from error


def unread(path: str, error: OSError) -> Problem:
    """The problem of a file, or of a folder, that cannot be read. path: as messages name it."""
    return Problem(path, 0, f"cannot be read ({error.strerror})", "make it readable")


def complaint(error: OSError) -> str:
    """What a message says of a file that could not be read or written."""
    # Of two, a file that is copied or renamed, the second is the one that was written.
    name = str(error.filename2 or error.filename or "a file").removeprefix(f"{Path.cwd()}{os.sep}")
    return f"{name}: {error.strerror or error}; mend that, and try again"


def _named(error: OSError, path: str | Path) -> OSError:
    return OSError(error.errno, error.strerror or str(error), str(path))
