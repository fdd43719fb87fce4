"""A table that is searched as it lies in a file holds what it was made of, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.project import word_table
from bitext.project.word_table import WordTable

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x1e\x1f\n"), max_size=4)


@given(st.dictionaries(WORDS, WORDS, max_size=60), st.lists(WORDS))
def test_it_answers_as_a_dictionary_does(table: dict[str, str], others: list[str]) -> None:
    found = WordTable(word_table.to_lines(table))
    for word in (*table, *others):
        assert found.get(word) == table.get(word)
        assert found.get(word, "none") == table.get(word, "none")
        assert (word in found) == (word in table)
    assert found == table
    assert len(found) == len(table)


def test_a_part_of_a_word_or_of_its_text_is_not_taken_for_one() -> None:
    """All in one line."""
    table = {"كتاب": "nكتاب", "كتا": "vكتا", "a": "b"}
    (line,) = word_table.to_lines(table)
    found = WordTable([line])
    assert [found.get(word) for word in ("كتاب", "كتا", "تاب", "nكتاب", "b", "")] == [
        "nكتاب",
        "vكتا",
        *4 * [None],
    ]
    with pytest.raises(KeyError):
        found["تاب"]
