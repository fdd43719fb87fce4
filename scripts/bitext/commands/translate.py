"""`translate`, and what `build` does of it: engines asked, with a progress bar."""

import sys
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

import click

from bitext.article import glossary, library
from bitext.article.catalog import State
from bitext.article.library import Reader, Source
from bitext.commands import advice
from bitext.commands import dry_run as preview
from bitext.commands.console import CONTENT, ENGINE, OK, complain, in_project, say
from bitext.project import engine_names, fields, lock, settings
from bitext.project.errors import ContentError, UsageError
from bitext.project.settings import Settings
from bitext.translation import engines, jobs, remember, session, translate
from bitext.translation.jobs import Job, Report
from bitext.translation.protocol import Engine

BUILD_BUDGET = 20.0
"""Seconds that failed requests may take in all before a build goes on without the engine: with
the last of them it waits for half a minute, for a language model a whole one, at the most."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine as it is to be asked: its name, and address, model and rate instead of its own."""

    name: str
    url: str | None
    model: str
    rate: float | None

    def make(self) -> Engine:
        """The engine. Raises UsageError."""
        return engines.make(self.name, self.url, self.model)


Choose = Callable[[str | None], Choice]
"""Gives the engine to ask for an article that names this one, or none."""


def _valid(validator: Callable[[str], object]) -> Callable[..., object]:
    """A callback for click: what this validator makes of a value, or nothing."""

    def checked(_: click.Context, parameter: click.Parameter, value: str | None) -> object:
        try:
            return None if value is None else validator(value)
        except ValueError as error:
            raise click.BadParameter(f"{error}, not {value!r}", param=parameter) from None

    return checked


@click.command("translate")
@click.argument("articles", nargs=-1)
@click.option("--engine", help=f"One of: {', '.join(engine_names.SHOWN)}.")
@click.option(
    "--url", callback=_valid(fields.address), help="Ask this address instead of the engine's own."
)
@click.option(
    "--model", callback=_valid(settings.model), help="The language model to ask openai for."
)
@click.option("--rate", type=float, callback=_valid(settings.rate), help="Sentences a second.")
@click.option("--redo", is_flag=True, help="Translate again what an engine translated.")
@click.option("--dry-run", is_flag=True, help="Ask nobody; say what would be sent, and its cost.")
@in_project
def command(
    project: Settings,
    articles: Sequence[str],
    engine: str | None,
    url: str | None,
    model: str | None,
    rate: float | None,
    redo: bool,
    dry_run: bool,
) -> int:
    """Fill missing and outdated sentences from an engine, into the catalogs.

    ARTICLES are ids or files; without any, all. What a person edited or reviewed is never
    touched. Each answer is saved as it comes: run it again to go on. An article is translated by
    the engine that its front matter names, if it does, unless you say --engine.
    """
    sources, problems = library.sources(project)
    chosen = library.select(sources, articles)
    complain(problems)

    choose = _chooser(project, engine, url, model, rate)
    states = {State.MISSING, State.STALE} | ({State.MACHINE} if redo else set())
    if dry_run:  # what it costs is asked before there is a key
        engines.known(engine or project.engine)
        code = _dry_run(project, chosen, states, choose)
    else:
        if engine:  # a wrong name or a missing key is said even where nothing is to do
            choose(None).make()
        named = chosen[0].id if len(articles) == 1 else None
        code = _translate(project, chosen, states, choose, named)
    return CONTENT if code == OK and problems else code


def _chooser(
    project: Settings,
    engine: str | None = None,
    url: str | None = None,
    model: str | None = None,
    rate: float | None = None,
) -> Choose:
    """What chooses by what was typed, else by the article, else by the settings."""

    def choose(own: str | None) -> Choice:
        name = engine or own or project.engine
        # An address that was typed without an engine belongs to the default one.
        typed = url if engine or name == project.engine else None
        return Choice(
            name,
            typed or project.engine_url.get(name),
            model or project.engine_model,
            rate or (project.rate if name == project.engine else None),
        )

    return choose


def translate_missing(project: Settings, reader: Reader) -> None:
    """Fill what has no English at all; leave the network alone where there is nothing to fill.

    A catalog made when sentences were cut elsewhere is brought up to date as well.

    reader: what has read the articles, or will read them again for the site. Whatever is the
    matter with an engine is said, and the build goes on.
    """
    # What is at fault here is reported by the build.
    editions = library.load(project, reader).editions
    due = {each.article.id for each in editions if each.missing() or each.recut}
    chosen = [source for source in library.sources(project)[0] if source.id in due]
    if not chosen:
        return

    try:
        _translate(project, chosen, {State.MISSING}, _chooser(project), reader=reader)
    except (UsageError, ContentError) as error:  # another run; a journal of a later version
        say(f"Not translated: {error}")


