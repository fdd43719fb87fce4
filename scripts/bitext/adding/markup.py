"""The structure of a tree of HTML: what it consists of, in reading order.

Every text of the tree comes through, but for scripts, forms' controls and the like. What a seed has
no place for is taken for what is nearest to it: a table's row is a paragraph.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import lxml.etree

from bitext.adding import tables, trees
from bitext.adding.gathering import LABEL_WORDS, Context, Gathering, Start
from bitext.adding.structure import Image, Part
from bitext.article.model import Break, Kind, ListPlace
from bitext.article.parts import Text
from bitext.text import verse
from bitext.text.characters import clean

_UNREAD = trees.UNREAD | set(
    "head title input textarea iframe object audio video canvas map".split()
)
_BLOCKS = trees.BLOCKS | set("center fieldset hgroup html legend search td th".split())
_STRONG = frozenset(("b", "strong"))
_CAPTION = trees.class_name("caption|legende|legend")
_DEEPEST = 120
"""Elements within each other, beyond which only the text counts."""


def read(root: Any) -> list[Part | Start]:
    """The parts of a tree. A picture's source is what its element names."""
    walk = _Walk()
    walk.inside(root, Context())
    walk.flush(Context())
    return walk.versified()


class _Walk(Gathering):
    """One walk through a tree."""

    def inside(self, element: Any, context: Context) -> None:
        """Read what an element holds."""
        context = replace(context, depth=context.depth + 1)
        self.say(element.text, context)
        for child in element:
            if isinstance(child.tag, str):
                if context.depth > _DEEPEST:
                    self.say(trees.text_of(child), context)
                else:
                    self.element(child, context)
            elif isinstance(child, lxml.etree._Entity):
                self.say(child.text, context)
            self.say(child.tail, context)

    def element(self, element: Any, context: Context) -> None:
        """Read an element, not what stands behind it."""
        if (start := element.get(trees.START)) is not None:
            self.flush(context)
            self.parts.append(Start(int(start)))
        if (label := element.get(trees.NOTE)) is not None:
            self.flush(context)
            self.block(element, Context(Kind.NOTE, note=label, depth=context.depth))
        else:
            _READERS.get(element.tag.lower(), _Walk.inline)(self, element, context)

    def unread(self, _element: Any, _context: Context) -> None:
        """Pass over an element that is no text."""

    def line_end(self, _element: Any, _context: Context) -> None:
        self.pieces.append("\n")

    def reading(self, element: Any, context: Context) -> None:
        """Read how the word before it is said (ruby)."""
        self.say(trees.reading(element), context)

    def rule(self, _element: Any, context: Context) -> None:
        self.flush(context)
        self.parts.append(Break(0))

    def quotation(self, element: Any, context: Context) -> None:
        self.flush(context)
        inner = replace(context, quoted=True, apart=True)
        if context.kind is Kind.ITEM and not context.quoted:  # an item that is all quotation is one
            whole, self.begins = self.begins, True
            self.block(element, context if whole else replace(inner, kind=Kind.QUOTATION))
            self.begins = False
            return
        kind = Kind.QUOTATION if context.kind is Kind.PARAGRAPH else context.kind
        self.block(element, replace(inner, kind=kind))

    def inline(self, element: Any, context: Context) -> None:
        first = not "".join(self.pieces).strip()
        self.inside(element, context)
        if first and element.tag in _STRONG:
            self.label = len("".join(self.pieces))

    def block(self, element: Any, context: Context) -> None:
        """Read an element that begins something: a quotation or a note."""
        self.begins = True
        self.inside(element, context)
        self.flush(context)

    def paragraph(self, element: Any, context: Context) -> None:
        names = f"{element.get('class') or ''} {element.get(trees.TYPE) or ''}"
        self.flush(context)
        if verse.called(names) and context.kind in (Kind.PARAGRAPH, Kind.QUOTATION, Kind.VERSE):
            context = replace(context, verse=True)
            self.begins = True
        if element.tag == "pre":
            context = replace(context, preformatted=True)
        if element.tag == "center":
            context = replace(context, apart=True)
        if context.verse and (pair := tables.paired(element)):
            self.verse([pair], context)
            return
        at = len(self.parts) - 1
        self.inside(element, context)
        self.flush(context)
        if any(_CAPTION.fullmatch(name) for name in names.split()) and len(self.parts) == at + 2:
            self.captioned(at)

    def heading(self, element: Any, context: Context) -> None:
        """Read a heading; one that stands in a list or a quotation is a paragraph of it."""
        if context.kind is Kind.NOTE:
            self.paragraph(element, context)
            return
        self.flush(context)
        plain = context.place is None and not context.quoted
        self.inside(element, replace(context, verse=False))
        text, images = clean("".join(self.pieces)), self.images
        self.pieces, self.images, self.label = [], [], 0
        if text and plain:
            self.parts.append(Text(0, text, Kind.HEADING, int(element.tag[1:])))
        elif text:
            self.add(text, context)
        self.parts.extend(images)

    def items(self, element: Any, context: Context) -> None:
        self.flush(context)
        outer = context.place.depth if context.place else 0
        items = [child for child in element if child.tag in ("li", "item")]
        number = _whole(element.get("start"), len(items) if "reversed" in element.attrib else 1)
        step = -1 if "reversed" in element.attrib else 1
        self.say(element.text, context)
        for child in element:
            if not isinstance(child.tag, str):
                pass
            elif child in items:
                number = _whole(child.get("value"), number)
                place = ListPlace(element.tag == "ol", max(number, 0), outer + 1)
                quoted = context.quoted and not (context.kind is Kind.QUOTATION and context.place)
                kind = Kind.NOTE if context.note else Kind.ITEM
                inner = replace(context, kind=kind, place=place, apart=False, quoted=quoted)
                self.marked(child, inner)
                number += step
            else:
                # A list right in a list stands for what belongs to the item before it.
                self.element(child, context)
            self.say(child.tail, context)
        self.flush(context)

    def marked(self, child: Any, inner: Context) -> None:
        """Read an item; an item that is a note is the note."""
        if child.get(trees.NOTE) is not None:
            self.element(child, Context(depth=inner.depth))
        else:
            self.flush(inner)
            self.begins = True
            self.inside(child, inner)
            self.flush(inner)

    def terms(self, element: Any, context: Context) -> None:
        """Read a list of definitions: a short term begins its definition, with a colon."""
        self.flush(context)
        self.say(element.text, context)
        term = ""
        for child in element:
            if child.tag == "dd" and term:
                term = self.definition(child, term, context)
            elif isinstance(child.tag, str):
                self.termed(term, context)
                text = clean(trees.text_of(child)).rstrip(" :")
                short = child.tag == "dt" and 0 < len(text.split()) <= LABEL_WORDS
                term = text if short and not len(child) and not child.attrib else ""
                if not term:
                    inner = self.terms if child.tag == "div" else self.element
                    inner(child, context)
            self.say(child.tail, context)
        self.termed(term, context)
        self.flush(context)

    def termed(self, term: str, context: Context) -> None:
        """Add a term that no definition follows; "" for none."""
        self.flush(context)
        if term:
            self.add(term, context)

    def definition(self, child: Any, term: str, context: Context) -> str:
        """Read the definition of a term; the term if it did not begin the definition."""
        self.flush(context)
        start = len(self.parts)
        self.element(child, context)
        after = self.parts[start] if len(self.parts) > start else None
        if not isinstance(after, Text) or after.kind is Kind.NOTE or after.level:
            return term
        text = f"{term}: {after.text}"
        self.parts[start] = replace(after, text=text, label=f"{term}:")
        return ""

    def table(self, element: Any, context: Context) -> None:
        self.flush(context)
        pairs = tables.hemistichs(element)
        rows = None if pairs else tables.rows(element)
        if pairs:
            self.begins = True
            self.verse(pairs, replace(context, verse=True))
        elif rows is None:
            self.inside(element, context)
            self.flush(context)
        else:
            for caption in element.iter("caption"):
                self.element(caption, context)
            for cells in rows:
                self.row(cells, replace(context, verse=False))

    def row(self, cells: list[Any], context: Context) -> None:
        """Read a row of a table as one passage, its pictures and notes after it."""
        found: list[Part | Start] = []
        for cell in cells:
            walk = _Walk()
            walk.inside(cell, Context(depth=context.depth))
            walk.flush(Context())
            found += walk.parts
        apart = [p for p in found if not isinstance(p, Text) or p.kind is Kind.NOTE]
        texts = [p.text for p in found if isinstance(p, Text) and p.kind is not Kind.NOTE]
        if texts:
            self.add(tables.BETWEEN.join(texts), context)
        self.parts += apart

    def figure(self, element: Any, context: Context) -> None:
        """Read a figure: its pictures, the last with the caption, then what else it holds."""
        self.flush(context)
        start = len(self.parts)
        caption: list[str] = []
        for child in element.iter("figcaption"):
            caption.append(trees.text_of(child))
            child.text = None
            for inner in list(child):
                child.remove(inner)
        self.inside(element, context)
        self.flush(context)
        found = self.parts[start:]
        images = [part for part in found if isinstance(part, Image)]
        others = [part for part in found if not isinstance(part, Image)]
        text = clean(" ".join(caption))
        if images and text and not images[-1].captioned:
            images[-1] = replace(images[-1], captioned=True)
            others.insert(0, Text(0, text, Kind.CAPTION))
        elif text:
            others.append(Text(0, text))
        self.parts[start:] = [*images, *others]

    def picture(self, element: Any, context: Context) -> None:
        """Read a picture; one that stands in a text is put after it."""
        inner = list(element.iter("image")) if element.tag == "svg" else [element]
        drawn = element.get("aria-label") or trees.drawn(element)
        for each in inner:
            self.images.append(Image(clean(trees.source(each)), clean(each.get("alt") or drawn)))
        if not inner:
            self.images.append(Image("an SVG drawing", clean(drawn)))
        if not "".join(self.pieces).strip():
            self.flush(context)


_READERS: dict[str, Callable[[_Walk, Any, Context], None]] = {
    **dict.fromkeys(_UNREAD, _Walk.unread),
    **dict.fromkeys(_BLOCKS, _Walk.paragraph),
    **dict.fromkeys(("br", "lb"), _Walk.line_end),
    **dict.fromkeys(("img", "image", "graphic", "svg"), _Walk.picture),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _Walk.items),
    **dict.fromkeys(("blockquote", "quote"), _Walk.quotation),
    **dict.fromkeys(trees.HEADINGS, _Walk.heading),
    "hr": _Walk.rule,
    "rt": _Walk.reading,
    "table": _Walk.table,
    "dl": _Walk.terms,
    "figure": _Walk.figure,
}


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text.strip()) else otherwise
