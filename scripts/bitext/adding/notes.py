"""Notes of a page or a book: which links refer to one, and what is its text.

A note may stand in another file than the text. A reference becomes `[^label]` in the text; the
element that holds the note says its label, for `markup` to read.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from bitext.adding import note_links, trees
from bitext.text.characters import clean
from bitext.text.notes import REFERENCE

_BACK = re.compile(r"[\s↩↑⏎^⬆︎\ufe0e\ufe0f«»“”←→↖⇑]+|(?:back|return|رجوع|عودة|العودة).{0,20}", re.I)


@dataclass(slots=True)
class Found:
    """labels: of the notes found. removed: the texts of references, and of links back, that are
    gone from the trees."""

    labels: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def resolve(documents: Mapping[str, Any]) -> Found:
    """Label the notes of these trees, which are given by their files' names.

    The element of a note gets its label in the attribute trees.NOTE. References become `[^1]`,
    `[^2]`, … through all files. A label that already stands in a text is given to no note.
    """
    # An element is the same object only as long as somebody holds it: so these are kept by it.
    linked = note_links.LinkedDocuments(documents)
    links = [(link, note_links.outermost(link.element)) for link in linked.links()]
    referring = {outermost for _, outermost in links}
    homes = _homes([link.target for link, _ in links])
    labels: dict[Any, str] = {}
    references: dict[Any, str] = {}
    found = Found()
    taken = {m for tree in documents.values() for m in REFERENCE.findall(trees.text_of(tree))}
    numbers = (str(n) for n in range(1, 10**7) if str(n) not in taken)
    for link, _ in links:
        home = homes.get(link.target)
        if home is None or home in referring:
            continue
        if home not in labels:
            labels[home] = next(numbers)
            found.labels.append(labels[home])
            home.set(trees.NOTE, labels[home])
            references[home] = link.text
        link.label = labels[home]
    known = {outermost: link for link, outermost in links if link.label}
    for note, reference in references.items():
        found.removed += _stripped(note, known.keys(), reference)
        _continued(note)
    for outermost, link in known.items():
        found.removed.append(link.text)
        trees.unbracket(outermost)
        trees.put_text(outermost, f"[^{link.label}]")
    return found


def _homes(targets: Iterable[Any]) -> dict[Any, Any]:
    """The element that holds each note, by the target of the links to it.

    Where a block holds several notes, elements are made that hold one each.
    """
    blocks: dict[Any, list[Any]] = {}
    for target in dict.fromkeys(targets):
        blocks.setdefault(note_links.block_of(target), []).append(target)
    blocks.pop(None, None)
    homes = {}
    for block, those in blocks.items():
        row = next(block.iterancestors("tr"), block) if block.tag == "td" else block
        heads = {each for target in those for each in (target, *target.iterancestors())}
        made: set[Any] = set()
        for target in those:
            if len(those) == 1 or target is row:
                homes[target] = row
                continue
            child = target
            while child.getparent() is not row:
                child = child.getparent()
            if child not in made:  # else two stand in what cannot be cut: one note holds both
                child = _cut(child, heads)
                made.add(child)
            homes[target] = child
    return homes


def _cut(first: Any, heads: Set[Any]) -> Any:
    """Wrap an element, and its siblings up to the next of `heads`, in a new one, and return that.

    heads: the elements of the block that notes begin in.
    """
    home = first.makeelement("div")
    first.addprevious(home)
    moved = first
    while moved is not None:
        after = moved.getnext()
        home.append(moved)
        moved = None if after is None or after in heads else after
    return home


def _stripped(note: Any, referring: Collection[Any], reference: str) -> Iterator[str]:
    """Take a note's own number and its links back off; yield their texts.

    reference: what stands in the text for the note: its number or sign.
    """
    numbered = False
    for link in list(note.iter("a")):
        text = clean(trees.text_of(link))
        if note_links.outermost(link) in referring or "#" not in (link.get("href") or ""):
            continue
        if note_links.REFERENCE_TEXT.fullmatch(text) or _BACK.fullmatch(text):
            numbered |= _bare(text) == _bare(reference)
            trees.put_text(note_links.outermost(link), "")
            yield text
    for span in list(note.iter("span", "sup")):
        if _BACK.fullmatch(trees.text_of(span)):
            yield trees.text_of(span)
            trees.put_text(span, "")
    lead = trees.text_of(note)
    match = note_links.LEADING.match(lead)
    own = not numbered and match and _bare(match[1]) == _bare(reference) and match.end() < len(lead)
    stop = re.match(r"\s*[.:)\]–—-]+\s*", lead)
    length = match.end() if own and match else stop.end() if stop else 0
    if length:
        yield clean(lead[:length])
        trees.cut_off(note, length)


def _bare(reference: str) -> str:
    """A reference without brackets, its digits as they are compared: [١] is 1."""
    inside = reference.strip("[](){}⁽⁾ ")
    return str(int(inside)) if inside.isdecimal() else inside


def _continued(note: Any) -> None:
    """Move into a note the paragraphs that stand between it and the next note beside it."""
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
