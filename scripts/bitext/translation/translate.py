"""Filling catalogs, from the memory and from an engine: plan, remember, ask, in this order.

The three share one CatalogFile an article. `ask` alone uses a network.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field
from itertools import chain

import polib

from bitext.article import catalog, glossary, library, merge, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.catalog_file import CatalogFile
from bitext.article.library import Source
from bitext.project.errors import ContentError, Problem
from bitext.project.settings import Settings
from bitext.text.characters import clean
from bitext.translation import memory
from bitext.translation.engines import Engine
from bitext.translation.memory import Remembered
from bitext.translation.session import Answer, Session


@dataclass(frozen=True, slots=True)
class Job:
    """One article's catalog, and the Arabic of its sentences that need English."""

    file: CatalogFile
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
    """A job for each article, and the faults of articles that had to be left out.

    states: those of the sentences to translate. Writes nothing.
    """
    jobs: list[Job] = []
    problems: list[Problem] = []
    for source in sources:
        file = CatalogFile(source, settings)
        try:
            fillable = merge.fillable(file.entries(), states)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        jobs.append(Job(file, tuple(entry.msgid for entry in fillable)))
    return jobs, problems


def remember(
    jobs: Iterable[Job], settings: Settings, states: Set[State], report: Report
) -> list[Job]:
    """Bring each job's catalog up to date on disk, filled from the memory as far as it goes.

    Returns the jobs with the texts that are still without English; one whose files have come to
    be at fault is left out, and reported. What a machine translated is not replaced by what a
    machine translated elsewhere.
    """
    jobs = list(jobs)
    known = memory.collect(_catalogs(jobs, settings))

    def recall(entries: Catalog) -> tuple[int, list[str]]:
        reused, texts = 0, []
        for entry in merge.fillable(entries, states):
            remembered = known.get(clean(entry.msgid))
            if remembered and _is_better(remembered, entry):
                memory.recall(entry, remembered)
                reused += 1
            else:
                texts.append(entry.msgid)
        return reused, texts

    left = []
    for job in jobs:
        try:
            reused, texts = job.file.change(recall)
        except ContentError as error:
            report.problems.extend(error.problems)
            continue
        report.reused += reused
        left.append(Job(job.file, tuple(texts)))
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
    on disk: whatever stops the run, and whoever edits the file meanwhile, nothing is lost. A
    sentence that several articles share is asked for once. An article whose files come to be at
    fault during the run is left, and reported.
    """
    engine = make()
    terms, _ = glossary.load(settings)  # what is wrong with it is for `check` to say
    session = Session(make, rate or engine.rate, engine.in_flight, terms)
    answered: dict[str, Answer] = {}
    for job in jobs:
        known = [answered[text] for text in job.texts if text in answered]
        asked = session.ask([text for text in job.texts if text not in answered])
        try:
            for answer in chain(known, asked):
                _store(answer, job.file, states, engine, report)
                if answer.english is not None:
                    answered[answer.text] = answer
                yield
        except ContentError as error:
            report.problems.extend(error.problems)
        except OSError as error:
            shown = library.name(job.file.source.seed, settings)
            what = f"could not be read or written with its catalog ({error.strerror or error})"
            report.problems.append(Problem(shown, 0, what, "mend that, and run this again"))
        finally:
            asked.close()
        if session.stopped:
            break
    report.stopped = session.stopped or session.failure_reason(report.translated)


def _store(
    answer: Answer, file: CatalogFile, states: Set[State], engine: Engine, report: Report
) -> None:
    """Put one answer into the catalog, if its entry is still one to fill, and report it."""

    def fill(entries: Catalog) -> str | None:
        """Fill the entry; its place in the seed, or None where it is not to be filled any more."""
        for entry in merge.fillable(entries, states):
            if entry.msgid == answer.text:
                if answer.english is not None:
                    today = datetime.datetime.now(datetime.UTC).date()
                    origin = provenance.answer(
                        answer.text,
                        answer.english,
                        engine.name,
                        engine.via,
                        today,
                        answer.doubts,
                    )
                    provenance.put(entry, answer.english, origin, fuzzy=True)
                return ":".join(entry.occurrences[0])
        return None

    place = file.change(fill)
    if place and answer.english is None:
        report.refused.append((place, answer.reason))
    elif place:
        report.translated += 1


def _is_better(remembered: Remembered, entry: polib.POEntry) -> bool:
    """Whether what is remembered is worth more than what the entry holds."""
    if catalog.state(entry) is not State.MACHINE:
        return True
    return remembered.state is not State.MACHINE


def _catalogs(jobs: Iterable[Job], settings: Settings) -> Iterator[tuple[str, Catalog]]:
    """Every catalog that can be read, by name; one that cannot is its own article's problem."""
    planned = {job.file.source.id: job.file for job in jobs}
    for source in library.sources(settings)[0]:
        path = library.name(source.catalog, settings)
        try:
            if source.id in planned:
                yield path, planned[source.id].entries()
            elif source.catalog.is_file():
                yield path, catalog.parse(source.catalog.read_bytes(), path)
        except ContentError:
            continue
