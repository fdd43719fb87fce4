"""The commands a person types: what each `make` target runs, and that no document names another."""

import functools
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bitext.commands import main
from literals import literals

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.M))
RUNS = dict(
    re.findall(
        r"^([a-z]+):.*## .*\n(?:\t.*\n)*?\t@\$\(RUN\) scripts/build\.py (\w+)", MAKEFILE, re.M
    )
)
"""Of each target that runs the build script: the command it runs."""
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "mkdocs.yml")),
    *sorted((ROOT / "docs" / "guide").glob("*.md")),
    *sorted((ROOT / ".github").rglob("*.yml")),
]
_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]+`|run: .*|SITE_URL=.*", re.M | re.S)
_MAKE = re.compile(r"""\bmake ([a-z]+)((?: [A-Z]+=(?:"[^"]*"|'[^']*'|[^\s`]+))*)""")
_TYPED = re.compile(rf"(?:^|`|run: |/ ){_MAKE.pattern}", re.M)
"""The same in a document's code, where a command begins: other words are “make” too."""


@pytest.fixture
def make(tmp_path: Path):
    """Run make with a Python that only says, a line each, what it was given."""
    shutil.copy2(ROOT / "Makefile", tmp_path)
    python = tmp_path / "venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    for number, name in enumerate(("requirements.lock", "venv/pyvenv.cfg", "venv/runtime.stamp")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (number, number))

    # The tests may run under make themselves, whose variables would reach this one.
    of_make = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "ARGS"}
    clean = {name: value for name, value in os.environ.items() if name not in of_make}

    def run(*arguments: str) -> tuple[int, list[str], str]:
        done = subprocess.run(
            ["make", "VENV=venv", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**clean, "FILE": "stray", "ID": "stray", "ARTICLE": "stray"},
        )
        return done.returncode, done.stdout.splitlines(), done.stderr

    return run


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        (["site"], ["build"]),
        (["site", "ARGS=--offline --strict"], ["build", "--offline", "--strict"]),
        (["serve", "ARGS=--address 127.0.0.1:1"], ["serve", "--address", "127.0.0.1:1"]),
        (["add", "FILE=draft.md"], ["add", "--", "draft.md"]),
        (["add", "FILE=مقال جديد.txt"], ["add", "--", "مقال جديد.txt"]),
        (["add", 'FILE=it\'s $HOME `a` "b".txt'], ["add", "--", 'it\'s $HOME `a` "b".txt']),
        (["add", "FILE=-x.txt", "ID=النيل"], ["add", "--id", "النيل", "--", "-x.txt"]),
        (["add", "FILE=https://e.org/?a=1&b=$x"], ["add", "--", "https://e.org/?a=1&b=$x"]),
        (["translate"], ["translate", "--"]),
        (["translate", "ARTICLE=seeds/a b.txt"], ["translate", "--", "seeds/a b.txt"]),
        (["translate", "ARGS=--redo"], ["translate", "--redo", "--"]),
        (["translate", "ARGS=--redo a b"], ["translate", "--redo", "a", "b", "--"]),
        (["import", "ARTICLE=النيل", "FILE=my text.txt"], ["import", "--", "النيل", "my text.txt"]),
        (
            ["import", "ARTICLE=a", "FILE=b", "ARGS=--replace"],
            ["import", "--replace", "--", "a", "b"],
        ),
        (["status", "ARGS=--json"], ["status", "--json", "--"]),
        (["status", "ARGS=--review", "ARTICLE=النيل"], ["status", "--review", "--", "النيل"]),
        (["check"], ["check"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_a_target_hands_on_what_was_typed(make, typed: list[str], runs: list[str]):
    """To the letter, and nothing that happens to be in the environment."""
    assert make(*typed) == (0, ["scripts/build.py", *runs], "")


@pytest.mark.parametrize(
    ("typed", "usage"),
    [
        (["add"], "Usage: make add FILE=draft.md [ID=name]"),
        (["add", "ID=x"], "Usage: make add FILE=draft.md [ID=name]"),
        (["import", "FILE=b.txt"], "Usage: make import ARTICLE=name FILE=english.txt"),
        (["import", "ARTICLE=a"], "Usage: make import ARTICLE=name FILE=english.txt"),
    ],
    ids=lambda value: " ".join(value),
)
def test_what_is_not_given_is_asked_for_in_one_line(make, typed: list[str], usage: str):
    code, said, errors = make(*typed)
    assert (code, said) == (2, [])
    first, *rest = errors.splitlines()
    assert first.startswith(usage)
    assert len(rest) == 1  # make's own, that the target failed


def test_nothing_is_installed_before_a_usage_line(make, tmp_path: Path):
    (tmp_path / "venv" / "runtime.stamp").unlink()
    assert make("add")[1] == []
    assert not (tmp_path / "venv" / "runtime.stamp").exists()


def documented() -> Iterator[tuple[str, str]]:
    """What documents have as code: the file, and the code."""
    for path in DOCUMENTS:
        for code in _CODE.findall(path.read_text(encoding="utf-8")):
            yield path.name, code


@functools.cache
def messages() -> list[tuple[str, str]]:
    """Every text of the library that a command may show, an `x` for a value put into one."""
    paths = sorted((ROOT / "scripts").rglob("*.py"))
    return [(path.name, text) for path in paths for _, text in literals(path)]


def made() -> list[tuple[str, str, str]]:
    """Each `make` command that a document or a message names: where, its target, the variables.

    In a message it follows a colon or a backtick, or begins the text.
    """
    found = [(where, *m.groups()) for where, code in documented() for m in _TYPED.finditer(code)]
    for where, text in messages():
        for match in _MAKE.finditer(text):
            before = text[: match.start()]
            if before.endswith((": ", "`")) or not (before or match[1] not in TARGETS):
                found.append((where, *match.groups()))
    return found


def test_every_make_command_that_is_named_exists():
    found = made()
    assert {"README.md", "publishers.md", "status.py", "overlooked.py"} <= {
        where for where, _, _ in found
    }
    assert [(where, target) for where, target, _ in found if target not in TARGETS] == []


def test_every_variable_and_option_of_a_named_command_exists():
    context = click.Context(main.cli)
    for where, target, given in made():
        for name, value in (word.split("=", 1) for word in shlex.split(given)):
            assert re.search(rf"^{name} *[?:]?=", MAKEFILE, re.M), (where, name)
            if name == "ARGS" and target in RUNS:
                command = main.cli.get_command(context, RUNS[target])
                assert command
                known = {o for p in command.params for o in p.opts}
                named = {word for word in value.split() if word.startswith("--")}
                assert named <= known | {"--help"}, (where, value)


def test_every_build_script_command_that_is_named_exists():
    assert isinstance(main.cli, click.Group)
    texts = [*documented(), ("--help", main.cli.help or "")]
    named = [
        (where, word) for where, code in texts for word in re.findall(r"build\.py ([a-z]+)\b", code)
    ]
    assert {"README.md", "--help"} <= {where for where, _ in named}
    commands = main.cli.list_commands(click.Context(main.cli))
    assert [(where, word) for where, word in named if word not in commands] == []


def test_messages_name_commands_as_they_are_typed():
    """`make translate`: the other name for it needs the Python of .venv before it."""
    assert [
        (where, text) for where, text in messages() if re.search(r"build\.py [a-z-]", text)
    ] == []


def test_readme_says_what_each_make_command_is_without_make():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    without = readme.split("<summary>Without make</summary>")[1].split("</details>")[0]
    rows = dict(re.findall(r"^\| `make ([a-z]+)[^`]*` \| `build\.py ?([a-z]*)", without, re.M))
    assert {target: command or "build" for target, command in rows.items()} == RUNS
