"""Where a sentence plainly ends: at a period with two plain words before and after it. Most do.

Such a place is found at a fraction of the cost of reading a paragraph's tokens, and what is before
it and what is after it can be read apart; see `sentences`, whose rules these are.
"""

import re

from bitext.text import sentence_words as words
from bitext.text.sentence_tokens import MARKS_OF_PAIRS

_WORD = r"[\u0621-\u063a\u0641-\u064a]{2,}"  # undressed, and no single letter
# What a period may belong to. A word of two letters may be an initial with a particle.
_SHORT = "|".join(
    pattern.pattern for pattern in (words.INITIAL, words.ET_CETERA, words.ABBREVIATION)
)
_LAST = rf"(?!(?:{_SHORT})\.)(?!{words.INITIALS}){_WORD}(?<=\w\w\w)"
_END = re.compile(
    rf"{_WORD}\ {_WORD}\ (?:(?P<number>\d+)|{_LAST})\.\ "
    rf"(?!(?:{words.END_OF_CITATION.pattern})\ )(?={_WORD}\ {_WORD}\ )"
)
_WORDS_BEFORE = 3
_DIGIT = re.compile(r"\d")
# From the first to the last of the marks that enclose: a quotation may go on over what is between.
_ENCLOSED = re.compile(f"[{re.escape(MARKS_OF_PAIRS)}].*[{re.escape(MARKS_OF_PAIRS)}]", re.DOTALL)


def cuts(paragraph: str) -> list[int]:
    """Places in a paragraph where a sentence begins after one that plainly ends, in order.

    A number before the period must not be the next of a list: no other may stand before it.
    """
    found: list[int] = []
    at = paragraph.find(". ")
    if at < 0:
        return found
    enclosed = _ENCLOSED.search(paragraph)
    first, last = enclosed.span() if enclosed else (len(paragraph), 0)
    begin = 0
    while at >= 0:
        if not first < at < last:
            end = _END.match(paragraph, _words_before(paragraph, at))
            listed = end and end["number"] and _DIGIT.search(paragraph, begin, end.start("number"))
            if end and not listed:
                begin = end.end()
                found.append(begin)
        at = paragraph.find(". ", at + 1)
    return found


def _words_before(paragraph: str, at: int) -> int:
    """Where the last words before this place begin."""
    for _ in range(_WORDS_BEFORE):
        at = paragraph.rfind(" ", 0, max(at, 0))
    return at + 1
