"""The kinds of files that readers can take away, and what these files are called in the site."""

from collections.abc import Sequence
from typing import Any

EPUB, TEXT, ANKI, TMX, TSV = "epub", "text", "anki", "tmx", "tsv"

ENDS: dict[str, str] = {
    EPUB: ".epub",
    TEXT: ".txt",
    ANKI: ".anki.txt",
    TMX: ".tmx",
    TSV: ".tsv",
}
"""Every kind of export, as settings call it, with what the names of its files end in."""
OF_ALL = (TMX, TSV)
"""The kinds that are also made of all articles together."""
ALL = "all"
"""What a file of all articles together is called; it stands beside the articles' folders."""


def file_name(name: str, kind: str) -> str:
    """The name of an export, in the folder of its page. name: the article's or collection's id."""
    return f"{name}{ENDS[kind]}"


def valid(value: Any) -> Sequence[str]:
    """A validator of lists of kinds, for settings: in the order above, each once."""
    if not isinstance(value, list) or any(kind not in ENDS for kind in value):
        raise ValueError(f"must be a list of some of {', '.join(ENDS)}, or [] for none")
    return tuple(kind for kind in ENDS if kind in value)
