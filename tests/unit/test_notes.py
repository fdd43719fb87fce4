"""References to notes in a text: told, left out, and put back into the English."""

import pytest

from bitext.text import notes

LABELS = ("1", "2", "أ")


def test_only_a_label_that_is_a_notes_makes_a_reference():
    assert notes.references("قول[^1] و[^9] ثم[^أ][^1]", LABELS) == ("1", "أ", "1")
    assert notes.references("قول[^1]", ()) == ()
    assert notes.without("قول[^9]", LABELS) == "قول[^9]"


def test_the_text_without_references_has_no_gap_where_they_stood():
    assert notes.without("قول [^1]، ثم [^2]قول آخر.[^أ]", LABELS) == "قول، ثمقول آخر."
    assert notes.without("[^1] قول[^2].", LABELS) == "قول."
    assert notes.without("[^1]", LABELS) == ""


@pytest.mark.parametrize(
    ("arabic", "english", "wanted"),
    [
        ("عاد الصياد.[^1]", "The fisherman came back.", "The fisherman came back.[^1]"),
        ("عاد الصياد[^1].", "The fisherman came back.", "The fisherman came back.[^1]"),
        ("عاد الصياد[^1]", "The fisherman came back", "The fisherman came back[^1]"),
        ("«عاد»[^1].", "“He came back.”", "“He came back.”[^1]"),
        ("[^1] عاد الصياد.", "The fisherman came back.", "[^1] The fisherman came back."),
        (
            "عاد الصياد إلى بيته،[^1] ونام حتى الصباح.",
            "The fisherman went home, and slept until morning.",
            "The fisherman went home,[^1] and slept until morning.",
        ),
        (
            "عاد الصياد[^1] إلى بيته[^2]، ونام حتى الصباح.[^أ]",
            "The fisherman went home, and slept until morning.",
            "The fisherman[^1] went home,[^2] and slept until morning.[^أ]",
        ),
        (
            "ولد سنة 1962[^1] في قرية صغيرة على شاطئ البحر.",
            "In a small village by the sea, in 1962, he was born.",
            "In a small village by the sea, in 1962,[^1] he was born.",
        ),
        ("قول[^1][^2]", "Words", "Words[^1][^2]"),
        ("قول[^1]", "", ""),
        ("قول", "Words", "Words"),
    ],
)
def test_references_are_put_back_where_they_stand_in_the_arabic(
    arabic: str, english: str, wanted: str
):
    assert notes.put_back(english, arabic, LABELS) == wanted
