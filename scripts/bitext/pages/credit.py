"""Who translated an article: engines, people, imported texts, from what the catalog knows."""

import datetime
from collections.abc import Iterator, Sequence
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
    """The sentences that came from one place, by their ids, in the order of the article.

    place: the place, as a message; name: what fills its gap. model: an engine's, if known.
    dates: the first and last day on which an engine answered; none of people. corrected: whether
    people changed what it made.
    """

    sentences: tuple[str, ...]
    place: str
    name: str = ""
    model: str = ""
    dates: tuple[datetime.date, ...] = ()
    machine: bool = False
    corrected: bool = False

    @property
    def count(self) -> int:
        """How many sentences they are."""
        return len(self.sentences)

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
    found: dict[tuple[int, str, str], dict[str, English]] = {}
    for name, english in _worded(edition):
        found.setdefault(_kind(english), {})[name] = english
    return [_origin(*kind, found[kind]) for kind in sorted(found, key=lambda kind: kind[0])]


_ENGINE, _CORRECTED_ENGINE, _IMPORT, _PEOPLE = range(4)


def _kind(english: English) -> tuple[int, str, str]:
    """Of which kind the origin of a sentence is, and the names that tell it from others."""
    if english.machine:
        kind = _CORRECTED_ENGINE if _corrected(english) else _ENGINE
        return kind, english.machine.engine, english.machine.model
    return (_IMPORT, english.imported, "") if english.imported else (_PEOPLE, "", "")


def _origin(kind: int, name: str, model: str, sentences: dict[str, English]) -> Origin:
    """“Google, 22 November 2026”, “language model (llama3), …”, “imported from nile.txt”."""
    ids = tuple(sentences)
    if kind == _PEOPLE:
        return Origin(ids, "by people")
    if kind == _IMPORT:
        return Origin(ids, "imported from {name}", name)
    answers = (english.machine for english in sentences.values() if english.machine)
    dates = sorted(filter(None, (answer.day for answer in answers)))
    place = engine_names.SHOWN.get(name, "{name}") if name else "machine translation"
    ends = (*dates[:1], *dates[-1:])
    return Origin(ids, place, name, model, ends, True, kind == _CORRECTED_ENGINE)


def _corrected(english: English) -> bool:
    """Whether a person changed what a machine made, whoever it was: platforms often name nobody."""
    made = english.machine.out if english.machine else ""
    return bool(made) and made != provenance.digest(english.text)


def reused(edition: Edition) -> int:
    """How many of the sentences were taken over from other articles, whoever translated them."""
    if not any(english.reused for english in edition.english.values()):
        return 0
    return sum(english.reused for _, english in _worded(edition))


def _worded(edition: Edition) -> Iterator[tuple[str, English]]:
    """The translated sentences by their ids; nobody translated what has no words."""
    for sentence, _ in edition.article.located():
        english = edition.english[sentence.id]
        if english.state is not State.MISSING and not wordless(sentence.text):
            yield sentence.id, english


def _period(dates: Sequence[datetime.date], language: Language) -> str:
    """The day of these dates in words, or the month or months of several; "" of none."""
    ends = dict.fromkeys(dates)
    if len(ends) < 2:
        return "".join(wording.date(day, language) for day in ends)
    return " – ".join(dict.fromkeys(wording.month(day, language) for day in ends))
