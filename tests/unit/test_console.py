"""What commands show of many problems."""

from bitext.commands import console
from bitext.project.errors import Problem


def warnings(*places: tuple[str, int]) -> list[Problem]:
    return [Problem(path, line, "looks wrong", "look", warning=True) for path, line in places]


def test_few_are_all_shown() -> None:
    few = warnings(("a", 1), ("a", 2), ("b", 1))
    assert console.some(few, 3) == few


def test_of_many_the_first_of_each_file_is_shown() -> None:
    many = warnings(("a", 1), ("a", 2), ("b", 3), ("b", 4))
    assert console.some(many, 3) == warnings(("a", 1), ("b", 3))


def test_never_more_are_shown_than_asked_for() -> None:
    assert len(console.some(warnings(*((f"{n}", 1) for n in range(99))), 20)) == 20
