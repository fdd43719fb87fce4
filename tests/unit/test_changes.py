"""The differences between two states of a sentence, word by word."""

import pytest

from bitext.pages.changes import Change, changes


@pytest.mark.parametrize(
    ("former", "current", "wanted"),
    [
        ("أ ب ت", "أ ب ت", [("", "أ ب ت")]),
        ("أ ب ت", "أ ث ت", [("", "أ"), ("del", "ب"), ("ins", "ث"), ("", "ت")]),
        ("أ ت", "أ ب ت", [("", "أ"), ("ins", "ب"), ("", "ت")]),
        ("أ ب ت", "أ ت", [("", "أ"), ("del", "ب"), ("", "ت")]),
        ("قال، ثم", "قال ثم", [("del", "قال،"), ("ins", "قال"), ("", "ثم")]),
        ("", "أ ب", [("ins", "أ ب")]),
        ("أ ب", "", [("del", "أ ب")]),
        ("", "", []),
    ],
    ids=["none", "replaced", "added", "removed", "comma", "all new", "all gone", "empty"],
)
def test_words_are_kept_removed_or_added(
    former: str, current: str, wanted: list[tuple[str, str]]
) -> None:
    assert changes(former, current) == [Change(*row) for row in wanted]


def test_what_cleaning_makes_alike_is_no_change() -> None:
    assert changes(" أ\u200f  ب ", "أ ب") == [Change("", "أ ب")]
