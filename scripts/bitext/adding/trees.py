"""Trees of XHTML and HTML files, read so that neither dialect loses what the other writes.

XHTML may close any element at once (`<a id="x"/>`, `<i/>`, `<span/>`). An HTML parser takes such a
mark for an opening one, and everything behind it for its inside; so XHTML is parsed as XML first.
"""

import html
import html.entities
import re
from typing import Any

import lxml.etree
import lxml.html

_OPS = "{http://www.idpf.org/2007/ops}type"
"""The attribute epub:type; in a tree of ours it is called as below."""
TYPE = "data-type"
NOTE = "data-note"
"""The attribute of an element that is a note: its label. `notes` sets it."""
START = "data-start"
"""The attribute of an element at which another chapter starts: its number."""
LEFT_OUT = "data-left-out"
"""The attribute of an element that is not of the article: its kind. `furniture` sets it."""
OWN = (TYPE, NOTE, START, LEFT_OUT)
"""Our attributes, which only we may set."""
BLOCKS = frozenset(
    "address article aside body caption dd details div dt figcaption footer form header item li "
    "main nav p pre section summary tbody tfoot thead tr".split()
)
"""The elements of HTML, and `item` of TEI, that are a block of text, or hold blocks, and no more
than that; headings, lists, tables and quotations are none of them."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNREAD = frozenset("script style template noscript button select".split())
"""The elements that hold no text of a page."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_WITHIN_LINES = ("span", "a", "b", "i", "em", "strong", "u", "s", "small", "font", "sup", "sub")
_ENTITY = re.compile(r"&(\w+);")
_XML_ENTITIES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE_REST = re.compile(r"(?:[^\[>]|\[[^\]]*\])*>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CLOSED = re.compile(
    r"<([A-Za-z][\w:-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))?)*)\s*/>"
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def xhtml(content: str) -> Any:
    """The tree of an XHTML file, its elements called as in HTML; None where there is none.

    Elements of other vocabularies (SVG, MathML) keep their local names. What is not well-formed
    XML is read as HTML, its empty elements written out.
    """
    known = _ENTITY.sub(_character, _without_doctype(_undeclared(content)))
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        root = lxml.etree.fromstring(known.strip().encode(), parser)
    except lxml.etree.XMLSyntaxError:
        return hypertext(content)
    for element in root.iter(lxml.etree.Element):
        element.tag = lxml.etree.QName(element).localname
        _own(element, element.get(_OPS))
    return root


def hypertext(content: str, own: bool = False) -> Any:
    """The tree of an HTML file, whatever its faults; None where there is none.

    own: whether we have written it ourselves, so that our own attributes in it mean something.
    """
    try:
        root = lxml.html.document_fromstring(opened(_CONTROLS.sub("", _undeclared(content))))
    except (lxml.etree.ParserError, ValueError):
        return None
    for element in root.iter(lxml.etree.Element):
        if not own:
            _own(element, element.get("epub:type"))
    return root


def _own(element: Any, named: str | None) -> None:
    """Make our own attributes of an element say what we say, whatever the file has them say."""
    for attribute in OWN:
        element.attrib.pop(attribute, None)
    if named is not None:
        element.set(TYPE, named)


def opened(content: str) -> str:
    """A page with its empty elements written out (`<i/>` as `<i></i>`), if it is XHTML."""
    if "http://www.w3.org/1999/xhtml" not in content[:2000]:
        return content
    return _CLOSED.sub(_written_out, content)


def _written_out(match: re.Match[str]) -> str:
    name, attributes = match.groups()
    return match[0] if name.lower() in _VOID else f"<{name}{attributes}></{name}>"


def _character(match: re.Match[str]) -> str:
    """What an entity of HTML stands for; XML knows five of them by itself."""
    if match[1] in _XML_ENTITIES:
        return match[0]
    return html.entities.html5.get(f"{match[1]};", f"&amp;{match[1]};")


def _undeclared(content: str) -> str:
    """A page without XML declaration, which lxml refuses in a text that is decoded already."""
    return _DECLARATION.sub("", content.removeprefix("\ufeff"))


def _without_doctype(content: str) -> str:
    """A page without its document type: only the first mark of one is looked at, so that a file
    of such marks takes linear time.
    """
    begins = _DOCTYPE.search(content)
    rest = begins and _DOCTYPE_REST.match(content, begins.end())
    return content[: begins.start()] + content[rest.end() :] if begins and rest else content


def class_name(words: str) -> re.Pattern[str]:
    """What fits a class or an id that has one of these words in it: `x-word_y`.

    words: a pattern, its alternatives parted by `|`.
    """
    # A run of `\w+[-_]+` would take exponential time: `_` is both.
    return re.compile(rf"(?:.*[-_])?(?:{words})(?:[-_].*)?", re.IGNORECASE)


def text_of(element: Any) -> str:
    """All text in an element, without that of comments."""
    return "".join(element.itertext(lxml.etree.Element))


def drawn(drawing: Any) -> str:
    """The words in a drawing, without its styles and scripts."""
    pieces = []
    for element in drawing.iter(lxml.etree.Element):
        if element.tag not in ("style", "script", "metadata"):
            pieces.append(element.text or "")
        if element is not drawing:
            pieces.append(element.tail or "")
    return " ".join(pieces)


def source(picture: Any) -> str:
    """Where the element of a picture says that it is."""
    names = ("src", "{http://www.w3.org/1999/xlink}href", "href", "xlink:href")
    return next((picture.get(name) for name in names if picture.get(name)), "a picture")


def reading(element: Any) -> str:
    """How a word is said (the rt of a ruby), in brackets; some pages write those themselves."""
    text, around = text_of(element).strip(), element.getparent()
    written = around is not None and next(around.iter("rp"), None) is not None
    return text if written or not text else f" ({text})"


def drop_empty(root: Any) -> None:
    """Take away the elements within lines that hold nothing; what stands behind them stays.

    An extractor may lose that text with them.
    """
    for element in reversed(list(root.iter(*_WITHIN_LINES))):
        if not len(element) and not (element.text or "").strip():
            put_text(element, element.text or "")


def cut_off(element: Any, length: int) -> int:
    """Delete this many characters at the start of an element's text; those left to delete."""
    text = element.text or ""
    element.text, length = text[length:], max(0, length - len(text))
    for child in element:
        if not length:
            break
        if isinstance(child.tag, str):
            length = cut_off(child, length)
        tail = child.tail or ""
        child.tail, length = tail[length:], max(0, length - len(tail))
    return length


def put_text(element: Any, text: str) -> None:
    """Put a text where an element stands."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail = text + (element.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def unbracket(element: Any) -> None:
    """Take away the brackets right around an element, and the space before them."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    text = (parent.text if before is None else before.tail) or ""
    tail = element.tail or ""
    if (text.rstrip()[-1:], tail.lstrip()[:1]) not in (("[", "]"), ("(", ")"), ("{", "}")):
        return
    element.tail = tail.lstrip()[1:]
    if before is None:
        parent.text = text.rstrip()[:-1].rstrip()
    else:
        before.tail = text.rstrip()[:-1].rstrip()
