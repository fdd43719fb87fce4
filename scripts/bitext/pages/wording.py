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
    """How long an article is and how its translation stands, in Arabic; see `summary_en`."""
    counts = edition.counts()
    total = counts.total()
    if counts[State.REVIEWED] == total:
        standing = "ترجمة مُراجَعة"
    elif counts[State.MISSING] == total:
        standing = "لم تُترجم بعد"
    elif counts[State.MACHINE] == total:
        standing = "ترجمة آلية لم تُراجَع"
    else:
        standing = "، ".join(f"{counts[s]} {word}" for s, word in _STATES_AR.items() if counts[s])
    return f"{sentences_ar(total)} · {standing}"


def summary_en(edition: Edition) -> str:
    """How long an article is and how its translation stands, in English.

    Where the states differ they are named in the order of the care they need.
    """
    counts = edition.counts()
    total = counts.total()
    if counts[State.REVIEWED] == total:
        standing = "translation reviewed"
    elif counts[State.MISSING] == total:
        standing = "not translated yet"
    elif counts[State.MACHINE] == total:
        standing = "machine translation, not reviewed"
    else:
        standing = ", ".join(f"{counts[s]} {word}" for s, word in _STATES_EN.items() if counts[s])
    return f"{sentences_en(total)} · {standing}"


# In the order of the care they need. The Arabic counts جملة, which is feminine.
_STATES_AR = {
    State.MISSING: "غير مترجمة",
    State.STALE: "قديمة",
    State.MACHINE: "آلية",
    State.EDITED: "محرَّرة",
    State.REVIEWED: "مُراجَعة",
}
_STATES_EN = {
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
