"""What a reader makes of a file or a page: one article, or a book of several."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bitext.adding.structure import Part, texts_in


@dataclass(frozen=True, slots=True)
class Draft:
    """What a seed is made of.

    given: the front matter, in the order and with the values of seed.SCHEMA.
    body: as `tidying.tidied` gives it; without a title in `given` its first passage is the title.
    dropped: keys of a Markdown file's front matter that a seed cannot hold.
    language: the code of the language it is said to be in; "" if nothing is said.
    remarks: what a person should look at. seed: the file's own text, if it is a seed as it stands.
    """

    given: Mapping[str, Any]
    body: tuple[Part, ...]
    dropped: tuple[str, ...] = ()
    language: str = ""
    remarks: tuple[str, ...] = ()
    seed: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the body's passages."""
        return tuple(passage.text for passage in texts_in(self.body))


@dataclass(frozen=True, slots=True)
class BookDraft:
    """What a collection of seeds is made of.

    title: of the book, "" if it says none. chapters: in order, at least one. language,
    remarks: as of a Draft, for all of them.
    """

    title: str
    chapters: tuple[Draft, ...]
    language: str = ""
    remarks: tuple[str, ...] = ()
