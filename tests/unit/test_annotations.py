"""What GitHub Actions is told of problems, so that a pull request shows them on their lines."""

import re
from pathlib import Path

import pytest

from bitext.commands import annotations
from bitext.project.errors import Problem
from makers import project


def test_a_problem_is_a_command_with_its_file_and_line(tmp_path: Path) -> None:
    problems = [
        Problem("seeds/a.en.po", 8, "it is in French", "translate it"),
        Problem("seeds/b.txt", 0, "no sentence", "add one", warning=True),
    ]
    assert annotations.lines(problems, project(tmp_path, {})) == [
        "::error file=seeds/a.en.po,line=8::it is in French; translate it",
        "::warning file=seeds/b.txt::no sentence; add one",
    ]


def test_what_would_end_or_forge_a_command_is_escaped(tmp_path: Path) -> None:
    problem = Problem("seeds/a:b,c%.po", 1, "50 %\r\n::error::x", "a, b: c")
    assert annotations.lines([problem], project(tmp_path, {})) == [
        "::error file=seeds/a%3Ab%2Cc%25.po,line=1::50 %25%0D%0A::error::x; a, b: c"
    ]


def test_no_more_are_told_than_github_shows(tmp_path: Path) -> None:
    """Ten of a kind a step; of many, each file gets one first."""
    many = [Problem(f"{n // 50}.po", n, "x", "y", warning=bool(n % 2)) for n in range(200)]
    told = annotations.lines(many, project(tmp_path, {}))
    assert [line.split()[0] for line in told] == ["::error"] * 10 + ["::warning"] * 10
    assert [re.split("[=,:]", line)[3] for line in told[:5]] == [
        *("0.po", "1.po", "2.po", "3.po"),
        "0.po",
    ]


def test_a_path_is_named_from_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    settings = project(tmp_path / "site", {})
    (line,) = annotations.lines([Problem("seeds/a.txt", 2, "x", "y")], settings)
    assert line.startswith("::error file=site/seeds/a.txt,line=2::")
