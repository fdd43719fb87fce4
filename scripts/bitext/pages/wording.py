"""Phrases with numbers and dates in them, in both languages."""

import datetime
from dataclasses import dataclass

from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.text.months import MONTHS

# Words a minute: Trauzettel-Klosinski and Dietz, “Standardized Assessment of Reading Performance:
# The New International Reading Speed Texts IReST”, IOVS 53 (2012), 5452-5461, who had one text
# read aloud in many languages by its native speakers. Who learns a language takes no less.
_PACE_AR = 138
_PACE_EN = 228


@dataclass(frozen=True, slots=True)
class StateSign:
    """What the sign of a state means: its name and an explanation, in both languages."""

    ar: str
    en: str
    about_ar: str
    about_en: str


STATE_SIGNS: dict[str, StateSign] = {
    State.MACHINE: StateSign(
        "آلية",
        "machine",
        "ترجمتها آلة، ولم يراجعها أحد بعد",
        "translated by a machine, not reviewed yet",
    ),
    State.EDITED: StateSign(
        "محرَّرة",
        "edited",
        "كتبها إنسان أو صحّحها، ولم تُعتمد بعد",
        "written or corrected by a person, not approved yet",
    ),
    "imported": StateSign(
        "موضعها آليّ",
        "placed by machine",
        "كتبها إنسان، وعثرت آلة على موضعها، ولم يتحقّق منه أحد بعد",
        "written by a person, put beside this sentence by a machine, not checked yet",
    ),
    State.STALE: StateSign(
        "قديمة",
        "outdated",
        "تغيّر النص العربي بعد ترجمتها",
        "the Arabic has changed since this was translated",
    ),
    State.MISSING: StateSign(
        "غير مترجمة", "not translated yet", "لا ترجمة لها بعد", "there is no English yet"
    ),
}
"""What is not reviewed, by its `English.sign`, in the order in which people take care of it."""

STANDINGS = {
    State.MISSING: ("فيها ما لم يُترجم", "Partly untranslated"),
    State.MACHINE: ("فيها ترجمة آلية", "Partly machine"),
    State.EDITED: ("فيها محرَّر لم يُعتمد", "Edited, not approved"),
    State.REVIEWED: ("مُراجَعة كلها", "All reviewed"),
    State.STALE: ("فيها ترجمة قديمة", "Partly outdated"),
}
"""What is said of articles that the list can be filtered by; see `filters.states`."""

UNREADABLE_AR = "تتعذّر قراءة ترجمته"
UNREADABLE_EN = "its translation cannot be read"
"""What is said of an article whose catalog is at fault: nobody knows whether it is translated."""


def _counted_ar(count: int, none: str, one: str, two: str, few: str, many: str) -> str:
    """A number with its noun in the form Arabic grammar gives it (CLDR plural rules, ar)."""
    if count < 3:
        return (none, one, two)[count]
    return f"{count} {few if 3 <= count % 100 <= 10 else many}"


def sentences_ar(count: int) -> str:
    """“19 جملة”."""
    return _counted_ar(count, "لا جمل", "جملة واحدة", "جملتان", "جمل", "جملة")


def sentences_en(count: int) -> str:
    """“19 sentences”."""
    return f"{count} sentence" if count == 1 else f"{count} sentences"


def minutes(text: str, pace: int) -> int:
    """How long it takes to read a text at so many words a minute: whole minutes, at least one."""
    return max(1, round(len(text.split()) / pace))


def length_ar(edition: Edition) -> str:
    """“19 جملة · وقت القراءة: 3 دقائق”: of the Arabic."""
    text = " ".join(block.text for block in edition.article.blocks)
    time = minutes(text, _PACE_AR)
    said = _counted_ar(time, "", "دقيقة واحدة", "دقيقتان", "دقائق", "دقيقة")
    return f"{sentences_ar(len(edition.english))} · وقت القراءة: {said}"


def length_en(edition: Edition) -> str:
    """“19 sentences · 2 min to read”: of the English, as far as there is any."""
    text = " ".join(edition.text(block) for block in edition.article.blocks)
    said = f" · {minutes(text, _PACE_EN)} min to read" if text.strip() else ""
    return f"{sentences_en(len(edition.english))}{said}"


def reviewed_ar(edition: Edition) -> str:
    """“رُوجعت 12 جملة من 19”."""
    if not edition.readable:
        return UNREADABLE_AR
    done, total = edition.counts()[State.REVIEWED], edition.counts().total()
    if not done:
        return "لم تُراجَع أي جملة بعد"
    if done == total:
        return "رُوجعت الجمل كلها"
    return f"رُوجعت {sentences_ar(done)} من {total}"


def reviewed_en(edition: Edition) -> str:
    """“12 of 19 sentences reviewed”."""
    if not edition.readable:
        return UNREADABLE_EN
    done, total = edition.counts()[State.REVIEWED], edition.counts().total()
    if not done:
        return "No sentence reviewed yet"
    if done == total:
        return "Every sentence reviewed"
    return f"{done} of {total} sentences reviewed"


def summary_ar(edition: Edition) -> str:
    """How long an article is and how its translation stands, in Arabic; see `_standing`."""
    known = edition.readable
    standing = _standing(edition, _WHOLE_AR, _PART_AR, "، ") if known else UNREADABLE_AR
    return f"{length_ar(edition)} · {standing}"


def summary_en(edition: Edition) -> str:
    """How long an article is and how its translation stands, in English; see `_standing`."""
    known = edition.readable
    standing = _standing(edition, _WHOLE_EN, _PART_EN, ", ") if known else UNREADABLE_EN
    return f"{length_en(edition)} · {standing}"


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
    return f"{date.day} {MONTHS[date.month - 1].arabic[0]} {date.year}"


def date_en(date: datetime.date) -> str:
    """“20 November 2024”."""
    return f"{date.day} {MONTHS[date.month - 1].english} {date.year}"
