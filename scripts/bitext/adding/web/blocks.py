"""The text of a tree of HTML, or of trafilatura's TEI, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.etree

from bitext.adding import trees
from bitext.text.characters import clean, wordless

# Whatever parts two blocks in HTML, and in TEI, whose names trafilatura uses.
_BLOCKS = trees.BLOCKS.union(
    trees.HEADINGS, "blockquote br dl figure hr ol table ul ab head lb list quote row".split()
)
_CELLS = frozenset(("cell", "td", "th"))
_BREAKS = frozenset(("br", "hr", "lb"))
_UNREAD = trees.UNREAD | {"head"}


_FEW = 6
"""Words that a link or a label seldom has more of."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that no other block interrupts.

    text: clean, with a letter or a digit. element: the innermost block element it stands in.
    linked: the share of its letters that stand in links, 0 to 1. lines: the text, and where inline
    elements part it what they part: a page may show as lines of their own what is one to HTML.
    """

    text: str
    element: Any
    linked: float
    lines: tuple[str, ...]

    @property
    def nameless(self) -> bool:
        """Whether it stands in a div without a name and has some words, as paragraphs may."""
        named = self.element.get("class") or self.element.get("id")
        return self.element.tag == "div" and not named and self.text.count(" ") >= _FEW


def paragraphs(root: Any) -> list[str]:
    """The texts of a tree, one a block; a line break ends one, a table's row is one."""
    lxml.etree.strip_tags(root, lxml.etree.Comment, lxml.etree.ProcessingInstruction)
    for table in reversed(list(root.iter("table"))):
        _unlaid(table)
    return [block.text for block in _walked(root, _BLOCKS, frozenset())]


def blocks(root: Any) -> list[Block]:
    """The blocks of a page, cells among them, without scripts, buttons and the page's head."""
    return list(_walked(root, _BLOCKS | _CELLS, _UNREAD))


def _walked(root: Any, parting: frozenset[str], unread: frozenset[str]) -> Iterator[Block]:
    """The blocks of a tree. parting: the elements that part them. unread: those passed over."""
    pieces: list[tuple[str, bool]] = []
    open_blocks, links, hidden = [root], 0, 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        begins, named = event == "start", isinstance(element.tag, str)
        if named and element.tag in unread:
            hidden += 1 if begins else -1
        if named and element.tag == "a":
            links += 1 if begins else -1
        if named and element.tag in parting:
            yield from _ended(pieces, open_blocks[-1])
            pieces = []
            if element.tag not in _BREAKS and element is not root:
                if begins:
                    open_blocks.append(element)
                else:
                    open_blocks.pop()
        elif named and element.tag in _CELLS:
            pieces.append((" ", False))
        if begins and not hidden:
            pieces.append((element.text or "", links > 0))
        elif not begins and element is not root and not hidden:
            pieces.append((element.tail or "", links > 0))
    yield from _ended(pieces, root)


def _ended(pieces: list[tuple[str, bool]], element: Any) -> Iterator[Block]:
    """The block of these pieces of text, each with whether it is a link's; none without words."""
    text = clean("".join(piece for piece, _ in pieces))
    if not wordless(text):
        linked = sum(len(piece.strip()) for piece, link in pieces if link)
        whole = sum(len(piece.strip()) for piece, _ in pieces)
        parts = (clean(piece) for piece, _ in pieces)
        lines = dict.fromkeys([text, *(part for part in parts if not wordless(part))])
        yield Block(text, element, linked / whole, tuple(lines))


def _unlaid(table: Any) -> None:
    """Reduce a table that lays a page out, its cells holding paragraphs, to its longest cell."""
    cells = list(table.iter(*_CELLS))
    if any(len(cell.findall("p")) > 1 for cell in cells):
        longest = max(cells, key=lambda cell: len("".join(cell.itertext())))
        for each in list(table):
            table.remove(each)
        longest.tag = "div"
        table.append(longest)
