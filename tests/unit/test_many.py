"""What an article or a collection may have thousands of takes no quadratic time."""

from collections.abc import Callable

import pytest

from bitext.article import collections, note_order
from bitext.article.parts import Text
from timing import seconds

TIMES = 6


def notes(many: int) -> Callable[[], object]:
    """References to notes, and the notes."""
    labels = [str(n) for n in range(many)]
    parts = [Text(1, f"كلمة.[^{label}]") for label in labels]
    parts += [Text(1, "حاشية.", note=label) for label in labels]
    return lambda: note_order.order(parts, labels)


def names(many: int) -> Callable[[], object]:
    """The file of a collection that names its articles in an order."""
    named = sorted(f"article-{n}" for n in range(many))
    text = f"title: {{ar: كتاب, en: Book}}\norder: [{', '.join(reversed(named))}]\n"
    return lambda: collections.parse(text.encode(), "book", "collection.yml", named)


@pytest.mark.parametrize("make", [notes, names])
def test_six_times_as_many_take_less_than_half_of_six_times_six(
    make: Callable[[int], Callable[[], object]],
) -> None:
    assert seconds(make(800 * TIMES)) < seconds(make(800)) * TIMES * TIMES / 2


def test_notes_that_only_notes_refer_to_follow_and_those_that_nothing_refers_to() -> None:
    parts = [
        Text(1, "نص.[^b] وآخر.[^a]"),
        Text(2, "حاشية.[^d]", note="a"),
        Text(3, "حاشية.[^c][^a]", note="b"),
        *(Text(4, "حاشية.", note=label) for label in "cde"),
    ]
    assert note_order.order(parts, "eabcd") == ("b", "a", "c", "d", "e")
