"""What stands in a book's files and is not of its text: contents, page numbers, links to pages."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

import lxml.etree

from bitext.adding import archive, trees
from bitext.adding.books.package import Package
from bitext.text.characters import clean

_LISTED = 0.7
"""Of a file's letters, those in links to other files, from which on it is a table of contents."""
_SAID = 0.4
"""The same for a file that the book calls its table of contents; it may be its first page."""
_LINKS = 3


def contents(documents: Mapping[str, Any], book: Package) -> tuple[set[str], list[str]]:
    """The files that are tables of contents, and remarks on them."""
    left = {name for name in documents if name == book.navigation}
    for name, tree in documents.items():
        heads = sum(len(clean(trees.text_of(head))) for head in tree.iter("h1", "h2", "h3"))
        whole = len(clean(trees.text_of(tree))) - heads
        others = list(_links(tree, name, documents))
        linked = sum(len(clean(trees.text_of(link))) for link in others)
        share = _SAID if name in book.guided else _LISTED
        if len(others) >= _LINKS and linked > whole * share:
            left.add(name)
    remarks = [
        f"left out: the table of contents ({name})" for name in sorted(left) if name in book.spine
    ]
    return left, remarks


def _links(tree: Any, name: str, documents: Mapping[str, Any]) -> Iterator[Any]:
    """The links of a file that lead to other files of the book."""
    for link in tree.iter("a"):
        target = archive.within(name, link.get("href") or "")
        if target in documents and target != name:
            yield link


def unpaged(documents: Mapping[str, Any]) -> list[str]:
    """Take the numbers of printed pages out of the texts, and say how many there were."""
    marks = {"pagebreak", "doc-pagebreak"}
    found = len(list(filter(None, _taken(documents, marks, (trees.TYPE, "role")))))
    return [f"left out: {found} page number(s) of a printed edition"] if found else []


def without_navigation(documents: Mapping[str, Any]) -> list[str]:
    """Take the rows of links to other pages out of the texts, and say how many words they had.

    They are what HTML made into a book has at the head and foot of each file: the role is that of
    WAI-ARIA.
    """
    words = sum(len(text.split()) for text in _taken(documents, {"navigation"}, ("role",)))
    return [f"left out: links between pages ({words} word(s))"] if words else []


def _taken(documents: Mapping[str, Any], names: Set[str], said: Sequence[str]) -> Iterator[str]:
    """Empty the elements that have one of `names` in one of the attributes `said`.

    Gives the text of each that does not stand within another.
    """
    for tree in documents.values():
        for element in list(tree.iter(lxml.etree.Element)):
            values = " ".join(element.get(attribute) or "" for attribute in said).split()
            # What stood in an element that was taken out has no way up to the tree.
            if not names.isdisjoint(values) and tree in element.iterancestors():
                yield clean(trees.text_of(element))
                trees.put_text(element, "")
