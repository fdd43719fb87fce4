"""The benchmarks are not run by the tests, but what they import must be there."""

import importlib.util
import re
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_a_benchmark_names_modules_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    compile(text, path, "exec")
    for name in re.findall(r"\"(bitext(?:\.\w+)+)\"", text):
        assert importlib.util.find_spec(name), name
