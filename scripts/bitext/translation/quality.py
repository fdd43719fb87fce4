"""Whether what an engine answered is an English sentence that may be stored.

The checks are for what goes wrong whatever the sentence is about: error messages and error pages
that come as if they were translations, answers cut short or running on, lost numbers. None of
them judges style. The bounds are measured: tests/unit/good_pairs.tsv holds good pairs, of which
none may be refused, and tests/benchmarks/quality.py prints what each check does.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bitext.text import numbers
from bitext.text.arabic import LETTERS
from bitext.text.characters import clean, wordless
from bitext.translation import error_texts


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer is not stored, as a report says it.

    quota: the engine refuses, or would refuse, any sentence: the run must end.
    """

    reason: str
    quota: bool = False


def judge(arabic: str, english: str) -> str | Refusal:
    """The English to store for an engine's answer, or why none is.

    What is stored is clean (see `characters.clean`), with HTML entities as the characters they
    stand for, and nothing else is changed; judging it again gives it back.
    """
    source, answer = clean(arabic), _decoded(arabic, english)
    for check in CHECKS.values():
        if refusal := check(source, answer):
            return refusal
    return answer


_ARABIC = re.compile(f"[{LETTERS}]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def _decoded(arabic: str, english: str) -> str:
    """The clean answer, with HTML entities (even encoded twice) as the characters they stand for.

    Where the Arabic has entities, it is about them, and they stay.
    """
    answer = clean(english)
    if _ENTITY.search(arabic):
        return answer
    # Each round that changes anything makes the text shorter.
    while (plain := clean(_ENTITY.sub(lambda m: html.unescape(m[0]), answer))) != answer:
        answer = plain
    return answer


def _error_text(arabic: str, english: str) -> Refusal | None:
    error = error_texts.find(arabic, english)
    return Refusal(error.reason, error.quota) if error else None


def _nothing(arabic: str, english: str) -> Refusal | None:
    """Refuse an answer without a letter or digit where the Arabic has some."""
    if not english:
        return Refusal("the answer is empty")
    if wordless(english) and not wordless(arabic):
        return Refusal("the answer has no words")
    return None


def _source(arabic: str, english: str) -> Refusal | None:
    """Refuse an answer that is the Arabic itself; what has no Arabic letters may stay as it is."""
    if english == arabic and _ARABIC.search(arabic):
        return Refusal("the answer is the Arabic itself")
    return None


# A quoted word, a root or a name in Arabic letters is good English; a clause is not. The longest
# names in the news have four words («عبد الله بن سعود»); a text about words seldom has more than
# a third of its letters in Arabic.
_ARABIC_WORDS = 4
_ARABIC_SHARE = 0.4
_ARABIC_RUN = re.compile(rf"{_ARABIC.pattern}+(?:\W+{_ARABIC.pattern}+)*")


def _script(arabic: str, english: str) -> Refusal | None:
    """Refuse Arabic left standing, and what is in a third script."""
    letters = [c for c in english if c.isalpha()]
    left = sum(1 for c in letters if _ARABIC.match(c))
    latin = sum(1 for c in letters if unicodedata.name(c, "").startswith("LATIN"))
    longest = max((len(run.split()) for run in _ARABIC_RUN.findall(english)), default=0)
    if longest > _ARABIC_WORDS or left > _ARABIC_SHARE * len(letters):
        return Refusal("the answer is partly in Arabic")
    if re.search("[٠-٩۰-۹]", english):
        return Refusal("the answer has Arabic digits")
    other = {c for c in letters if c not in arabic and not _ARABIC.match(c)}
    if other and latin + left < len(letters) / 2:
        return Refusal("the answer is not in Latin letters")
    return None


TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--|<!doctype\b", re.IGNORECASE)
"""An HTML tag, comment or document type."""

_JSON = re.compile(r"^\s*(?:\{\s*[\"'}]|\[\s*[\[{\"'])|[\"']\w+[\"']\s*:\s*[\"'\[{\d]")


def _fragment(arabic: str, english: str) -> Refusal | None:
    """Refuse markup, JSON and damaged characters that the Arabic does not have."""
    for shape, name in ((TAG, "HTML"), (_JSON, "JSON")):
        if shape.search(english) and not shape.search(arabic):
            return Refusal(f"the answer holds {name}")
    if "\ufffd" in english and "\ufffd" not in arabic:
        return Refusal("the answer has damaged characters (U+FFFD)")
    return None


# Abbreviations that stand for Arabic words and are written in capitals; an English sentence in
# capitals that has a word beyond these and those of the source is shouted.
_ACRONYMS = frozenset(
    "US USA UK EU UN UAE USSR NATO UNESCO UNICEF UNRWA UNHCR WHO WTO IMF OPEC IAEA ICC ICRC NASA "
    "FIFA UEFA BBC CNN CIA FBI PLO PKK ISIS IS AI TV DNA GDP GMT AIDS HIV CEO NGO BC AD CE AH AM "
    "PM DC".split()
)


def _shouting(arabic: str, english: str) -> Refusal | None:
    """Refuse capitals throughout: what LibreTranslate makes of any sentence with ATACMS in it.

    It is not put into lower case: where the capitals belong is lost. A single word, or several
    each set off by a mark, may be acronyms («اليونيسف واليونسكو»: “UNICEF, UNESCO”).
    """
    if any(map(str.islower, english)):
        return None
    known = _ACRONYMS | set(re.findall(r"[A-Z]+", arabic))
    words = re.findall(r"[^\W\d_]+|[^\w\s’'.]+|\S", re.sub(r"\b\w\.(?:\w\.)+", "", english))
    loud = [len(word) > 1 and word.isupper() and word not in known for word in words]
    for (first, second), (one, other) in zip(pairwise(words), pairwise(loud), strict=True):
        if first.isalpha() and second.isalpha() and (one or other):
            return Refusal("the answer is all in capitals")
    return None


# Letters and digits of the English to those of the Arabic. Over the good pairs and the project's
# own catalog there are 1.3 to one on average; above 120 letters 0.94 to 1.3, below as few as 3
# for 18 («منظمة الصحة العالمية»: “WHO”) and as many as 21 for 8 («فاض النهر»). The slopes leave
# long sentences room, the constants short ones: an abbreviation may be spelled out («الناتو»).
# A digit stands for about six letters of a number in words.
_FEWEST, _MOST = (0.75, -20), (2.0, 25)
_LETTERS_OF_DIGIT = 6


def _length(arabic: str, english: str) -> Refusal | None:
    """Refuse what is far too short or long to be the whole sentence and nothing else."""
    source, answer = _size(arabic), _size(english)
    spelled = _LETTERS_OF_DIGIT * (_digits(english) - _digits(arabic))
    if answer + max(0, spelled) < _FEWEST[0] * source + _FEWEST[1]:
        return Refusal("the answer is too short")
    if answer > _MOST[0] * source + _MOST[1] + max(0, -spelled):
        return Refusal("the answer is too long")
    return None


def _size(text: str) -> int:
    # NFKC spells the ligature ﷺ out; tatweel (U+0640) is a letter to Python.
    return sum(c.isalnum() and c != "\u0640" for c in unicodedata.normalize("NFKC", text))


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


# How often in a row words may stand, by how many they are, before it is a loop: writers repeat
# a word three times and a phrase twice (“fell, and fell, and fell”), a clause not at all.
_CLAUSE = 5
_LIMITS = {1: 4, 2: 3, 3: 3, 4: 3, **dict.fromkeys(range(_CLAUSE, 13), 2)}
_STUTTER = re.compile(r"([^\W\d_]{1,6}?)\1{5,}")


def _loop(arabic: str, english: str) -> Refusal | None:
    """Refuse words repeated in a row more often than writers do, unless the Arabic does."""
    words, source = _words(english), _words(arabic)
    own = max((_repeats(source, length) for length in _LIMITS), default=1)
    for length, limit in _LIMITS.items():
        repeats = _repeats(words, length)
        if repeats >= limit and repeats > own + (length < _CLAUSE):
            return Refusal("the answer repeats itself")
    if _STUTTER.search(english) and not re.search(r"([^\W\d_]{1,6}?)\1{3,}", arabic):
        return Refusal("the answer repeats itself")
    return None


def _words(text: str) -> list[str]:
    # «وبكى وبكى» repeats what «بكى وبكى» does.
    return [word.removeprefix("و") for word in re.findall(r"[^\W_]+", text.lower())]


def _repeats(words: list[str], length: int) -> int:
    """How often in a row, at the most, `length` words are the same as those before them."""
    most, same = 1, 0
    for place in range(length, len(words)):
        same = same + 1 if words[place] == words[place - length] else 0
        most = max(most, 1 + same // length)
    return most


def _numbers(arabic: str, english: str) -> Refusal | None:
    difference = numbers.differ(arabic, english)
    return Refusal(difference) if difference else None


CHECKS: dict[str, Callable[[str, str], Refusal | None]] = {
    "error text": _error_text,
    "nothing": _nothing,
    "source": _source,
    "script": _script,
    "fragment": _fragment,
    "shouting": _shouting,
    "length": _length,
    "loop": _loop,
    "numbers": _numbers,
}
"""The checks by name, in the order they are made: clean Arabic and clean English to a refusal."""
