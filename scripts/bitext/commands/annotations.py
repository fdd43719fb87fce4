"""Problems as GitHub Actions shows them on the lines of a pull request.

The format is GitHub's “workflow commands”; the escapes are those of its own toolkit
(actions/toolkit, packages/core/src/command.ts).
"""

import os
from collections.abc import Sequence
from pathlib import Path

from bitext.commands.console import some
from bitext.project.errors import Problem
from bitext.project.settings import Settings

_MOST = 10
"""Annotations of one kind that GitHub shows of one step."""


def wanted() -> bool:
    """Whether GitHub Actions runs us."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def lines(problems: Sequence[Problem], settings: Settings) -> list[str]:
    """A command for each problem; of many, the first of each file, and no more than are shown."""
    errors = [problem for problem in problems if not problem.warning]
    warnings = [problem for problem in problems if problem.warning]
    return [_command(each, settings) for each in (*_shown(errors), *_shown(warnings))]


def _shown(problems: Sequence[Problem]) -> list[Problem]:
    first = some(problems, _MOST)
    others = [problem for problem in problems if problem not in first]
    return [*first, *others][:_MOST]


def _command(problem: Problem, settings: Settings) -> str:
    kind = "warning" if problem.warning else "error"
    place = f"file={_property(_from_workspace(problem.path, settings))}"
    if problem.line:
        place += f",line={problem.line}"
    return f"::{kind} {place}::{_data(f'{problem.what}; {problem.remedy}')}"


def _from_workspace(path: str, settings: Settings) -> str:
    """A path of the project as GitHub names it: from the folder the repository is in."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or settings.root)
    whole = settings.root / path
    inside = whole.is_relative_to(workspace)
    return whole.relative_to(workspace).as_posix() if inside else path


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
