"""Sentences of English paragraphs, as a reader would cut them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bitext.text import english_sentences

CUT = "‖"


def cases() -> Iterator[tuple[str, str]]:
    """The id and the line of every case: its group and its place in the file."""
    group = ""
    lines = (Path(__file__).parent / "english_cases.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            group = line.removeprefix("#").partition(":")[0].strip()
        elif group and line.strip():
            yield f"{group}-line{number}", line


CASES = dict(cases())


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 60
    assert len(set(CASES.values())) == len(CASES)


@pytest.mark.parametrize("line", CASES.values(), ids=CASES.keys())
def test_a_paragraph_is_cut_where_a_reader_would(line: str) -> None:
    wanted = line.replace(f" {CUT} ", f" {CUT}").split(CUT)
    assert english_sentences.split("".join(wanted)) == wanted
