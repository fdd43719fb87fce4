"""Finding the seeds and catalogs on disk: every sound article, and a problem for each other."""

import errno
import os
from pathlib import Path

import pytest

from bitext.article import catalog, library, seed
from bitext.article.catalog import State
from bitext.article.catalog_file import CatalogFile
from bitext.project.errors import ContentError, UsageError
from bitext.review import check
from makers import block, po, project


def ids(root: Path, seeds: dict[str, str | bytes]) -> list[str]:
    """The ids of the articles that could be read."""
    return [e.article.id for e in library.load(project(root, seeds)).editions]


def test_articles_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    """Wherever they lie, and however their names are spelt."""
    seeds: dict[str, str | bytes] = {f"{n}.txt": "ن" for n in ("b", "x/a", "C", "010", "مقال")}
    assert ids(tmp_path, seeds) == ["010", "a", "b", "C", "مقال"]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("gone.txt", "No such file or directory"),
        ("b.txt", "Too many levels of symbolic links"),  # itself
        ("a.txt/c.txt", "Not a directory"),
    ],
)
def test_a_link_that_leads_nowhere_is_said(tmp_path: Path, target: str, why: str) -> None:
    settings = project(tmp_path, {"a.txt": "ن"})
    (settings.seeds / "b.txt").symlink_to(target)
    found = library.load(settings)
    assert [each.article.id for each in found.editions] == ["a"]
    (problem,) = found.problems
    assert str(problem).startswith(f"seeds/b.txt: cannot be read ({why})")


def test_a_catalog_that_is_a_link_which_leads_nowhere_is_said_everywhere(tmp_path: Path) -> None:
    """Whoever made it means a catalog: without a word the article would lose its English."""
    settings = project(tmp_path, {"a.txt": "ن", "b.md": "![x](a.png"})
    for name in ("a.en.po", "b.en.po", "glossary.po"):
        (settings.seeds / name).symlink_to(tmp_path / "gone.po")
    said = "cannot be read (it is a link that leads nowhere); make it readable"
    assert str(library.load(settings).problems[0]) == f"seeds/a.en.po: {said}"
    found = [str(each) for each in check.check(settings)]
    assert [line for line in found if "nowhere" in line] == [
        f"seeds/{name}: {said}" for name in ("a.en.po", "b.en.po", "glossary.po")
    ]
    with pytest.raises(ContentError, match=r"seeds/a\.en\.po: it is a link that leads nowhere"):
        CatalogFile(library.sources(settings)[0][0]).change(lambda entries: None)
    assert not (tmp_path / "gone.po").exists()


def test_a_folder_that_cannot_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its articles would vanish from the site."""
    settings = project(tmp_path, {"a.txt": "ن", "book/b.txt": "ن"})
    listed = os.scandir

    def scandir(path: str):
        if str(path).endswith("book"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = library.load(settings)
    assert [each.article.id for each in found.editions] == ["a"]
    (problem,) = found.problems
    assert str(problem).startswith("seeds/book: cannot be read (Permission denied)")


def test_only_text_files_that_are_not_hidden_are_seeds(tmp_path: Path) -> None:
    others = (
        "README.md",
        "x/readme.md",
        "a.markdown",
        "a.en.po",
        "a.txt~",
        ".a.txt",
        "txt",
        ".trash/b.txt",
        "x/.git/c.txt",
    )
    seeds: dict[str, str | bytes] = dict.fromkeys(others, "ن")
    found = project(tmp_path, {**seeds, "SHOUT.TXT": "ن", "b.MD": "ن"})
    (found.seeds / "folder.txt").mkdir()
    assert [s.id for s in library.sources(found)[0]] == ["b", "SHOUT"]


def test_the_catalog_is_beside_the_seed(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        {
            "x/a.txt": "نعم.",
            "x/a.en.po": po(block("نعم.", "Yes.")),
            "a.en.po": po(block("نعم.", "Wrong.")),
        },
    )
    (edition,) = library.load(found).editions
    assert edition.english["p1s1"].text == "Yes."
    assert edition.article.path == "seeds/x/a.txt"


@pytest.mark.parametrize("content", [None, "", " \n\n"], ids=["none", "empty", "blank"])
def test_without_a_catalog_all_is_missing(tmp_path: Path, content: str | None) -> None:
    found = project(tmp_path, {"a.txt": "نعم. لا."})
    if content is not None:
        (found.seeds / "a.en.po").write_text(content)
    (edition,) = library.load(found).editions
    assert edition.counts() == {State.MISSING: 2}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.txt", "x/a.txt"),
        ("x/a.txt", "y/a.txt"),
        ("A.txt", "a.txt"),
        ("A.txt", "x/a.TXT"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
    ],
    ids=["subfolder", "subfolders", "case", "case-and-folder", "normal-form"],
)
def test_of_two_articles_with_one_id_the_second_is_a_problem(
    tmp_path: Path, first: str, second: str
) -> None:
    """Both files are named, and one address has one article. Its other names follow the sort."""
    found = library.load(project(tmp_path, {first: "ن", second: "م", "z.txt": "ل"}))
    assert len(found.editions) == 2
    (problem,) = found.problems
    assert {problem.path, problem.what.rpartition(" ")[2]} == {f"seeds/{first}", f"seeds/{second}"}
    assert "is taken by" in problem.what
    assert problem.remedy == "rename one of the two"
    assert not problem.warning


def test_two_seeds_of_one_article_have_no_page(tmp_path: Path) -> None:
    """They would share a catalog, and each take the other's sentences for gone."""
    found = library.load(project(tmp_path, {"x/a.txt": "ن", "x/a.md": "م", "z.txt": "ل"}))
    assert [e.article.id for e in found.editions] == ["z"]
    (problem,) = found.problems
    assert problem.what == "seeds/x/a.md and seeds/x/a.txt are two seeds of one article"
    assert not problem.warning


