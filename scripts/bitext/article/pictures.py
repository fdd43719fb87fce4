"""Pictures of a seed: which file an address means, and what is in the file."""

import hashlib
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bitext.article.model import Article, Block, Break, Picture
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import is_device

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
"""What a picture's name may end in. SVG is a document, with scripts and addresses in it."""
LARGEST = 20_000_000
"""Bytes of a picture."""
_REMEDY = "put a PNG, JPEG or WebP picture beside the seed, and write its name here"


def kind_of(data: bytes) -> str:
    """The end of the name of a file with these bytes: .png, .jpg or .webp; "" for no picture."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    # RIFF holds sound and films as well, of which it says so in the same place.
    return ".webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def name(address: str, line: int, path: str) -> str:
    """The name, from the seed's folder and with slashes, of the file that an address means.

    Raises ContentError for an address that is not that of a picture in the seed's folder.
    """
    given = unquote(address)
    parts = given.split("/")
    outside = given.startswith("/") or "\\" in given or ".." in parts
    if not given or urlsplit(address).scheme or outside or not given.isprintable():
        what = f"{shortened(address)} is no picture beside the seed"
        raise ContentError(Problem(path, line, what, _REMEDY))
    if any(map(is_device, parts)):
        what = f"{shortened(address)} names a file that Windows keeps for a device"
        raise ContentError(Problem(path, line, what, "rename the picture, here too"))
    if PurePosixPath(given).suffix.lower() not in SUFFIXES:
        what = f"{shortened(address)} is no PNG, JPEG or WebP picture"
        raise ContentError(Problem(path, line, what, _REMEDY))
    return PurePosixPath(given).as_posix()


Seen = tuple[tuple[str, int, int], ...]
"""Of each picture its file's name, size in bytes and time of change; 0 if it is missing."""


def look(article: Article, folder: Path) -> Seen:
    """The state of the files of an article's pictures, which is another once one has changed.

    folder: the seed's.
    """
    seen = []
    for part in article.body:
        if isinstance(part, Picture):
            try:
                found = (folder / part.name).stat()
                seen.append((part.name, found.st_size, found.st_mtime_ns))
            except OSError:
                seen.append((part.name, 0, 0))
    return tuple(seen)


def read(article: Article, folder: Path) -> Article:
    """The article with its pictures as their files are. folder: the seed's.

    Raises ContentError with every file that is missing, cannot be read, or is no picture of the
    kind that its name says.
    """
    if not any(isinstance(part, Picture) for part in article.body):
        return article
    body: list[Block | Break | Picture] = []
    problems: list[Problem] = []
    for part in article.body:
        try:
            body.append(_read(part, folder, article.path) if isinstance(part, Picture) else part)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(*problems)
    return replace(article, body=tuple(body))


def _read(picture: Picture, folder: Path, path: str) -> Picture:
    import imagesize  # it loads what talks to a network; most articles have no picture

    shown = shortened(picture.name)
    try:
        data = (folder / picture.name).read_bytes()
    except FileNotFoundError:
        what = f"there is no picture {shown}"
        raise ContentError(Problem(path, picture.line, what, _REMEDY)) from None
    except OSError as error:
        what = f"the picture {shown} cannot be read ({error.strerror})"
        raise ContentError(Problem(path, picture.line, what, _REMEDY)) from error
    if len(data) > LARGEST:
        what = f"the picture {shown} is {len(data) // 1_000_000} MB large"
        raise ContentError(Problem(path, picture.line, what, "make it smaller"))
    right = kind_of(data) == picture.kind
    size = imagesize.get(folder / picture.name) if right else (-1, -1)
    if min(size) <= 0:
        what = f"{shown} is no {picture.kind[1:].upper()} picture, whatever its name says"
        raise ContentError(Problem(path, picture.line, what, _REMEDY))
    digest = hashlib.sha256(data).hexdigest()[:10]
    return replace(picture, size=(int(size[0]), int(size[1])), digest=digest)
