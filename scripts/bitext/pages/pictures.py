"""Pictures of articles: where they are published, and what pages call them."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from bitext.article.model import Article, Picture

FOLDER = "assets/pictures"
"""Where pictures are in the site."""


def name(picture: Picture) -> str:
    """The name of a picture within the site; it holds the digest of the file."""
    path = PurePosixPath(picture.name)
    return f"{FOLDER}/{path.stem}.{picture.digest}{path.suffix.lower()}"


def address(picture: Picture) -> str:
    """The address of a picture, from an article's page."""
    return f"../../{quote(name(picture))}"


def published(articles: Iterable[Article]) -> dict[str, str]:
    """The pictures of all articles: their names within the site, and their files.

    A file is a path from the project's folder, with slashes.
    """
    return {
        name(part): str(PurePosixPath(article.path).parent / part.name)
        for article in articles
        for part in article.body
        if isinstance(part, Picture)
    }
