"""What `check` finds in the English of catalogs."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bitext.article.glossary import EMPTY
from bitext.project import settings
from bitext.project.errors import Problem
from bitext.review import check, proofread
from bitext.translation import first_look, quality, wholeness
from makers import ARTICLES, block, po, project


def of(root: Path, arabic: str, english: str, *lines: str) -> list[Problem]:
    """The problems of an article whose second paragraph is this sentence."""
    seeds: dict[str, str | bytes] = {
        "a.txt": f"عنوان\n{arabic}\n",
        "a.en.po": po(block("عنوان", "A title"), block(arabic, english, *lines)),
    }
    return check.check(project(root, seeds))


def test_sound_articles_in_every_state_have_no_problem() -> None:
    assert check.check(settings.load(ARTICLES.parent / "mkdocs.yml")) == []


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("قال: «لا».", "He said: “No.”"),
        ("قال: «لا.", "He said, “No.”"),
        ("هل تسمع؟", "Can you hear me?"),
        ("انتهى...", "It is over…"),
        ("نعم [12].", "Yes.[12]"),
        ("نعم! 😀", "Yes! 😀"),
        ("(نعم.)", "(Yes.)"),
        ("وقال", "And he said."),
        ("شاشة مقاسها 15 بوصة.", 'A 15" screen.'),
        ("في التسعينيات.", "In the ‘90s."),
        ("هذا كتاب الأولاد.", "This is the boys’ book, isn’t it."),
        ("أ) الأول.", "a) The first."),
        ("أولا: 1) الأرض، ثم 2) الماء.", "First: 1) the land, then 2) the water."),
        ("«عام 1984» رواية.", '"1984" is a novel.'),
        ("قال: «أنت أخي».", "He said, ‘You are “my brother”.’"),
        ("أهلا :)", "Hello :)"),
        ("إذا كان a < b.", "If a < b."),
        ("أنشئ عام 1963.", "Set up in 1963."),
        ("في الستينيات.", "In the 1960s."),
    ],
    ids=ascii,
)
def test_sound_english_has_no_problem(tmp_path: Path, arabic: str, english: str) -> None:
    assert of(tmp_path, arabic, english.replace('"', '\\"')) == []


@pytest.mark.parametrize(
    ("arabic", "english", "what"),
    [
        ("نعم.", "TODO.", "the English only says that it is missing"),
        ("نعم.", "[to be translated].", "the English only says that it is missing"),
        ("نعم.", "<b>Yes</b>.", "markup in the English (<b>)"),
        ("نعم.", "Yes<br/>.", "markup in the English (<br/>)"),
        ("نعم.", "Yes<!-- no -->.", "markup in the English (<!--)"),
        ("نعم.", "Yes", "the Arabic ends in a full stop or the like, the English in none"),
        ("لماذا؟", "Why", "the Arabic ends in a full stop or the like, the English in none"),
        ("نعم.", "“Yes.", "“ without its pair in the English"),
        ("نعم.", "Yes.”", "” without its pair in the English"),
        ("نعم.", "(Yes.", "( without its pair in the English"),
        ("نعم.", "(Yes].", "] without its pair in the English"),
        ("نعم.", 'He said, \\"Yes.', '" without its pair in the English'),
        ("نعم.", "He said, ‘yes.", "‘ without its pair in the English"),
        ("عام 1963.", "In 1936.", "the number 1963 of the Arabic is not in the English"),
        ("قديما.", "In 1914.", "the number 1914 of the English is not in the Arabic"),
    ],
    ids=ascii,
)
def test_a_finding_is_a_warning_at_its_entry(
    tmp_path: Path, arabic: str, english: str, what: str
) -> None:
    (problem,) = of(tmp_path, arabic, english)
    assert (problem.path, problem.line, problem.what) == ("seeds/a.en.po", 8, what)
    assert problem.warning
    assert problem.remedy


def test_a_mismatch_of_the_arabic_is_not_the_translators(tmp_path: Path) -> None:
    assert of(tmp_path, "قال: «نعم” ثم ذهب.", "He said “yes” and left.") == []


@pytest.mark.parametrize(
    ("arabic", "english", "sound"),
    [
        ("عنوان", "A title.", False),
        ("عنوان.", "A title", False),
        ("عنوان", "A title", True),
        ("عنوان.", "A title.", True),
        ("لماذا نقرأ", "Why do we read?", True),
        ("صنع في أمريكا", "Made in the U.S.", True),
        ("ثم", "And then...", True),
    ],
    ids=ascii,
)
def test_a_title_ends_as_the_arabic_does(arabic: str, english: str, sound: bool) -> None:
    assert (not proofread.findings(arabic, english, title=True, glossary=EMPTY)) is sound


def test_a_subtitle_is_a_title_and_a_paragraph_is_none(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        "a.txt": "---\ntitle: عنوان\nsubtitle: فرعي\n---\nنص",
        "a.en.po": po(block("عنوان", "One."), block("فرعي", "Two."), block("نص", "Three.")),
    }
    assert [problem.line for problem in check.check(project(tmp_path, seeds))] == [5, 8]


def test_an_outdated_text_is_not_compared_with_its_new_arabic(tmp_path: Path) -> None:
    stale = ("#, fuzzy", '#| msgid "عام 1950."')
    assert of(tmp_path, "عام 1963.", "In 1950", *stale) == []
    (problem,) = of(tmp_path, "عام 1963.", "In <i>1950", *stale)
    assert "markup" in problem.what


def test_an_obsolete_or_empty_entry_is_not_read(tmp_path: Path) -> None:
    obsolete = '#~ msgid "عام 1964."\n#~ msgstr "In <i>1936"'
    seeds: dict[str, str | bytes] = {
        "a.txt": "عام 1963.",
        "a.en.po": po(block("عام 1963.", ""), obsolete),
    }
    assert check.check(project(tmp_path, seeds)) == []


def test_one_sentence_reviewed_in_two_ways_names_both_places(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        "a.txt": "نعم.",
        "a.en.po": po(block("نعم.", "Yes.")),
        "b.txt": "لا.\nنعم.",
        "b.en.po": po(block("لا.", "No."), block("نعم.", "Indeed.")),
        "c.txt": "نعم.",
        "c.en.po": po(block("نعم.", "Yes.")),
    }
    (problem,) = check.check(project(tmp_path, seeds))
    assert str(problem) == (
        "seeds/b.en.po:8: warning: “نعم.” is “Indeed.” here, “Yes.” in seeds/a.en.po:5; "
        "agree on one English for both, or keep them if the contexts differ"
    )


def test_what_is_not_reviewed_may_differ(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        "a.txt": "نعم.",
        "a.en.po": po(block("نعم.", "Yes.")),
        "b.txt": "نعم.",
        "b.en.po": po(block("نعم.", "Indeed.", "#, fuzzy")),
    }
    assert check.check(project(tmp_path, seeds)) == []


def test_a_catalog_without_a_seed_is_a_warning(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {"b.txt": "نعم.", "x/a.en.po": po(block("نعم.", "Yes."))}
    (problem,) = check.check(project(tmp_path, seeds))
    assert (problem.path, problem.warning) == ("seeds/x/a.en.po", True)
    assert problem.what == "no seed a.txt or a.md beside this catalog"


def test_a_seed_whose_name_is_at_fault_has_no_stray_catalog(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {"a b.txt": "نعم.", "a b.en.po": po()}
    (problem,) = check.check(project(tmp_path, seeds))
    assert problem.path == "seeds/a b.txt"


def test_a_flag_that_was_meant_to_be_fuzzy_is_said(tmp_path: Path) -> None:
    """A mistyped flag would approve a machine's sentence in silence."""
    catalog = '#, fuzy\nmsgid "أولى."\nmsgstr "First."\n'
    settings = project(tmp_path, {"a.txt": "أولى.\n", "a.en.po": catalog})
    (problem,) = check.check(settings)
    assert "the flag `fuzy` means nothing" in str(problem)


