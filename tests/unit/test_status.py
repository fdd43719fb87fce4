"""How far the translation of each article is: for programs, and for a terminal."""

from bitext.article import edition
from bitext.review import status
from makers import article, block, entries, joined, markdown, po

ROWS_ORDER = ["article", "paragraphs", "sentences"]
STATES = ["missing", "machine", "edited", "reviewed", "stale"]


def test_a_row_counts_paragraphs_sentences_and_states() -> None:
    """The keys, and their order, are an interface: programs read them."""
    found = joined(
        "عنوان\nأولى. ثانية؟\nثالثة.",
        block("أولى.", "One."),
        block("ثانية؟", "Two?", "#, fuzzy"),
        block("ثالثة.", "Three.", '#| msgid "أخرى."'),
    )
    (row,) = status.rows([found])
    assert list(row) == [*ROWS_ORDER, *STATES, "imported"]
    assert list(row.values()) == ["a", 3, 4, 1, 0, 1, 1, 1, 0]


def test_an_alternative_text_counts_as_a_sentence_and_breaks_and_pictures_as_none() -> None:
    text = "# ع\n\nأولى.\n\n***\n\n![نخلة](a.png)\n"
    (row,) = status.rows([edition.join(markdown(text), entries(po(block("نخلة", "A palm"))))])
    assert [row[key] for key in ("paragraphs", "sentences", "missing", "reviewed")] == [2, 3, 2, 1]


def test_imported_are_those_of_the_edited_whose_place_nobody_has_approved() -> None:
    found = joined(
        "أولى. ثانية؟ ثالثة!",
        block("أولى.", "One.", "# imported from a.txt", "#, fuzzy"),
        block("ثانية؟", "Two?", "# imported from a.txt"),
        block("ثالثة!", "Three!", "#, fuzzy"),
    )
    (row,) = status.rows([found])
    assert (row["edited"], row["imported"], row["reviewed"]) == (2, 1, 1)


def test_a_title_of_the_front_matter_is_a_paragraph_and_a_subtitle_part_of_it() -> None:
    """As they are on the page: one pair."""
    text = "---\ntitle: عنوان\nsubtitle: فرعي\n---\nأولى."
    (row,) = status.rows([joined(text)])
    assert (row["paragraphs"], row["sentences"], row["missing"]) == (2, 3, 3)


def test_the_states_of_an_article_add_up_to_its_sentences() -> None:
    (row,) = status.rows([joined("نعم. نعم.\nنعم. لا.", block("نعم.", "Yes."))])
    assert row["sentences"] == 4
    assert sum(int(row[state]) for state in STATES) == 4
    assert (row["reviewed"], row["missing"]) == (3, 1)


def test_of_a_catalog_that_cannot_be_read_nothing_is_counted() -> None:
    """Its sentences are neither missing nor reviewed, and the advice is to look at it."""
    unread = edition.unreadable(article("نعم. لا."))
    (row,) = status.rows([unread])
    assert list(row.values()) == ["a", 1, 2, 0, 0, 0, 0, 0, 0]
    assert status.advice([row], {"a": "seeds/a.en.po"}) == [
        "2 sentences are in a catalog that cannot be read: make check"
    ]


def test_no_articles_are_no_rows_and_a_line_of_totals() -> None:
    assert status.rows([]) == []
    lines = status.table([]).splitlines()
    assert len(lines) == 2
    assert lines[1].split() == ["0", "in", "all", *["0"] * 5, "(0)", "0", "0"]


def test_the_table_has_a_line_an_article_and_one_of_totals() -> None:
    rows = status.rows([joined("نعم.", article_id="a"), joined("نعم. لا.", article_id="longer_id")])
    header, first, second, total = status.table(rows).splitlines()
    assert header.split() == [*ROWS_ORDER, *STATES[:3], "(imported)", *STATES[3:]]
    assert first.split() == ["a", "1", "1", "1", "0", "0", "(0)", "0", "0"]
    assert second.split() == ["longer_id", "1", "2", "2", "0", "0", "(0)", "0", "0"]
    assert total.split() == ["2", "in", "all", "2", "3", "3", "0", "0", "(0)", "0", "0"]
    assert len({len(line) for line in (header, first, second, total)}) == 1
