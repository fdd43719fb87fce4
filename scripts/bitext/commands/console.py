"""What every command shares: exit codes, messages, the project it is run in."""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from bitext.project import settings as settings_stage
from bitext.project.errors import Problem

OK, CONTENT, USAGE, ENGINE = range(4)
"""Exit codes: done; the content is at fault; wrong usage; the engine could not be used."""


def in_project(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the settings of the project in the current folder as its first argument."""

    @functools.wraps(command)
    def run(**options: object) -> int:
        return command(settings_stage.load(Path.cwd() / settings_stage.FILE), **options)

    return run


def complain(problems: Sequence[Problem]) -> None:
    """Show problems on stderr: errors, then warnings, in the order of their files."""
    for problem in sorted(problems, key=lambda problem: (problem.warning, problem)):
        say(str(problem))


def some(problems: Sequence[Problem], most: int) -> list[Problem]:
    """All of them, or if they are more than `most` the first of each file, `most` at most."""
    if len(problems) <= most:
        return list(problems)
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.path, problem)
    return list(first.values())[:most]


def say(message: str) -> None:
    """Show a message on stderr: what a command prints on stdout is its result."""
    click.echo(message, err=True)
