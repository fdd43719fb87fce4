"""Pictures of articles: the addresses they are published at."""

from pathlib import PurePosixPath

from bitext.article.model import Article, Picture

FOLDER = "assets/pictures"
"""Where pictures are in the site."""


def source(article: Article, picture: Picture) -> str:
    """The path of a picture's file, relative to the project."""
    return str(PurePosixPath(article.path).parent / picture.name)


def address(picture: Picture) -> str:
    """The name of a picture within the site; it holds a digest of the file."""
    path = PurePosixPath(picture.name)
    digest = f".{picture.digest}" if picture.digest else ""
    return f"{FOLDER}/{path.stem}{digest}{path.suffix.lower()}"
