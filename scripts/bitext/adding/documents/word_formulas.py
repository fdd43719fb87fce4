"""Formulas of a document of Word (OMML; ISO/IEC 29500-1, 22.1) as text in a line.

mammoth leaves them out. What a line cannot show, such as a matrix, is there by its letters alone.
"""

import re
from typing import Any

import lxml.etree

from bitext.adding.documents.word_xml import M, W

_DEEPEST = 60
# What needs no brackets beside a sign: a number, a word, or what one pair of them encloses.
_ONE = re.compile(r"\d+[.,٫]\d+|[^\W_]+|\([^()]*\)")
_RAISED = str.maketrans("0123456789n", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")
# Of what holds several parts: these parts, in order, and what stands before each.
_PARTS = {
    "f": (("num", ""), ("den", "/")),
    "sSup": (("e", ""), ("sup", "^")),
    "sSub": (("e", ""), ("sub", "_")),
    "sSubSup": (("e", ""), ("sub", "_"), ("sup", "^")),
    "rad": (("e", "√"),),
}


def write(root: Any) -> None:
    """Put a run of text where each formula of a document's tree stands."""
    for formula in list(root.iter(f"{M}oMath")):
        run = formula.makeelement(f"{W}r")
        lxml.etree.SubElement(run, f"{W}t").text = _line(formula, 0)
        run.tail = formula.tail
        formula.getparent().replace(formula, run)
    for around in list(root.iter(f"{M}oMathPara")):
        for run in list(around.iter(f"{W}r")):
            around.addprevious(run)
        around.getparent().remove(around)


def _line(element: Any, depth: int) -> str:
    """What an element of a formula says."""
    if element.tag == f"{M}t":
        return element.text or ""
    if depth > _DEEPEST:
        return "".join(each.text or "" for each in element.iter(f"{M}t"))
    name = str(element.tag).removeprefix(M)
    if name not in _PARTS:
        inside = "".join(_line(child, depth + 1) for child in element if isinstance(child.tag, str))
        return f"({inside})" if name == "d" else inside
    # Of a root, which one: ³√x. On the line it would multiply the root.
    said = _part(element, "deg", depth).translate(_RAISED)
    for part, sign in _PARTS[name]:
        if text := _part(element, part, depth):
            said += f"{sign}{text if _ONE.fullmatch(text) else f'({text})'}"
    return said


def _part(element: Any, name: str, depth: int) -> str:
    """What a part of this name says, "" where there is none."""
    found = element.find(f"{M}{name}")
    return "" if found is None else _line(found, depth + 1)
