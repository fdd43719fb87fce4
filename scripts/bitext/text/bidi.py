"""Isolating what runs the other way, so that neither it nor the punctuation beside it jumps.

A browser orders mixed text by Unicode's bidirectional algorithm (UAX #9), in which digits, signs
and punctuation take the direction of what is next to them. A run set in its own <bdi>, with its
direction said (digits and signs alone have none of their own), is ordered by itself and leaves
its surroundings alone: from left to right inside Arabic, from right to left inside English.

What could be read either way, inside Arabic:
- A range (1914-1918, 5-10) and a score (2-1) are two runs: they are read from right to left, each
  number in itself. Three or more (a date, a telephone number: 2024-11-20) are one run.
- What comes before European digits is in their run: -5, +3, $5. What comes after them is not: in
  20%, 5€ and 25° the sign stands to the left, as it does in plain text, and in Arabic print; but
  25°C is one run. Of ٢٠٪ and -٥ only the digits are a run: their signs are Arabic too.
- Superscripts, subscripts and fractions (m², H₂O, 2½) are part of the word or number before them.
- Quotation marks and brackets around a whole run are Arabic; those inside it are of the run.
- The dot that ends U.S. or Inc. is part of it; any other belongs to the Arabic sentence.
- A number with a word after it (15 km) is two runs; with a word before it (iPhone 15), one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bitext.text.arabic import LETTERS as _ARABIC

# Time is linear in the text: every repetition after which something may fail is bounded, or can
# be read in one way only. None is possessive (`*+`), nor is there an atomic group (`(?>…)`): until
# Python 3.11.5 they match what they should not (python/cpython#100061, python/cpython#106052).
_LETTER = "A-Za-zªµºÀ-ÖØ-öø-\u052f\u1d00-\u1fffⁿ\u2090-\u209c"  # Latin, Greek, Cyrillic
_ARABIC_DIGIT = "\u0660-\u0669\u06f0-\u06f9"
_RAISED = "²³¹¼½¾®™℠℃℉\u2070-\u208e\u2150-\u215f"
_MONEY = "$£¥\u20a0-\u20bf"
_QUOTED = r"""(?:(?<=[«“‘"'(\[])(?P<quoted>))?"""  # the run is all there is after a quotation mark
_CLOSING = r"""(?=[»”’"')\]])"""


def _enclosed(other: str, pairs: str) -> str:
    """A pattern for a quotation or brackets, short and without the characters of `other`."""
    return "|".join(
        rf"{re.escape(a)}[^{re.escape(a + b)}{other}]{{0,80}}{re.escape(b)}"
        for a, b in zip(pairs[::2], pairs[1::2], strict=True)
    )


# A number: 3.5, 1,000, 10:30, 20/11/2024, 2×10⁶; its sign and currency.
_NUMBER = rf"[0-9{_ARABIC_DIGIT}]+(?:[.,:/×*^=+\u066b\u066c][0-9{_ARABIC_DIGIT}]+)*[{_RAISED}]*"
_SIGN = (  # of European digits; a sign stands at the start of a word, and not inside a range
    rf"""(?:(?<![^\s(\[«“"'])(?<!\d )[-+−±])?(?:\#|[{_MONEY}][-−]?)?(?=[0-9])|"""
)
_GROUPS = (
    r"\+[0-9]{1,4}(?:[ .-](?:\([0-9]{1,8}\)|[0-9]{1,12}(?![0-9])))+"  # +20 2 2735 1234
    r"|\+?[0-9]+(?:[-–][0-9]+){2,}"
)
# Foreign words and what stands between them: “Washington Post”, COVID-19, F-16, foo(bar), x²+y².
_JOINING = rf"[ \u00a0.,:;/\\@&+#%=?_~'’!*–—^|<>°×÷·−{_MONEY}-]"
_WORD = f"[{_LETTER}{_RAISED}0-9{_ARABIC_DIGIT}]"
_LATIN = _enclosed(_ARABIC, "()[]“”‘’«»\"\"''")
_OPENING = (  # how a run begins: “No,” he said; @BBC, .NET; 5G, $5m, 25 °C
    rf"(?:(?=.[{_LETTER}])(?:{_LATIN})(?={_JOINING}{{1,3}}[{_LETTER}]|[{_RAISED}])"
    rf"|(?:[@#]|(?<![\w.])\.)?[{_LETTER}]"
    rf"|(?:{_SIGN})[0-9][0-9.,:/×*^=+°′″'{_RAISED}–-]{{0,40}}(?: ?°|%)?(?=[{_LETTER}]))"
)
_MORE = (  # how it goes on: foo(bar); he said “no”; Washington Post
    rf"(?:(?<=\w)(?:{_enclosed(_ARABIC, '()[]')})|[,:;]? (?=.[{_LETTER}])(?:{_LATIN})(?!\w)"
    rf"|{_JOINING}{{0,3}}{_WORD})*"
)
_SHORT = "|".join(rf"(?<=\b{word})" for word in "Inc Corp Ltd Co Bros Jr Sr Dr Mr Mrs etc".split())
_ENDING = (  # U.S. and Inc.; 20%; C#; C++; un.org/ar/; “Hello!”
    rf"(?:(?:(?<=\.[A-Za-z])|{_SHORT})\.|(?<=[0-9])%|(?<=\b[A-Z])\#|\+{{1,2}}(?!\w)"
    rf"|[/\\](?=[\s.)\],،؛»”]|$))?(?(quoted)(?:[.,!?…]{{1,3}}{_CLOSING})?)"
)
_PLAIN = r"""[^\s()"“”«»<>،؛؟.,:;!'’…\]]"""  # what may end an address
_URL = rf"(?:[A-Za-z]{{2,9}}://|www\.)(?:\([^\s()]{{0,80}}\)|{_PLAIN}|[.,:;!'’]+(?={_PLAIN}))+"
_IN_ARABIC = re.compile(
    rf"{_URL}|{_QUOTED}{_OPENING}{_MORE}{_ENDING}|{_GROUPS}|(?:{_SIGN}){_NUMBER}", re.DOTALL
)

_ARABIC_WORD = f"[{_ARABIC}{_ARABIC_DIGIT}]"
_BETWEEN = "[ \u00a0.:،؛؟!_\u066a-\u066c\u200c\u200d/-]"
_DIGITS = r"[0-9][0-9.,:/-]{0,20}(?<=[0-9])%?"
_IN_ENGLISH = re.compile(
    rf"{_QUOTED}(?(quoted)(?:{_DIGITS} )?)[#@]?{_ARABIC_WORD}(?:{_BETWEEN}{{0,3}}{_ARABIC_WORD}"
    rf"|{_BETWEEN}{{1,3}}{_DIGITS}(?={_BETWEEN}{{1,3}}{_ARABIC_WORD})"
    rf"|[:،]? (?=.{_ARABIC_WORD})(?:{_enclosed('A-Za-z', '()[]“”‘’«»')}))*[؟٪]?"
    rf"(?(quoted)(?:(?: {_DIGITS})?[.!…]{{0,3}}{_CLOSING})?)",
    re.DOTALL,
)


# No run is without one of these, nor begins earlier before the first of them: quicker to find.
_BEFORE = 32
_NEEDED = {
    "ar": re.compile(f"[{_LETTER}0-9{_ARABIC_DIGIT}]"),
    "en": re.compile(_ARABIC_WORD),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text. direction: `ltr` or `rtl`, of one that is set apart from the rest."""

    text: str
    direction: str | None = None


def is_mixed(text: str, language: str) -> bool:
    """Whether a text in `ar` or `en` may have a run that is set apart; quicker than to look."""
    return _NEEDED[language].search(text) is not None


def runs(text: str, language: str) -> Iterator[Run]:
    """The runs of a text in `ar` or `en`; their texts, joined, are the text."""
    foreign, direction = (_IN_ARABIC, "ltr") if language == "ar" else (_IN_ENGLISH, "rtl")
    needed = _NEEDED[language].search(text)
    begin = max(0, needed.start() - _BEFORE) if needed else len(text)
    end = 0
    for match in foreign.finditer(text, begin):
        if match.start() > end:
            yield Run(text[end : match.start()])
        yield Run(match[0], direction)
        end = match.end()
    if end < len(text):
        yield Run(text[end:])
