"""The neutral structure that every reader of `add` and `import` gives, and one writer writes.

It is that of a seed before its blocks are numbered, `article.parts`, but that a picture is not in
the seed's folder yet. A text of line 0 stands nowhere that a person could be pointed to.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bitext.article.model import Break, Kind
from bitext.article.parts import Text
from bitext.text.arabic import fold
from bitext.text.notes import REFERENCE


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; if it is captioned, the text after it is its caption.

    source: where the file that was read says that the picture is. alternative: clean, or "".
    name: of the file beside the seed; "" as long as it has none. data: what that file holds.
    """

    source: str
    alternative: str = ""
    captioned: bool = False
    name: str = ""
    data: bytes = field(default=b"", repr=False)


Part = Text | Break | Image


def texts_in(body: Iterable[Part]) -> Iterator[Text]:
    """The texts of a body."""
    return (part for part in body if isinstance(part, Text))


def comparable(text: str) -> str:
    """The letters and digits of a text, folded: by which it is the same wherever it stands."""
    return re.sub(r"[\W_]", "", fold(text))


def cited(body: Iterable[Part], notes: Mapping[str, Sequence[Text]]) -> list[str]:
    """The labels of the notes that a body refers to, in order, then those that these notes refer
    to.

    notes: their texts by their labels.
    """
    known = dict.fromkeys(_references(body, notes))
    order = list(known)
    for label in order:  # a note may refer to another one, which is then found here, too
        more = [n for n in dict.fromkeys(_references(notes[label], notes)) if n not in known]
        order += more
        known |= dict.fromkeys(more)
    return order


def _references(body: Iterable[Part], notes: Container[str]) -> Iterator[str]:
    for text in texts_in(body):
        yield from (label for label in REFERENCE.findall(text.text) if label in notes)


def quoted(part: Part | None) -> bool:
    """Whether a part stands in a quotation that is in no item of a list."""
    return isinstance(part, Text) and part.quoted and not quotes_in_item(part)


def quotes_in_item(part: Part | None) -> bool:
    """Whether a part is a quotation within an item of a list, not an item of a quoted list."""
    return isinstance(part, Text) and part.kind is Kind.QUOTATION and part.place is not None


def structured(body: Iterable[Part]) -> bool:
    """Whether a body is more than paragraphs, so that it needs Markdown to be written."""
    return any(not isinstance(part, Text) or part != Text(part.line, part.text) for part in body)
