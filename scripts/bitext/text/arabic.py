"""Arabic letters, marks, spellings and attached words: each set of them once.

Search alone has classes of its own, in docs/assets/search/normalise.json: they are read by the
build and by the browser, so they must be data, and none of them may depend on the version of
Unicode that a program knows.
"""

import functools
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

DIGITS = "\u0660-\u0669\u06f0-\u06f9"
"""The digits of the Arab East, and those of Persian and Urdu."""

HARAKAT = "\u064b-\u0652\u0670"
"""The vowel marks in the narrow sense: tanwin, short vowels, shadda, sukun, dagger alif. A text
that has some is vowelled."""

TATWEEL = "\u0640"
"""The stroke that stretches a word. To Unicode it is a letter."""

MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0897-\u089f"
    "\u08ca-\u08e1\u08e3-\u08ff"
)
"""Whatever marks a letter: harakat, hamza and madda above or below it, and the marks of the
Qur'an. A text is the same text without them. The Qur'an's signs between words (۝ ۞ ۩) are none."""

# Spellings.

_DROPPED = re.compile(f"[{TATWEEL}{MARKS}]")
_WORD = re.compile(r"[^\W_]+")
_ALIKE = tuple(zip("أإآٱىةئؤ", "اااايهيو", strict=True))


# Whatever checks a text asks for it of the same one.
@functools.lru_cache(maxsize=64)
def unmarked(text: str) -> str:
    """The text without marks and tatweel; every letter is as it was written."""
    return _DROPPED.sub("", text)


def fold(text: str) -> str:
    """The text as words are looked up in a list: `unmarked`, hamza without its seat, ى as ي, ة as
    ه, in lower case, compatibility characters (ligatures, other forms of letters) as plain ones.
    """
    folded = unmarked(unicodedata.normalize("NFKC", text))
    for letter, alike in _ALIKE:  # a table of them all would be asked for every letter
        folded = folded.replace(letter, alike)
    return folded.lower()


def unaccented(text: str) -> str:
    """The text without any combining mark: no harakat, plain ا for أ إ آ, e for é.

    Weaker than `fold`, to compare a sentence with its former version: ة for ه, ى for ي or a
    capital for a small letter is an edit, which a reader is shown.
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def same_words(text: str, other: str) -> bool:
    """Whether two texts have the same words in the same order: marks and punctuation aside."""
    return text == other or _WORD.findall(unmarked(text)) == _WORD.findall(unmarked(other))


# What is written together with the word after it.

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("وب", "ول", "وك", "فب", "فل", "ب", "ل", "ك")
"""Prepositions, with a conjunction before them or without."""
ARTICLES = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
"""The article, with what may stand before it, the longest first; ل and ال together are لل."""
_ATTACHED = (*CONJUNCTIONS, *PREPOSITIONS, *ARTICLES)
PROCLITICS = ("", *_ATTACHED)
"""All of them, and nothing."""


def detached(word: str) -> list[tuple[str, str]]:
    """Each of PROCLITICS that a word begins with, in their order, and the rest of the word."""
    found = [("", word)]
    if word.startswith(_ATTACHED):
        found += ((each, word[len(each) :]) for each in _ATTACHED if word.startswith(each))
    return found
