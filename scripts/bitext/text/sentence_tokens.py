"""The tokens of an Arabic paragraph: words, numbers, stops, marks; what `sentences` decides by."""

import re
from dataclasses import dataclass

from bitext.text import sentence_words as words
from bitext.text.characters import STOPS

_LATIN, _LETTER = words.LATIN, words.LETTER
STOP = STOPS
_PAUSE = ",;:،؛"
_EMOJI = "\u2600-\u26ff\u2764\U0001f1e6-\U0001faff"
_BLANK = r"\s\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # with bidi controls

# Where a quotation mark stands says more than its shape (”نعم“ is as common as “نعم”), which counts
# only if both of its sides are free, or neither is; then " may be either, and ’ is neither.
_QUOTES, _OPENING, _CLOSING = "«»‹›“”„‟‘’‚\"'", "«‹“„‟", "»›”"
MARKS_OF_PAIRS = f"{_QUOTES}()[]{{}}﴿﴾"
"""Every mark that may open or close a quotation or a bracket."""
_FREE_LEFT = rf"(?<![^{_BLANK}{_PAUSE}(\[{{﴿{_OPENING}])"
_FREE_RIGHT = rf"(?![^{_BLANK}{_PAUSE}{STOP})\]}}﴾{_CLOSING}])"

_PATTERN = re.compile(
    rf"""(?:
      (?P<row>(?:[\u0621-\u063a\u0641-\u064a]{{2,}}\ )+)  # most words: tried first, for speed alone
    | (?P<latin>(?:https?://|www\.)[!-~]*[A-Za-z0-9/]
        | [{_LATIN}](?:[{_LATIN}0-9_]|['’.@/\\:+-](?=[{_LATIN}0-9]))*)   # v1.2.3  don’t
    | (?P<number>\d{{1,3}}(?:\.\ \d{{1,3}}){{2,}}(?![\d.]*\d)                    # ١٧. ١. ١٠
        |\d(?:\d|[.,٫٬/:–-](?=\d))*(?:{_LETTER}(?![^\W\d_]))?)         # 1.000  1908م
    | (?P<note>[⁰¹²³⁴-⁹]+)
    | (?P<dotted>{_LETTER}(?:\.{_LETTER})+(?:{_LETTER})?(?![^\W\d_])           # ق.م  ب.ب.سي
        | {words.INITIALS})                                                   # جيه. دي. فانس
    | (?P<word>(?:{_LETTER})+)
    | (?P<stop>[{STOP}](?:[{STOP}]|\s+(?=[{STOP}]))*)                       # ؟!  . . .
    | (?P<pause>[{_PAUSE}])
    | (?P<dash>[-‒–—―]+)
    | (?P<open>[(\[{{]|(?!(?!{_FREE_LEFT})﴿{_FREE_RIGHT})﴿|{_FREE_LEFT}﴾(?!{_FREE_RIGHT})
        |[{_OPENING}](?!{_FREE_RIGHT})
        |{_FREE_LEFT}(?:[{_OPENING}]|[{_QUOTES}](?!{_FREE_RIGHT})))
    | (?P<close>[)\]}}﴿﴾{_CLOSING}]|(?!{_FREE_LEFT})[{_QUOTES}](?=[{_QUOTES}]{{0,2}}{_FREE_RIGHT})
        |[{_QUOTES}](?=[{_PAUSE}{STOP})](?:\s|\Z)))
    | (?P<either>")
    | (?P<emoji>[{_EMOJI}][{_EMOJI}\ufe0f\u200d]*)
    | (?P<other>.)
    )[{_BLANK}]*""",
    re.VERBOSE | re.DOTALL,
)
WORDED = {"latin", "number", "dotted", "word"}


@dataclass(slots=True, eq=False)  # not frozen: there is one a word, and that takes twice as long
class Unit:
    """A token, or a quotation or bracket folded into one, with the gap after it.

    text: of a quotation or bracket, its two marks, between them a label if it holds nothing else.
    start: its place in the paragraph.
    """

    kind: str
    text: str
    gap: str = ""
    worded: bool = False
    stop: str = ""  # what it ends in: "asking", "period", "ellipsis" (…), "dots" or nothing
    start: int = 0
    size: int = 1  # how many words it is

    @property
    def bare(self) -> str:
        """The letters of a word, in lower case, without vowel marks and tatweel."""
        return words.plain(self.text) if self.kind in WORDED else ""

    def is_a(self, word: re.Pattern[str]) -> bool:
        """Whether all of it is one of these words."""
        return word.fullmatch(self.bare) is not None

    @property
    def spaced(self) -> bool:
        """Whether white space follows it."""
        return any(map(str.isspace, self.text[-1:] + self.gap))


NOTHING = Unit("nothing", "")


_AHEAD, _BEHIND = 2, 3
"""Units that are looked at around a place: those after it, and those before it."""


def tokens(paragraph: str) -> list[Unit]:
    """The tokens of a paragraph, each with the white space after it.

    In a long row of plain words, those that are no neighbours of anything else are one token.
    """
    found: list[Unit] = []
    for match in _PATTERN.finditer(paragraph):
        if match.lastgroup == "row":
            found += _row(match)
        else:
            found.append(_token(match))
    return found


def _row(match: re.Match[str]) -> list[Unit]:
    """The tokens of plain words with a space after each."""
    found: list[Unit] = []
    row, start = match["row"][:-1], match.start()
    if row.count(" ") >= _AHEAD + _BEHIND:
        *texts, rest = row.split(" ", _AHEAD)
        texts += rest.rsplit(" ", _BEHIND)
    else:
        texts = row.split(" ")
    for text in texts:
        found.append(Unit("word", text, " ", True, "", start, 1 + text.count(" ")))
        start += len(text) + 1
    found[-1].gap += match[0][start - match.start() :]
    return found


def _token(match: re.Match[str]) -> Unit:
    kind = match.lastgroup or "other"
    text = match[kind]
    stop = ""
    if kind == "stop":
        asking = re.search(r"[^.…۔\s]", text)
        pause = "ellipsis" if "…" in text else "dots"
        stop = "asking" if asking else "period" if text in ".۔" else pause
    return Unit(kind, text, match[0][len(text) :], kind in WORDED, stop, match.start())
