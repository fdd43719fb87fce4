"""Which links of a page or a book refer to notes, wherever in its files the notes stand."""

import functools
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.etree

from bitext.adding import trees
from bitext.text.arabic import BASIC_LETTERS, DIGITS
from bitext.text.characters import clean, wordless

_NUMBER = rf"[0-9{DIGITS}¹²³⁰⁴-⁹]{{1,4}}|[*†‡§٭]{{1,4}}"  # or a sign for one
REFERENCE_TEXT = re.compile(rf"[\[({{⁽]?\s?(?:{_NUMBER}|[a-z{BASIC_LETTERS}])\s?[\])}}⁾]?")
LEADING = re.compile(rf"\s*[\[({{⁽]?\s*({_NUMBER})\s*[\])}}⁾]?\s*[.:–—-]?\s*")
_REFERS = frozenset(("noteref", "doc-noteref", "biblioref", "doc-biblioref"))
_IS_NOTE = frozenset(
    "footnote endnote rearnote note doc-footnote doc-endnote footnotes endnotes rearnotes "
    "doc-endnotes biblioentry doc-biblioentry".split()
)
_CALLED = re.compile(
    r"(?:.*[-_])?(?:foot|end|rear|side)?(?:notes?|ref(?:erence)?s?|reflist|hamesh|hawashi|cite[-_]note)(?:[-_]?(?:text|list|\d+))?",
    re.I,
)
_CONTAINERS = frozenset("p li dd div aside td section blockquote tr".split())
# What may hold a reference, beside those that may hold a note.
_HOLDERS = _CONTAINERS.union(
    trees.HEADINGS, "dt th caption figcaption pre summary details article main body".split()
)


@dataclass(slots=True)
class Link:
    """A link that refers to a note. text: its own. target: the element it leads to. label: the
    note's, once it has one."""

    element: Any
    text: str
    target: Any
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Reached:
    """Where the links of a block lead. places: the elements. holders: the blocks around those.

    number: that the block begins with; "" for none, or where it may be no note's.
    """

    places: frozenset[Any]
    holders: frozenset[Any]
    number: str


class LinkedDocuments:
    """The trees of a page or a book by their files' names, and what in them can be linked to."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        self.documents = documents
        self.names = {tree: name for name, tree in documents.items()}
        self.places: dict[tuple[str, str], Any] = {}
        for name, tree in documents.items():
            for element in tree.iter(lxml.etree.Element):
                anchor = element.get("id") or (element.get("name") if element.tag == "a" else "")
                if anchor:
                    self.places.setdefault((name, anchor), element)
        # What is told of a block is told once, however many links are in it.
        self.reached = functools.cache(self._reached)
        self.leading = functools.cache(_leading)

    def links(self) -> Iterator[Link]:
        """The links that refer to notes, in reading order."""
        for name, tree in self.documents.items():
            for element in tree.iter("a"):
                target = self.places.get(_aimed(name, element.get("href") or ""))
                text = clean(trees.text_of(element))
                said = _says(element, _REFERS)
                if target is None or not (said or REFERENCE_TEXT.fullmatch(text)):
                    continue
                if said or self.refers(element, target):
                    yield Link(element, text, target)

    def refers(self, element: Any, target: Any) -> bool:
        """Whether a link that looks like a reference leads to a note, not back from one."""
        if _in_note(element):
            return False
        if _in_note(target):
            return True
        own, block = block_of(element, _HOLDERS), block_of(target)
        if None in (block, own) or block is own or element in self.leading(own):
            return False
        # Of two links that lead to each other, the one that begins its block is the note's.
        reached = self.reached(block)
        around = (element, *element.iterancestors(), *element.iter())
        if own in reached.holders or not reached.places.isdisjoint(around):
            return True
        return bool(reached.number) and reached.number in clean(trees.text_of(element))

    def _reached(self, block: Any) -> _Reached:
        around = (self.names.get(each) for each in (block, *block.iterancestors()))
        document = next((name for name in around if name is not None), "")
        aims = (self.places.get(_aimed(document, a.get("href") or "")) for a in block.iter("a"))
        places = frozenset(place for place in aims if place is not None)
        lead = LEADING.match(clean(trees.text_of(block)))
        alone = lead is not None and block.tag in ("p", "li", "dd", "td")
        return _Reached(
            places,
            frozenset(block_of(place, _HOLDERS) for place in places),
            lead[1] if lead and alone else "",
        )


def _aimed(name: str, href: str) -> tuple[str, str]:
    """The file and the id that a link leads to; two empty texts for an address outside."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return name, ""
    if parts.scheme or parts.netloc:
        return "", ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    return (path if parts.path else name), unquote(parts.fragment)


def _says(element: Any, names: frozenset[str]) -> bool:
    said = f"{element.get(trees.TYPE) or ''} {element.get('role') or ''}"
    return not names.isdisjoint(said.split())


def _in_note(element: Any) -> bool:
    for each in (element, *element.iterancestors()):
        if each.tag in ("body", "html"):
            return False
        names = f"{each.get('class') or ''} {each.get('id') or ''}".split()
        if _says(each, _IS_NOTE) or (
            each.tag in _CONTAINERS | {"ol", "ul"}
            and any(_CALLED.fullmatch(n) and "ref_" not in n for n in names)
        ):
            return True
    return False


def block_of(element: Any, tags: Collection[str] = _CONTAINERS) -> Any:
    """The innermost element of these kinds around an element, which may be it; None for none."""
    for each in (element, *element.iterancestors()):
        if each.tag in tags:
            return each
    return None


def _leading(block: Any) -> frozenset[Any]:
    """The links that a block, or a line of it, begins with, as links back do."""
    found, begins = [], True
    for event, element in lxml.etree.iterwalk(block, events=("start", "end")):
        if event == "start":
            if begins and element.tag == "a":
                found.append(element)
            begins = element.tag == "br" or (begins and wordless(element.text or ""))
        elif element is not block:
            begins = begins and wordless(element.tail or "")
    return frozenset(found)


def outermost(link: Any) -> Any:
    """The element that raises a link, if it holds nothing else; else the link."""
    text = clean(trees.text_of(link)).strip("[]() ")
    parent = link.getparent()
    while parent is not None and parent.tag in ("sup", "span", "small", "b", "i", "em", "strong"):
        if clean(trees.text_of(parent)).strip("[]() ") != text:
            break
        link, parent = parent, parent.getparent()
    return link
