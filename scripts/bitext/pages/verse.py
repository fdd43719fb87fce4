"""Lines of verse: their halves in both languages, and how wide the halves of a poem are.

Arabic verse is set in halves that face each other, all of one width. A style sheet cannot ask how
wide the widest half of a poem is, so it is reckoned here, of its letters as Amiri draws them.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from bitext.article.model import Block, Break, Kind, Picture
from bitext.text import arabic
from bitext.text.notes import REFERENCE
from bitext.text.verse import ENGLISH_HALVES

_LAM_ALIFS = re.compile("ل[اأإآ]")
# Widths in em, measured in Amiri Regular 1.000: of a letter by itself, before another that it
# joins, between two, and after one.
_LETTERS = {
    "ء": (0.38, 0.38, 0.38, 0.38),
    "اإ": (0.22, 0.22, 0.23, 0.23),
    "آأٱ": (0.23, 0.23, 0.3, 0.3),
    "ؤرزو": (0.4, 0.4, 0.34, 0.34),
    "ئيى": (0.76, 0.19, 0.24, 0.58),
    "بتث": (0.93, 0.19, 0.24, 0.88),
    "ة": (0.37, 0.37, 0.38, 0.38),
    "جحخ": (0.66, 0.66, 0.61, 0.64),
    "دذ": (0.45, 0.45, 0.47, 0.47),
    "سش": (0.99, 0.57, 0.57, 1.08),
    "صض": (1.21, 0.7, 0.72, 1.18),
    "طظ": (0.79, 0.57, 0.55, 0.75),
    "عغ": (0.54, 0.48, 0.37, 0.49),
    "ف": (0.98, 0.29, 0.38, 1.0),
    "ق": (0.69, 0.29, 0.38, 0.61),
    "ك": (0.66, 0.66, 0.59, 0.82),
    "ل": (0.6, 0.17, 0.2, 0.64),
    "م": (0.45, 0.39, 0.46, 0.52),
    "ن": (0.57, 0.19, 0.24, 0.61),
    "ه": (0.37, 0.45, 0.39, 0.38),
}
_WIDTHS = {letter: widths for letters, widths in _LETTERS.items() for letter in letters}
_SPACE, _OTHERS = 0.285, 0.4
_LAM_ALIF = 0.24  # by which the two together are wider
_JOINING_NONE = frozenset("ءآأإاؤةدذرزوٱ")  # none that follows
LEAST, MOST = 10, 40
"""The widths that the style sheet knows, in halves of an em."""


def style_sheet() -> str:
    """The rules that give a poem's `half-…` class its width, as `--n`."""
    return "\n".join(f".half-{n} {{ --n: {n}; }}" for n in range(LEAST, MOST + 1))


def halves(text: str) -> list[str]:
    """The parts of a line of English verse, which a slash between spaces divides."""
    return ENGLISH_HALVES.split(text.strip())


def widths(body: Iterable[Block | Break | Picture]) -> Mapping[int, int]:
    """How wide a half is set, in halves of an em, by the number of each block of verse.

    Lines that follow each other are one poem, whose halves are all as wide as the widest.
    """
    parts = tuple(body)
    if not any(isinstance(part, Block) and part.kind is Kind.VERSE for part in parts):
        return {}
    found: dict[int, int] = {}
    poem: list[Block] = []
    for part in [*parts, Break(0)]:
        if isinstance(part, Block) and part.kind is Kind.VERSE:
            poem.append(part)
            continue
        found |= dict.fromkeys((line.number for line in poem), _widest(poem))
        poem = []
    return found


def _widest(poem: Sequence[Block]) -> int:
    widest = max((width(half) for line in poem for half in line.hemistichs), default=0.0)
    return min(max(math.ceil(widest * 2), LEAST), MOST)


def width(half: str) -> float:
    """About how wide a half of a line is, in em."""
    letters = arabic.unmarked(REFERENCE.sub("", half))
    joined, total = False, _LAM_ALIF * len(_LAM_ALIFS.findall(letters))
    for letter, following in zip(letters, f"{letters[1:]} ", strict=True):
        forms = _WIDTHS.get(letter)
        joins = forms is not None and letter not in _JOINING_NONE and following in _WIDTHS
        if forms:
            alone, first, middle, last = forms
            total += (middle if joins else last) if joined else (first if joins else alone)
        else:
            total += _SPACE if letter == " " else _OTHERS
        joined = joins
    return total
