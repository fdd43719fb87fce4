"""Phrases with numbers and dates in them, in both languages."""

import datetime

from bitext.catalog import State
from bitext.edition import Edition

# The months as Arabic news agencies outside the Levant and Iraq write them (CLDR, ar).
_MONTHS_AR = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def sentences_ar(count: int) -> str:
    """“19 جملة”: the counted noun in the form Arabic grammar gives it (CLDR plural rules, ar)."""
    last = count % 100
    if count == 0:
        return "لا جمل"
    if count == 1:
        return "جملة واحدة"
    if count == 2:
        return "جملتان"
    return f"{count} جمل" if 3 <= last <= 10 else f"{count} جملة"


def sentences_en(count: int) -> str:
    """“19 sentences”."""
    return f"{count} sentence" if count == 1 else f"{count} sentences"


def summary_ar(edition: Edition) -> str:
    """How long an article is and how its translation stands, in Arabic; see `_standing`."""
    total = edition.counts().total()
    return f"{sentences_ar(total)} · {_standing(edition, _WHOLE_AR, _PART_AR, '، ')}"


def summary_en(edition: Edition) -> str:
    """How long an article is and how its translation stands, in English; see `_standing`."""
    total = edition.counts().total()
    return f"{sentences_en(total)} · {_standing(edition, _WHOLE_EN, _PART_EN, ', ')}"


def _standing(edition: Edition, whole: dict[State, str], part: dict[State, str], comma: str) -> str:
    """How a translation stands: in one phrase where all of it is alike, else counted by state.

    whole: phrases for an article all in one state, for the states that are worth one.
    part: words for each state, in the order of the care they need.
    """
    counts = edition.counts()
    for state, phrase in whole.items():
        if counts[state] == counts.total():
            return phrase
    return comma.join(f"{counts[state]} {word}" for state, word in part.items() if counts[state])


_WHOLE_AR = {
    State.REVIEWED: "ترجمة مُراجَعة",
    State.MISSING: "لم تُترجم بعد",
    State.MACHINE: "ترجمة آلية لم تُراجَع",
}
_WHOLE_EN = {
    State.REVIEWED: "translation reviewed",
    State.MISSING: "not translated yet",
    State.MACHINE: "machine translation, not reviewed",
}
_PART_AR = {  # they describe جملة, which is feminine
    State.MISSING: "غير مترجمة",
    State.STALE: "قديمة",
    State.MACHINE: "آلية",
    State.EDITED: "محرَّرة",
    State.REVIEWED: "مُراجَعة",
}
_PART_EN = {
    State.MISSING: "not translated",
    State.STALE: "outdated",
    State.MACHINE: "machine",
    State.EDITED: "edited",
    State.REVIEWED: "reviewed",
}


def date_ar(date: datetime.date) -> str:
    """“20 نوفمبر 2024”."""
    return f"{date.day} {_MONTHS_AR[date.month - 1]} {date.year}"


def date_en(date: datetime.date) -> str:
    """“20 November 2024”."""
    return f"{date.day} {_MONTHS_EN[date.month - 1]} {date.year}"
