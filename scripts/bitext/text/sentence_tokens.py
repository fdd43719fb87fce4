"""The tokens of an Arabic paragraph: words, numbers, stops, marks; what `sentences` decides by."""

import re
from dataclasses import dataclass

from bitext.text import sentence_words as words

_LATIN, _LETTER = words.LATIN, words.LETTER
STOP = ".!?…؟۔‼⁇⁈⁉"
_PAUSE = ",;:،؛"
_EMOJI = "\u2600-\u26ff\u2764\U0001f1e6-\U0001faff"
_BLANK = r"\s\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # with bidi controls

# Where a quotation mark stands says more than its shape (”نعم“ is as common as “نعم”), which counts
# only if both of its sides are free, or neither is; then " may be either, and ’ is neither.
_QUOTES, _OPENING, _CLOSING = "«»‹›“”„‟‘’‚\"'", "«‹“„‟", "»›”"
_FREE_LEFT = rf"(?<![^{_BLANK}{_PAUSE}(\[{{﴿{_OPENING}])"
_FREE_RIGHT = rf"(?![^{_BLANK}{_PAUSE}{STOP})\]}}﴾{_CLOSING}])"

_PATTERN = re.compile(
    rf"""(?:
      (?P<plain>[\u0621-\u063a\u0641-\u064a]+(?=\ ))    # most words: tried first, for speed alone
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


def tokens(paragraph: str) -> list[Unit]:
    """The tokens of a paragraph, each with the white space after it."""
    return [_token(match) for match in _PATTERN.finditer(paragraph)]


def _token(match: re.Match[str]) -> Unit:
    kind = match.lastgroup or "other"
    text = match[kind]
    if kind == "plain":
        return Unit("word", text, match[0][len(text) :], True, "", match.start())
    stop = ""
    if kind == "stop":
        asking = re.search(r"[^.…۔\s]", text)
        pause = "ellipsis" if "…" in text else "dots"
        stop = "asking" if asking else "period" if text in ".۔" else pause
    return Unit(kind, text, match[0][len(text) :], kind in WORDED, stop, match.start())
