"""Pictures of articles as they are published, each under a name that tells what the file holds."""

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from bitext.article.edition import Edition
from bitext.article.model import Article, Picture
from bitext.project import files
from bitext.project.settings import Settings

FOLDER = "assets/pictures"
"""Where pictures are in docs/, and in the site."""
_OURS = re.compile(r"\.[0-9a-f]{10}\.(?:png|jpe?g|webp)\Z")


def source(article: Article, picture: Picture) -> str:
    """The path of a picture's file, relative to the project."""
    return str(PurePosixPath(article.path).parent / picture.name)


def address(picture: Picture) -> str:
    """The name of a picture within the site; it holds a digest of the file."""
    return f"{FOLDER}/{picture.published}"


def write(editions: Iterable[Edition], settings: Settings, tidy: bool = True) -> None:
    """Put the pictures of these articles into the folder of documents.

    tidy: take away those of no article. What is there under its name is what it should be.
    """
    folder, wanted = settings.docs / FOLDER, set[Path]()
    for edition in editions:
        for picture in _pictures(edition.article):
            target = settings.docs / address(picture)
            wanted.add(target)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                part = target.with_name(f"{target.name}.tmp")
                with files.naming(target):
                    shutil.copyfile(settings.root / source(edition.article, picture), part)
                    part.replace(target)
    for path in folder.iterdir() if tidy and folder.is_dir() else ():
        if path not in wanted and _OURS.search(path.name):
            path.unlink()


def _pictures(article: Article) -> Iterator[Picture]:
    return (part for part in article.body if isinstance(part, Picture))
