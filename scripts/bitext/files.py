"""Writing files so that nothing is lost and nothing is touched in vain."""

import os
import tempfile
from pathlib import Path


class Changed(Exception):
    """A file is not what it was expected to be: somebody else has written it."""


def write(path: Path, content: str | bytes, expected: bytes | None = None) -> bool:
    """Make the file hold exactly `content` (text as UTF-8); say whether that changed it.

    A file that already holds it is left alone, so that a live preview does not reload for
    nothing. Otherwise the bytes go to a temporary file beside it, to the disk, and over it in
    one rename: whenever the power fails, the file is whole, old or new. A link stays one.

    expected: what the file held when `content` was made of it (b"" for no file). Raises Changed,
    the file left alone, where it holds something else by now.
    """
    path = path.resolve() if path.is_symlink() else path
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes private files; what is published has the mode any new file would have.
        Path(name).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        # As late as can be: what is written between here and the next line would be lost.
        if expected is not None and (path.read_bytes() if path.exists() else b"") != expected:
            raise Changed
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def _umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
