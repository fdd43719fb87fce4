"""Who translated an article: engines, people, imported texts, from what the catalog knows."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bitext.article import provenance
from bitext.article.catalog import State
from bitext.article.edition import Edition, English
from bitext.pages import wording
from bitext.pages.interface import Language
from bitext.project import engine_names
from bitext.text.characters import wordless

_CORRECTED = "corrected by people"


@dataclass(frozen=True, slots=True)
class Origin:
    """How many sentences came from one place.

    place: the place, as a message; name: what fills its gap. model: an engine's, if known.
    dates: the first and last day on which an engine answered; none of people. corrected: whether
    people changed what it made.
    """

    count: int
    place: str
    name: str = ""
    model: str = ""
    dates: tuple[datetime.date, ...] = ()
    machine: bool = False
    corrected: bool = False

    def said(self, language: Language) -> str:
        """“Google, 22 November 2026, corrected by people”."""
        place = language.say(self.place, name=self.name) + (
            f" ({self.model})" if self.model else ""
        )
        corrected = language.say(_CORRECTED) if self.corrected else ""
        period = _period(self.dates, language)
        return language.say(", ").join(filter(None, (place, period, corrected)))


def origins(edition: Edition) -> list[Origin]:
    """Where the sentences are from: engines first, then what people corrected of these, then
    imported texts, then people.
    """
    imported: dict[str, int] = {}
    people = 0
    for english in _worded(edition):
        if not english.machine and english.imported:
            imported[english.imported] = imported.get(english.imported, 0) + 1
        elif not english.machine:
            people += 1
    places = _engines(edition, lambda english: not _corrected(english))
    corrected = _engines(edition, _corrected)
    places += [dataclasses.replace(engine, corrected=True) for engine in corrected]
    places += [Origin(n, "imported from {name}", file) for file, n in imported.items()]
    if people:
        places.append(Origin(people, "by people"))
    return places


def _corrected(english: English) -> bool:
    """Whether a person changed what a machine made, whoever it was: platforms often name nobody."""
    made = english.machine.out if english.machine else ""
    return made not in ("", provenance.digest(english.text))


def _engines(edition: Edition, wanted: Callable[[English], bool]) -> list[Origin]:
    """The engines that made sentences of a kind, in the order of the article."""
    machines: dict[tuple[str, str], list[English]] = {}
    for english in _worded(edition):
        if english.machine and wanted(english):
            answered = (english.machine.engine, english.machine.model)
            machines.setdefault(answered, []).append(english)
    return [_engine(*answered, of_it) for answered, of_it in machines.items()]


def reused(edition: Edition) -> int:
    """How many of the sentences were taken over from other articles, whoever translated them."""
    return sum(english.reused for english in _worded(edition))


def _worded(edition: Edition) -> Iterator[English]:
    """The translated sentences; nobody translated what has no words."""
    for sentence, _ in edition.article.located():
        english = edition.english[sentence.id]
        if english.state is not State.MISSING and not wordless(sentence.text):
            yield english


def _engine(name: str, model: str, sentences: list[English]) -> Origin:
    """An engine's: “Google, 22 November 2026”, “language model (llama3), …”."""
    dates = sorted(filter(None, map(_date, sentences)))
    place = engine_names.SHOWN.get(name, "{name}") if name else "machine translation"
    return Origin(len(sentences), place, name, model, (*dates[:1], *dates[-1:]), machine=True)


def _date(english: English) -> datetime.date | None:
    """When a machine made it; None if the comment does not say, or says no date."""
    try:
        return datetime.date.fromisoformat(english.machine.date) if english.machine else None
    except ValueError:
        return None


def _period(dates: Sequence[datetime.date], language: Language) -> str:
    """The day of these dates in words, or the month or months of several; "" of none."""
    ends = dict.fromkeys(dates)
    if len(ends) < 2:
        return "".join(wording.date(day, language) for day in ends)
    return " – ".join(dict.fromkeys(wording.month(day, language) for day in ends))
