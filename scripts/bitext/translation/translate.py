"""Filling catalogs, from the memory and from an engine.

The one stage that uses a network, and the one that writes catalogs.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import chain

import polib

from bitext.article import catalog, library, merge
from bitext.article.catalog import Catalog, State
from bitext.article.catalog_file import Book
from bitext.article.library import Source
from bitext.project.errors import ContentError, Problem
from bitext.project.settings import Settings
from bitext.text.characters import clean
from bitext.translation import memory
from bitext.translation.engines import Engine
from bitext.translation.memory import Remembered
from bitext.translation.session import Answer, Asking


@dataclass(frozen=True, slots=True)
class Job:
    """One article, its catalog as it is being filled, and the sentences of it that want English."""

    source: Source
    book: Book
    texts: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What came of a run.

    reused, translated: sentences filled from the memory, from the engine. refused: where the
    engine had no usable English, and why. problems: of articles that had to be left during the
    run. stopped: why the engine could not be used any further.
    """

    reused: int = 0
    translated: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stopped: str | None = None


def plan(sources: Iterable[Source], states: Set[State]) -> tuple[list[Job], list[Problem]]:
    """What there is to translate, and the faults of articles that had to be left out.

    states: those of the sentences to translate. Writes nothing.
    """
    jobs: list[Job] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            book = Book(source)
            wanting = merge.wanting(book.entries(), states)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        jobs.append(Job(source, book, tuple(entry.msgid for entry in wanting)))
    return jobs, problems


def remember(
    jobs: Iterable[Job], settings: Settings, states: Set[State], report: Report
) -> list[Job]:
    """Bring each job's catalog up to date on disk, filled from the memory as far as it goes.

    Returns the jobs with what is still wanting. What a machine translated is not replaced by
    what a machine translated elsewhere.
    """
    known = memory.collect(_catalogs(settings))

    def recall(entries: Catalog) -> tuple[int, list[str]]:
        reused, texts = 0, []
        for entry in merge.wanting(entries, states):
            found = known.get(clean(entry.msgid))
            if found and _better(found, entry):
                memory.recall(entry, found)
                reused += 1
            else:
                texts.append(entry.msgid)
        return reused, texts

    left = []
    for job in jobs:
        try:
            reused, texts = job.book.change(recall)
        except ContentError as error:
            report.problems.extend(error.problems)
            continue
        report.reused += reused
        left.append(Job(job.source, job.book, tuple(texts)))
    return left


def ask(
    jobs: Iterable[Job],
    states: Set[State],
    make: Callable[[], Engine],
    rate: float | None,
    report: Report,
) -> Iterator[None]:
    """Fill each job's catalog from an engine, yielding once a sentence; the report grows.

    make: makes an engine, once for each of its threads. rate: sentences a second at the most;
    None for the engine's own. Every answer is saved as it comes, into the catalog as it then is
    on disk: whatever stops the run, and whoever edits the file meanwhile, nothing is lost. A
    sentence that several articles share is asked for once. An article whose files come to be at
    fault during the run is left, and reported.
    """
    engine = make()
    asking = Asking(make, rate or engine.rate, engine.in_flight)
    answered: dict[str, Answer] = {}
    for job in jobs:
        known = [answered[text] for text in job.texts if text in answered]
        asked = asking.ask([text for text in job.texts if text not in answered])
        try:
            for answer in chain(known, asked):
                _take(answer, job.book, states, engine, report)
                if answer.english is not None:
                    answered[answer.text] = answer
                yield
        except ContentError as error:
            report.problems.extend(error.problems)
        except OSError as error:
            what = f"could not be read or written with its catalog ({error.strerror or error})"
            report.problems.append(
                Problem(job.source.seed_name, 0, what, "mend that, and run this again")
            )
        finally:
            asked.close()
        if asking.stopped:
            break
    report.stopped = asking.stopped or asking.useless(report.translated)


def _take(answer: Answer, book: Book, states: Set[State], engine: Engine, report: Report) -> None:
    """Put one answer where it belongs, if the catalog still wants it."""

    def fill(entries: Catalog) -> str | None:
        """Fill the entry; its place in the seed, or None where it is not wanting any more."""
        for entry in merge.wanting(entries, states):
            if entry.msgid == answer.text:
                if answer.english is not None:
                    today = datetime.datetime.now(datetime.UTC).date()
                    merge.fill(entry, answer.english, engine.name, engine.via, today)
                return ":".join(entry.occurrences[0])
        return None

    place = book.change(fill)
    if place and answer.english is None:
        report.refused.append((place, answer.reason))
    elif place:
        report.translated += 1


def _better(found: Remembered, entry: polib.POEntry) -> bool:
    """Whether what is remembered is worth more than what the entry holds."""
    if catalog.state(entry) is not State.MACHINE:
        return True
    return catalog.state(found.entry) is not State.MACHINE


def _catalogs(settings: Settings) -> Iterator[tuple[str, Catalog]]:
    """Every catalog that can be read; one that cannot is its own article's problem."""
    for source in library.sources(settings)[0]:
        if source.catalog.is_file():
            try:
                path = source.catalog_name
                yield path, catalog.parse(source.catalog.read_bytes(), path)
            except ContentError:
                continue
