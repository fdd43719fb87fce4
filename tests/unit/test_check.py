"""What `check` finds: every fault and every sign of damage, in order, each with its mend."""

import errno
from pathlib import Path

import pytest

from bitext.adding import kinds
from bitext.article import library, overlooked
from bitext.article.provenance import digest
from bitext.project.errors import Problem
from bitext.review import check
from makers import block, po, project


def found(root: Path, seeds: dict[str, str | bytes]) -> list[Problem]:
    """The problems of a project with these files in seeds/."""
    return check.check(project(root, seeds))


def of(root: Path, seed: str | bytes, *blocks: str) -> list[Problem]:
    """The problems of an article of this text with these entries."""
    return found(root, {"a.txt": seed, "a.en.po": po(*blocks)})


def test_a_sound_project_has_no_problem(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        "a.txt": "\ufeffنعم.\r\nلا.",
        "a.en.po": po(block("نعم.", "Yes."), '#~ msgid "قديم"\n#~ msgstr "old"'),
        "b.txt": "نعم.",
    }
    assert found(tmp_path, seeds) == []


def test_errors_come_first_and_each_kind_in_the_order_of_paths_and_lines(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        "b.txt": "---\ntitel: x\ndate: y\n---\nن",
        "a.txt": "ن\u202e\nن\nن\x00",
        "a.en.po": "hello",
        "a b.txt": "ن",
    }
    assert [(p.path, p.line) for p in found(tmp_path, seeds)] == [
        ("seeds/a b.txt", 0),
        ("seeds/a.en.po", 1),
        ("seeds/b.txt", 2),
        ("seeds/b.txt", 3),
        ("seeds/a.txt", 1),
        ("seeds/a.txt", 3),
    ]


def test_a_fault_in_the_seed_hides_none_in_its_catalog(tmp_path: Path) -> None:
    problems = found(tmp_path, {"a.txt": "---\ntitel: x\n---\nن\x00", "a.en.po": 'msgid "x'})
    assert [(p.path, p.line, p.warning) for p in problems] == [
        ("seeds/a.en.po", 1, False),
        ("seeds/a.txt", 2, False),
        ("seeds/a.txt", 4, True),
    ]


def test_the_entries_of_a_seed_that_cannot_be_read_are_not_called_strangers(tmp_path: Path) -> None:
    problems = of(tmp_path, "---\ntitel: x\n---\nن", block("نعم.", "Yes."))
    assert [p.path for p in problems] == ["seeds/a.txt"]


def test_a_message_says_where_what_and_how_to_mend_it(tmp_path: Path) -> None:
    (problem,) = of(tmp_path, "نعم.\u202e")
    assert str(problem) == (
        "seeds/a.txt:1: warning: invisible control characters (U+202E); "
        "they are left out of the page; delete them"
    )


def test_control_characters_in_the_english_are_a_warning(tmp_path: Path) -> None:
    (problem,) = of(tmp_path, "نعم.", block("نعم.", "Yes\u200f.\x07"))
    assert (problem.path, problem.line, problem.warning) == ("seeds/a.en.po", 5, True)
    assert "(U+0007, U+200F)" in problem.what


def test_an_entry_without_a_sentence_is_a_warning(tmp_path: Path) -> None:
    (problem,) = of(tmp_path, "نعم.", block("نعم.", "Yes."), block("لا.", "No."))
    assert (problem.line, problem.what) == (8, "the seed has no sentence “لا.” (any more)")
    assert problem.warning


@pytest.mark.parametrize("msgid", [" ا\u0653ية  الكرسي.", "آية الكرسي.\\n"])
def test_a_sentence_spelt_as_cleaning_would_not_is_no_stranger(tmp_path: Path, msgid: str) -> None:
    """The page has its English: `check` must not say that it does not."""
    assert of(tmp_path, "آية الكرسي.", block(msgid, "The Throne Verse.")) == []


@pytest.mark.parametrize(
    ("line", "mark"),
    [(f"# mt: engine=x src={digest('لا.')}", "`# mt:`"), ('#| msgid "لا."', "`#| msgid`")],
    ids=["mt", "previous"],
)
def test_an_approved_sentence_that_is_stale_all_the_same_is_a_warning(
    tmp_path: Path, line: str, mark: str
) -> None:
    """Someone took the flag away by hand and left what keeps it stale: name that line."""
    (problem,) = of(tmp_path, "نعم.", block("نعم.", "Yes.", line))
    assert problem.warning
    assert mark in problem.what
    assert problem.remedy == "remove that line if the English fits this one"


