"""The glossary: names and terms that have one English in all articles."""

from pathlib import Path

import pytest

from bitext.article import glossary, seed
from bitext.project.errors import ContentError
from makers import block, po, project

TERMS = po(
    block("سلمى الخضراء", "Salma Khadra", "#. a poet"),
    block("أبو ظبي|أبوظبي|أبي ظبي", "Abu Dhabi"),
    block("الأمم المتحدة", "the United Nations|the UN"),
    block("متحدة", "united"),
    block("الحوثيون|الحوثيين|حوثي", "Houthi"),
    block("علي", "Ali"),
    block("سد", "dam"),
)


def terms(sentence: str) -> list[str]:
    """The English of the terms in a sentence."""
    return [
        term.english[0] for term in glossary.parse(TERMS.encode(), "g.po")[0].terms_in(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        ("قالت سلمى الخضراء إنها ستكتب.", ["Salma Khadra"]),
        ("لسلمى الخضراء ديوان، ولِسَلْمَى الخَضْراءِ آخر.", ["Salma Khadra"]),
        ("سافر إلى ابو ظبي.", ["Abu Dhabi"]),
        ("من أبوظبي وأبي ظبي", ["Abu Dhabi"]),
        ("قرار للأمم المتحدة", ["the United Nations"]),
        ("وبالأمم المتحدة", ["the United Nations"]),
        ("جبهة متحدة", ["united"]),
        ("جماعة الحوثي", ["Houthi"]),
        ("والحوثيون، وللحوثيين", ["Houthi"]),
        ("وصل علي وعلي.", ["Ali"]),
        ("جلس على الأرض.", []),
        ("أمم متحدات", []),
        ("بنوا سد مأرب", ["dam"]),
        ("بسد وسدود وأسد", []),
        ("سلمى وحدها", []),
        ("", []),
    ],
)
def test_a_term_is_found_as_a_word_with_what_is_attached(sentence: str, english: list[str]) -> None:
    assert terms(sentence) == english


@pytest.mark.parametrize(
    ("english", "missing"),
    [
        ("The United Nations met.", False),
        ("the united nations’ envoy", False),
        ("The UN's envoy", False),
        ("A United-Nations envoy", False),
        ("The Nations met.", True),
        ("The UNESCO met.", True),
        ("", True),
    ],
)
def test_the_english_may_be_inflected_and_in_any_case(english: str, missing: bool) -> None:
    found = glossary.parse(TERMS.encode(), "g.po")[0].missing("قرار الأمم المتحدة", english)
    assert bool(found) is missing
    assert [str(each) for each in found] == [
        "has no “the United Nations” for “الأمم المتحدة”"
    ] * missing


def test_an_accent_makes_no_difference() -> None:
    found, _ = glossary.parse(po(block("سهى", "Soha")).encode(), "g.po")
    assert found.missing("قالت سهى", "Sohá said") == []


def test_a_note_and_a_line_are_kept_and_drafts_left_out() -> None:
    text = po(
        block("نهر", "river", "#. of water"), block("بحر", ""), block("جبل", "hill", "#, fuzzy")
    )
    found, problems = glossary.parse(text.encode(), "g.po")
    assert problems == []
    assert [(t.arabic, t.english, t.note, t.line) for t in found.terms] == [
        (("نهر",), ("river",), "of water", 5)
    ]


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ([block("نهر", "river"), block("نَهر|واد", "valley")], "“نَهر” is in the glossary already"),
        ([block("river", "نهر")], "“river” is not Arabic"),
        ([block("نهر", "نهر")], "“نهر” is not English"),
        ([block("نهر", "…")], "“…” is not English"),
        ([block("نهر", "Je ne sais pas ce que c'est.")], "is not English"),
        (['msgid "نهر"\nmsgstr "river'], "a quote is missing"),
        ([block("نهر", "river"), block("نهر", "stream")], "has two entries"),
    ],
)
def test_what_is_wrong_with_a_glossary_is_said(entries: list[str], what: str) -> None:
    _, (problem,) = glossary.parse(po(*entries).encode(), "seeds/glossary.po")
    assert what in problem.what
    assert (problem.path, problem.line > 0) == ("seeds/glossary.po", True)


def test_a_project_need_not_have_one(tmp_path: Path) -> None:
    assert glossary.load(project(tmp_path, {})) == (glossary.EMPTY, [])
    found, _ = glossary.load(project(tmp_path, {"glossary.po": TERMS}))
    assert len(found.terms) == 7


def test_no_article_may_have_its_name() -> None:
    with pytest.raises(ContentError, match="taken by the glossary"):
        seed.identify("Glossary", "seeds/Glossary.txt")
