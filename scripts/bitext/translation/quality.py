"""Whether what an engine answered is an English sentence that may be stored.

The checks are for what goes wrong whatever the sentence is about: error messages and error pages
that come as if they were translations, another language, answers cut short or running on, lost
sentences and numbers. None of them judges style. What is surely bad is refused; what only looks so
is stored with its doubts, which put it first for review. The bounds are measured:
tests/unit/good_pairs.tsv holds good pairs, of which none may be refused, and
tests/benchmarks/quality.py prints what each check does.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bitext.article.glossary import EMPTY, Glossary
from bitext.text import numbers
from bitext.text.arabic import DIGITS, LETTERS
from bitext.text.characters import clean, wordless
from bitext.text.english import foreign
from bitext.translation import commentary, error_texts, repetition, wholeness
from bitext.translation.denial import denial
from bitext.translation.misnamed import misnamed
from bitext.translation.suspicion import Kind, Suspicion


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
    stand for and a space between sentences stuck together, and nothing else is changed; judging
    it again gives it back.
    """
    source, answer = clean(arabic), _mended(arabic, english)
    for check in CHECKS.values():
        found = check(source, answer)
        if isinstance(found, Refusal):
            return found
        if found and found.sure:
            return Refusal(f"the answer {found.what}")
    return answer


def doubts(arabic: str, english: str, glossary: Glossary = EMPTY) -> list[str]:
    """What a person should look at first in an answer that is stored; see `judge`.

    english: the answer as it came. Each doubt goes on from “the answer”: “is short for the
    Arabic”.
    """
    source, answer = clean(arabic), _mended(arabic, english)
    found = [check(source, answer) for check in CHECKS.values()]
    said = [each.what for each in found if isinstance(each, Suspicion) and not each.sure]
    if answer != _decoded(arabic, english):
        said.append("had sentences stuck together; a space was put between them")
    return [*said, *map(str, glossary.missing(source, answer))]


def _mended(arabic: str, english: str) -> str:
    answer = _decoded(arabic, english)
    return wholeness.parted(arabic, answer)


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
_ARABIC_DIGIT = re.compile(f"[{DIGITS}]")
_ARABIC_RUN = re.compile(rf"{_ARABIC.pattern}+(?:\W+{_ARABIC.pattern}+)*")


def script(arabic: str, english: str) -> Suspicion | None:
    """Arabic left standing, and what is in a third script."""
    return None if english.isascii() or not _FOREIGN.search(english) else _script(arabic, english)


# Whatever may be in a text in Latin letters: these, and punctuation.
_FOREIGN = re.compile("[^\x00-\xa9\xab-\xb4\xb6-\xb9\xbb-\u024f\u2000-\u2069]")


def _script(arabic: str, english: str) -> Suspicion | None:
    """What `script` finds, character by character."""
    letters = [c for c in english if c.isalpha()]
    left = sum(1 for c in letters if _ARABIC.match(c))
    latin = sum(1 for c in letters if unicodedata.name(c, "").startswith("LATIN"))
    longest = max((len(run.split()) for run in _ARABIC_RUN.findall(english)), default=0)
    if longest > _ARABIC_WORDS or left > _ARABIC_SHARE * len(letters):
        return Suspicion("is partly in Arabic", sure=True, kind=Kind.ARABIC)
    if _ARABIC_DIGIT.search(english):
        return Suspicion("has Arabic digits", sure=True)
    other = {c for c in letters if c not in arabic and not _ARABIC.match(c)}
    if other and latin + left < len(letters) / 2:
        return Suspicion("is not in Latin letters", sure=True, kind=Kind.NOT_LATIN)
    if sum(not unicodedata.name(c, "").startswith(_WITHIN) for c in other) > 1:
        return Suspicion("has letters of another script", sure=False)
    return None


# Letters that English has in words, and those of formulas.
_WITHIN = ("LATIN", "MODIFIER", "GREEK", "MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT")

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


def language(arabic: str, english: str) -> Suspicion | None:
    """A sentence of another language, surely; perhaps a part of one, or a title."""
    # With Latin letters in the Arabic, what it quotes may be what is left.
    if found := foreign(english):
        part = "" if found.whole else "partly "
        return Suspicion(f"is {part}in {found.language}", found.sure and not _quoted(arabic))
    return None


def _quoted(arabic: str) -> bool:
    return len(re.findall(r"[A-Za-zÀ-ɏ]{2,}", arabic)) > 3


def _numbers(arabic: str, english: str) -> Refusal | None:
    difference = numbers.differ(arabic, english)
    return Refusal(difference) if difference else None


Check = Callable[[str, str], Refusal | Suspicion | None]
CHECKS: dict[str, Check] = {
    "error text": _error_text,
    "nothing": _nothing,
    "source": _source,
    "script": script,
    "language": language,
    "fragment": _fragment,
    "escapes": commentary.escapes,
    "commentary": commentary.commentary,
    "shouting": _shouting,
    "length": wholeness.length,
    "stock": wholeness.stock,
    "sentences": wholeness.sentences,
    "end": wholeness.end,
    "loop": repetition.loop,
    "doubled": repetition.doubled,
    "marks": commentary.marks,
    "denial": denial,
    "names": misnamed,
    "numbers": _numbers,
}
"""The checks by name, in the order they are made, of clean Arabic and clean English. A refusal, or
a suspicion that is sure, is not stored; another suspicion is stored as a doubt."""