def test_a_stale_sentence_that_says_it_needs_work_is_no_problem(tmp_path: Path) -> None:
    assert of(tmp_path, "نعم.", block("نعم.", "Yes.", "#, fuzzy", '#| msgid "لا."')) == []


def test_two_articles_with_one_id_are_an_error(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, {"a.txt": "ن", "x/A.txt": "ن"})
    assert not problem.warning
    assert "is taken by seeds/a.txt" in problem.what


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("new/مقال.Markdown", "make it one: make add FILE='seeds/new/مقال.Markdown' (and"),
        (
            "my draft.html",
            "make it one: make add FILE='seeds/my draft.html' (and delete this file)",
        ),
        (
            "x.text",
            "make it one: make add FILE=seeds/x.text (and delete this file), or name it x.txt",
        ),
        ("x.docx", "make it one: make add FILE=seeds/x.docx"),
        ("x.rtf", "save it as x.docx, and: make add FILE=x.docx"),
        ("x.PDF", "ask for it as EPUB or .docx"),
    ],
)
def test_a_file_that_looks_like_an_article_is_a_warning(
    tmp_path: Path, name: str, remedy: str
) -> None:
    (problem,) = found(tmp_path, {"a.txt": "ن", name: "ن"})
    assert (problem.path, problem.warning) == (f"seeds/{name}", True)
    assert problem.what == "not read: a seed's name ends in .txt or .md"
    assert problem.remedy.startswith(remedy)


@pytest.mark.parametrize(
    "name",
    ["README.md", "x/readme.html", ".x.md", "a.markdown", "x.TXT", "picture.png", "a.mo", "x"],
)
def test_other_files_beside_the_seeds_need_no_word(tmp_path: Path, name: str) -> None:
    """Nor does the draft that a seed was made of."""
    assert found(tmp_path, {"a.txt": "ن", name: "ن"}) == []


def test_all_that_can_be_added_is_known_among_the_seeds() -> None:
    assert {*overlooked.ADDABLE, ".txt", ".md", ""} == {*kinds.KINDS}


WRAPPED = """عنوان

خرج الصيادون قبل الفجر إلى البحر وفي أيديهم قناديل من
زجاج أزرق، وكان الموج هادئا كأنه ينتظر أن يقال له ما يفعل،
فلما طلعت الشمس رأينا القوارب بعيدة.
"""


def test_lines_that_a_width_has_broken_are_a_warning(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, {"a.txt": WRAPPED})
    assert str(problem) == (
        "seeds/a.txt:3: warning: a width seems to have broken its lines: “خرج الصيادون قبل الفجر "
        "إلى البحر وفي أي…”; each is a paragraph now; move the file out of the seeds, and then: "
        "make add FILE=a.txt"
    )
    whole = " ".join(WRAPPED.split("\n")[2:])
    assert (
        found(tmp_path / "b", {"a.txt": f"عنوان\n\n{whole}\n", "b.md": f"# ثان{WRAPPED[5:]}"}) == []
    )


@pytest.mark.parametrize("name", ["a.txt", "a.en.po"])
def test_a_file_that_cannot_be_read_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    seeds: dict[str, str | bytes] = {"a.txt": "ن", "a.en.po": po(block("ن", "N")), "b.txt": ""}
    first, second = found(tmp_path, seeds)
    assert (first.path, first.what) == (f"seeds/{name}", "cannot be read (Permission denied)")
    assert (second.path, second.warning) == ("seeds/b.txt", False)


PERSIAN = "این خانه را پدرم ساخته است و هنوز هم در آن زندگی می‌کنیم."


def test_a_seed_in_another_language_of_the_script_is_an_error_where_it_begins(
    tmp_path: Path,
) -> None:
    (problem,) = found(tmp_path, {"a.txt": f"خانه پدر\n\n{PERSIAN}\n{PERSIAN}\n"})
    assert not problem.warning
    assert (problem.path, problem.line) == ("seeds/a.txt", 3)
    assert problem.what.startswith("the text is Persian, not Arabic: “این خانه")
    assert problem.remedy == "put the Arabic version of it here, or remove the file"


def test_verse_of_another_language_is_told_though_no_line_of_it_is(tmp_path: Path) -> None:
    lines = ["ز کوه آمد", "به دشت است", "شب شد", "دل را"]
    (problem,) = found(tmp_path, {"a.txt": "\n".join(lines)})
    assert (problem.line, "Persian" in problem.what) == (1, True)


