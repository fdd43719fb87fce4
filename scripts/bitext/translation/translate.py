"""Filling catalogs from an engine. This alone uses a network; see `jobs` and `remember` first."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import chain

from bitext.article import merge, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.catalog_file import CatalogFile
from bitext.article.glossary import EMPTY, Glossary
from bitext.article.model import Sentence
from bitext.article.provenance import Doubted, Provenance
from bitext.project.errors import ContentError, Problem
from bitext.project.settings import Settings
from bitext.text.characters import clean
from bitext.translation import journal
from bitext.translation.jobs import Job, Report
from bitext.translation.journal import JournalEntry
from bitext.translation.protocol import Engine, Request
from bitext.translation.session import BUDGET, Answer, Session


def ask(
    jobs: Iterable[Job],
    settings: Settings,
    states: Set[State],
    make: Callable[[], Engine],
    rate: float | None,
    report: Report,
    budget: float = BUDGET,
    glossary: Glossary = EMPTY,
) -> Iterator[None]:
    """Fill each job's catalog from an engine, yielding once a sentence; the report grows.

    make: makes an engine, once for each of its threads. rate: sentences a second at the most;
    None for the engine's own. budget, glossary: see Session. Every
    answer goes to the journal as it comes, and into the catalog as it then is on disk: whatever
    stops the run, and whoever edits the file meanwhile, nothing is lost. A sentence that several
    articles share is asked for once. An article whose files come to be at fault during the run is
    left, and reported.
    """
    engine = make()
    session = Session(make, rate or engine.rate, engine.in_flight, budget, glossary)
    answered: dict[str, Answer] = {}
    for job in jobs:
        asked = None
        try:
            keep = _keeper(job, settings, engine)
            new = [text for text in job.texts if text not in answered]
            asked = session.ask(requests(job, new, glossary), keep)
            known = [answered[text] for text in job.texts if text in answered]
            for answer in known:
                keep(answer)
            for answer in chain(known, asked):
                _store(answer, job.file, states, engine, report)
                if answer.english is not None:
                    answered[answer.text] = answer
                yield
        except journal.Unwritable as error:
            report.problems.extend(error.problems)
            break
        except ContentError as error:
            report.problems.extend(error.problems)
        except OSError as error:
            what = f"could not be read or written with its catalog ({error.strerror or error})"
            report.problems.append(
                Problem(job.file.source.seed_name, 0, what, "mend that, and run this again")
            )
        finally:
            if asked:
                asked.close()
        if session.stopped:
            break
    report.stopped = session.stopped or session.failure_reason(report.translated)


def requests(job: Job, texts: Iterable[str], glossary: Glossary = EMPTY) -> list[Request]:
    """What an engine is asked for these sentences of an article, each with its block."""
    known: dict[str, tuple[Sentence, str]] = {}
    for block in job.file.article().blocks:
        for sentence in block.sentences:
            known.setdefault(sentence.text, (sentence, block.text))
    made = []
    for text in texts:
        sentence, whole = known.get(text, (Sentence("", text, ""), ""))
        bare = sentence.plain
        made.append(
            Request(
                bare,
                "" if whole == bare else whole,
                glossary.pairs_in(bare),
                text if bare != text else "",
                sentence.notes,
            )
        )
    return made


def _keeper(job: Job, settings: Settings, engine: Engine) -> Callable[[Answer], None]:
    """What writes an answer for this article into the journal."""
    before = {entry.msgid: journal.held(entry) for entry in job.file.entries()}

    def keep(answer: Answer) -> None:
        english = answer.english or ""
        entry = JournalEntry(
            job.file.source.id,
            clean(answer.text),
            english,
            _origin(answer, english, engine),
            before.get(answer.text, ""),
        )
        journal.append(settings, entry)

    return keep


def _origin(answer: Answer, english: str, engine: Engine) -> Provenance | Doubted:
    today = datetime.datetime.now(datetime.UTC).date()
    machine = provenance.answer(
        answer.text, english, engine.name, engine.via, today, engine.model, answer.match
    )
    return Doubted(machine, answer.doubts) if answer.doubts else machine


def _store(
    answer: Answer, file: CatalogFile, states: Set[State], engine: Engine, report: Report
) -> None:
    """Put one answer into the catalog, if its entry is still one to fill, and report it."""

    def fill(entries: Catalog) -> str | None:
        """Fill the entry; its place in the seed, or None where it is not to be filled any more."""
        for entry in merge.fillable(entries, states):
            if entry.msgid == answer.text:
                if answer.english is not None:
                    origin = _origin(answer, answer.english, engine)
                    provenance.put(entry, answer.english, origin, fuzzy=True)
                return ":".join(entry.occurrences[0])
        return None

    place = file.change(fill)
    if place and answer.english is None:
        report.refused.append((place, answer.reason))
    elif place:
        report.translated += 1
