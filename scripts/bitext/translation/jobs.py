"""What a run of `translate` has to do, and what came of it."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from bitext.article import merge
from bitext.article.catalog import State
from bitext.article.catalog_file import CatalogFile
from bitext.article.library import Reader, Source
from bitext.project.errors import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Job:
    """One article's catalog, and the Arabic of its sentences that need English."""

    file: CatalogFile
    texts: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What came of a run.

    reused, restored, translated: sentences filled from the memory, from the journal, from the
    engine. refused: where the engine had no usable English, and why. problems: of articles that
    had to be left during the run. stopped: why the engine could not be used any further.
    """

    reused: int = 0
    restored: int = 0
    translated: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stopped: str | None = None


def plan(
    sources: Iterable[Source], states: Set[State], reader: Reader | None = None
) -> tuple[list[Job], list[Problem]]:
    """A job for each article, and the faults of articles that had to be left out.

    states: those of the sentences to translate. reader: what may have read the articles before.
    Writes nothing.
    """
    jobs: list[Job] = []
    problems: list[Problem] = []
    for source in sources:
        file = CatalogFile(source, reader)
        try:
            fillable = merge.fillable(file.entries(), states)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        jobs.append(Job(file, tuple(entry.msgid for entry in fillable)))
    return jobs, problems
