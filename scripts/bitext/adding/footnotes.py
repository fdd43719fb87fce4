"""Taking the numbers of footnotes off a text.

In a copied page they are glued to words, «وجوبها2», or stand in brackets after them. A number that
belongs to its word stays: كوفيد19, كم2, G20, 20م. What tells them apart is the numbers
themselves: footnotes are counted, 1, 2, 3, and nobody vowels the name of a product.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bitext.text.arabic import HARAKAT, LETTERS, unmarked
from bitext.text.characters import clean


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that may be a footnote's: in which paragraph, from where to where, and after what.

    sure: whether it needs no neighbour to be one. loose: whether it may as well be a number of the
    text's own, and counts only among others that are not.
    """

    paragraph: int
    start: int
    end: int
    value: int
    sure: bool
    loose: bool = False


_GLUED = re.compile(
    rf"(?<![{LETTERS}])(?P<word>[{LETTERS}]+)(?P<close>[.،؛:؟!»”\")\]]{{0,2}})(?P<number>\d{{1,3}})"
    rf"(?![\d\w%٪])(?![.,:/٫-]\d)"
)
_BRACKETS = re.compile(
    rf"(?<=[{LETTERS}.،؛:؟!»”\")])\s?(?:\[\d{{1,3}}\]|\(¬?\d{{1,3}}\)|⁽\d{{1,3}}⁾)"
)
_SUPERSCRIPT = re.compile(
    rf"(?<![{LETTERS}])(?P<word>[{LETTERS}]+)(?P<close>[.،؛:؟!»”\")]*)(?P<number>[¹²³⁰⁴-⁹]+)"
)
_SIGN = re.compile(rf"(?<=[{LETTERS}])\s?\(?¬[\d]{{1,3}}\)?")
_UNITS = frozenset("م كم سم مم دم متر مترا سنتيمتر كيلومتر كيلومترا ميل قدم هكتار".split())
_NUMBERED = re.compile(
    r"(?:ال)?(?:كوفيد|كورونا|فورمولا|فورميولا|قناة|قناه|سبوتنيك|إف|اف|ميج|ميغ|سو|تو|تي|إس|اس|بي|سي|"
    r"آيفون|ايفون|جالاكسي|غالاكسي|ويندوز|أبولو|ابولو|أبوللو|جيل|فئة|ملحق|صفحة|ص|ج|ط|ق|هـ|ه|رقم|المادة|بند|"
    r"أوميغا|اوميجا|فيتامين|ب|مجموعة|يوتيوب|كيو|أم|ام|إم|دي|جي|ال)"
)
_RAISED = re.compile(r"[\[(⁽]?\s?(?:\d{1,3}|[*†‡]{1,3})\s?[\])⁾]?")
_NEAR = 200  # characters before a number, in which its word is
_DOTS = re.compile(r"[.…*]{1,6}")
_HALF = range(2, 13)
"""Words of half a verse."""
_VOWEL = re.compile(f"[{HARAKAT}]")
_VOWELLED = 0.5
"""Vowel marks for a letter of a paragraph, at least, that is vowelled throughout."""


