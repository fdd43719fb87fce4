"""The command line: it parses, calls a stage, and turns what comes of it into an exit code."""

import functools
import io
import json
import re
import sys
from collections.abc import Sequence

import click

from bitext.article import library
from bitext.article.catalog import State
from bitext.commands import annotations
from bitext.commands.console import CONTENT, ENGINE, OK, USAGE, complain, in_project, say, some
from bitext.pages import publish
from bitext.project import files, settings
from bitext.project.errors import BitextError, EngineError, Problem, UsageError
from bitext.project.settings import Settings
from bitext.review import check as checks
from bitext.review import status
from bitext.search import index, lexicon
from bitext.search.written_pages import former_pages
from bitext.site import fonts, mkdocs, offline

__all__ = ["CONTENT", "ENGINE", "OK", "USAGE", "cli", "main"]


@functools.cache
def _others() -> dict[str, click.Command]:
    """The commands that load much which no other needs: engines, the aligner."""
    from bitext.commands import import_add, translate

    commands = (translate.command, import_add.import_, import_add.add)
    return {str(command.name): command for command in commands}


class _Commands(click.Group):
    """A group whose `build` may be left out: `--offline` alone is `build --offline`.

    Commands that are elsewhere are loaded when they are asked for.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_others()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name) or _others().get(cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = ("--version", *ctx.help_option_names)
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """A callback for click: print the versions and end, if they were asked for."""
    if asked:
        from bitext.commands import versions  # see `_others`

        click.echo(versions.line())
        context.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the versions to name when you report a fault.",
)
def cli() -> None:
    """Turn the Arabic articles in seeds/ into a bilingual site in site/.

    Without a command it builds. An article is a text file, seeds/NAME.txt or .md; its English is
    beside it in seeds/NAME.en.po, a gettext catalog you can open in Poedit.

    `make site`, `make add FILE=…` and others run these commands for you, with the Python of
    .venv; `make` lists them, and options go into ARGS: make site ARGS=--offline.

    Here `build.py` is short for .venv/bin/python scripts/build.py:

    \b
      build.py                      translate what is missing, build site/
      build.py --offline            build from the files alone
      build.py add FILE_OR_URL      make a seed of a file or a web page
      build.py serve                preview at http://127.0.0.1:8000/
      build.py status               what is translated, what is reviewed
      build.py status --review      what to look at, the worst first
      build.py check                what is wrong with seeds and catalogs

    Exit codes: 0 done; 1 the content is at fault; 2 wrong usage; 3 the engine could not be
    used (what it had translated is saved); 130 interrupted (what was done is saved).
    """


def _host_and_port(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A callback for click: `host:port`, or nothing."""
    found = re.fullmatch(r"([\w.-]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})", value or "")
    if value and not (found and 0 < int(found[2]) < 65536):
        message = f"must be a host and a port, such as 127.0.0.1:8080, not {value!r}"
        raise click.BadParameter(message, param=parameter)
    return value


@cli.command()
@click.option("--offline", is_flag=True, help="Use no network: what is missing stays missing.")
@click.option("--strict", is_flag=True, help="Exit 1 if any sentence is missing or stale.")
@in_project
def build(project: Settings, offline: bool, strict: bool) -> int:
    """Translate what is missing, write the pages, build site/.

    Where the engine cannot be used the site is built all the same, with placeholders.
    """
    reader = library.Reader()
    if not offline:
        from bitext.commands import translate  # see `_others`

        translate.translate_missing(project, reader)
    if fonts.outdated(fonts.folder(project)):
        say("Making the fonts; this takes some seconds, once.")
    published = mkdocs.publish(project, reader)
    if published.outcome is mkdocs.Outcome.NOTHING:
        say("No site was built; see above.")
        return CONTENT
    _warn(project, reader, published.library.problems)
    rows = status.rows(published.library.editions)
    missing, stale = (sum(int(row[s]) for row in rows) for s in (State.MISSING, State.STALE))
    total = sum(int(row["sentences"]) for row in rows)
    shown = project.shown(project.site)
    say(f"{shown}/ holds {len(rows)} article(s), {total} sentences.")
    if missing or stale:
        say(f"{missing} not translated, {stale} outdated; see: make status")
    faulty = strict and bool(missing or stale)
    if faulty:
        say("That is a fault under --strict.")
    if not published.repository:
        say(_NO_REPOSITORY)
    return CONTENT if faulty or published.outcome is not mkdocs.Outcome.SOUND else OK


_NO_REPOSITORY = (
    f"{settings.FILE}: repo_url is not set, so readers have nowhere to suggest corrections; set it "
    "to your repository's address, there or in REPO_URL"
)


