"""Who translated an article: engines, people, imported texts, from what the catalog knows."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bitext.article import provenance
from bitext.article.catalog import State
from bitext.article.edition import Edition, English
from bitext.pages import wording
from bitext.project import engine_names
from bitext.text.characters import wordless

_CORRECTED_AR, _CORRECTED_EN = "صحّحها بشر", "corrected by people"


@dataclass(frozen=True, slots=True)
class Origin:
    """How many sentences came from one place, in each language.

    place_ar, place_en: the place with its dates, as a phrase. machine: whether it is an engine.
    """

    count: int
    place_ar: str
    place_en: str
    machine: bool = False


def credit_ar(edition: Edition) -> str:
    """“ترجمة آلية: Google، 22 نوفمبر 2026، صحّحها بشر؛ آخر من حرّرها: ليلى”; "" of no English."""
    kinds = ("ترجمة بشرية", "ترجمة آلية", "ترجمة بشرية، وبعضها آلي")
    engines = filter(None, [engine.place_ar for engine in _engines(edition, _any)])
    return _credit(edition, kinds, "، ".join(engines), f"، {_CORRECTED_AR}", "؛ آخر من حرّرها: ")


def credit_en(edition: Edition) -> str:
    """“Machine translation: Google, 22 November 2026, corrected by people; last edited by Layla”,
    likewise.
    """
    kinds = ("Translated by people", "Machine translation", "Translated by people, and by machine")
    engines = filter(None, [engine.place_en for engine in _engines(edition, _any)])
    return _credit(edition, kinds, ", ".join(engines), f", {_CORRECTED_EN}", "; last edited by ")


def _credit(
    edition: Edition, kinds: tuple[str, str, str], engines: str, corrected: str, last: str
) -> str:
    places, name = origins(edition), edition.translator
    if not places:
        return ""
    people, machine = any(not o.machine for o in places), any(o.machine for o in places)
    kind = kinds[2] if people and machine else kinds[machine]
    by_people = corrected if any(map(_corrected, _worded(edition))) else ""
    return (
        kind + (f": {engines}" if engines else "") + by_people + (f"{last}{name}" if name else "")
    )


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
    places += [
        dataclasses.replace(
            engine,
            place_ar="، ".join(filter(None, (engine.place_ar, _CORRECTED_AR))),
            place_en=", ".join(filter(None, (engine.place_en, _CORRECTED_EN))),
        )
        for engine in _engines(edition, _corrected)
    ]
    places += [
        Origin(n, f"من الملف {name}", f"imported from {name}") for name, n in imported.items()
    ]
    if people:
        places.append(Origin(people, "ترجمها بشر", "by people"))
    return places


def _any(_: English) -> bool:
    return True


def _corrected(english: English) -> bool:
    """Whether a person changed what a machine made, whoever it was: platforms often name nobody."""
    made = english.machine.out if english.machine else ""
    return bool(made) and made != provenance.digest(english.text)


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
    arabic, english = (
        f"{shown} ({model})" if model else shown
        for shown in engine_names.SHOWN.get(name, (name, name))
    )
    return Origin(
        len(sentences),
        "، ".join(filter(None, (arabic, _period(dates, wording.date_ar)))),
        ", ".join(filter(None, (english, _period(dates, wording.date_en)))),
        machine=True,
    )


def _date(english: English) -> datetime.date | None:
    """When a machine made it; None if the comment does not say, or says no date."""
    try:
        return datetime.date.fromisoformat(english.machine.date) if english.machine else None
    except ValueError:
        return None


def _period(dates: list[datetime.date], write: Callable[[datetime.date], str]) -> str:
    """The day of sorted dates in words, or the month or months of several; "" of none."""
    ends = [write(date) for date in (*dates[:1], *dates[-1:])]
    if len(set(ends)) > 1:
        ends = [end.partition(" ")[2] for end in ends]
    return " – ".join(dict.fromkeys(ends))
