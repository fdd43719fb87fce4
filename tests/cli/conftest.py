"""Commands run in this process, and a copy of the project that builds quickly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bitext.article import catalog, seed
from bitext.commands import main as cli

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def prepared(project: Path, give_made: Callable[[Path], None]) -> Path:
    """A copy of the project that a test may change; what takes seconds to make is there."""
    give_made(project)
    return project


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: its exit code, what it printed, what it said to stderr."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.main(arguments)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return command


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The seeds and catalogs that are parsed from now on, each time that they are."""
    paths: list[str] = []

    def counted(parse: Callable[..., object]) -> Callable[..., object]:
        def counting(*arguments: object) -> object:
            paths.append(str(arguments[-1]))
            return parse(*arguments)

        return counting

    for module in (seed, catalog):
        monkeypatch.setattr(module, "parse", counted(module.parse))
    return paths
