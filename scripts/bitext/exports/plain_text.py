"""Both languages as plain text, block beside block, as one writes a letter."""

from collections.abc import Iterator

from bitext.article.edition import Edition
from bitext.article.model import Block, Break, Kind, Picture
from bitext.exports import credit
from bitext.exports.book import Book, note_numbers
from bitext.text.notes import pieces
from bitext.text.verse import ENGLISH_HALVES

_LINE = "―" * 20
_HALVES = "     "  # between the halves of a line of verse


def text(book: Book) -> Iterator[str]:
    """A book as text: its title, its articles, what is to be said of each at its end."""
    if len(book.editions) > 1:
        yield f"{book.title}\n{book.english}\n".rstrip("\n") + f"\n\n{_LINE}\n\n"
    for number, edition in enumerate(book.editions):
        if number:
            yield f"\n{_LINE}\n\n"
        yield from _article(edition)
        yield f"\n{_LINE}\n"
        for name, fact in credit.lines(edition, book.publisher):
            yield f"{name}: {fact}\n"


def _article(edition: Edition) -> Iterator[str]:
    numbers = note_numbers(edition)
    article = edition.article
    yield _block(edition, article.title, numbers)
    if article.subtitle:
        yield "\n" + _block(edition, article.subtitle, numbers)
    for part in article.body:
        if isinstance(part, Break):
            yield "\n* * *\n"
        elif isinstance(part, Picture):
            yield "\n" + _picture(edition, part)
        else:
            yield "\n" + _block(edition, part, numbers)


def _block(edition: Edition, block: Block, numbers: dict[str, int]) -> str:
    """A block in both languages, a line each, with what it is at its beginning."""
    begin = _beginning(block, numbers)
    arabic = "".join(s.text + s.gap for s in block.sentences)
    if block.hemistichs:
        arabic = _HALVES.join(block.hemistichs)
    lines = [_numbered(arabic, numbers)]
    if edition.readable:
        lines.append(_english(edition, block, numbers))
    return "".join(f"{begin}{line}\n" for line in lines)


def _beginning(block: Block, numbers: dict[str, int]) -> str:
    indent = "    " if block.quoted or block.kind is Kind.QUOTATION else ""
    if block.kind is Kind.NOTE:
        return f"[{numbers[block.note]}] "
    if not block.place:
        return indent
    indent += "  " * (block.place.depth - 1)
    sign = f"{block.place.number}. " if block.place.ordered else "- "
    return indent + (sign if block.begins else "  ")


def _english(edition: Edition, block: Block, numbers: dict[str, int]) -> str:
    """The English of a block; what stands alike says so once, at its end."""
    shown = []
    pairs = edition.pairs(block)
    for pair, mark in zip(pairs, credit.marks(pairs), strict=True):
        said = _numbered(pair.english.text, numbers)
        if block.kind is Kind.VERSE:
            said = ENGLISH_HALVES.sub(_HALVES, said)
        if mark:
            said = f"{said} [{mark.english}]".strip()
        shown.append(said)
    return " ".join(filter(None, shown))


def _picture(edition: Edition, picture: Picture) -> str:
    if not picture.alternative:
        return f"[{credit.PICTURE}]\n"
    english = edition.english[picture.alternative.id].text
    lines = f"[{credit.PICTURE.arabic}: {picture.alternative.text}]\n"
    return lines + (f"[{credit.PICTURE.english}: {english}]\n" if english else "")


def _numbered(string: str, numbers: dict[str, int]) -> str:
    """A text with the numbers of the notes that it refers to."""
    if not numbers:
        return string
    return "".join(
        piece + (f"[{numbers[label]}]" if label else "") for piece, label in pieces(string, numbers)
    )
