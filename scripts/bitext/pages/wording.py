"""What is said of articles and of their sentences, in a language of the interface."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.pages.interface import Language
from bitext.text.months import MONTHS

# Words a minute: Trauzettel-Klosinski and Dietz, “Standardized Assessment of Reading Performance:
# The New International Reading Speed Texts IReST”, IOVS 53 (2012), 5452-5461, who had one text
# read aloud in many languages by its native speakers. Who learns a language takes no less.
_PACE = 138  # of Arabic, which is what is read


@dataclass(frozen=True, slots=True)
class StateSign:
    """What the sign of a state means: its name and an explanation, as messages."""

    name: str
    about: str


STATE_SIGNS: dict[str, StateSign] = {
    State.MACHINE: StateSign("machine", "translated by a machine, not reviewed yet"),
    State.EDITED: StateSign("edited", "written or corrected by a person, not approved yet"),
    "imported": StateSign(
        "placed by machine",
        "written by a person, put beside this sentence by a machine, not checked yet",
    ),
    State.STALE: StateSign("outdated", "the Arabic has changed since this was translated"),
    State.MISSING: StateSign("not translated yet", "there is no English yet"),
}
"""What is not reviewed, by its `English.sign`, in the order in which people take care of it."""

FILTERED_STATUSES = {
    State.MISSING: "Partly untranslated",
    State.MACHINE: "Partly machine",
    State.EDITED: "Edited, not approved",
    State.REVIEWED: "All reviewed",
    State.STALE: "Partly outdated",
}
"""What is said of articles that the list can be filtered by; see `filters.states`."""

UNREADABLE = "its translation cannot be read"
"""What is said of an article whose catalog is at fault: nobody knows whether it is translated."""


def sentences(count: int, language: Language) -> str:
    """“19 sentences”."""
    return language.count("{n} sentence", "{n} sentences", count)


def length(edition: Edition, language: Language) -> str:
    """“4 min”: how long its Arabic takes to read."""
    return lasting(reading_time(edition), language)


def reading_time(edition: Edition) -> int:
    """How many minutes its Arabic takes to read: whole ones, at least one."""
    return max(1, round(edition.article.words / _PACE))


def lasting(time: int, language: Language) -> str:
    """“4 min”, of so many minutes."""
    return language.count("{n} minute", "{n} minutes", time)


def reviewed(edition: Edition, language: Language) -> str:
    """“12 of 19 sentences reviewed”."""
    return reviewed_of(*how_much_reviewed(edition), language)


def how_much_reviewed(edition: Edition) -> tuple[int, int]:
    """How many of its sentences are reviewed, and how many there are."""
    counts = edition.counts()
    return counts[State.REVIEWED], counts.total()


def reviewed_of(done: int, total: int, language: Language) -> str:
    """“12 of 19 sentences reviewed”, of these numbers."""
    if not done:
        return language.say("No sentence reviewed yet")
    if done == total:
        return language.say("Every sentence reviewed")
    return language.count(*REVIEWED_COUNT, done, total=total)


REVIEWED_COUNT = ("{n} of {total} sentences reviewed", "{n} of {total} sentences reviewed")
"""As a message: of one sentence and of many."""


def translation_status(edition: Edition, language: Language) -> str:
    """How the translation stands, in one short phrase: “translation reviewed”, “partly machine
    translation”.
    """
    return language.say(translation_status_message(edition))


def translation_status_message(edition: Edition) -> str:
    """That phrase, as a message."""
    if not edition.readable:
        return UNREADABLE
    counts = edition.counts()
    whole = [phrase for state, phrase in _WHOLE.items() if counts[state] == counts.total()]
    part = [phrase for state, phrase in _PART.items() if counts[state]]
    return (*whole, *part, _REST)[0]


_WHOLE = {
    State.REVIEWED: "translation reviewed",
    State.MISSING: "not translated yet",
    State.MACHINE: "machine translation",
}
_PART = {
    State.MISSING: "partly untranslated",
    State.MACHINE: "partly machine translation",
    State.STALE: "partly outdated",
}
_REST = "translation not approved yet"
PHRASES = (*_WHOLE.values(), *_PART.values(), _REST)
"""All that `translation_status` may say of a catalog that can be read, as messages."""


def date(day: datetime.date, language: Language, number: Callable[[int], str] = str) -> str:
    """“20 November 2024”; Markup where it is Markup that `number` makes of the day and the year."""
    form = language.say("{day} {month} {year}")
    month, year = language.say(MONTHS[day.month - 1].english), number(day.year)
    if isinstance(year, Markup):
        form = escape(form)
    return form.format(day=number(day.day), month=month, year=year)


def month(day: datetime.date, language: Language) -> str:
    """“November 2024”."""
    name = language.say(MONTHS[day.month - 1].english)
    return language.say("{month} {year}", month=name, year=day.year)
