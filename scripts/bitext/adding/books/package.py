"""An EPUB's package: what it says of the book, the order of its files, and its table of contents.

By the standards EPUB 3.3 (W3C) and OPF 2.0.1 (IDPF), read as leniently as reading systems do.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

import lxml.etree

from bitext.adding import trees
from bitext.adding.archive import Archive, within
from bitext.project.errors import ContentError, Problem
from bitext.text.characters import clean

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""What obfuscates fonts alone; the texts beside them are readable."""
_TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: the file and the id in it where it leads, and its text.

    depth: 1 for the outermost.
    """

    name: str
    fragment: str
    title: str
    depth: int


@dataclass(frozen=True, slots=True)
class Package:
    """A book's files.

    spine: those of its text, in order. aside: other texts, which notes may stand in. contents: its
    table of contents; navigation: the file that holds it; guided: those that are said to show one.
    metadata: by the names of Dublin Core, each value clean. absent, wordless: what the order of its
    text names, but is not in the archive, and what is there, but no text.
    """

    spine: tuple[str, ...]
    aside: tuple[str, ...]
    contents: tuple[Entry, ...]
    navigation: str
    guided: frozenset[str]
    metadata: dict[str, tuple[str, ...]]
    absent: tuple[str, ...]
    wordless: tuple[str, ...]


def read(archive: Archive) -> Package:
    """The package of an EPUB. Raises ContentError for a book that is none, or locked."""
    _refuse_locked(archive)
    root = _root(archive)
    tree = _tree(archive, root)
    manifest: dict[str, tuple[str, str, str]] = {}
    for item in tree.iter("item"):
        name = within(root, item.get("href") or "")
        if name and item.get("id"):
            kind = (item.get("media-type") or "").lower()
            manifest[item.get("id")] = (name, kind, item.get("properties") or "")
    refs = [item.get("idref") for item in tree.iter("itemref")]
    names = dict.fromkeys(name for ref in refs if (name := _text(manifest.get(ref), archive)))
    listed = dict.fromkeys(manifest[ref][0] if ref in manifest else str(ref) for ref in refs)
    others = dict.fromkeys(n for item in manifest.values() if (n := _text(item, archive)))
    if not names:
        what, remedy = "a book without texts", "get it anew, or from another source"
        raise ContentError(Problem(archive.path, 0, what, remedy))
    nav = next((name for name, _, said in manifest.values() if "nav" in said.split()), "")
    ncx = next((name for name, kind, _ in manifest.values() if kind.endswith("dtbncx+xml")), "")
    guides = [ref for ref in tree.iter("reference") if (ref.get("type") or "").lower() == "toc"]
    guided = {name for ref in guides if (name := within(root, ref.get("href") or ""))}
    contents = list(_nav(archive, nav)) if nav in archive else []
    contents = contents or (list(_ncx(archive, ncx)) if ncx in archive else [])
    return Package(
        tuple(names),
        tuple(name for name in others if name not in names and name != nav),
        tuple(_found(contents, others)),
        nav,
        frozenset(guided),
        _metadata(tree),
        tuple(name for name in listed if name not in archive),
        tuple(name for name in listed if name in archive and name not in names),
    )


def _found(contents: Iterable[Entry], texts: Iterable[str]) -> Iterator[Entry]:
    """The table of contents; a file that it seeks in a wrong folder is found by its name alone."""
    named: dict[str, list[str]] = {}
    for text in texts:
        named.setdefault(posixpath.basename(text), []).append(text)
    for entry in contents:
        alike = named.get(posixpath.basename(entry.name), [])
        lost = entry.name not in alike and len(alike) == 1
        yield replace(entry, name=alike[0]) if lost else entry


def _text(item: tuple[str, str, str] | None, archive: Archive) -> str | None:
    """The name of a file of the manifest that is a text; None for others, and for what is not."""
    if item is None or item[0] not in archive:
        return None
    return item[0] if item[1] in _TEXTS or item[0].lower().endswith((".xhtml", ".html")) else None


def _refuse_locked(archive: Archive) -> None:
    """Raise ContentError for a book whose texts are encrypted (DRM)."""
    locked = "META-INF/license.lcpl" in archive
    if _ENCRYPTION in archive:
        for data in _tree(archive, _ENCRYPTION).iter("EncryptedData"):
            method = next(data.iter("EncryptionMethod"), None)
            algorithm = method.get("Algorithm") if method is not None else ""
            locked = locked or algorithm not in _FONTS
    if locked:
        what = "the book is encrypted (DRM), so its text cannot be read"
        remedy = "ask its publisher for a copy without, and for the right to publish it"
        raise ContentError(Problem(archive.path, 0, what, remedy))


def _root(archive: Archive) -> str:
    """The name of the package's file."""
    if _CONTAINER in archive:
        for file in _tree(archive, _CONTAINER).iter("rootfile"):
            name = within("", file.get("full-path") or "")
            if name and name in archive:
                return name
    found = [name for name in archive.names if name.lower().endswith(".opf")]
    if not found:
        what, remedy = "no EPUB: it has no package file", "give an EPUB that a reader opens"
        raise ContentError(Problem(archive.path, 0, what, remedy))
    return found[0]


def _tree(archive: Archive, name: str) -> Any:
    """The tree of an XML file, its elements by their local names. Raises ContentError."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    try:
        root = lxml.etree.fromstring(archive.read(name), parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        what, remedy = f"its part {name} is no XML", "get it anew, or from another source"
        raise ContentError(Problem(archive.path, 0, what, remedy))
    for element in root.iter(lxml.etree.Element):
        element.tag = lxml.etree.QName(element).localname
    return root


def _metadata(tree: Any) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for element in tree.iter(
        "title", "creator", "publisher", "date", "language", "rights", "source"
    ):
        text = clean("".join(element.itertext()))
        role = next((v for key, v in element.attrib.items() if str(key).endswith("role")), "aut")
        if text and (element.tag != "creator" or role == "aut"):
            event = next((v for k, v in element.attrib.items() if str(k).endswith("event")), "")
            if element.tag == "date" and event not in ("", "publication", "original-publication"):
                continue
            found[element.tag] = (*found.get(element.tag, ()), text)
    return found


def _nav(archive: Archive, name: str) -> Iterator[Entry]:
    """The table of contents in an EPUB 3's navigation file."""
    tree = trees.xhtml(archive.read(name).decode("utf-8", "replace"))
    navs = [] if tree is None else list(tree.iter("nav"))
    chosen = [nav for nav in navs if "toc" in (nav.get(trees.TYPE) or "").split()] or navs[:1]
    for nav in chosen:
        for link in nav.iter("a"):
            depth = sum(1 for _ in link.iterancestors("ol", "ul"))
            yield from _entry(name, link.get("href") or "", trees.text_of(link), depth)


def _ncx(archive: Archive, name: str) -> Iterator[Entry]:
    """The table of contents in an EPUB 2's NCX file."""
    for point in _tree(archive, name).iter("navPoint"):
        content, label = point.find("content"), point.find("navLabel")
        if content is not None and label is not None:
            depth = 1 + sum(1 for _ in point.iterancestors("navPoint"))
            yield from _entry(name, content.get("src") or "", "".join(label.itertext()), depth)


def _entry(base: str, href: str, title: str, depth: int) -> Iterator[Entry]:
    name = within(base, href)
    if name and clean(title):
        yield Entry(name, unquote(href.partition("#")[2]), clean(title), depth)
