"""Tables of a page: verse set in two columns, data, or only a frame for its layout."""

from collections.abc import Sequence
from typing import Any

from bitext.adding import trees
from bitext.text import verse
from bitext.text.characters import clean, wordless

BETWEEN = " – "
"""What parts the cells of a row in a text."""
_PARTING = frozenset(trees.HEADINGS).union(
    "p div ul ol dl blockquote table figure section article pre hr".split()
)


def _rows(table: Any) -> list[list[Any]]:
    """The cells of each row, without those of tables within."""
    return [
        [cell for cell in row if cell.tag in ("td", "th", "cell")]
        for row in table.iter("tr", "row")
        if next(row.iterancestors("table"), None) is table
    ]


_AROUND = ("table", "tbody", "thead", "tfoot", "tr", "row")
_KNOWN = frozenset((*_AROUND, "td", "th", "cell", "caption", "col", "colgroup"))


def _loose(table: Any) -> bool:
    """Whether words stand in a table, but in none of its cells."""
    for element in table.iter(*_AROUND):
        texts = [element.text, *(child.tail for child in element)]
        others = [child for child in element if isinstance(child.tag, str)]
        texts += [trees.text_of(child) for child in others if child.tag not in _KNOWN]
        if any(not wordless(text or "") for text in texts):
            return True
    return False


def hemistichs(table: Any) -> list[tuple[str, ...]]:
    """The lines of verse in a table whose columns are halves of lines; [] if it is none.

    A column between, or a row, that holds no words is no hindrance.
    """
    found: list[tuple[str, ...]] = []
    if _loose(table):
        return found
    for cells in _rows(table):
        texts = [text for cell in cells if not wordless(text := clean(trees.text_of(cell)))]
        if not texts:
            continue
        pair = verse.paired(*texts) if len(texts) == 2 else ()
        if not pair or any(cell.tag == "th" for cell in cells):
            return []
        found.append(pair)
    named = verse.called(table.get("class") or "")
    return found if named or verse.balanced(found) else []


def rows(table: Any) -> Sequence[list[Any]] | None:
    """The rows of a table of data, each its cells that hold words; None if it is only a frame.

    It is a frame if a cell holds several blocks, if it has one column, or words outside its cells.
    """
    if _loose(table):
        return None
    found = [[c for c in cells if not wordless(trees.text_of(c))] for cells in _rows(table)]
    found = [cells for cells in found if cells]
    for cells in found:
        for cell in cells:
            blocks = [e for e in cell.iter(*_PARTING) if e is not cell]
            if len(blocks) > 1 or any(e.tag not in ("p", "div") for e in blocks):
                return None
    return found if any(len(cells) > 1 for cells in found) else None


_LINE = trees.class_name("bayt|bait|beit|couplet|بيت")


def paired(element: Any) -> tuple[str, ...]:
    """The halves of a line of verse, where an element holds one in two elements and nothing else.

    Two paragraphs may also be two lines: they are halves where the element is called a line.
    """
    children = [child for child in element if isinstance(child.tag, str)]
    if len(children) != 2 or any(child.tag == "br" or len(child) for child in children):
        return ()
    around = [element.text, *(child.tail for child in children)]
    if any(clean(text or "") for text in around):
        return ()
    inline = all(child.tag in ("span", "bdi", "b", "i", "em", "strong") for child in children)
    if not inline and not any(_LINE.fullmatch(n) for n in (element.get("class") or "").split()):
        return ()
    return verse.paired(trees.text_of(children[0]), trees.text_of(children[1]))
