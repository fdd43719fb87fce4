"""Notes of a page or a book: which links refer to one, and what is its text.

A note may stand in another file than the text. A reference becomes `[^label]` in the text; the
element that holds the note is marked with its label, for `markup` to read.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.etree

from bitext.adding import trees
from bitext.text.characters import clean, wordless
from bitext.text.notes import REFERENCE

_MARK = re.compile(r"[\[({⁽]?\s?(?:[0-9٠-٩۰-۹¹²³⁰⁴-⁹]{1,4}|[*†‡§٭]{1,4}|[a-zأ-ي])\s?[\])}⁾]?")
_BACK = re.compile(r"[\s↩↑⏎^⬆︎\ufe0e\ufe0f«»“”←→↖⇑]+|(?:back|return|رجوع|عودة|العودة).{0,20}", re.I)
_LEADING = re.compile(
    r"\s*[\[({⁽]?\s*([0-9٠-٩۰-۹¹²³⁰⁴-⁹]{1,4}|[*†‡§٭]{1,4})\s*[\])}⁾]?\s*[.:–—-]?\s*"
)
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
_HOLDERS = _CONTAINERS | frozenset(
    "h1 h2 h3 h4 h5 h6 dt th caption figcaption pre summary details article main body".split()
)


@dataclass(slots=True)
class Found:
    """What was found. labels: of the notes. marks: the texts of references and of links back."""

    labels: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Link:
    """A link that refers to a note. mark: its text. target: the element it leads to."""

    element: Any
    mark: str
    target: Any
    label: str = ""


def resolve(documents: Mapping[str, Any]) -> Found:
    """Mark the notes of these trees, by their files' names, and what refers to them.

    References become `[^1]`, `[^2]`, … through all files; a label that stands in a text as it is
    belongs to no note.
    """
    # An element is the same object only as long as somebody holds it: so these are kept by it.
    book = _Book(documents)
    links = [(link, _outermost(link.element)) for link in book.links()]
    referring = {outermost for _, outermost in links}
    targets: dict[Any, list[Any]] = {}
    for link, _ in links:
        targets.setdefault(_block(link.target), []).append(link.target)
    homes: dict[Any, str] = {}
    marks: dict[Any, str] = {}
    found = Found()
    taken = {m for tree in documents.values() for m in REFERENCE.findall(trees.text_of(tree))}
    numbers = (str(n) for n in range(1, 10**7) if str(n) not in taken)
    for link, _ in links:
        home = _home(link.target, targets[_block(link.target)])
        if home is None or home in referring:
            continue
        if home not in homes:
            homes[home] = next(numbers)
            found.labels.append(homes[home])
            home.set(trees.NOTE, homes[home])
            marks[home] = link.mark
        link.label = homes[home]
    known = {outermost: link for link, outermost in links if link.label}
    for note, mark in marks.items():
        found.marks += _unmarked(note, known.keys(), mark)
        _continued(note)
    for outermost, link in known.items():
        found.marks.append(link.mark)
        trees.unbracket(outermost)
        trees.put_text(outermost, f"[^{link.label}]")
    return found


class _Book:
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

    def links(self) -> Iterator[_Link]:
        """The links that refer to notes, in reading order."""
        for name, tree in self.documents.items():
            for element in tree.iter("a"):
                target = self.places.get(_aimed(name, element.get("href") or ""))
                mark = clean(trees.text_of(element))
                said = _says(element, _REFERS)
                if target is None or not (said or _MARK.fullmatch(mark)):
                    continue
                if said or self.refers(element, target):
                    yield _Link(element, mark, target)

    def refers(self, element: Any, target: Any) -> bool:
        """Whether a link that looks like a mark leads to a note, not from a note to the text."""
        if _in_note(element):
            return False
        if _in_note(target):
            return True
        own, block = _block(element, _HOLDERS), _block(target)
        if None in (block, own) or block is own or _at_start(element, own):
            return False
        # Of two links that lead to each other, the one that begins its block is the note's.
        holders = (self.names.get(each) for each in (target, *target.iterancestors()))
        document = next((name for name in holders if name is not None), "")
        around = [element, *element.iterancestors(), *element.iter()]
        for link in block.iter("a"):
            place = self.places.get(_aimed(document, link.get("href") or ""))
            if place is not None and (place in around or _block(place, _HOLDERS) is own):
                return True
        lead = _LEADING.match(clean(trees.text_of(block)))
        alone = block.tag in ("p", "li", "dd", "td")
        return bool(alone and lead and lead[1] in clean(trees.text_of(element)))


def _aimed(name: str, href: str) -> tuple[str, str]:
    """The file and the id that a link leads to; an address of its own leads nowhere here."""
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


def _block(element: Any, tags: Collection[str] = _CONTAINERS) -> Any:
    for each in (element, *element.iterancestors()):
        if each.tag in tags:
            return each
    return None


def _at_start(link: Any, block: Any) -> bool:
    """Whether a link is what a block, or a line of it, begins with, as a link back is."""
    line = ""
    for event, element in lxml.etree.iterwalk(block, events=("start", "end")):
        if event == "start" and element is link:
            return wordless(line)
        if event == "start":
            line = "" if element.tag == "br" else line + (element.text or "")
        elif element is not block:
            line += element.tail or ""
    return False


def _home(target: Any, targets: list[Any]) -> Any:
    """The element that holds a note, made where a block holds several notes.

    targets: what is linked to in the note's block.
    """
    block = _block(target)
    if block is None:
        return None
    if block.tag == "td":
        block = next(block.iterancestors("tr"), block)
    others = [each for each in targets if each is not target]
    if not others or block is target:
        return block
    return _cut(target, block, others)


def _cut(target: Any, block: Any, others: list[Any]) -> Any:
    """Put what stands from a target on, to the next one, into an element of its own."""
    child = target
    while child.getparent() is not block:
        child = child.getparent()
    heads = {each for other in others for each in (other, *other.iterancestors())}
    home = block.makeelement("div")
    block.insert(block.index(child), home)
    moved = child
    while moved is not None:
        after = moved.getnext()
        home.append(moved)
        moved = None if after is None or after in heads else after
    return home


def _unmarked(note: Any, referring: Collection[Any], mark: str) -> Iterator[str]:
    """Take a note's own mark and its links back off; yield their texts.

    mark: by which the text refers to it.
    """
    numbered = False
    for link in list(note.iter("a")):
        text = clean(trees.text_of(link))
        if _outermost(link) in referring or "#" not in (link.get("href") or ""):
            continue
        if _MARK.fullmatch(text) or _BACK.fullmatch(text):
            numbered |= _bare(text) == _bare(mark)
            trees.put_text(_outermost(link), "")
            yield text
    for span in list(note.iter("span", "sup")):
        if _BACK.fullmatch(trees.text_of(span)):
            yield trees.text_of(span)
            trees.put_text(span, "")
    lead = trees.text_of(note)
    match = _LEADING.match(lead)
    own = not numbered and match and _bare(match[1]) == _bare(mark) and match.end() < len(lead)
    stop = re.match(r"\s*[.:)\]–—-]+\s*", lead)
    length = match.end() if own and match else stop.end() if stop else 0
    if length:
        yield clean(lead[:length])
        trees.cut_off(note, length)


def _bare(mark: str) -> str:
    """A mark without brackets, its digits as they are compared: [١] is 1."""
    inside = mark.strip("[](){}⁽⁾ ")
    return str(int(inside)) if inside.isdecimal() else inside


def _continued(note: Any) -> None:
    """Move the paragraphs into a note that stand between it and the next note beside it."""
    parent, between, after = note.getparent(), [], note.getnext()
    while after is not None and after.tag == "p" and after.get(trees.NOTE) is None:
        between.append(after)
        after = after.getnext()
    ends = after is not None and after.get(trees.NOTE) is not None
    if parent is None or note.tag != "p" or not between or not ends:
        return
    home = note.makeelement("div")
    parent.replace(note, home)
    home.append(note)
    home.set(trees.NOTE, note.attrib.pop(trees.NOTE))
    for each in between:
        home.append(each)


def _outermost(link: Any) -> Any:
    """The element that raises a mark, if it holds nothing else; else the mark's own."""
    text = clean(trees.text_of(link)).strip("[]() ")
    parent = link.getparent()
    while parent is not None and parent.tag in ("sup", "span", "small", "b", "i", "em", "strong"):
        if clean(trees.text_of(parent)).strip("[]() ") != text:
            break
        link, parent = parent, parent.getparent()
    return link