def test_a_seed_without_arabic_is_said(tmp_path: Path) -> None:
    (problem,) = check.check(project(tmp_path, {"a.txt": "Only English here.\n"}))
    assert (problem.path, problem.warning) == ("seeds/a.txt", True)


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    found = check.check(project(tmp_path, {"a.txt": "English.\n", "b.txt": ""}))
    assert [problem.warning for problem in found] == [False, True]


SAVED_ELSEWHERE = """\
# saved by a platform
msgid ""
msgstr ""
"X-Generator: Weblate 5.8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"
"Language: en\\n"
"Last-Translator: Anonymous <noreply@weblate.org>\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: seeds/souk.txt:4
msgid ""
"سألت الجارة عن ثمن "
"الزيتون."
msgstr ""
"The neighbour asked about "
"the price of olives."

#: seeds/souk.txt:3
msgid "وكان الطريق طويلا."
msgstr "La route était longue et sombre."

#: seeds/souk.txt:2
msgid "أغلق الأبواب كلها ثم عاد إلى بيته."
msgstr "He closed all the doors and then"

#: seeds/souk.txt:1
msgid "السوق القديم"
msgstr "المتجر القديم"
"""


def test_a_catalog_saved_elsewhere_is_read_and_what_was_pasted_into_it_is_found(
    tmp_path: Path,
) -> None:
    """With a mark before it, other line ends, lines wrapped, the header and entries in another
    order: another language, the Arabic's, half a sentence; the sound entry is not told of."""
    article = "\n".join(
        (
            "السوق القديم",
            "أغلق الأبواب كلها ثم عاد إلى بيته.",
            "وكان الطريق طويلا.",
            "سألت الجارة عن ثمن الزيتون.",
        )
    )
    saved = b"\xef\xbb\xbf" + SAVED_ELSEWHERE.replace("\n", "\r\n").encode()
    found = check.check(project(tmp_path, {"souk.txt": article, "souk.en.po": saved}))
    told = {problem.line: (problem.warning, problem.what) for problem in found}
    lines = SAVED_ELSEWHERE.splitlines()
    french, half, arabic = (
        next(n - 1 for n, line in enumerate(lines) if text in line)  # where the entry begins
        for text in ("La r", "He c", "المت")
    )
    assert told == {
        french: (False, "the English is in French"),
        half: (True, "the Arabic ends in a full stop or the like, the English in none"),
        arabic: (False, "the English is in Arabic"),
    }


