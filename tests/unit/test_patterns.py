"""Regular expressions: what no pattern may hold as long as Python 3.11 is promised.

Possessive repetitions (`a*+`) came with Python 3.11 and match what they should not until 3.11.5
(python/cpython#100061, python/cpython#106052); with a group inside they fail with a SystemError
in 3.12 too (python/cpython#101955). Debian 12's own Python is 3.11.2. An atomic group says the
same and is refused with them: one is easily rewritten as the other. A repetition that is bounded,
or can be read in one way only, is as quick.
"""

import importlib
import re
import tomllib
from pathlib import Path

import pytest

from literals import literals

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
MODULES = sorted(SCRIPTS.rglob("*.py"))

# An escaped character, a class of characters, or what is refused; the first two hide nothing.
_REFUSED = re.compile(
    r"""\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<refused>\(\?>|(?:[*+?]|\{\d*,?\d*\})\+)""", re.DOTALL
)


def refused(pattern: str) -> list[str]:
    """The possessive repetitions and atomic groups of a pattern, as they are written."""
    return [match[0] for match in _REFUSED.finditer(pattern) if match["refused"]]


def test_early_python_3_11_is_promised():
    """When it no longer is, this file has no purpose: delete it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"


def test_no_pattern_holds_what_early_python_3_11_matches_wrongly() -> None:
    found = []
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").split("\n")
        found += [
            f"{path.relative_to(ROOT)}:{node.lineno}: {each}"
            for node, text in literals(path)
            for each in refused(text)
            # What urllib's `safe` lists are characters, not a pattern.
            if not lines[node.lineno - 1][: node.col_offset].endswith("safe=")
        ]
    assert found == []


def test_nor_does_one_that_is_put_together_from_others():
    """`f"{WORD}+"` is possessive where WORD ends in a repetition: the compiled ones tell."""
    compiled = []
    for path in MODULES:
        name = ".".join(path.relative_to(SCRIPTS).with_suffix("").parts)
        if not name.startswith("bitext") or path.stem == "__init__":
            continue
        values = vars(importlib.import_module(name)).items()
        compiled += [(name, key, value) for key, value in values if isinstance(value, re.Pattern)]
    assert len(compiled) > 50
    assert [(name, key) for name, key, value in compiled if refused(str(value.pattern))] == []


@pytest.mark.parametrize("pattern", ["a*+", "a++b", "a?+", "a{2,}+", "(?>a)", r"\]*+", "[+]++"])
def test_what_is_refused_is_seen(pattern: str):
    assert len(refused(pattern)) == 1


@pytest.mark.parametrize(
    "pattern", ["a+", r"a\++", "[*+]+", r"[]*+]", r"[\]*+]", "a{2}b+", "(?:a)+"]
)
def test_what_is_sound_is_left_alone(pattern: str):
    assert refused(pattern) == []
