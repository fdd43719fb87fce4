"""Quotations and brackets among the tokens of a paragraph: each is one unit, or is divided."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bitext.text.sentence_periods import is_abbreviation
from bitext.text.sentence_tokens import NOTHING, Unit

_LONG = 3
"""Sentences: a quotation of so many or more is divided, a shorter one stays whole."""
_FULL = 4
"""Words: so is one of two sentences that have as many each, where nothing introduces it."""
_REMARK = 14
"""Words and marks that a source or a remark in brackets has at most."""
_LABEL = 2
"""Characters of a label in brackets at most: «(أ)», «(iv)» no more."""
_IN_NOTES = {",", "،", "-", "–"}
# Marks that may close each other: writers mix «…”, so all double quotation marks are one family.
_FAMILIES = ("()", "[]", "{}", "﴿﴾", '«»‹›“”„‟"', "‘’‚'")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}

Cuts = Callable[[Sequence[Unit]], list[int]]
"""The places within units where a sentence begins, other than the first."""


def fold(found: Sequence[Unit], cuts: Cuts) -> list[Unit]:
    """The tokens with each quotation and bracket as one unit, but for quotations to be divided.

    Linear: what is folded is one unit to what is around it, and a quotation that holds a divided
    one is divided itself, without counting.
    """
    pairs = _pairs(found)
    if not pairs:
        return list(found)
    units: list[Unit] = []
    opened: list[tuple[int, bool]] = []  # of each pair around here: its place in `units`, divided
    done = 0
    for i in sorted([*pairs, *pairs.values()]):
        units += found[done : i + 1]
        done = i + 1
        if i in pairs:
            opened.append((len(units) - 1, False))
            continue
        at, divided = opened.pop()
        if _is_quotation(units[at], found[i]):
            inside = units[at + 1 : -1]
            alone = at == 0 or units[at - 1].stop != "" or units[at - 1].kind == "nothing"
            divided = divided or _is_long(inside, cuts(inside), alone)
        else:
            divided = False
        if not divided:
            units[at:] = [_span(units[at:])]
        elif opened:
            opened[-1] = (opened[-1][0], True)
    return [*units, *found[done:]]


def _is_quotation(opening: Unit, closing: Unit) -> bool:
    """Whether both marks are a quotation's, and neither could be the other by its place."""
    return (opening.kind, closing.kind) == ("open", "close") and opening.text not in "([{﴿﴾"


def _is_long(inside: Sequence[Unit], cuts: list[int], alone: bool) -> bool:
    """Whether a quotation that is cut so is divided. alone: whether it begins a sentence."""
    if len(cuts) >= _LONG - 1:
        return True
    parts = pairwise([0, *cuts, len(inside)])
    sizes = [sum(u.size for u in inside[start:end] if u.worded) for start, end in parts]
    return alone and len(sizes) > 1 and min(sizes) >= _FULL


def _pairs(found: Sequence[Unit]) -> dict[int, int]:
    """Where each opening mark is closed; a mark without a partner is in no pair."""
    pairs: dict[int, int] = {}
    opened: dict[str, list[int]] = {family: [] for family in _FAMILIES}
    for i, token in enumerate(found):
        if token.kind not in {"open", "close", "either"}:
            continue
        waiting = opened.get(_FAMILY.get(token.text, ""), [])
        if token.kind == "open" or (token.kind == "either" and not waiting):
            if token.text == '"' and waiting and found[waiting[-1]].text == '"':
                waiting.pop()  # straight marks are not nested: that one was never closed
            waiting.append(i)
        elif token.kind != "open" and waiting:
            pairs[start := waiting.pop()] = i
            for inside in opened.values():
                while inside and inside[-1] > start:  # opened in between, never closed
                    inside.pop()
    return pairs


def _span(units: Sequence[Unit]) -> Unit:
    """A quotation or bracket; its stop is the one before its closing marks, if it is its own."""
    opening, *inside, closing = units
    last = max((i for i, unit in enumerate(inside) if unit.worded or unit.stop), default=0)
    stop = inside[last].stop if inside else ""
    if stop == "period" and is_abbreviation(inside, last, NOTHING):
        stop = ""
    kind = _kind(inside, stop) if opening.text in "([{" else "quotation"
    worded = any(unit.worded for unit in inside)
    held = inside[0].text if len(inside) == 1 and len(inside[0].text) <= _LABEL else ""
    text = f"{opening.text}{held}{closing.text}"
    return Unit(kind, text, closing.gap, worded, stop, opening.start)


def _kind(inside: Sequence[Unit], stop: str) -> str:
    """What a bracket is: the mark of a note, «[12]», a source or remark, or any other."""
    if inside and all(unit.kind == "number" or unit.text in _IN_NOTES for unit in inside):
        return "note"
    label = len(inside) == 1 and len(inside[0].text) <= _LABEL
    size = sum(unit.size for unit in inside)
    return "bracket" if stop or label or size > _REMARK else "remark"
