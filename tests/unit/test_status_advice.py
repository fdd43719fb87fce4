"""What `status` says to do next, and a table that stays readable."""

from bitext.article.catalog import State
from bitext.review import status

PATHS = {"a": "seeds/a.en.po", "b": "seeds/x/b.en.po"}
"""Of articles, their catalogs."""


def row(article: str = "a", **counts: int) -> dict[str, str | int]:
    """A row as `status.rows` gives it, with these states."""
    states = {state.value: counts.get(state.value, 0) for state in State}
    row = {"article": article, "paragraphs": 1, "sentences": sum(states.values()), **states}
    return {**row, "imported": 0}


def test_without_an_article_the_first_step_is_to_add_one() -> None:
    (line,) = status.advice([], {})
    assert line.startswith("No articles yet: make add FILE=draft.txt, or put a text file into")


def test_where_all_is_reviewed_there_is_nothing_to_do() -> None:
    assert status.advice([row(reviewed=3)], PATHS) == ["Every sentence is translated and reviewed."]


def test_each_matter_has_a_line_the_most_pressing_first() -> None:
    rows = [row("a", missing=10, stale=3, machine=4), row("b", missing=2, machine=30, edited=6)]
    assert status.advice(rows, PATHS) == [
        "12 sentences are missing: make translate",
        "3 sentences are outdated. Their Arabic was edited: make translate",
        "40 sentences await review: open seeds/x/b.en.po in Poedit, then 1 more",
    ]


def test_one_sentence_is_spoken_of_as_one() -> None:
    assert status.advice([row(missing=1, stale=1, edited=1)], PATHS) == [
        "1 sentence is missing: make translate",
        "1 sentence is outdated. Its Arabic was edited: make translate",
        "1 sentence awaits review: open seeds/a.en.po in Poedit",
    ]


def test_advice_does_not_grow_with_the_articles() -> None:
    rows = [row(f"article-{n}", missing=1, stale=1, machine=1) for n in range(2000)]
    paths = {f"article-{n}": f"seeds/article-{n}.en.po" for n in range(2000)}
    lines = status.advice(rows, paths)
    assert len(lines) == 3
    assert all(len(line) <= 100 for line in lines)


def test_a_long_id_is_shortened_in_its_middle() -> None:
    name = "the-beginning" + "-of-a-very-long-name" * 5 + "-and-its-end"
    header, line, _ = status.table([row(name)]).splitlines()
    assert line.startswith("the-beginning")
    assert "…" in line
    assert "-and-its-end " in line
    assert len(header) == len(line) <= 120


def test_an_id_that_fits_is_whole() -> None:
    name = "000_ec3ccb7a16ea4539"
    assert status.table([row(name)]).splitlines()[1].startswith(f"{name} ")


def test_a_long_table_has_its_header_above_the_totals_again() -> None:
    lines = status.table([row(str(n), missing=1) for n in range(2000)]).splitlines()
    assert len(lines) == 2003
    assert lines[-2] == lines[0]
    assert lines[-1].split() == [
        "2000",
        "in",
        "all",
        "2000",
        "2000",
        "2000",
        "0",
        "0",
        "(0)",
        "0",
        "0",
    ]
    assert len({len(line) for line in lines}) == 1


def test_a_short_table_has_one_header() -> None:
    lines = status.table([row(str(n)) for n in range(3)]).splitlines()
    assert lines.count(lines[0]) == 1
