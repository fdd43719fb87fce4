"""`translate`, and what `build` does of it: an engine asked, with a progress bar."""

import functools
import sys
from collections.abc import Callable, Sequence, Set

import click

from bitext.article import library
from bitext.article.catalog import State
from bitext.article.library import Reader, Source
from bitext.commands.console import CONTENT, ENGINE, OK, complain, in_project, say
from bitext.project import fields, lock, settings
from bitext.project.errors import UsageError
from bitext.project.settings import Settings
from bitext.translation import engines, translate
from bitext.translation.engines import Engine


def _address(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A callback for click: an http or https address, or nothing."""
    try:
        return value and str(fields.address(value))
    except ValueError as error:
        raise click.BadParameter(f"{error}, not {value!r}", param=parameter) from None


def _rate(_: click.Context, parameter: click.Parameter, value: float | None) -> float | None:
    """A callback for click: a rate, or nothing."""
    try:
        return None if value is None else settings.rate(value)
    except ValueError as error:
        raise click.BadParameter(f"{error}, not {value!r}", param=parameter) from None


@click.command("translate")
@click.argument("articles", nargs=-1)
@click.option("--engine", help=f"One of: {', '.join(engines.ENGINES)}.")
@click.option("--url", callback=_address, help="Ask this address instead of the engine's own.")
@click.option("--rate", type=float, callback=_rate, help="Sentences a second.")
@click.option("--redo", is_flag=True, help="Translate again what an engine translated.")
@in_project
def command(
    project: Settings,
    articles: Sequence[str],
    engine: str | None,
    url: str | None,
    rate: float | None,
    redo: bool,
) -> int:
    """Fill missing and outdated sentences from an engine, into the catalogs.

    ARTICLES are ids or files; without any, all. What a person edited or reviewed is never
    touched. Each answer is saved as it comes: run it again to go on.
    """
    sources, problems = library.sources(project)
    chosen = library.select(sources, articles)
    complain(problems)
    # Address and rate belong to the engine they are set for, not to one chosen for once.
    own = engine in (None, project.engine)
    make = functools.partial(
        engines.make, engine or project.engine, url or (project.engine_url if own else None)
    )
    states = {State.MISSING, State.STALE} | ({State.MACHINE} if redo else set())
    code = _translate(project, chosen, states, make, rate or (project.rate if own else None))
    return CONTENT if code == OK and problems else code


def translate_missing(project: Settings, reader: Reader) -> None:
    """Fill what has no English at all; leave the network alone where there is nothing to fill.

    reader: what has read the articles, or will read them again for the site.
    """
    missing = {e.article.id for e in library.load(project, reader).editions if e.missing()}
    if not missing:
        return
    sources = [source for source in library.sources(project)[0] if source.id in missing]
    make = functools.partial(engines.make, project.engine, project.engine_url)
    try:
        _translate(project, sources, {State.MISSING}, make, project.rate)
    except UsageError as error:  # no key, no address, another run: the site is built without
        say(f"Not translated: {error}")


def _translate(
    project: Settings,
    sources: Sequence[Source],
    states: Set[State],
    make: Callable[[], Engine],
    rate: float | None,
) -> int:
    """Translate with a progress bar, and say what came of it; return the exit code."""
    engine = make()  # before anything is written: a name or a key may be wrong
    report = translate.Report()
    with lock.catalogs(project):
        jobs, problems = translate.plan(sources, states)
        complain(problems)
        jobs = translate.remember(jobs, project, states, report)
        wanted = sum(len(job.texts) for job in jobs)
        if report.reused:
            say(f"{report.reused} sentence(s) taken from the memory of other articles.")
        if wanted:
            label = f"Asking {engine.name} for {wanted} sentence(s)"
            with click.progressbar(length=wanted, label=label, file=sys.stderr) as bar:
                for _ in translate.ask(jobs, states, make, rate, report):
                    bar.update(1)
    complain(report.problems)
    _conclude(report, wanted, engine.name)
    if report.stopped:
        return ENGINE
    return CONTENT if problems or report.problems else OK


def _conclude(report: translate.Report, wanted: int, engine: str) -> None:
    """Say what came of a run, and what to do about the rest."""
    for place, reason in report.refused:
        say(f"{place}: left out: {reason}")
    if wanted:
        say(f"{report.translated} of {wanted} sentence(s) translated by {engine}.")
    elif not report.reused:
        say("Nothing to translate.")
    left = report.refused or report.problems or report.stopped
    if report.translated < wanted and not left:
        say("The others have got their English from somebody else meanwhile.")
    others = [name for name in engines.ENGINES if name != engine]
    if report.refused and not report.stopped:
        say(
            f"{len(report.refused)} left out: write them in the catalogs, or try another engine: "
            f'make translate ARGS="--engine {others[0]}" (or {", ".join(others[1:])})'
        )
    if report.stopped:
        say(f"{report.stopped}; {report.translated} of {wanted} were done.")
        say(
            "What came is saved. To go on: make translate (a block can last hours), or with "
            f'another engine: make translate ARGS="--engine {others[0]}"'
        )