def without_numbers(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """The paragraphs without numbers of footnotes, and these, each with the word before it."""
    found = [number for n, text in enumerate(paragraphs) for number in _candidates(n, text)]
    numbers = {number for number in found if number.sure} | set(_counted(found))
    texts, shown = list(paragraphs), []
    for each in sorted(numbers, key=lambda each: (each.paragraph, each.start), reverse=True):
        text = texts[each.paragraph]
        texts[each.paragraph] = text[: each.start] + text[each.end :]
        shown.append((text[: each.start].split() or [""])[-1] + text[each.start : each.end])
    return texts, shown[::-1]


def drop_raised(tree: Any) -> list[str]:
    """Drop the numbers and asterisks of footnotes that a page raises or links, from its tree.

    Returns each with the word before it. A raised number after a number, a unit or a Latin letter
    is an exponent, and stays.
    """
    dropped = []
    places = "//sup | //a[starts-with(@href, '#')]"
    if tree.xpath("//*[contains(@class, 'hamesh') or contains(@class, 'footnote')]"):
        places += " | //span[@class]"  # of a page that has notes, also these
    for element in tree.xpath(places):
        inside = clean("".join(element.itertext()))
        before = _before(element)[-_NEAR:]
        word = unmarked(re.split(r"[^\w]+", before)[-1]) if before else ""
        exponent = word in _UNITS or (before[-1:].isascii() and before[-1:].isalnum())
        if _RAISED.fullmatch(inside) and not (exponent and inside.isdecimal()):
            if not (element.tail or " ")[0].isspace():
                _close_up(element)
            dropped.append((before.split() or [""])[-1] + inside)
            element.drop_tree()
    return dropped


def _close_up(element: Any) -> None:
    """Take away the space before an element, so that what follows it stands at the word before."""
    parent, earlier = element.getparent(), element.getprevious()
    if earlier is not None:
        earlier.tail = (earlier.tail or "").rstrip()
    elif parent is not None:
        parent.text = (parent.text or "").rstrip()


def join_hemistichs(tree: Any) -> None:
    """Make one line of each verse whose halves are parted by an element that holds only dots.

    Digital libraries write صدر <span>...</span> عجز; here an asterisk parts them, as in print, for
    dots would end a sentence. Such an element that parts nothing is emptied.
    """
    for element in tree.iter("span", "font", "b", "i", "em"):
        if len(element) or not _DOTS.fullmatch((element.text or "").strip()):
            continue
        halves = len(_before(element).split()), len((element.tail or "").split())
        if 0 in halves:
            element.text = ""
        elif all(half in _HALF for half in halves):
            element.text = " * "


def _before(element: Any) -> str:
    """The end of the text that stands before an element in its parent."""
    parent, earlier = element.getparent(), element.getprevious()
    if parent is None:
        return ""
    if earlier is None:
        return str(parent.text or "")
    return str(earlier.tail or "" if earlier.tail else "".join(earlier.itertext()))


def _candidates(paragraph: int, text: str) -> Iterator[_Number]:
    letters = sum(character.isalpha() for character in text)
    vowelled = len(_VOWEL.findall(text)) > letters * _VOWELLED
    for pattern in (_BRACKETS, _SIGN):
        for match in pattern.finditer(text):
            # (1) after a space may be a number of the text's own; [1] and what is glued is not.
            glued = not match[0].startswith(" ")
            sure = "¬" in match[0] or "⁽" in match[0] or (glued and "[" in match[0])
            number = int("".join(filter(str.isdecimal, match[0])))
            loose = not (sure or glued or "[" in match[0])
            yield _Number(paragraph, match.start(), match.end(), number, sure, loose)
    for match in _SUPERSCRIPT.finditer(text):
        if unmarked(match["word"]) not in _UNITS:
            number = int(match["number"].translate(_PLAIN))
            yield _Number(paragraph, match.start("number"), match.end(), number, sure=True)
    for match in _GLUED.finditer(text):
        word = unmarked(match["word"])
        if word in _UNITS or _NUMBERED.fullmatch(word) or len(word) < 2:
            continue
        marked = _VOWEL.search(match["word"]) is not None
        sure = not match["close"] and (marked or vowelled)
        if vowelled or not match["close"].endswith(":"):
            yield _Number(
                paragraph, match.start("number"), match.end(), int(match["number"]), sure=sure
            )


_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _counted(numbers: list[_Number]) -> Iterator[_Number]:
    """Those that count on, one by one: at least two from 1 on, or three from elsewhere."""
    ordered = sorted(numbers, key=lambda each: (each.paragraph, each.start))
    run: list[_Number] = []
    for number in [*ordered, None]:
        if number is not None and run and number.value == run[-1].value + 1:
            run.append(number)
            continue
        if sum(not each.loose for each in run) >= (2 if run and run[0].value == 1 else 3):
            yield from run
        run = [number] if number is not None else []
