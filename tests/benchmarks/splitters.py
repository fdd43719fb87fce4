"""How many of the written cases each sentence splitter gets right.

python tests/benchmarks/splitters.py

Ours, and those of `sentencex` and `pysbd` that are installed (none of them is needed otherwise).
“Could be merged” counts the cases in which a splitter makes at least every cut wanted: the most
that a second pass which only merges its pieces could ever get right.
"""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import accumulate
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "scripts"), str(TESTS / "unit")]

Splitter = Callable[[str], list[str]]


def splitters() -> Iterator[tuple[str, Splitter]]:
    """The name of every splitter that can be imported, with a function to call it."""
    yield "ours", import_module("bitext.text.sentences").split
    try:
        sentencex = import_module("sentencex")
        yield "sentencex", lambda text: list(sentencex.segment("ar", text))
    except ModuleNotFoundError:
        print("sentencex is not installed", file=sys.stderr)
    try:
        yield "pysbd", import_module("pysbd").Segmenter(language="ar", clean=False).segment
    except ModuleNotFoundError:
        print("pysbd is not installed", file=sys.stderr)


def cuts(pieces: list[str]) -> set[int]:
    """Where the pieces end, in characters other than white space, which splitters drop or keep."""
    return set(accumulate(len("".join(piece.split())) for piece in pieces))


def main() -> None:
    """Print the table."""
    table = import_module("test_sentences")
    cases = [table.pieces(line) for line in table.CASES.values()]
    print(f"{'splitter':<12}{'right':>8}{'could be merged':>18}   of {len(cases)}")
    for name, split in splitters():
        results = [(cuts(split("".join(wanted))), cuts(wanted)) for wanted in cases]
        right = sum(got == wanted for got, wanted in results)
        mergeable = sum(got >= wanted for got, wanted in results)
        print(f"{name:<12}{right:>8}{mergeable:>18}")


if __name__ == "__main__":
    main()
