"""Both languages as plain text, block beside block, as one writes a letter."""

from collections.abc import Iterator

from bitext.article.model import Block, Break, Kind, Picture
from bitext.exports import credit
from bitext.exports.book import Book
from bitext.exports.part import Part
from bitext.text.notes import pieces
from bitext.text.verse import ENGLISH_HALVES

_LINE = "―" * 20
_HALVES = "     "  # between the halves of a line of verse


def text(book: Book) -> Iterator[str]:
    """A book as text: its title, its articles, what is to be said of each at its end."""
    if len(book.parts) > 1:
        yield f"{book.title}\n{book.english}\n".rstrip("\n") + f"\n\n{_LINE}\n\n"
    for number, part in enumerate(book.parts):
        if number:
            yield f"\n{_LINE}\n\n"
        yield from _article(part)
        yield f"\n{_LINE}\n"
        for name, fact in part.facts:
            yield f"{name}: {fact}\n"


def _article(part: Part) -> Iterator[str]:
    article = part.edition.article
    yield _block(part, article.title)
    if article.subtitle:
        yield "\n" + _block(part, article.subtitle)
    for shown in article.body:
        if isinstance(shown, Break):
            yield "\n* * *\n"
        elif isinstance(shown, Picture):
            yield "\n" + _picture(part, shown)
        else:
            yield "\n" + _block(part, shown)


def _block(part: Part, block: Block) -> str:
    """A block in both languages, a line each, with what it is at its beginning."""
    begin = _beginning(block, part.numbers)
    arabic = "".join([s.text + s.gap for s in block.sentences])
    if block.hemistichs:
        arabic = _HALVES.join(block.hemistichs)
    shown = f"{begin}{_numbered(arabic, part.numbers)}\n"
    if part.edition.readable:
        shown += f"{begin}{_english(part, block)}\n"
    return shown


def _beginning(block: Block, numbers: dict[str, int]) -> str:
    indent = "    " if block.quoted or block.kind is Kind.QUOTATION else ""
    if block.kind is Kind.NOTE:
        return f"[{numbers[block.note]}] "
    if not block.place:
        return indent
    indent += "  " * (block.place.depth - 1)
    sign = f"{block.place.number}. " if block.place.ordered else "- "
    return indent + (sign if block.begins else "  ")


def _english(part: Part, block: Block) -> str:
    """The English of a block; what stands alike says so once, at its end."""
    shown = []
    for sentence in block.sentences:
        pair = part.pairs[sentence.id]
        said = _numbered(pair.found.text, part.numbers)
        if block.kind is Kind.VERSE:
            said = ENGLISH_HALVES.sub(_HALVES, said)
        if pair.sign:
            said = f"{said} [{pair.sign.english}]".strip()
        shown.append(said)
    return " ".join(filter(None, shown))


def _picture(part: Part, picture: Picture) -> str:
    if not picture.alternative:
        return f"[{credit.PICTURE}]\n"
    english = part.edition.english[picture.alternative.id].text
    lines = f"[{credit.PICTURE.arabic}: {picture.alternative.text}]\n"
    return lines + (f"[{credit.PICTURE.english}: {english}]\n" if english else "")


def _numbered(string: str, numbers: dict[str, int]) -> str:
    """A text with the numbers of the notes that it refers to."""
    if not numbers:
        return string
    return "".join(
        piece + (f"[{numbers[label]}]" if label else "") for piece, label in pieces(string, numbers)
    )
