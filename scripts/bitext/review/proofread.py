"""What looks wrong in one English sentence, by itself and beside its Arabic.

What is surely no English is an error. Everything else may be meant, so it is a warning. Both are
about the English only; the Arabic is its author's.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from bitext.article.glossary import Glossary
from bitext.review import damage
from bitext.text import characters, numbers
from bitext.translation import commentary, first_look, quality, repetition, wholeness
from bitext.translation.denial import denial
from bitext.translation.first_look import Check
from bitext.translation.misnamed import misnamed
from bitext.translation.quality import TAG
from bitext.translation.suspicion import Kind, Suspicion


@dataclass(frozen=True, slots=True)
class Finding:
    """What looks wrong, and what to do about it.

    weight: how much a reader is misled, from 1 (a full stop) to 100 (no English at all).
    error: it surely is wrong. doubt: what an engine's answer was doubted for, if it was for this;
    "" for what no answer is.
    """

    what: str
    remedy: str
    weight: int
    error: bool = False
    doubt: str = ""


def findings(
    arabic: str, english: str, title: bool, glossary: Glossary, stale: bool = False
) -> list[Finding]:
    """All that looks wrong in clean English text as the translation of clean Arabic.

    title: the sentence is (part of) a title or subtitle. stale: the English is of other Arabic,
    so that the two are not compared.
    """
    needed = first_look.needed(arabic, english)
    found = [*alone(english), *_no_english(arabic, english, needed)]
    if not stale and not any(each.error for each in found):
        found += _beside(arabic, english, title, needed)
        for missing in glossary.missing(arabic, english):
            remedy = "use the glossary's English, or add this one to it after a |"
            found.append(Finding(f"the English {missing}", remedy, 30, doubt=str(missing)))
    return found


# What people write where they mean to come back.
_PLACEHOLDER = re.compile(
    r"[\W_]*(?:todo|fixme|tbd|tba|xxx+|untranslated|translate (?:me|this)|(?:not|to be) translated"
    r"|lorem ipsum.*)[\W_]*",
    re.IGNORECASE,
)


def alone(english: str) -> Iterator[Finding]:
    """What looks wrong in clean English text, whatever it translates."""
    marks = characters.signs(english)
    if "<" in marks and (tag := TAG.search(english)):
        what = f"markup in the English ({tag[0]})"
        yield Finding(what, "it is shown as it stands; delete it", 20)
    if _PLACEHOLDER.fullmatch(english):
        yield Finding("the English only says that it is missing", "translate it, or empty it", 90)
    if not marks:  # then nothing else is found
        return
    for found in damage.damages(english):
        yield Finding(f"in the English, {found.what}", found.remedy, 60, found.error)
    if mark := unbalanced(english):
        what = f"{mark} without its pair in the English"
        yield Finding(what, "add the other one, or delete it", 5)


def _no_english(arabic: str, english: str, needed: Set[Check]) -> Iterator[Finding]:
    """What is in another script or language. needed: the checks that may find something."""
    if found := quality.script(arabic, english):
        none = found.kind is Kind.NOT_LATIN or characters.language(english) == "ar"
        if none and found.kind is Kind.ARABIC:
            found = replace(found, what="is in Arabic")
        yield _finding(found, _TRANSLATE, 100 if none else 60, error=none)
    elif quality.language in needed and (found := quality.language(arabic, english)):
        remedy = _TRANSLATE if found.sure else "translate it, or keep it if it is a name or a title"
        yield _finding(found, remedy, 100 if found.sure else 60, found.sure)


def _finding(found: Suspicion, remedy: str, weight: int, error: bool = False) -> Finding:
    return Finding(f"the English {found.what}", remedy, weight, error, found.what)


_TRANSLATE = "translate it, or empty it"
_COMPARE = "compare it with the Arabic; keep it if both mean the same"
# Each with the weight of what it finds, and the remedy.
_CHECKS = (
    (wholeness.sentences, 70, _COMPARE),
    (wholeness.length, 60, _COMPARE),
    (wholeness.stock, 60, _COMPARE),
    (commentary.commentary, 60, "delete what is not the Arabic's"),
    (commentary.escapes, 60, "write the characters themselves"),
    (denial, 50, _COMPARE),
    (misnamed, 50, _COMPARE),
    (repetition.loop, 40, "delete what stands twice"),
    (repetition.doubled, 40, "delete what stands twice"),
)


def _beside(arabic: str, english: str, title: bool, needed: Set[Check]) -> Iterator[Finding]:
    """What looks wrong in clean English text as the translation of this clean Arabic.

    title: the sentence is (part of) a title or subtitle. needed: the checks that may find
    something.
    """
    for check, weight, remedy in _CHECKS:
        if check in needed and (found := check(arabic, english)):
            yield _finding(found, remedy, weight)
    broken = _end(arabic, english) if wholeness.end in needed else None
    if broken:
        yield _finding(broken, "write the rest, or end it", 40)
    elif ends(arabic) and not ends(english):
        what = "the Arabic ends in a full stop or the like, the English in none"
        yield Finding(what, "add it", 2)
    elif title and not ends(arabic) and re.search(r"(?<![.\s].)\.$", _bare(english)):
        yield Finding("the title has no full stop in Arabic, but one in English", "delete it", 1)
    if numbers.differ in needed and (difference := numbers.differ(arabic, english)):
        yield Finding(difference, "correct the English, or keep it if both mean the same", 50)


def _end(arabic: str, english: str) -> Suspicion | None:
    found = wholeness.end(arabic, english)
    # A writer may end in an ellipsis or in “of”; what breaks off or pauses is half a sentence.
    return found if found and found.kind is Kind.BREAKS_OFF else None


# What may stand behind the last mark of a sentence: what closes it, references to notes ([12], ¹),
# and pictures.
_AFTER = re.compile(
    r"(?:[\s)\]}»›”’\"'“„﴾*_]|\[\d+\]|[⁰¹²³⁴-⁹]|[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff])+$"
)


def ends(text: str) -> bool:
    """Whether a text ends in a terminal mark; quotation marks and the like may follow it."""
    return text.endswith(_ENDS) or _bare(text).endswith(_ENDS)


_ENDS = tuple(characters.STOPS)


def _bare(text: str) -> str:
    return _AFTER.sub("", text)


_CLOSES = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«", "›": "‹"}
_OPENS = frozenset(_CLOSES.values())
_PAIRED = re.compile('[][(){}“”«»‹›"‘]')
# Marks that may belong to no pair: “a)” and “1)” in a list, faces, and feet and inches.
_NO_PAIR = re.compile(r"(?<!\S)[0-9A-Za-z]{1,3}\)(?=\s)|[:;]-?[()](?!\w)|(?<=\d)\"(?!\w)")
# ’ is an apostrophe far more often than a quotation mark; only ‘ says that a quotation is open,
# unless a digit or a contraction shows that it is a mistyped apostrophe.
_SINGLE = re.compile(r"‘(?!\d|(?:tis|twas|em|cause|til)\b)", re.IGNORECASE)


def unbalanced(text: str) -> str | None:
    """The first quotation mark or bracket of an English text that lacks its pair, or None."""
    marks = characters.signs(text)
    if not _PAIRED.search(marks):
        return None
    # But for ‘, only the marks count.
    first = _unpaired(text if "‘" in marks else marks)
    return first and _unpaired(_NO_PAIR.sub("", text))


def _unpaired(text: str) -> str | None:
    opened: list[str] = []
    for mark in text:
        if mark in _OPENS:
            opened.append(mark)
        elif mark in _CLOSES and (not opened or opened.pop() != _CLOSES[mark]):
            return mark
    if opened:
        return opened[-1]
    if text.count('"') % 2:
        return '"'
    return "‘" if len(_SINGLE.findall(text)) > text.count("’") else None
