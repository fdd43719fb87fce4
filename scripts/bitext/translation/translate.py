"""Filling catalogs, from the memory and from an engine.

The one stage that uses a network, and the one that writes catalogs.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field

import polib

from bitext import catalog, files, library, seed, update
from bitext.catalog import Catalog, State
from bitext.characters import clean
from bitext.errors import ContentError, Problem
from bitext.library import Source
from bitext.settings import Settings
from bitext.translation import memory
from bitext.translation.asking import Answer, Asking
from bitext.translation.engines import Engine
from bitext.translation.memory import Remembered


@dataclass(frozen=True, slots=True)
class Job:
    """One article, and the sentences of it that want English."""

    source: Source
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


def plan(
    sources: Iterable[Source], settings: Settings, states: Set[State]
) -> tuple[list[Job], list[Problem]]:
    """What there is to translate, and the faults of articles that had to be left out.

    states: those of the sentences to translate. Writes nothing.
    """
    jobs: list[Job] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            wanting = update.wanting(_refreshed(source, settings), states)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        jobs.append(Job(source, tuple(entry.msgid for entry in wanting)))
    return jobs, problems


def remember(
    jobs: Iterable[Job], settings: Settings, states: Set[State], report: Report
) -> list[Job]:
    """Bring each job's catalog up to date on disk, filled from the memory as far as it goes.

    Returns the jobs with what is still wanting. What a machine translated is not replaced by
    what a machine translated elsewhere.
    """
    known = memory.collect(_catalogs(settings))
    left = []
    for job in jobs:
        entries = _refreshed(job.source, settings)
        texts = []
        for entry in update.wanting(entries, states):
            found = known.get(clean(entry.msgid))
            if found and _better(found, entry):
                memory.recall(entry, found)
                report.reused += 1
            else:
                texts.append(entry.msgid)
        _save(job.source, entries)
        left.append(Job(job.source, tuple(texts)))
    return left


def ask(
    jobs: Iterable[Job],
    settings: Settings,
    states: Set[State],
    make: Callable[[], Engine],
    rate: float | None,
    report: Report,
) -> Iterator[None]:
    """Fill each job's catalog from an engine, yielding once a sentence; the report grows.

    make: makes an engine, once for each of its threads. rate: sentences a second at the most;
    None for the engine's own. Every answer is saved as it comes, into the catalog as it then is
    on disk: whatever stops the run, and whoever edits the file meanwhile, nothing is lost. An
    article whose files come to be at fault during the run is left, and reported.
    """
    engine = make()
    asking = Asking(make, rate or engine.rate, engine.in_flight)
    for job in jobs:
        book = _Book(job.source, settings)
        try:
            for answer in asking.ask(job.texts):
                _take(answer, book, states, engine, report)
                yield
        except ContentError as error:
            report.problems.extend(error.problems)
        report.stopped = asking.stopped
        if report.stopped:
            return


class _Book:
    """One article's catalog as it is on disk, brought up to date with its seed as it is there.

    Both may be edited by others at any time; they are parsed again only when they were.
    """

    def __init__(self, source: Source, settings: Settings) -> None:
        self._source, self._settings = source, settings
        self._bytes: tuple[bytes, bytes] | None = None
        self._entries = Catalog()

    def entries(self) -> Catalog:
        """The entries; change them and `save`, or leave them. Raises ContentError."""
        now = self._read()
        if now != self._bytes:
            self._entries = _refreshed(self._source, self._settings)
            self._bytes = now
        return self._entries

    def save(self) -> None:
        """Write the entries."""
        _save(self._source, self._entries)
        self._bytes = self._read()

    def _read(self) -> tuple[bytes, bytes]:
        path = self._source.catalog
        return self._source.seed.read_bytes(), path.read_bytes() if path.is_file() else b""


def _take(answer: Answer, book: _Book, states: Set[State], engine: Engine, report: Report) -> None:
    """Put one answer where it belongs, if the catalog still wants it."""
    for entry in update.wanting(book.entries(), states):
        if entry.msgid != answer.text:
            continue
        if answer.english is None:
            report.refused.append((":".join(entry.occurrences[0]), answer.reason))
            continue
        today = datetime.datetime.now(datetime.UTC).date()
        update.fill(entry, answer.english, engine.name, engine.via, today)
        book.save()
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
            path = library.name(source.catalog, settings)
            try:
                yield path, catalog.parse(source.catalog.read_bytes(), path)
            except ContentError:
                continue


def _refreshed(source: Source, settings: Settings) -> Catalog:
    """The article's catalog as it is on disk, brought up to date with its seed as it is there."""
    article = seed.parse(source.seed.read_bytes(), source.id, library.name(source.seed, settings))
    entries = Catalog()
    if source.catalog.is_file():
        shown = library.name(source.catalog, settings)
        entries = catalog.parse(source.catalog.read_bytes(), shown)
    return update.refresh(entries, article)


def _save(source: Source, entries: Catalog) -> None:
    files.write(source.catalog, catalog.serialise(entries))
