"""Sentences of Arabic paragraphs, as a reader would cut them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bitext.text import sentence_habits, sentences

HERE = Path(__file__).parent
CUT = "‖"


def pieces(line: str) -> list[str]:
    """`a. ‖ b.‖c.` as the pieces `a. `, `b.`, `c.`."""
    return line.replace(f" {CUT} ", f" {CUT}").split(CUT)


def cases() -> Iterator[tuple[str, str]]:
    """The id and the line of every case: its group and its place in the file."""
    group = ""
    lines = (HERE / "sentence_cases.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            group = line.removeprefix("#").partition(":")[0].strip()
        elif group and line.strip():
            yield f"{group}-line{number}", line


def articles() -> dict[str, list[str]]:
    """The lines of every article of sentence_habits.txt, by its heading."""
    text = (HERE / "sentence_habits.txt").read_text(encoding="utf-8")
    parts = (part.strip().splitlines() for part in text.split("\n# ")[1:])
    return {heading: lines for heading, *lines in parts}


def limits() -> Iterator[tuple[str, str, str]]:
    """The reason, what a reader wants and what `split` does, of every known limit."""
    text = (HERE / "sentence_limits.txt").read_text(encoding="utf-8")
    for entry in text.split("\n\n")[1:]:
        reason, wanted, now = (
            line.partition(" ")[2].strip() for line in entry.strip().splitlines()
        )
        yield reason, wanted, now


CASES = dict(cases())
LIMITS = list(limits())


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 60
    assert len(set(CASES.values())) == len(CASES)


def test_a_paragraph_is_cut_where_a_reader_would() -> None:
    wanted = {case: pieces(line) for case, line in CASES.items()}
    found = {case: sentences.split("".join(parts)) for case, parts in wanted.items()}
    wrong = [case for case in CASES if found[case] != wanted[case]]
    assert {case: found[case] for case in wrong} == {case: wanted[case] for case in wrong}


ARTICLES = articles()


@pytest.mark.parametrize("lines", ARTICLES.values(), ids=ARTICLES.keys())
def test_dots_are_read_as_the_writer_of_the_article_uses_them(lines: list[str]) -> None:
    wanted = [pieces(line) for line in lines]
    paragraphs = ["".join(line) for line in wanted]
    habit = sentence_habits.of(paragraphs)
    assert [sentences.split(paragraph, habit) for paragraph in paragraphs] == wanted


@pytest.mark.parametrize(
    ("wanted", "now"), [limit[1:] for limit in LIMITS], ids=[limit[0] for limit in LIMITS]
)
def test_a_known_limit_is_still_one(wanted: str, now: str) -> None:
    """When a case here is cut as wanted, it belongs in sentence_cases.txt."""
    assert "".join(pieces(wanted)) == "".join(pieces(now))
    assert pieces(wanted) != pieces(now)
    assert sentences.split("".join(pieces(now))) == pieces(now)


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("", []),
        ("   ", ["   "]),
        ("...", ["..."]),
        ("؟!", ["؟!"]),
        ("  \n", ["  \n"]),
        (" نعم. لا. ", [" نعم. ", "لا. "]),
        ("نعم.\n\t لا.", ["نعم.\n\t ", "لا."]),
        (". نعم. ...", [". نعم. ..."]),
    ],
    ids=["empty", "blank", "dots", "marks", "line-end", "edges", "long-gap", "no-words"],
)
def test_blanks_and_stray_marks_stay_with_a_sentence(paragraph: str, wanted: list[str]) -> None:
    assert sentences.split(paragraph) == wanted
