"""What the paragraphs of a web page's article are in the page, and where they stand in it."""

import random
from collections.abc import Callable
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.adding.structure import comparable
from bitext.adding.web.outline import Outline
from bitext.adding.web.positions import positions
from bitext.article.model import Kind
from bitext.article.parts import Text
from timing import seconds

OFTEN = ["Read more", "Share", "* * *"]


@given(st.lists(st.sampled_from("abcdefg")), st.lists(st.sampled_from("abcdefg")))
def test_a_place_is_one_of_the_same_text_and_places_grow(
    wanted: list[str], here: list[str]
) -> None:
    places = positions(wanted, here)
    known = [place for place in places if place is not None]
    assert known == sorted(set(known))
    assert all(p is None or here[p] == text for text, p in zip(wanted, places, strict=True))


@given(st.permutations(range(30)), st.sets(st.integers(0, 29)), st.sets(st.integers(0, 29)))
def test_each_text_of_a_page_without_equal_ones_is_found(
    order: list[int], lost: set[int], new: set[int]
) -> None:
    here = [f"text {n}" for n in order]
    wanted = [f"other {n}" if n in new else text for n, text in enumerate(here) if n not in lost]
    found = [None if n in new else n for n in range(30) if n not in lost]
    assert positions(wanted, here) == found


def longest_blocks(wanted: list[str], here: list[str]) -> list[int | None]:
    """The places by the longest blocks in common, in time that is quadratic."""
    places: list[int | None] = [None] * len(wanted)
    for start, first, size in SequenceMatcher(None, here, wanted, False).get_matching_blocks():
        places[first : first + size] = range(start, start + size)
    return places


def test_equal_texts_are_found_where_they_were_as_well_as_by_the_longest_blocks() -> None:
    """In pages of which every fifth paragraph is one that stands there again and again."""
    chance, wrong, wrong_by_blocks = random.Random(7), 0, 0
    for _ in range(500):
        here = [chance.choice([*OFTEN, *(f"{n}{x}" for x in range(12))]) for n in range(30)]
        kept = [n for n in range(5, 25) if chance.random() > 0.2]
        wanted = [here[n] for n in kept]
        wrong += sum(a != b for a, b in zip(positions(wanted, here), kept, strict=True))
        by_blocks = longest_blocks(wanted, here)
        wrong_by_blocks += sum(a != b for a, b in zip(by_blocks, kept, strict=True))
    assert 0 < wrong <= wrong_by_blocks


def equal(size: int) -> Callable[[], object]:
    return lambda: positions(["Share"] * size, ["Share"] * 2 * size)


def every_second(size: int) -> Callable[[], object]:
    wanted = [f"{n}{'' if n % 2 else ' edited'}" for n in range(size)]
    return lambda: positions(wanted, [str(n) for n in range(size)])


def lost_between_headings(size: int) -> Callable[[], object]:
    """As many headings as paragraphs that the page has nowhere, all between the same two."""
    headings = [Text(0, f"Heading {n} [edit]", Kind.HEADING, 2) for n in range(size)]
    page = Outline(headings, {})
    lost = [f"Heading {n}" if n % 2 else f"Lost {n}" for n in range(size)]
    return lambda: page.restored(lost, lambda _: True)


@pytest.mark.parametrize("make", [equal, every_second, lost_between_headings])
def test_a_page_of_four_times_as_much_takes_no_ten_times_as_long(
    make: Callable[[int], Callable[[], object]],
) -> None:
    assert seconds(make(4000)) < 10 * seconds(make(1000))


def test_a_paragraph_that_begins_a_heading_of_its_gap_is_one() -> None:
    headings = [Text(0, f"{name} [edit]", Kind.HEADING, 2) for name in ("One", "Two", "Two")]
    page = Outline([headings[0], Text(0, "Between."), *headings[1:], Text(0, "Last.")], {})
    found = page.restored(["Two", "Between.", "One", "Two", "***", "Last."], lambda _: True)
    assert [part.level for part in found if isinstance(part, Text)] == [0, 0, 0, 2, 0, 0]
    assert comparable("***") == ""
