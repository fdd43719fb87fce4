"""Arabic letters, marks, spellings and attached words: each set of them once.

Search alone has classes of its own, in docs/assets/search/normalise.json: they are read by the
build and by the browser, so they must be data, and none of them may depend on the version of
Unicode that a program knows.
"""

import re
import unicodedata

# Classes of characters, to stand between the brackets of a regular expression.

LETTERS = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefe"
)
"""Letters and marks of the Arabic script, of every language; no digits, no punctuation."""

BASIC_LETTERS = "\u0621-\u064a"
"""The letters of the Arabic language, which are those of the old 8-bit encodings. A wrong guess
of an encoding gives the script's rarer letters easily, these hardly ever."""

HARAKAT = "\u064b-\u0652\u0670"
"""The vowel marks in the narrow sense: tanwin, short vowels, shadda, sukun, dagger alif. A text
that has some is vowelled."""

TATWEEL = "\u0640"
"""The stroke that stretches a word. To Unicode it is a letter."""

MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08e1"
    "\u08e3-\u08ff"
)
"""Whatever marks a letter: harakat, hamza and madda above or below it, and the marks of the
Qur'an. A text is the same text without them. The Qur'an's signs between words (۝ ۞ ۩) are none."""

# Spellings.

_DROPPED = re.compile(f"[{TATWEEL}{MARKS}]")
_ALIKE = str.maketrans("أإآٱىةئؤ", "ااااىهيو") | {ord("ى"): "ي"}


def unmarked(text: str) -> str:
    """The text without marks and tatweel; every letter is as it was written."""
    return _DROPPED.sub("", text)


def fold(text: str) -> str:
    """The text as words are looked up in a list: `unmarked`, hamza without its seat, ى as ي, ة as
    ه, in lower case, compatibility characters (ligatures, other forms of letters) as plain ones.
    """
    return unmarked(unicodedata.normalize("NFKC", text)).translate(_ALIKE).lower()


# What is written together with the word after it.

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("وب", "ول", "وك", "فب", "فل", "ب", "ل", "ك")
"""Prepositions, with a conjunction before them or without."""
ARTICLES = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
"""The article, with what may stand before it, the longest first; ل and ال together are لل."""
PROCLITICS = ("", *CONJUNCTIONS, *PREPOSITIONS, *ARTICLES)
"""All of them, and nothing."""
