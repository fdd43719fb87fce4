"""What the list of articles can be filtered by."""

import json

from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.pages import filters
from makers import block, joined


def made(*blocks: str, tags: str = "") -> Edition:
    """An article of two sentences with these entries and tags."""
    return joined(f"---\ntags: [{tags}]\n---\nأولى.\nثانية.", *blocks)


REVIEWED = made(block("أولى.", "One."), block("ثانية.", "Two."))
HALF = made(block("أولى.", "One."), block("ثانية.", "Two.", "#, fuzzy"))
NONE = made()


def choices(*editions: Edition) -> list[tuple[str, str, int]]:
    """The choices, as rows."""
    return [(c.key, c.value, c.count) for c in filters.choices(editions)]


def test_an_article_is_reviewed_only_if_all_of_it_is() -> None:
    assert filters.states(REVIEWED) == [State.REVIEWED]
    assert filters.states(HALF) == [State.EDITED]
    assert filters.states(made(block("أولى.", "One.", "#, fuzzy"))) == [
        State.MISSING,
        State.EDITED,
    ]


def test_nothing_is_offered_where_all_articles_are_alike() -> None:
    assert choices() == []
    assert choices(HALF) == []
    assert choices(HALF, HALF) == []
    assert choices(made(tags="a, b"), made(tags="b, a")) == []


def test_what_tells_articles_apart_is_counted() -> None:
    assert choices(REVIEWED, HALF, HALF) == [("state", "edited", 2), ("state", "reviewed", 1)]
    assert choices(made(tags="b, a"), made(tags="a"), NONE) == [("tag", "a", 2), ("tag", "b", 1)]


def test_only_the_commonest_tags_are_offered() -> None:
    """A page of the list must not grow with the tags of the site."""
    editions = [made(tags=f"t{n:02}, {'common' if n else ''}".rstrip(", ")) for n in range(40)]
    found = choices(*editions)
    assert len(found) == filters.MOST
    assert found[0] == ("tag", "common", 39)
    assert found[1] == ("tag", "t00", 1)


def test_the_index_has_the_places_of_every_value() -> None:
    editions = [REVIEWED, made(tags="a"), made(block("أولى.", "One."), tags="a, b")]
    assert json.loads(filters.index(editions, 2)) == {
        "total": 3,
        "size": 2,
        "state": [["reviewed", [0]], ["missing", [1, 2]]],
        "tag": [["a", [1, 2]], ["b", [2]]],
    }


def test_the_index_grows_by_a_few_bytes_an_article() -> None:
    """It is fetched whole by whoever filters a list, of thousands perhaps."""
    small, large = (len(filters.index([made(tags="سياسة")] * n, 50)) for n in (1000, 2000))
    assert (large - small) / 1000 < 20