def _warn(project: Settings, reader: library.Reader, shown_already: Sequence[Problem]) -> None:
    """Show what else `check` finds: no fault of a build, under --strict either.

    reader: what has read seeds and catalogs. shown_already: what is wrong with those that could
    not be read.
    """
    found = checks.check(project, reader)
    found = [problem for problem in found if problem not in shown_already]
    shown = some(found, _FINDINGS)
    complain(shown)
    if len(shown) < len(found):
        say(f"{len(found) - len(shown)} more: make check")


_FINDINGS = 20  # that a build shows: what is said after them stays in sight


@cli.command()
@click.option(
    "--address",
    metavar="HOST:PORT",
    callback=_host_and_port,
    help="Where; 127.0.0.1:8000 unless said.",
)
@in_project
def serve(project: Settings, address: str | None) -> int:
    """Preview the site; a changed seed or catalog reloads the page."""
    return OK if mkdocs.preview(project, address) else CONTENT


@cli.command()
@in_project
def pages(project: Settings) -> int:
    """Write docs/articles/ only."""
    found = publish.write(project)
    complain(found.problems)
    say(f"{project.shown(project.articles)}/ holds {len(found.editions)} article(s).")
    return CONTENT if found.problems else OK


@cli.command("index")
@in_project
def index_(project: Settings) -> int:
    """Write the search index of a built site/ only."""
    found = library.load(project).without_drafts()
    complain(found.problems)
    words = lexicon.load(index.rules(project.site), project.cache)
    folder = project.site / index.FOLDER
    shown = project.shown(folder)
    if former_pages(folder) is None:
        what = "no whole index is there, from which to take the pages of docs/; they are left out"
        complain([Problem(shown, 0, what, "to have them, build the site: make site", warning=True)])
    with files.naming(folder):
        size = index.write(
            found.editions, project.site, lexicon=words, collections=found.collections
        )
        offline.renew(project.site, project.docs)
    say(f"{shown}/ holds {len(found.editions)} article(s) in {size // 1000:,} kB.")
    return CONTENT if found.problems else OK


_QUEUE = 50  # sentences of the review queue that are listed unless all are asked for


@cli.command("status")
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.option("--review", is_flag=True, help="List what to look at, the worst first.")
@click.option("--all", "whole", is_flag=True, help=f"With --review: all, not {_QUEUE}.")
@in_project
def status_(
    project: Settings, articles: tuple[str, ...], as_json: bool, review: bool, whole: bool
) -> int:
    """Show the sentences of each article by state, or those to review, the worst first.

    ARTICLE is the name of a file in seeds/, or its path.
    """
    from bitext.review import queue  # see `_others`

    if (as_json and review) or (whole and not review):
        raise UsageError("--json goes without --review, --all only with it")
    sources = library.select(library.sources(project)[0], articles)
    reader = library.Reader()
    found = library.load(project, reader)
    problems = found.problems
    if articles:
        paths = {path for source in sources for path in (source.seed_name, source.catalog_name)}
        problems = tuple(problem for problem in problems if problem.path in paths)
    if review:
        from bitext.alignment import encoder

        model = encoder.load()
        agreement = functools.partial(encoder.agreement, model) if model else None
        items = queue.collect(sources, project, agreement, reader)
        click.echo("\n".join(map(str, items if whole else items[:_QUEUE])))
        if not whole and len(items) > _QUEUE:
            say(f"{len(items) - _QUEUE} more: make status ARGS='--review --all'")
    else:
        ids = {source.id for source in sources}
        rows = status.rows(edition for edition in found.editions if edition.article.id in ids)
        if as_json:
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        else:
            wrong = queue.wrong(queue.collect(sources, project, reader=reader))
            catalogs = {source.id: source.catalog_name for source in sources}
            click.echo("\n".join([status.table(rows), "", *status.advice(rows, catalogs, wrong)]))
    complain(problems)
    return CONTENT if problems else OK


@cli.command()
@in_project
def check(project: Settings) -> int:
    """Validate seeds and catalogs; say what is wrong, where, and how to mend it."""
    problems = checks.check(project)
    complain(problems)
    if annotations.wanted() and problems:
        click.echo("\n".join(annotations.lines(problems, project)))
    errors = sum(not problem.warning for problem in problems)
    say(f"{errors} error(s), {len(problems) - errors} warning(s).")
    return CONTENT if errors else OK


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code. A person's mistake is never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Windows writes into files and pipes in an encoding that may lack Arabic.
            stream.reconfigure(errors="backslashreplace")
    try:
        typed = ".venv/bin/python scripts/build.py"  # as the documents have it
        return int(cli.main(arguments, prog_name=typed, standalone_mode=False) or OK)
    except click.ClickException as error:
        error.show(sys.stderr)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        say("Interrupted; what was done is saved.")
        return 130
    except BitextError as error:
        say(str(error))
        return _code(error)
    except OSError as error:
        say(files.complaint(error))
        return CONTENT


def _code(error: BitextError) -> int:
    if isinstance(error, UsageError):
        return USAGE
    return ENGINE if isinstance(error, EngineError) else CONTENT
