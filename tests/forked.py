"""Commands run in processes that begin with all their modules, which take a second to import."""

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerContext
from pathlib import Path

MODULES = ["bitext.adding.add", "bitext.commands.main"]


def context() -> ForkServerContext:
    """Where processes of this worker begin: forked off one that has the modules and no threads."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(MODULES)
    return found


def run(project: Path, arguments: Sequence[str], variables: Mapping[str, str]) -> tuple[int, str]:
    """Run one of our commands in a project's folder: its exit code, and all that it said."""
    said = project.parent / f"{project.name}.said"
    process = context().Process(target=_command, args=(project, said, arguments, dict(variables)))
    process.start()
    process.join()
    code = process.exitcode
    assert code is not None
    return code, said.read_text(encoding="utf-8")


def _command(
    project: Path, said: Path, arguments: Sequence[str], variables: dict[str, str]
) -> None:
    from bitext.commands.main import main

    output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.environ.update(variables)
    os.chdir(project)
    raise SystemExit(main(arguments))
