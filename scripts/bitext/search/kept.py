"""Keeping what takes seconds to make, in files that may be deleted at any time.

A file is one line, the version of what it holds and a digest of the rest, and then JSON. A file of
another version, a damaged one and none at all are the same: what it held is made again.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from bitext.project import files


def load(path: Path, version: str) -> Any:
    """What was kept in a file under this version, or None."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != _head(version, body):
        return None
    return json.loads(body)


def save(path: Path, version: str, content: Any) -> None:
    """Keep what JSON can hold, in place of what the file held; nothing, where no file can be.

    Processes that save at once each replace the whole file.
    """
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        files.write(path, _head(version, body) + b"\n" + body)
    except OSError:
        return  # what is kept saves time, and no more


def _head(version: str, body: bytes) -> bytes:
    return f"{version} {hashlib.sha256(body).hexdigest()}".encode()
