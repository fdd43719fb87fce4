"""Filling catalogs without an engine: from the memory, and from the journal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

import polib

from bitext.article import catalog, library, merge
from bitext.article.catalog import Catalog, State
from bitext.article.library import Reader
from bitext.project.errors import ContentError
from bitext.project.settings import Settings
from bitext.text.characters import clean
from bitext.translation import journal, memory
from bitext.translation.jobs import Job, Report
from bitext.translation.journal import JournalEntry
from bitext.translation.memory import Remembered


def remember(
    jobs: Iterable[Job],
    settings: Settings,
    states: Set[State],
    report: Report,
    reader: Reader | None = None,
) -> list[Job]:
    """Bring each job's catalog up to date on disk, filled from memory and journal where they go.

    Returns the jobs with the texts that are still without English; one whose files have come to
    be at fault is left out, and reported. What a machine translated is not replaced by what a
    machine translated elsewhere. From the journal goes what has been seen in these catalogs.
    reader: what may have read the catalogs before.
    """
    jobs = list(jobs)
    known = memory.collect(_catalogs(jobs, settings, reader or Reader()))
    answers = journal.by_article(journal.read(settings))
    others = {source.id for source in library.sources(settings)[0]}
    others -= {job.file.source.id for job in jobs}
    remaining = [one for article in answers if article in others for one in answers[article]]

    left = []
    for job in jobs:
        pending = _pending(answers, job)

        def fill(entries: Catalog, pending: Mapping[str, JournalEntry] = pending) -> _Filled:
            done = _Filled()
            for entry, found in _unasked(entries, states, known, pending):
                if isinstance(found, Remembered):
                    memory.recall(entry, found)
                    done.reused += 1
                elif found:
                    journal.restore(entry, found)
                    done.restored.append(found)
                else:
                    done.texts.append(entry.msgid)
            return done

        try:
            done = job.file.change(fill)
        except ContentError as error:
            report.problems.extend(error.problems)
            remaining += answers.get(job.file.source.id, [])
            continue
        report.reused += done.reused
        report.restored += len(done.restored)
        remaining += done.restored
        left.append(Job(job.file, tuple(done.texts)))
    if answers:
        journal.replace(settings, remaining)
    return left


def outstanding(jobs: Iterable[Job], settings: Settings, states: Set[State]) -> list[Job]:
    """The jobs with the texts that an engine would be asked for; writes nothing."""
    jobs = list(jobs)
    known = memory.collect(_catalogs(jobs, settings, Reader()))
    answers = journal.by_article(journal.read(settings))
    left = []
    for job in jobs:
        unasked = _unasked(job.file.entries(), states, known, _pending(answers, job))
        left.append(Job(job.file, tuple(entry.msgid for entry, found in unasked if not found)))
    return left


@dataclass(slots=True)
class _Filled:
    """What was done to one catalog without an engine, and the texts that need one."""

    reused: int = 0
    restored: list[JournalEntry] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def _pending(answers: Mapping[str, Sequence[JournalEntry]], job: Job) -> dict[str, JournalEntry]:
    """What the journal has for an article, by the Arabic; of several answers to it the last.

    Nothing where somebody has deleted the article's catalog.
    """
    source = job.file.source
    found = answers.get(source.id, ()) if source.catalog.exists() else ()
    return {answer.arabic: answer for answer in found}


def _unasked(
    entries: Catalog,
    states: Set[State],
    known: Mapping[str, Remembered],
    pending: Mapping[str, JournalEntry],
) -> list[tuple[polib.POEntry, Remembered | JournalEntry | None]]:
    """The entries to fill, each with what fills it; None where an engine has to be asked.

    Beside those in one of the states, these are the ones whose answer has been overwritten, by
    what a machine said earlier, too.
    """
    found: list[tuple[polib.POEntry, Remembered | JournalEntry | None]] = []
    for entry in merge.fillable(entries, {*states, State.MISSING, State.STALE, State.MACHINE}):
        text = clean(entry.msgid)
        wanted = catalog.state(entry) in states
        if wanted and text in known and _is_better(known[text], entry):
            found.append((entry, known[text]))
        elif text in pending and journal.is_overwritten(entry, pending[text]):
            found.append((entry, pending[text]))
        elif wanted:
            found.append((entry, None))
    return found


def _is_better(remembered: Remembered, entry: polib.POEntry) -> bool:
    """Whether what is remembered is worth more than what the entry holds."""
    if catalog.state(entry) is not State.MACHINE:
        return True
    return remembered.state is not State.MACHINE


def _catalogs(
    jobs: Iterable[Job], settings: Settings, reader: Reader
) -> Iterator[tuple[str, Catalog]]:
    """Every catalog that can be read, by name; one that cannot is its own article's problem."""
    planned = {job.file.source.id: job.file for job in jobs}
    for source in library.sources(settings)[0]:
        path = source.catalog_name
        try:
            if source.id in planned:
                yield path, planned[source.id].entries()
            elif source.catalog.is_file():
                yield path, reader.entries(source, source.catalog.read_bytes())
        except ContentError:
            continue
