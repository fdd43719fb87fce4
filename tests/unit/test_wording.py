"""Phrases with numbers and dates, in Arabic and English."""

import dataclasses
import datetime

import pytest

from bitext.article.catalog import State
from bitext.article.provenance import digest
from bitext.pages import interface, wording
from bitext.text.months import MONTHS
from makers import block, joined

ARABIC, ENGLISH = interface.languages()[:2]


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
    assert wording.sentences(count, ARABIC) == arabic


@pytest.mark.parametrize(
    ("count", "english"), [(0, "0 sentences"), (1, "1 sentence"), (2, "2 sentences")]
)
def test_english_counts_in_two_forms(count: int, english: str) -> None:
    assert wording.sentences(count, ENGLISH) == english


REVIEWED = (block("أولى.", "One."), block("ثانية.", "Two."))
MADE = f"# mt: engine=google out={digest('One.')}"
MACHINE = block("أولى.", "One.", MADE, "#, fuzzy")


@pytest.mark.parametrize(
    ("blocks", "arabic", "english"),
    [
        (REVIEWED, "ترجمة مُراجَعة", "translation reviewed"),
        ((), "لم تُترجم بعد", "not translated yet"),
        (REVIEWED[:1], "بعضه لم يُترجم بعد", "partly untranslated"),
        ((MACHINE,), "بعضه لم يُترجم بعد", "partly untranslated"),
        ((MACHINE, REVIEWED[1]), "بعض ترجمته آلية", "partly machine translation"),
        (
            (block("أولى.", "One.", "#, fuzzy"), block("ثانية.", "Two.", '#| msgid "أخرى."')),
            "بعض ترجمته قديم",
            "partly outdated",
        ),
        (
            (block("أولى.", "One.", "#, fuzzy"), REVIEWED[1]),
            "ترجمة لم تُعتمد بعد",
            "translation not approved yet",
        ),
    ],
    ids=["reviewed", "missing", "some", "machine and none", "machine", "outdated", "edited"],
)
def test_one_phrase_says_what_matters_most_of_how_a_translation_stands(
    blocks: tuple[str, ...], arabic: str, english: str
) -> None:
    edition = joined("أولى.\nثانية.", *blocks)
    assert wording.translation_status(edition, ARABIC) == arabic
    assert wording.translation_status(edition, ENGLISH) == english


def test_all_of_it_by_machine_is_said_so() -> None:
    edition = joined("أولى.", MACHINE)
    assert wording.translation_status(edition, ENGLISH) == "machine translation"
    assert wording.translation_status(edition, ARABIC) == "ترجمة آلية"


def test_a_catalog_that_cannot_be_read_is_said_to_be() -> None:
    edition = dataclasses.replace(joined("أولى.", MACHINE), readable=False)
    assert wording.translation_status(edition, ENGLISH) == wording.UNREADABLE
    assert wording.translation_status(edition, ARABIC) == "تتعذّر قراءة ترجمته"


@pytest.mark.parametrize(
    ("words", "arabic", "english"),
    [
        (1, "دقيقة واحدة", "1 minute"),
        (206, "دقيقة واحدة", "1 minute"),
        (208, "دقيقتان", "2 minutes"),
        (414, "3 دقائق", "3 minutes"),
        (1380, "10 دقائق", "10 minutes"),
        (1518, "11 دقيقة", "11 minutes"),
    ],
)
def test_a_length_is_the_time_that_the_arabic_takes(words: int, arabic: str, english: str) -> None:
    """138 words a minute, to the nearest minute, never none; the same in every language."""
    edition = joined("كلمة " * words, block("كلمة " * words, "word " * 9 * words))
    assert wording.length(edition, ARABIC) == arabic
    assert wording.length(edition, ENGLISH) == english


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
    assert wording.reviewed(edition, ARABIC) == arabic
    assert wording.reviewed(edition, ENGLISH) == english


def test_every_state_but_reviewed_has_a_mark_and_every_state_a_name_for_articles() -> None:
    assert set(wording.STATE_SIGNS) == (set(State) - {State.REVIEWED}) | {"imported"}
    assert set(wording.FILTERED_STATUSES) == set(State)


def test_dates_are_written_out() -> None:
    date = datetime.date(2024, 11, 20)
    assert wording.date(date, ARABIC) == "20 نوفمبر 2024"
    assert wording.date(date, ENGLISH) == "20 November 2024"
    assert wording.month(date, ARABIC) == "نوفمبر 2024"
    assert wording.month(date, ENGLISH) == "November 2024"


def test_every_month_has_its_own_name() -> None:
    dates = [datetime.date(2024, month, 1) for month in range(1, 13)]
    assert [wording.date(d, ENGLISH) for d in dates] == [f"{d.day} {d:%B %Y}" for d in dates]
    assert [wording.date(d, ARABIC) for d in dates] == [
        f"1 {month.arabic[0]} 2024" for month in MONTHS
    ]
    assert len({wording.date(d, ARABIC) for d in dates}) == 12
    assert wording.date(dates[0], ARABIC) == "1 يناير 2024"
    assert wording.date(dates[11], ARABIC) == "1 ديسمبر 2024"
