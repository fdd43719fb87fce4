"""What looks wrong in one English sentence, by itself and beside its Arabic.

Each finding may be meant, so each is a warning. They are about the English only; the Arabic is
its author's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bitext.text import numbers
from bitext.translation.quality import TAG


@dataclass(frozen=True, slots=True)
class Finding:
    """What looks wrong, and what to do about it."""

    what: str
    remedy: str


def alone(english: str) -> Iterator[Finding]:
    """What looks wrong in clean English text, whatever it translates."""
    if tag := TAG.search(english):
        yield Finding(f"markup in the English ({tag[0]})", "it is shown as it stands; delete it")
    if mark := unbalanced(english):
        yield Finding(f"{mark} without its pair in the English", "add the other one, or delete it")


def beside(arabic: str, english: str, title: bool) -> Iterator[Finding]:
    """What looks wrong in clean English text as the translation of this clean Arabic.

    title: the sentence is (part of) a title or subtitle.
    """
    if ends(arabic) and not ends(english):
        yield Finding("the Arabic ends in a full stop or the like, the English in none", "add it")
    elif title and not ends(arabic) and re.search(r"(?<![.\s].)\.$", _bare(english)):
        yield Finding("the title has no full stop in Arabic, but one in English", "delete it")
    if difference := numbers.differ(arabic, english):
        yield Finding(difference, "correct the English, or keep it if both mean the same")


# What may stand behind the last mark of a sentence: what closes it, references to notes ([12], ¹),
# and pictures.
_AFTER = re.compile(
    r"(?:[\s)\]}»›”’\"'“„﴾*_]|\[\d+\]|[⁰¹²³⁴-⁹]|[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff])+$"
)


def ends(text: str) -> bool:
    """Whether a text ends in a terminal mark; quotation marks and the like may follow it."""
    return _bare(text).endswith(tuple(".!?…؟۔‼⁇⁈⁉"))


def _bare(text: str) -> str:
    return _AFTER.sub("", text)


_CLOSES = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«", "›": "‹"}
# Marks that may belong to no pair: “a)” and “1)” in a list, faces, and feet and inches.
_NO_PAIR = re.compile(r"(?<!\S)[0-9A-Za-z]{1,3}\)(?=\s)|[:;]-?[()](?!\w)|(?<=\d)\"(?!\w)")
# ’ is an apostrophe far more often than a quotation mark; only ‘ says that a quotation is open,
# unless a digit or a contraction shows that it is a mistyped apostrophe.
_SINGLE = re.compile(r"‘(?!\d|(?:tis|twas|em|cause|til)\b)", re.IGNORECASE)


def unbalanced(text: str) -> str | None:
    """The first quotation mark or bracket of an English text that lacks its pair, or None."""
    return _unpaired(text) and _unpaired(_NO_PAIR.sub("", text))


def _unpaired(text: str) -> str | None:
    opened: list[str] = []
    for mark in text:
        if mark in _CLOSES.values():
            opened.append(mark)
        elif mark in _CLOSES and (not opened or opened.pop() != _CLOSES[mark]):
            return mark
    if opened:
        return opened[-1]
    if text.count('"') % 2:
        return '"'
    return "‘" if len(_SINGLE.findall(text)) > text.count("’") else None