@pytest.mark.parametrize(
    ("arabic", "english", "weight", "error"),
    [
        ("ذهب الولد إلى المدرسة صباحًا.", "Он пошёл утром в школу.", 100, True),
        ("ذهب الولد إلى المدرسة صباحًا.", "The boy ذهب الولد إلى المدرسة صباحًا went.", 100, True),
        ("ذهب الولد إلى المدرسة.", "The boy went to school and", 40, False),
        ("ذهب الولد إلى المدرسة.", "The boy went to school,", 40, False),
    ],
)
def test_what_is_found_does_not_depend_on_how_a_suspicion_is_worded(
    monkeypatch: pytest.MonkeyPatch, arabic: str, english: str, weight: int, error: bool
) -> None:
    for module, name in ((quality, "script"), (wholeness, "end")):
        check = getattr(module, name)

        def reworded(arabic: str, english: str, check: Any = check) -> Any:
            found = check(arabic, english)
            return found and replace(found, what="looks odd")

        monkeypatch.setattr(module, name, reworded)
    needed = set(first_look.needed(arabic, english)) | {wholeness.end}
    monkeypatch.setattr(first_look, "needed", lambda *_: needed)
    found = proofread.findings(arabic, english, False, EMPTY)
    assert (weight, error) in [(each.weight, each.error) for each in found]
