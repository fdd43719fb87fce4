"""What each check of an engine's answer does: bad answers it catches, good ones it refuses.

python tests/benchmarks/quality.py

Over tests/unit/bad_answers.tsv, and tests/unit/good_pairs.tsv with the project's own catalogs.
"""

import sys
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "scripts"), str(TESTS / "unit")]


def main() -> None:
    """Print the table."""
    answers, tables = import_module("bitext.translation.quality"), import_module("test_quality")
    good, bad = tables.GOOD, [row[1:3] for row in tables.BAD]
    start = time.perf_counter()
    verdicts = {pair: answers.judge(*pair) for pair in (*good, *bad)}
    took = (time.perf_counter() - start) / len(verdicts)
    caught, wrong = Counter[str](), Counter[str]()
    for check, arabic, english, _ in tables.BAD:
        caught[check] += isinstance(verdicts[arabic, english], answers.Refusal)
    for arabic, english in good:
        wrong.update(name for name, check in answers.CHECKS.items() if check(arabic, english))

    print(f"{'check':<12}{'bad caught':>12}{'good refused':>14}")
    for name in answers.CHECKS:
        print(f"{name:<12}{caught[name]:>12}{wrong[name]:>14}")
    refused = sum(isinstance(verdicts[pair], answers.Refusal) for pair in good)
    print(f"{'all':<12}{caught.total():>12}{refused:>14}")
    print(f"of {len(bad)} bad answers and {len(good)} good pairs; {took * 1e6:.0f} µs each")


if __name__ == "__main__":
    main()
