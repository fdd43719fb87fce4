"""A msgstr that repeats the Arabic is no translation; a doubt lasts until somebody has looked."""

import pytest

from bitext.article import catalog, merge, provenance
from bitext.article.catalog import State
from bitext.article.provenance import Doubted, Imported
from makers import article, block, entries, joined, po

SENTENCE = "عاد البحارة إلى الميناء."


@pytest.mark.parametrize(
    "fill",
    [SENTENCE, "عَادَ البحّارة إلى الميناء", "عاد البحارة إلى الميناء!", f"  {SENTENCE}\u200f "],
    ids=["the same", "vowelled", "another mark", "invisible characters"],
)
@pytest.mark.parametrize("lines", [(), ("#, fuzzy",), ('#| msgid "سابقة."',)])
def test_what_repeats_the_arabic_is_missing(fill: str, lines: tuple[str, ...]) -> None:
    (entry,) = entries(po(block(SENTENCE, fill, *lines)))
    assert catalog.state(entry) is State.MISSING
    assert joined(SENTENCE, block(SENTENCE, fill, *lines)).english["p1s1"].text == ""


def test_what_repeats_the_former_arabic_is_missing_too() -> None:
    (entry,) = entries(po(block(SENTENCE, "عاد البحارة.", "#, fuzzy", '#| msgid "عاد البحارة."')))
    assert catalog.state(entry) is State.MISSING


@pytest.mark.parametrize(
    ("arabic", "english"),
    [("ATACMS", "ATACMS"), ("1963", "1963"), (SENTENCE, "The sailors, البحارة, came back.")],
)
def test_what_has_no_arabic_or_other_words_is_a_translation(arabic: str, english: str) -> None:
    (entry,) = entries(po(block(arabic, english)))
    assert catalog.state(entry) is State.REVIEWED


def test_a_filled_in_source_stays_in_the_file_until_there_is_english() -> None:
    filled = merge.refresh(entries(po(block(SENTENCE, SENTENCE))), article(SENTENCE))
    (entry,) = merge.fillable(filled, {State.MISSING})
    assert entry.msgstr == SENTENCE
    provenance.put(entry, "The sailors came back to port.", Imported("x.txt"), fuzzy=False)
    assert entry.tcomment == "imported from x.txt"


def test_a_filled_in_source_is_not_the_english_of_a_sentence_that_resembles_it() -> None:
    edition = joined("عاد البحارة إلى الميناء مساء.", block(SENTENCE, SENTENCE))
    assert edition.english["p1s1"].state is State.MISSING


def doubted() -> catalog.Catalog:
    found = entries(po(block(SENTENCE, "")))
    made = provenance.Provenance("libre", "x/1", "2026-11-27", provenance.digest(SENTENCE), "")
    english = "The sailors the the port."
    made = provenance.Provenance(
        made.engine, made.via, made.date, made.src, provenance.digest(english)
    )
    doubts = ("has “the the”, a word twice", "is short for the Arabic")
    provenance.put(found[0], english, Doubted(made, doubts), fuzzy=True)
    return found


def test_a_doubt_stands_in_a_line_of_its_own_below_the_engines() -> None:
    (entry,) = entries(catalog.serialise(doubted()))
    assert entry.tcomment.split("\n")[1:] == [
        "doubt: has “the the”, a word twice; is short for the Arabic"
    ]
    assert catalog.state(entry) is State.MACHINE
    assert provenance.doubt(entry) == "has “the the”, a word twice; is short for the Arabic"


def test_a_doubt_says_nothing_more_once_somebody_has_looked() -> None:
    (entry,) = doubted()
    entry.msgstr = "The sailors reached the port."
    assert provenance.doubt(entry) == ""
    (entry,) = doubted()
    provenance.set_fuzzy(entry, fuzzy=False)
    assert provenance.doubt(entry) == ""


def test_a_doubt_goes_with_the_answer_it_is_about() -> None:
    (entry,) = doubted()
    provenance.put(entry, "The sailors came back.", Imported("x.txt"), fuzzy=False)
    assert "doubt:" not in entry.tcomment