def test_a_paragraph_of_another_language_in_an_arabic_article_is_no_problem(
    tmp_path: Path,
) -> None:
    arabic = "كتب الشاعر هذه الأبيات في بيت أبيه القديم، ثم ترجمها إلى العربية بعد عشرين سنة."
    assert found(tmp_path, {"a.txt": f"بيت أبي\n{arabic}\n{PERSIAN}\n{arabic}\n"}) == []


def test_a_second_entry_of_a_sentence_is_told_even_an_obsolete_one(tmp_path: Path) -> None:
    gone = '#~ msgid "نعم."\n#~ msgstr "{}"'
    problems = of(tmp_path, "نعم.", gone.format("Aye."), block("نعم.", "Yes."), gone.format("Yea."))
    assert [(p.line, p.warning, p.what) for p in problems] == [
        (5, True, "“نعم.” has another entry (line 8)"),
        (11, True, "“نعم.” has another entry (line 8)"),
    ]


def test_a_catalog_that_is_a_folder_is_reported_as_a_build_reports_it(tmp_path: Path) -> None:
    settings = project(tmp_path, {"a.txt": "نص.\n"})
    (tmp_path / "seeds" / "a.en.po").mkdir()
    (problem,) = check.check(settings)
    assert str(problem).startswith("seeds/a.en.po: cannot be read (")
    assert library.load(settings).problems == (problem,)


def test_a_build_that_has_read_the_articles_is_told_the_same(tmp_path: Path) -> None:
    sound, broken = po(block("قتل 3.", "4 died.")), 'msgid "نص\n'
    seeds = {"a.txt": "قتل 3.\n", "a.en.po": sound, "b.txt": "", "b.en.po": sound}
    settings = project(tmp_path, {**seeds, "c.txt": "نص.\n", "c.en.po": broken})
    reader = library.Reader()
    library.load(settings, reader)
    told = check.check(settings, reader)
    assert told == check.check(settings)
    assert {problem.path for problem in told} == {
        *("seeds/a.en.po", "seeds/b.txt", "seeds/b.en.po", "seeds/c.en.po"),
    }


NOTED = "# ع\n\nقول[^1].\n\n[^1]: شرح\n"


@pytest.mark.parametrize(
    ("english", "line", "what"),
    [
        ("A saying.", "", "the English of “قول[^1].” has lost the note [^1]; write [^1] where"),
        ("A saying[^1][^1].", "", "the English of “قول[^1].” has a note [^1] too many; delete it"),
        ("A saying[^1][^2].", "", "the English of “قول[^1].” has a note [^2] too many; delete it"),
        ("A saying[^2].", "#, fuzzy", "has lost the note [^1]"),
    ],
)
def test_a_reference_lost_or_added_in_the_english_is_an_error(
    tmp_path: Path, english: str, line: str, what: str
) -> None:
    entry = block("قول[^1].", english, *filter(None, [line]))
    problems = found(tmp_path, {"a.md": NOTED, "a.en.po": po(entry)})
    (problem,) = (each for each in problems if what in str(each))
    assert (problem.path, problem.line, problem.warning) == ("seeds/a.en.po", 5, False)


def test_references_that_are_there_are_no_part_of_the_english(tmp_path: Path) -> None:
    """Nothing else of `check` sees them: the label is no number that the Arabic lacks."""
    entry = block("قول[^1].", "A saying.[^1]")
    assert found(tmp_path, {"a.md": NOTED, "a.en.po": po(entry)}) == []
    gone = block("قول[^1].", "A saying.", '#| msgid "قول."', "#, fuzzy")
    (problem,) = found(tmp_path, {"a.md": NOTED, "a.en.po": po(gone)})
    assert problem.warning  # it is outdated, and so to be translated again


def test_in_a_text_file_brackets_are_no_reference(tmp_path: Path) -> None:
    told = of(tmp_path, "قول[^1].", block("قول[^1].", "A saying."))
    assert not any("note" in problem.what for problem in told)


def test_what_a_page_does_not_show_of_a_seed_is_told_once_a_file(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, {"a.md": "# ع\n\n**قول** و*قول*\n\nو`قول`\n"})
    assert (problem.line, problem.warning) == (3, True)
    assert "(emphasis, code)" in problem.what


def test_a_catalog_of_a_seed_in_markdown_is_no_stray(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {"a.md": "# ع\n\nنعم.", "a.en.po": po(), "b.en.po": po()}
    (problem,) = found(tmp_path, seeds)
    assert problem.what == "no seed b.txt or b.md beside this catalog"