def _translate(
    project: Settings,
    sources: Sequence[Source],
    states: Set[State],
    choose: Choose,
    named: str | None = None,
    reader: Reader | None = None,
) -> int:
    """Translate with a progress bar, and say what came of it; return the exit code.

    named: the id of the one article that was asked for; None for all or several. reader: of a
    build, which has read all articles; None where none is going on.
    """
    done, building = Report(), reader is not None
    with lock.catalogs(project):
        planned, problems = jobs.plan(sources, states, reader)
        complain(problems)
        groups = _usable(_by_engine(planned, choose), building)
        ready = [job for group in groups.values() for job in group]
        left = {
            job.file.source.id: job
            for job in remember.remember(ready, project, states, done, reader)
        }
        if done.restored:
            say(f"{done.restored} sentence(s) from answers that had been overwritten.")
        if done.reused:
            say(f"{done.reused} sentence(s) taken from the memory of other articles.")
        complain(done.problems)
        reports = [done]
        for choice, group in groups.items():
            rest = [left[job.file.source.id] for job in group if job.file.source.id in left]
            if any(job.texts for job in rest):
                budget = BUILD_BUDGET if building else session.BUDGET
                report = _ask(project, rest, states, choice, budget)
                _conclude(report, sum(len(job.texts) for job in rest), choice.name, named)
                reports.append(report)
    if len(reports) == 1 and not (done.reused or done.restored):
        say("Nothing to translate.")
    if any(report.stopped for report in reports):
        return ENGINE
    return CONTENT if problems or any(report.problems for report in reports) else OK


def _by_engine(planned: Sequence[Job], choose: Choose) -> dict[Choice, list[Job]]:
    groups: dict[Choice, list[Job]] = {}
    for job in planned:
        groups.setdefault(choose(job.file.article().details.engine), []).append(job)
    return groups


def _usable(groups: dict[Choice, list[Job]], building: bool) -> dict[Choice, list[Job]]:
    """The groups whose engine can be made, if it is needed: a key or an address may be missing.

    Raises UsageError for one that cannot; where a site is being built, it is said and left out.
    """
    usable = {}
    for choice, group in groups.items():
        try:
            if any(job.texts for job in group):
                choice.make()
        except UsageError as error:
            articles = (job.file.article() for job in group)
            named = next((a.path for a in articles if a.details.engine == choice.name), None)
            why = f"{error} ({named} names this engine)" if named else str(error)
            if not building:
                raise UsageError(why) from None
            say(f"Not translated: {why}")
        else:
            usable[choice] = group
    return usable


def _ask(
    project: Settings, left: Sequence[Job], states: Set[State], choice: Choice, budget: float
) -> Report:
    """Ask one engine for what is left of its articles."""
    report = Report()
    wanted = sum(len(job.texts) for job in left)
    terms, _ = glossary.load(project)  # `check` says what is wrong with it
    label = f"Asking {choice.name} for {wanted} sentence(s)"
    with click.progressbar(length=wanted, label=label, file=sys.stderr) as bar:
        for _ in translate.ask(
            left, project, states, choice.make, choice.rate, report, budget, terms
        ):
            bar.update(1)
    complain(report.problems)
    return report


def _conclude(report: Report, wanted: int, engine: str, named: str | None) -> None:
    """Say what came of a run, and what to do about the rest."""
    for place, reason in report.refused:
        say(f"{place}: left out: {reason}")
    say(f"{report.translated} of {wanted} sentence(s) translated by {engine}.")
    left = report.refused or report.problems or report.stopped
    if report.translated < wanted and not left:
        say("The others have got their English from somebody else meanwhile.")
    others = [name for name in engine_names.SHOWN if name != engine]
    if report.refused and not report.stopped:
        say(
            f"{len(report.refused)} left out: write them in the catalogs, or try another engine: "
            f'make translate ARGS="--engine {others[0]}" (or {", ".join(others[1:])})'
        )
    if report.stopped:
        say(f"{report.stopped}; {report.translated} of {wanted} were done. What came is saved.")
        for line in advice.after_a_stop(engine, named):
            say(line)


def _dry_run(
    project: Settings, sources: Sequence[Source], states: Set[State], choose: Choose
) -> int:
    """Say what `_translate` would send, and write nothing; return the exit code."""
    planned, problems = jobs.plan(sources, states)
    complain(problems)
    by_id = {job.file.source.id: job for job in remember.outstanding(planned, project, states)}
    groups = _by_engine(planned, choose)
    named = {
        choice.name: [by_id[job.file.source.id] for job in group]
        for choice, group in groups.items()
    }
    preview.show(project, named)
    return CONTENT if problems else OK
