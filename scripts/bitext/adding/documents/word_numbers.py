"""The numbers that Word gives items and headings by itself, which are in no text of a document.

By ISO/IEC 29500-1, 17.9 (numbering). mammoth makes lists of numbered paragraphs, but counts each
list from 1 and leaves out what stands before a heading, or around a number («المادة 3:»).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import lxml.etree

from bitext.adding import trees
from bitext.adding.archive import Archive
from bitext.adding.documents.word_xml import W, xml_tree

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_VAL, _ID = f"{W}val", f"{W}numId"
_BOOKMARK = re.compile(r"item-number-([0-9]{1,9})-[0-9]+")
_WORDED = re.compile(r"[^\W\d_]{2}")
_ROWS = {
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list. written: how its number is shown; `%1` is the number of the outermost
    level, `%2` of the next.
    """

    start: int
    format: str
    written: str


@dataclass(slots=True)
class _Numbering:
    """How a document is numbered, and how far it has counted.

    lists: by the id of an abstract list, its levels. nums: by the id of a number, its list, and
    the numbers it restarts with, by level. styles: by the id of a style, the number and level that
    it gives. headings: ids of the styles of headings. counts: by list, the number at each level.
    begun: numbers and levels that have counted already.
    """

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    nums: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


def write(files: Archive, root: Any) -> None:
    """Say in a document's tree what Word numbers: of items by bookmarks, which `given` reads, of
    all else in words.
    """
    if _NUMBERING in files:
        numbering = _read(files)
        for place, paragraph in enumerate(root.iter(f"{W}p")):
            _write(numbering, paragraph, place)


def given(page: Any) -> None:
    """Give the items of a page the numbers that their bookmarks tell, and take those away."""
    for anchor in list(page.iter("a")):
        if found := _BOOKMARK.fullmatch(anchor.get("id") or ""):
            item = next(anchor.iterancestors("li"), None)
            if item is not None:
                item.set("value", found[1])
            trees.put_text(anchor, "" if item is not None else f"{found[1]}. ")


def _write(numbering: _Numbering, paragraph: Any, place: int) -> None:
    """Say in a paragraph which number it has, if it has one."""
    style, num, depth = _numbered(paragraph, numbering)
    levels = numbering.lists.get(numbering.nums.get(num, ("", {}))[0], {})
    level = levels.get(depth)
    if level is None or not any(True for _ in paragraph.iter(f"{W}t")):
        return
    counts = _count(numbering, num, depth, level)
    if level.format in ("bullet", "none"):
        return
    properties = paragraph.find(f"{W}pPr")
    at = 0 if properties is None else 1
    whole = _label(level, levels, counts)
    heads = style in numbering.headings
    if heads or _WORDED.search(re.sub("%[1-9]", "", level.written)):
        run = paragraph.makeelement(f"{W}r")
        lxml.etree.SubElement(run, f"{W}t").text = f"{whole} "
        paragraph.insert(at, run)
        _unlist(paragraph, properties)
    else:
        name = f"item-number-{counts[depth]}-{place}"
        # Ids of a document's own bookmarks count from 0.
        mark = {f"{W}id": f"9{place:07}", f"{W}name": name}
        paragraph.insert(at, paragraph.makeelement(f"{W}bookmarkStart", mark))


def _unlist(paragraph: Any, properties: Any) -> None:
    """Make a paragraph an item of no list, whatever its style says."""
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, properties)
    for old in properties.findall(f"{W}numPr"):
        properties.remove(old)
    none = lxml.etree.SubElement(properties, f"{W}numPr")
    lxml.etree.SubElement(none, f"{W}ilvl").set(_VAL, "0")
    lxml.etree.SubElement(none, _ID).set(_VAL, "0")


def _count(numbering: _Numbering, num: str, depth: int, level: _Level) -> dict[int, int]:
    """The numbers of a list at its next item: of its level, and of those around it."""
    name, restarts = numbering.nums[num]
    counts = numbering.counts.setdefault(name, {})
    if depth in restarts and (num, depth) not in numbering.begun:
        counts[depth] = restarts[depth]
    else:
        counts[depth] = counts.get(depth, level.start - 1) + 1
    numbering.begun.add((num, depth))
    for deeper in [each for each in counts if each > depth]:
        del counts[deeper]
    return counts


def _label(level: _Level, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        shown = levels.get(depth, level)
        return _formatted(counts.get(depth, shown.start), shown.format)

    return re.sub("%([1-9])", number, level.written).strip()


def _formatted(number: int, kind: str) -> str:
    """A number as Word shows it in letters or Roman numerals; in digits for other kinds."""
    if kind in _ROWS and 0 < number <= len(_ROWS[kind]):
        return _ROWS[kind][number - 1]
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        shown, rest = "", number
        for value, letters in _ROMAN:
            shown, rest = shown + letters * (rest // value), rest % value
        return shown.upper() if kind == "upperRoman" else shown
    return str(number)


def _numbered(paragraph: Any, numbering: _Numbering) -> tuple[str, str, int]:
    """The style of a paragraph, the number that lists it, and its level there."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return "", "", 0
    style = _value(properties, "pStyle")
    num, depth = numbering.styles.get(style, ("", 0))
    own = properties.find(f"{W}numPr")
    if own is not None:
        num, depth = _value(own, "numId") or num, _whole(_value(own, "ilvl"), depth)
    return style, num, depth


def _read(files: Archive) -> _Numbering:
    found = _Numbering()
    root = xml_tree(files, _NUMBERING)
    links: dict[str, str] = {}
    for each in () if root is None else root.iter(f"{W}abstractNum"):
        name = each.get(f"{W}abstractNumId") or ""
        found.lists[name] = dict(_levels(each))
        if styled := _value(each, "styleLink"):
            links[styled] = name
    for each in () if root is None else root.iter(f"{W}abstractNum"):
        if linked := links.get(_value(each, "numStyleLink")):
            found.lists[each.get(f"{W}abstractNumId") or ""] = found.lists[linked]
    for each in () if root is None else root.iter(f"{W}num"):
        restarts = {
            _whole(over.get(f"{W}ilvl"), 0): _whole(start, 1)
            for over in each.iter(f"{W}lvlOverride")
            if (start := _value(over, "startOverride"))
        }
        found.nums[each.get(_ID) or ""] = _value(each, "abstractNumId"), restarts
    _style(files, found)
    return found


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:
    for level in abstract.iter(f"{W}lvl"):
        start = _whole(_value(level, "start"), 1)
        kind = _value(level, "numFmt") or "decimal"
        yield (
            _whole(level.get(f"{W}ilvl"), 0),
            _Level(start, kind, _value(level, "lvlText")),
        )


def _style(files: Archive, found: _Numbering) -> None:
    """Read which styles are headings, and which number the paragraphs that have them."""
    root = xml_tree(files, _STYLES) if _STYLES in files else None
    styles = {} if root is None else {e.get(f"{W}styleId"): e for e in root.iter(f"{W}style")}
    for name, style in styles.items():
        if re.match(r"heading \d|title", _value(style, "name"), re.IGNORECASE):
            found.headings.add(name)
        seen = set[str]()
        while style is not None and name not in found.styles:
            numbered = next(style.iter(f"{W}numPr"), None)
            if numbered is not None:
                found.styles[name] = _value(numbered, "numId"), _whole(_value(numbered, "ilvl"), 0)
            base = _value(style, "basedOn")
            style = None if base in seen else styles.get(base)
            seen.add(base)


def _value(element: Any, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else (child.get(_VAL) or "")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else otherwise
