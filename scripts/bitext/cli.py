"""The command line: it parses, calls a stage, and turns what comes of it into an exit code."""

import functools
import json
import sys
from collections.abc import Callable, Sequence, Set
from pathlib import Path

import click

from bitext import check as checks
from bitext import engines, library, site, status, translate
from bitext import publish as pages_stage
from bitext import settings as settings_stage
from bitext.catalog import State
from bitext.engines import Engine
from bitext.errors import BitextError, EngineError, Problem, UsageError
from bitext.library import Source
from bitext.settings import Settings

OK, CONTENT, USAGE, ENGINE = range(4)
"""Exit codes: done; the content is at fault; wrong usage; the engine could not be used."""


class _Commands(click.Group):
    """A group whose `build` may be left out: `build.py --offline` is `build.py build --offline`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def _in_project(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the settings of the project in the current folder as its first argument."""

    @functools.wraps(command)
    def run(**options: object) -> int:
        return command(settings_stage.load(Path.cwd()), **options)

    return run


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Turn the Arabic articles in seeds/ into a bilingual site in site/.

    Without a command it builds. An article is a text file, seeds/NAME.txt; its English is
    beside it in seeds/NAME.en.po, a gettext catalog you can open in Poedit.

    \b
      build.py                      translate what is missing, build site/
      build.py --offline            build from the files alone
      build.py serve                preview at http://127.0.0.1:8000/
      build.py status               what is translated, what is reviewed
      build.py check                what is wrong with seeds and catalogs

    Exit codes: 0 done; 1 the content is at fault; 2 wrong usage; 3 the engine could not be
    used (what it had translated is saved).
    """


@cli.command()
@click.option("--offline", is_flag=True, help="Use no network: what is missing stays missing.")
@click.option("--strict", is_flag=True, help="Exit 1 if any sentence is missing or stale.")
@_in_project
def build(project: Settings, offline: bool, strict: bool) -> int:
    """Translate what is missing, write the pages, build site/.

    Where the engine cannot be used the site is built all the same, with placeholders.
    """
    if not offline:
        _translate_missing(project)
    sound = site.publish(project)
    editions = library.load(project).editions
    rows = status.rows(editions)
    missing, stale = (sum(int(row[s]) for row in rows) for s in (State.MISSING, State.STALE))
    total = sum(int(row["sentences"]) for row in rows)
    shown = library.name(project.site, project)
    _say(f"{shown}/ holds {len(rows)} article(s), {total} sentences.")
    if missing or stale:
        _say(f"{missing} not translated, {stale} outdated; see: build.py status")
    return CONTENT if not sound or (strict and (missing or stale)) else OK


@cli.command("translate")
@click.argument("articles", nargs=-1)
@click.option("--engine", help=f"One of: {', '.join(engines.ENGINES)}.")
@click.option("--url", help="Ask this address instead of the engine's own.")
@click.option("--rate", type=click.FloatRange(0, 100, min_open=True), help="Sentences a second.")
@click.option("--redo", is_flag=True, help="Translate again what an engine translated.")
@_in_project
def translate_(
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
    found, problems = library.sources(project)
    chosen = library.select(found, articles)
    _complain(problems)
    # An address belongs to the engine it is set for, not to another one chosen for once.
    own = engine in (None, project.engine)
    asked = engines.make(engine or project.engine, url or (project.engine_url if own else None))
    rate = rate or (project.rate if own else None) or asked.rate
    states = {State.MISSING, State.STALE} | ({State.MACHINE} if redo else set())
    if not _translate(project, chosen, states, asked, rate):
        return ENGINE
    return CONTENT if problems else OK


@cli.command()
@click.option("--address", metavar="HOST:PORT", help="Where; 127.0.0.1:8000 unless said.")
@_in_project
def serve(project: Settings, address: str | None) -> int:
    """Preview the site; a changed seed or catalog reloads the page."""
    return OK if site.preview(project, address) else CONTENT


@cli.command()
@_in_project
def pages(project: Settings) -> int:
    """Write docs/articles/ only."""
    found = pages_stage.write(project)
    _complain(found.problems)
    _say(f"{library.name(project.articles, project)}/ holds {len(found.editions)} article(s).")
    return CONTENT if found.problems else OK


@cli.command("status")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@_in_project
def status_(project: Settings, as_json: bool) -> int:
    """Show the sentences of each article by state."""
    found = library.load(project)
    rows = status.rows(found.editions)
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else status.table(rows))
    _complain(found.problems)
    return CONTENT if found.problems else OK


@cli.command()
@_in_project
def check(project: Settings) -> int:
    """Validate seeds and catalogs; say what is wrong, where, and how to mend it."""
    problems = checks.check(project)
    _complain(problems)
    errors = sum(not problem.warning for problem in problems)
    _say(f"{errors} error(s), {len(problems) - errors} warning(s).")
    return CONTENT if errors else OK


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code. A person's mistake is never a traceback."""
    try:
        return int(cli.main(arguments, prog_name="build.py", standalone_mode=False) or OK)
    except click.UsageError as error:
        error.show(sys.stderr)
        return USAGE
    except click.ClickException as error:
        error.show(sys.stderr)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        _say("Interrupted; what was done is saved.")
        return 130
    except BitextError as error:
        _say(str(error))
        return _code(error)


def _code(error: BitextError) -> int:
    if isinstance(error, UsageError):
        return USAGE
    return ENGINE if isinstance(error, EngineError) else CONTENT


def _translate_missing(project: Settings) -> None:
    """Fill what has no English at all; leave the network alone where there is nothing to fill."""
    found, _ = library.sources(project)  # a seed at fault is the build's to report
    jobs, _ = translate.plan(found, project, {State.MISSING})
    wanting = [job.source for job in jobs if job.texts]
    if wanting:
        asked = engines.make(project.engine, project.engine_url)
        _translate(project, wanting, {State.MISSING}, asked, project.rate or asked.rate)


def _translate(
    project: Settings,
    sources: Sequence[Source],
    states: Set[State],
    engine: Engine,
    rate: float,
) -> bool:
    """Translate with a progress bar, and say what came of it; False if the engine failed."""
    jobs, problems = translate.plan(sources, project, states)
    _complain(problems)
    wanted = sum(len(job.texts) for job in jobs)
    report = translate.Report()
    with click.progressbar(length=wanted, label=f"Asking {engine.name}", file=sys.stderr) as bar:
        for progress in translate.run(jobs, project, states, engine, rate):
            report = progress
            bar.update(1)
    for place in report.unanswered:
        _say(f"{place}: {engine.name} has no English for this sentence; write it in the catalog")
    _say(f"{report.translated} of {wanted} sentence(s) translated by {engine.name}.")
    if report.stopped:
        _say(f"{report.stopped}. What came is saved; run `translate` again to go on.")
    return report.stopped is None


def _complain(problems: Sequence[Problem]) -> None:
    for problem in sorted(problems):
        _say(str(problem))


def _say(message: str) -> None:
    click.echo(message, err=True)
