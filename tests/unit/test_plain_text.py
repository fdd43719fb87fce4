"""Plain texts become drafts: paragraphs, verse in columns, changes of scene."""

import pytest

from bitext.adding import files, writing
from bitext.adding.draft import Draft
from bitext.adding.structure import texts_in
from bitext.article.model import Break, Kind
from bitext.article.parts import Text
from bitext.project.errors import ContentError


def read(content: str) -> Draft:
    """The draft of a text."""
    return files.text(content, "a.txt")


def test_every_line_of_a_text_is_a_paragraph() -> None:
    draft = read("عنوان\n\nفقرة أولى.\nفقرة ثانية.\n\nثالثة.\n")
    assert draft.paragraphs == ("عنوان", "فقرة أولى.", "فقرة ثانية.", "ثالثة.")
    assert writing.kind(draft.body) == ".txt"


def test_a_line_of_signs_is_a_change_of_scene() -> None:
    draft = read("عنوان\n-----\n\nفقرة أولى.\n* * *\n\nثانية.\n***\n")
    assert draft.body == (
        Text(1, "عنوان", Kind.HEADING, 1),
        Text(4, "فقرة أولى."),
        Break(5),
        Text(7, "ثانية."),
    )
    assert writing.seed_text({}, draft.body) == "# عنوان\n\nفقرة أولى.\n\n***\n\nثانية.\n"


def test_what_is_only_punctuation_stays() -> None:
    """In a dialogue somebody may say nothing."""
    assert read("عنوان\n- أين كنت؟\n- …\n").paragraphs == ("عنوان", "- أين كنت؟", "- …")


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n \n", "---\n***", "\n \n\n"])
def test_a_text_without_words_has_no_paragraphs(text: str) -> None:
    assert read(text).paragraphs == ()


@pytest.mark.parametrize("gap", ["      ", "\t", " *** ", " ... ", "\u00a0\u00a0\u00a0"])
def test_lines_with_a_gap_in_the_middle_are_verse(gap: str) -> None:
    lines = [
        ("طويت الدرب نحو الدار ليلا", "وفي كفي سراج لا ينام"),
        ("فنادتني الرمال بلا لسان", "وما للرمل إن نادى كلام"),
        ("ومر الفجر يمسح عن جفوني", "غبارا كان آخره السلام"),
    ]
    text = f"ليلة\n\n{gap.join(lines[0])}\n{gap.join(lines[1])}\n\n{gap.join(lines[2])}\n\nانتهت.\n"
    verses = [text for text in texts_in(read(text).body) if text.kind is Kind.VERSE]
    assert [verse.hemistichs for verse in verses] == lines
    assert [verse.begins for verse in verses] == [True, False, True]
    assert read(text).paragraphs[-1] == "انتهت."


def test_one_line_with_a_gap_among_others_is_a_paragraph() -> None:
    draft = read("عنوان\n\nالاسم الكامل هنا      والعنوان كما يكتب\n\nفقرة.\n")
    assert all(text.kind is not Kind.VERSE for text in texts_in(draft.body))


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    for text in ("---\nقصة\n---\nفقرة.\n", "---\n\nقصة\n\n---\n\nفقرة.\n", "---\nقصة\n\nفقرة.\n"):
        assert read(text).paragraphs == ("قصة", "فقرة.")
    assert read("---\nقال: لا\n---\nفقرة.\n").paragraphs == ("قال: لا", "فقرة.")


def test_front_matter_is_front_matter() -> None:
    draft = read("---\ntitle: قصة\n---\nفقرة.\n")
    assert (draft.given, draft.paragraphs) == ({"title": "قصة"}, ("فقرة.",))
    with pytest.raises(ContentError, match=r"a\.txt:2: unknown key `titel`"):
        read("---\ntitel: قصة\n---\nفقرة.\n")


def test_a_seed_as_it_stands_is_kept_as_it_stands() -> None:
    text = "---\ntitle:   قصة  # اسمها\n---\n\nفقرة.\n"
    assert read(text).seed == text
    assert read(text.replace("فقرة", "أول\n\n***\n\nفقرة")).seed == ""
