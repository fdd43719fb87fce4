"""How many edits of sentences are found, and how often another sentence passes for an edit.

python tests/benchmarks/edits.py [FILE …]

Edits are those of tests/data/edits.tsv. The other sentences are those of the tests' articles and
parallel texts, of the publisher's articles, and of any seeds that are named.
"""

import random
import sys
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "scripts"), str(TESTS)]
DRAWS = 50


def main() -> None:
    """Print the tables."""
    edits = import_module("edits")
    table = edits.read()
    sentences = [edit.before for edit in table]
    misses = edits.missed(table, sentences)
    print(f"{'edits':<14}{'tuned on':>12}{'held out':>12}")
    for kind in [*Counter(edit.kind for edit in table), "all"]:
        cells = []
        for tuned in (True, False):
            of = [e for e in table if e.tuned is tuned and kind in (e.kind, "all")]
            cells.append(f"{len(of) - sum(edit in misses for edit in of)} of {len(of)}")
        print(f"{kind:<14}{cells[0]:>12}{cells[1]:>12}")

    named = [*(TESTS.parent / "seeds").glob("*.txt"), *map(Path, sys.argv[1:])]
    articles = edits.articles(named)
    print(f"\n{'replaced':<14}{'sentences':>12}{'wrong':>12}{'per 1,000':>12}{'ms each':>12}")
    for replaced in (1, 2, 4, 8):
        chance, start = random.Random(replaced), time.process_time()
        fit = [article for article in articles if len(article) >= 2 * replaced]
        drawn = [edits.wrong(article, replaced, DRAWS, chance) for article in fit]
        count, bad = sum(of for _, of in drawn), sum(len(found) for found, _ in drawn)
        took = (time.process_time() - start) / count * 1000
        print(f"{replaced:<14}{count:>12}{bad:>12}{bad / count * 1000:>12.2f}{took:>12.2f}")


if __name__ == "__main__":
    main()
