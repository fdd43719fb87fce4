"""The command line: it parses, calls a stage, and turns what comes of it into an exit code."""

import functools
import json
import sys
from collections.abc import Callable, Sequence, Set
from pathlib import Path

import click

from bitext import library, lock
from bitext import settings as settings_stage
from bitext.alignment import bring
from bitext.catalog import State
from bitext.errors import BitextError, EngineError, Problem, UsageError
from bitext.library import Source
from bitext.pages import publish as pages_stage
from bitext.pages import site
from bitext.review import check as checks
from bitext.review import status
from bitext.settings import Settings
from bitext.translation import engines, translate
from bitext.translation.engines import Engine

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
    # Address and rate belong to the engine they are set for, not to one chosen for once.
    own = engine in (None, project.engine)
    make = functools.partial(
        engines.make, engine or project.engine, url or (project.engine_url if own else None)
    )
    states = {State.MISSING, State.STALE} | ({State.MACHINE} if redo else set())
    if not _translate(project, chosen, states, make, rate or (project.rate if own else None)):
        return ENGINE
    return CONTENT if problems else OK


@cli.command("import")
@click.argument("article")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Also what a person edited or reviewed.")
@_in_project
def import_(project: Settings, article: str, file: Path, replace: bool) -> int:
    """Take an English text of ARTICLE from FILE into its catalog, sentence by sentence.

    FILE is UTF-8 text with the article's paragraphs in their order, the title first: one a line,
    or parted by blank lines. Sentences that may not belong together become fuzzy. What a person
    edited or reviewed stays, unless you say --replace; the former text is then kept in a comment.
    """
    found, _ = library.sources(project)
    (source,) = library.select(found, [article])
    with lock.catalogs(project):
        report = bring.run(source, project, file, replace)
    seed, shown = (library.name(path, project) for path in (source.seed, source.catalog))
    for line in report.missing:
        _say(f"{seed}:{line}: a sentence without English; write it in {shown}")
    _say(
        f"{report.sure} sentence(s) sure, {report.unsure} to look at, {len(report.missing)} "
        f"missing, {report.same + len(report.kept)} left as they were."
    )
    if report.kept:
        lines = ", ".join(map(str, dict.fromkeys(report.kept)))
        _say(f"A person wrote other English for line(s) {lines} of {seed}; --replace puts this in.")
    if report.unsure:
        _say(f"Look at the fuzzy entries of {shown} (“Needs work” in Poedit) and approve each.")
    return OK


@cli.command()
@click.argument("origin", metavar="FILE_OR_URL")
@click.option("--id", "article_id", metavar="NAME", help="Its id, instead of one made of its name.")
@_in_project
def add(project: Settings, origin: str, article_id: str | None) -> int:
    """Make a seed of a text, Markdown or HTML file, or of a web page.

    Title, author, date, source and address go into its front matter where they are known.
    An existing seed is never overwritten. Only an http or https address uses the network.
    """
    # Its libraries take a fifth of a second to load, which no other command should wait for.
    from bitext.adding import add as addition

    added = addition.add(origin, project, article_id)
    shown = library.name(added.path, project)
    for note in added.notes:
        _say(f"{shown}: {note}")
    click.echo(shown)
    _say(f"{len(added.article.paragraphs)} paragraph(s). Read them through, then: build.py")
    return OK


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
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join([status.table(rows), "", *status.advice(rows)]))
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
        make = functools.partial(engines.make, project.engine, project.engine_url)
        _translate(project, wanting, {State.MISSING}, make, project.rate)


def _translate(
    project: Settings,
    sources: Sequence[Source],
    states: Set[State],
    make: Callable[[], Engine],
    rate: float | None,
) -> bool:
    """Translate with a progress bar, and say what came of it; False if the engine failed."""
    engine = make()  # before anything is written: a name or a key may be wrong
    report = translate.Report()
    with lock.catalogs(project):
        jobs, problems = translate.plan(sources, project, states)
        _complain(problems)
        jobs = translate.remember(jobs, project, states, report)
        wanted = sum(len(job.texts) for job in jobs)
        if report.reused:
            _say(f"{report.reused} sentence(s) taken from the memory of other articles.")
        if wanted:
            label = f"Asking {engine.name} for {wanted} sentence(s)"
            with click.progressbar(length=wanted, label=label, file=sys.stderr) as bar:
                for _ in translate.ask(jobs, project, states, make, rate, report):
                    bar.update(1)
    _conclude(report, wanted, engine.name)
    return report.stopped is None


def _conclude(report: translate.Report, wanted: int, engine: str) -> None:
    """Say what came of a run, and what to do about the rest."""
    for place, reason in report.refused:
        _say(f"{place}: left out: {reason}")
    if wanted:
        _say(f"{report.translated} of {wanted} sentence(s) translated by {engine}.")
    else:
        _say("Nothing to translate.")
    if report.refused and not report.stopped:
        _say(
            f"{len(report.refused)} left out: write them in the catalogs, or try another engine: "
            f"--engine {'|'.join(name for name in engines.ENGINES if name != engine)}"
        )
    if report.stopped:
        _say(f"{report.stopped}; stopped after {report.translated} of {wanted}.")
        _say(
            "What came is saved. Run `translate` again later to go on (a block can last hours), "
            "or use another engine: --engine NAME"
        )


def _complain(problems: Sequence[Problem]) -> None:
    for problem in sorted(problems):
        _say(str(problem))


def _say(message: str) -> None:
    click.echo(message, err=True)
