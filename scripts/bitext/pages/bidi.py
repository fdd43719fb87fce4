"""Isolating what runs the other way, so that punctuation beside it does not jump.

A browser orders mixed text by Unicode's bidirectional algorithm (UAX #9), in which digits and
neutral characters take the direction of what is next to them. A run set in its own <bdi> is
ordered by itself and leaves its surroundings alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OTHER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0370-\u03ff\u0400-\u04ff"
_ARABIC = (  # letters and marks, without digits and punctuation
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefe"
)
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_JOINING = "[ \u00a0.,:;/@&+#%=?_~'’!*–—-]"

# A number: digits, with what joins them into one: 3.5, 1,000, 10:30, 20/11/2024. A hyphen does
# not: a range of years is read from right to left in Arabic, each year in itself.
_NUMBER = rf"[{_DIGIT}]+(?:[.,:/\u066b\u066c][{_DIGIT}]+)*"
# Foreign words and what stands between them: “Washington Post”, COVID-19, F-16, www.un.org/ar.
_FOREIGN_WORDS = (
    rf"(?:[{_OTHER}]|{_NUMBER}(?=-?[{_OTHER}]))(?:{_JOINING}{{0,3}}[{_OTHER}{_DIGIT}])*"
    r"(?:(?<=\.[A-Z])\.|(?<=\b[A-Z])(?:\+\+|\#))?"  # the last dot of U.S.; C++, C#
)
_IN_ARABIC = re.compile(rf"{_FOREIGN_WORDS}|{_NUMBER}")
_ARABIC_OR_DIGIT = f"[{_ARABIC}\u0660-\u0669\u06f0-\u06f9]"
_IN_ENGLISH = re.compile(
    rf"{_ARABIC_OR_DIGIT}(?:[ \u00a0.:،؛\u066b\u066c/-]{{0,3}}{_ARABIC_OR_DIGIT})*"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text. isolated: it runs against, or apart from, the text around it."""

    text: str
    isolated: bool


def runs(text: str, language: str) -> Iterator[Run]:
    """The runs of a text in `ar` or `en`; their texts, joined, are the text."""
    foreign = _IN_ARABIC if language == "ar" else _IN_ENGLISH
    end = 0
    for match in foreign.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()], False)
        yield Run(match[0], True)
        end = match.end()
    if end < len(text):
        yield Run(text[end:], False)
