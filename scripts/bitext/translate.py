"""Filling catalogs from an engine: the one stage that uses a network and writes catalogs."""

import datetime
import time
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from bitext import catalog, files, library, seed, update
from bitext.catalog import Catalog, State
from bitext.engines import Engine
from bitext.errors import ContentError, EngineError, Problem
from bitext.library import Source
from bitext.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """One article, and the sentences of it an engine should translate."""

    source: Source
    texts: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What came of a run.

    translated: sentences filled. unanswered: places of sentences the engine had no English for.
    stopped: why the engine could not be used any further, None if it could.
    """

    translated: int = 0
    unanswered: list[str] = field(default_factory=list)
    stopped: str | None = None


def plan(
    sources: Iterable[Source], settings: Settings, states: Set[State]
) -> tuple[list[Job], list[Problem]]:
    """What there is to translate, and the faults of articles that had to be left out.

    states: those of the sentences to translate. Writes nothing: see `run`.
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


def run(
    jobs: Iterable[Job], settings: Settings, states: Set[State], engine: Engine, rate: float
) -> Iterator[Report]:
    """Bring each job's catalog up to date on disk and fill it, yielding the report as it grows.

    Yields once a sentence asked for. Every answer is saved as it comes, into the catalog as it
    then is on disk: whatever stops the run, and whoever edits the file meanwhile, nothing is
    lost. rate: sentences a second, at the most.
    """
    report = Report()
    pace = _Pace(rate)
    for job in jobs:
        _save(job.source, _refreshed(job.source, settings))
        for text in job.texts:
            if report.stopped:
                break
            pace.wait()
            try:
                english = engine.translate(text)
            except EngineError as error:
                report.stopped = str(error)
            else:
                _take(english, text, job.source, settings, states, engine, report)
            yield report


def _take(
    english: str | None,
    text: str,
    source: Source,
    settings: Settings,
    states: Set[State],
    engine: Engine,
    report: Report,
) -> None:
    """Put one answer where it belongs, if it is an answer and the catalog still wants it."""
    entries = _refreshed(source, settings)
    for entry in update.wanting(entries, states):
        if entry.msgid != text:
            continue
        if english is None:
            report.unanswered.append(":".join(entry.occurrences[0]))
        else:
            update.fill(entry, english, engine.name, engine.via, _today())
            _save(source, entries)
            report.translated += 1


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


class _Pace:
    """Spaces out calls: `wait` returns no sooner than 1/rate seconds after it last did."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._due = time.monotonic()

    def wait(self) -> None:
        time.sleep(max(0.0, self._due - time.monotonic()))
        self._due = time.monotonic() + self._interval


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