@pytest.mark.parametrize(
    "name",
    ["index.txt", "x/README.txt", "page.txt", "a b.txt", "-.txt", "con.txt", "nul.b.md", "a..txt"],
)
def test_a_name_that_cannot_be_an_id_is_a_problem_of_that_file(tmp_path: Path, name: str) -> None:
    found = library.load(project(tmp_path, {name: "ن", "good.txt": "ن"}))
    assert [e.article.id for e in found.editions] == ["good"]
    (problem,) = found.problems
    assert problem.path == f"seeds/{name}"
    assert problem.remedy.startswith("choose another name")


BAD: dict[str, tuple[dict[str, str | bytes], str]] = {
    "empty": ({"bad.txt": ""}, "seeds/bad.txt"),
    "not UTF-8": ({"bad.txt": "نص".encode("windows-1256")}, "seeds/bad.txt"),
    "front matter without end": ({"bad.txt": "---\nنص"}, "seeds/bad.txt"),
    "front matter out of order": ({"bad.txt": "---\n!!bool x\n---\nنص"}, "seeds/bad.txt"),
    "brackets without end": ({"bad.txt": f"---\na: {'[' * 1000}\n---\nنص"}, "seeds/bad.txt"),
}
BAD_CATALOGS: dict[str, str | bytes] = {
    "broken": 'msgid "x',
    "not UTF-8": b"# \xc7\n",
    "not PO": b"\x00\x01\x02PK",
}


@pytest.mark.parametrize(("seeds", "path"), BAD.values(), ids=BAD.keys())
def test_one_bad_article_leaves_the_others(
    tmp_path: Path, seeds: dict[str, str | bytes], path: str
) -> None:
    found = library.load(project(tmp_path, {"a.txt": "ن", "z.txt": "ن", **seeds}))
    assert [e.article.id for e in found.editions] == ["a", "z"]
    assert {problem.path for problem in found.problems} == {path}
    assert not any(problem.warning for problem in found.problems)


@pytest.mark.parametrize("content", BAD_CATALOGS.values(), ids=BAD_CATALOGS.keys())
def test_beside_a_bad_catalog_the_article_stays(tmp_path: Path, content: str | bytes) -> None:
    """Its Arabic is sound; of its English nothing is known, not even that there is none."""
    found = library.load(project(tmp_path, {"a.txt": "نعم. لا.", "a.en.po": content}))
    (edition,) = found.editions
    assert edition.article.title.text == "نعم. لا."
    assert not edition.readable
    assert not edition.missing()
    assert edition.counts() == {}
    assert {problem.path for problem in found.problems} == {"seeds/a.en.po"}
    assert not found.faulty


def test_several_bad_articles_are_all_reported(tmp_path: Path) -> None:
    found = library.load(project(tmp_path, {"a.txt": "", "b.txt": "", "index.txt": "ن"}))
    assert sorted(p.path for p in found.problems) == [
        "seeds/a.txt",
        "seeds/b.txt",
        "seeds/index.txt",
    ]


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    """Reading is remembered by what the files hold, not by their names or times."""
    found = project(tmp_path, {"a.txt": "نعم.", "a.en.po": po(block("نعم.", "Yes."))})
    assert library.load(found).editions[0].english["p1s1"].text == "Yes."
    (found.seeds / "a.en.po").write_text(po(block("نعم.", "Yeah.")), encoding="utf-8")
    assert library.load(found).editions[0].english["p1s1"].text == "Yeah."
    (found.seeds / "a.txt").write_text("لا.", encoding="utf-8")
    assert library.load(found).editions[0].article.title.text == "لا."


