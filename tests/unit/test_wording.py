"""Phrases with numbers and dates, in both languages."""

import datetime

import pytest

from bitext.article.catalog import State
from bitext.pages import wording
from makers import block, joined


@pytest.mark.parametrize(
    ("count", "arabic"),
    [
        (0, "لا جمل"),
        (1, "جملة واحدة"),
        (2, "جملتان"),
        (3, "3 جمل"),
        (10, "10 جمل"),
        (11, "11 جملة"),
        (19, "19 جملة"),
        (99, "99 جملة"),
        (100, "100 جملة"),
        (101, "101 جملة"),
        (102, "102 جملة"),
        (103, "103 جمل"),
        (110, "110 جمل"),
        (111, "111 جملة"),
        (1000, "1000 جملة"),
        (1003, "1003 جمل"),
    ],
)
def test_arabic_counts_in_six_forms(count: int, arabic: str) -> None:
    """Unicode CLDR, plural rules of `ar`: zero, one, two, few (3 to 10), many, other."""
    assert wording.sentences_ar(count) == arabic


@pytest.mark.parametrize(
    ("count", "english"), [(0, "0 sentences"), (1, "1 sentence"), (2, "2 sentences")]
)
def test_english_counts_in_two_forms(count: int, english: str) -> None:
    assert wording.sentences_en(count) == english


READ_AR, READ_EN = "وقت القراءة: دقيقة واحدة", "1 min to read"
REVIEWED = (block("أولى.", "One."), block("ثانية.", "Two."))


@pytest.mark.parametrize(
    ("blocks", "arabic", "english"),
    [
        (
            REVIEWED,
            f"جملتان · {READ_AR} · ترجمة مُراجَعة",
            f"2 sentences · {READ_EN} · translation reviewed",
        ),
        ((), f"جملتان · {READ_AR} · لم تُترجم بعد", "2 sentences · not translated yet"),
        (
            REVIEWED[:1],
            f"جملتان · {READ_AR} · 1 غير مترجمة، 1 مُراجَعة",
            f"2 sentences · {READ_EN} · 1 not translated, 1 reviewed",
        ),
        (
            (block("أولى.", "One.", "#, fuzzy"), block("ثانية.", "Two.", '#| msgid "أخرى."')),
            f"جملتان · {READ_AR} · 1 قديمة، 1 محرَّرة",
            f"2 sentences · {READ_EN} · 1 outdated, 1 edited",
        ),
    ],
    ids=["reviewed", "missing", "some", "unreviewed"],
)
def test_a_summary_is_honest_about_every_state(
    blocks: tuple[str, ...], arabic: str, english: str
) -> None:
    edition = joined("أولى.\nثانية.", *blocks)
    assert (wording.summary_ar(edition), wording.summary_en(edition)) == (arabic, english)


@pytest.mark.parametrize(
    ("words", "arabic", "english"),
    [
        (1, "دقيقة واحدة", 1),
        (206, "دقيقة واحدة", 1),
        (208, "دقيقتان", 1),
        (414, "3 دقائق", 2),
        (1380, "10 دقائق", 6),
        (1518, "11 دقيقة", 7),
    ],
)
def test_reading_times_are_those_of_each_language(words: int, arabic: str, english: int) -> None:
    """138 Arabic and 228 English words a minute, to the nearest minute, never none."""
    edition = joined("كلمة " * words, block("كلمة " * words, "word " * words))
    assert wording.length_ar(edition) == f"جملة واحدة · وقت القراءة: {arabic}"
    assert wording.length_en(edition) == f"1 sentence · {english} min to read"


@pytest.mark.parametrize(
    ("reviewed", "arabic", "english"),
    [
        (0, "لم تُراجَع أي جملة بعد", "No sentence reviewed yet"),
        (1, "رُوجعت جملة واحدة من 4", "1 of 4 sentences reviewed"),
        (2, "رُوجعت جملتان من 4", "2 of 4 sentences reviewed"),
        (3, "رُوجعت 3 جمل من 4", "3 of 4 sentences reviewed"),
        (4, "رُوجعت الجمل كلها", "Every sentence reviewed"),
    ],
)
def test_how_much_is_reviewed_is_counted(reviewed: int, arabic: str, english: str) -> None:
    texts = ["أولى.", "ثانية.", "ثالثة.", "رابعة."]
    edition = joined("\n".join(texts), *(block(text, "x") for text in texts[:reviewed]))
    assert (wording.reviewed_ar(edition), wording.reviewed_en(edition)) == (arabic, english)


def test_every_state_but_reviewed_has_a_mark_and_every_state_a_name_for_articles() -> None:
    assert set(wording.STATE_SIGNS) == (set(State) - {State.REVIEWED}) | {"imported"}
    assert set(wording.STANDINGS) == set(State)


def test_dates_are_written_out() -> None:
    date = datetime.date(2024, 11, 20)
    assert (wording.date_ar(date), wording.date_en(date)) == ("20 نوفمبر 2024", "20 November 2024")


def test_every_month_has_its_own_name() -> None:
    dates = [datetime.date(2024, month, 1) for month in range(1, 13)]
    assert [wording.date_en(d) for d in dates] == [f"{d.day} {d:%B %Y}" for d in dates]
    assert len({wording.date_ar(d) for d in dates}) == 12
    assert wording.date_ar(dates[0]) == "1 يناير 2024"
    assert wording.date_ar(dates[11]) == "1 ديسمبر 2024"
