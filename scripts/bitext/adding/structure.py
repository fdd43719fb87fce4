"""The neutral structure that every reader of `add` and `import` gives, and one writer writes.

It says what a text consists of, in the words of `article.model`, before the text is a seed: it has
no numbers, no lines and no sentences yet.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bitext.article.model import Kind, ListPlace


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, item, line of verse, caption or note.

    text: clean, not empty; `[^label]` refers to the note of that label, if there is one.
    The other fields are those of `article.model.Block`.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    place: ListPlace | None = None
    quoted: bool = False
    begins: bool = True
    label: str = ""
    hemistichs: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A change of scene."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; if it is captioned, the passage after it is its caption.

    source: where the file that was read says that the picture is. alternative: clean, or "".
    name: of the file beside the seed; "" as long as it has none. data: what that file holds.
    """

    source: str
    alternative: str = ""
    captioned: bool = False
    name: str = ""
    data: bytes = field(default=b"", repr=False)


Part = Passage | Rule | Image

REFERENCE = re.compile(r"\[\^([\w-]+)\]")
"""A reference to a note, as it stands in the text of a passage."""


def passages(body: Iterable[Part]) -> Iterator[Passage]:
    """The passages of a body."""
    return (part for part in body if isinstance(part, Passage))


def structured(body: Iterable[Part]) -> bool:
    """Whether a body is more than paragraphs, so that it needs Markdown to be written."""
    return any(not isinstance(part, Passage) or part != Passage(part.text) for part in body)
