"""What each check of an engine's answer does: bad answers it refuses or doubts, and good ones.

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
    start = time.process_time()
    verdicts = {pair: tables.verdict(*pair) for pair in (*good, *bad)}
    took = (time.process_time() - start) / len(verdicts)
    caught = Counter((row[0], verdicts[row[1:3]]) for row in tables.BAD)
    wrong = Counter[tuple[str, bool]]()
    for pair in good:
        for name, check in answers.CHECKS.items():
            if found := check(*pair):
                wrong[name, getattr(found, "sure", True)] += 1

    print(f"{'check':<12}{'bad refused':>12}{'doubted':>10}{'good refused':>14}{'doubted':>10}")
    for name in answers.CHECKS:
        counts = (
            caught[name, "refused"],
            caught[name, "doubted"],
            wrong[name, True],
            wrong[name, False],
        )
        print("{:<12}{:>12}{:>10}{:>14}{:>10}".format(name, *counts))
    sums = [
        sum(verdicts[pair] == what for pair in pairs)
        for pairs in (bad, good)
        for what in ("refused", "doubted")
    ]
    print("{:<12}{:>12}{:>10}{:>14}{:>10}".format("all", *sums))
    print(f"of {len(bad)} bad answers and {len(good)} good pairs; {took * 1e6:.0f} µs each")


if __name__ == "__main__":
    main()
