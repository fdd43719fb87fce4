"""Commands run in processes that begin with all their modules, which take a second to import."""

import multiprocessing
import os
import signal
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

MODULES = [
    "bitext.adding.add",
    "bitext.commands.main",
    "bitext.review.queue",
    "bitext.translation.engines",
    "imagesize",
    "mkdocs.__main__",
    "mkdocs.commands.build",
    "simplemma",
]
MKDOCS = "mkdocs"
"""Given first, the arguments are those of MkDocs."""


def context() -> ForkServerContext:
    """Where processes of this worker begin: forked off one that has the modules and no threads."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(MODULES)
    return found


def run(project: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> tuple[int, str]:
    """Run one of our commands in a project's folder: its exit code, and all that it said."""
    process, said = start(project, arguments, variables)
    process.join()
    code = process.exitcode
    assert code is not None
    return code, said.read_text(encoding="utf-8")


def start(
    project: Path, arguments: Sequence[str], variables: Mapping[str, str]
) -> tuple[ForkServerProcess, Path]:
    """Begin to run it: the process, which Ctrl-C ends, and the file that what it says goes to."""
    said = project.parent / f"{project.name}.said"
    said.touch()
    process = context().Process(target=_command, args=(project, said, arguments, dict(variables)))
    process.start()
    return process, said


def _command(
    project: Path, said: Path, arguments: Sequence[str], variables: dict[str, str]
) -> None:
    from bitext.commands.main import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.environ.update(variables)
    os.chdir(project)
    if arguments[0] == MKDOCS:
        from mkdocs.__main__ import cli

        cli(arguments[1:])
    raise SystemExit(main(arguments))