def test_what_holds_what_it_held_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an article whose catalog was edited the catalog alone; of the others nothing."""
    seeds: dict[str, str | bytes] = {"a.txt": "نعم.", "b.txt": "لا.", "a.en.po": po()}
    found, reader = project(tmp_path, seeds), library.Reader()
    first = library.load(found, reader)
    parsed: list[str] = []
    parse, read = seed.parse, catalog.parse
    monkeypatch.setattr(seed, "parse", lambda *a: (parsed.append(a[2]), parse(*a))[1])
    monkeypatch.setattr(catalog, "parse", lambda *a: (parsed.append(a[1]), read(*a))[1])
    assert library.load(found, reader) == first
    assert parsed == []
    (found.seeds / "a.en.po").write_text(po(block("نعم.", "Yes.")), encoding="utf-8")
    again = library.load(found, reader)
    assert parsed == ["seeds/a.en.po"]
    assert again.editions[0].english["p1s1"].text == "Yes."
    assert again.editions[1] is first.editions[1]
    (found.seeds / "b.txt").write_text("ربما.", encoding="utf-8")
    library.load(found, reader)
    assert parsed == ["seeds/a.en.po", "seeds/b.txt"]


def test_without_a_folder_of_seeds_it_is_wrong_usage(tmp_path: Path) -> None:
    found = project(tmp_path, {})
    found.seeds.rmdir()
    with pytest.raises(UsageError, match="no folder seeds/; make it"):
        library.load(found)


def test_an_empty_folder_of_seeds_is_a_library_of_none(tmp_path: Path) -> None:
    assert library.load(project(tmp_path, {})) == library.Library((), ())


@pytest.mark.parametrize(
    "given", ["b", "b.txt", "b.md", "b.en.po", "seeds/x/b.txt", "/tmp/elsewhere/b.en.po"]
)
def test_an_article_is_named_by_id_or_by_a_file(tmp_path: Path, given: str) -> None:
    found, _ = library.sources(project(tmp_path, {"a.txt": "ن", "x/b.txt": "ن"}))
    assert [s.id for s in library.select(found, [given])] == ["b"]


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ("notes.md", "notes.md"),
        ("notes.md.txt", "notes.md"),
        ("seeds/notes.md.en.po", "notes.md"),
        ("seeds/notes.md", "notes"),
        ("notes", "notes"),
        ("plan.txt", "plan.txt"),
        ("seeds/plan.txt", "plan.txt"),
        ("seeds/UP.TXT", "UP"),
        ("cafe\u0301.Md", "caf\u00e9"),
    ],
)
def test_an_article_whose_id_ends_like_a_file_can_be_named(
    tmp_path: Path, given: str, chosen: str
) -> None:
    """A name is an article's id before its end is taken off; a path leads to a file first."""
    names = "notes.md", "notes.md.txt", "plan.txt.md", "UP.TXT", "caf\u00e9.Md"
    found, _ = library.sources(project(tmp_path, dict.fromkeys(names, "ن")))
    assert [s.id for s in library.select(found, [given])] == [chosen]


def test_naming_none_is_naming_all(tmp_path: Path) -> None:
    found, _ = library.sources(project(tmp_path, {"a.txt": "ن", "b.txt": "ن"}))
    assert library.select(found, []) == found


def test_an_unknown_article_is_wrong_usage_that_names_some(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {f"{n}.txt": "ن" for n in "abcdefg"}
    found, _ = library.sources(project(tmp_path, seeds))
    with pytest.raises(UsageError, match=r"no article 'z'; there are: a, b, c, d, e, …$"):
        library.select(found, ["a", "z"])
    with pytest.raises(UsageError, match="there are: none yet"):
        library.select([], ["z"])


def test_a_path_is_named_from_the_project_s_folder_where_it_lies_in_it(tmp_path: Path) -> None:
    """MkDocs allows a docs_dir outside; naming it must not end in a traceback."""
    found = project(tmp_path / "project", {})
    assert found.shown(found.articles) == "docs/articles"
    assert found.shown(tmp_path / "elsewhere") == (tmp_path / "elsewhere").as_posix()
