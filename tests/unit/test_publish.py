"""Writing docs/articles: every page there should be, no other, and nothing in vain."""

import json
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from bitext.article import seed
from bitext.article.library import Library
from bitext.pages import interface, page_file, publish, wording
from bitext.project.errors import ContentError
from bitext.project.settings import Settings
from makers import block, joined, po, project


def write(root: Path, count: int, page_size: int = 50) -> Settings:
    """A project of that many articles, published."""
    seeds: dict[str, str | bytes] = {f"{n:03}.txt": f"مقال {n}." for n in range(count)}
    found = project(root, seeds, page_size)
    publish.write(found)
    return found


def names(found: Settings) -> set[str]:
    """The files in docs/articles."""
    files = (path for path in found.articles.rglob("*") if path.is_file())
    return {path.relative_to(found.articles).as_posix() for path in files}


def ids_on(found: Settings, name: str) -> list[str]:
    """The articles that a page of the list links to."""
    text = (found.articles / name).read_text(encoding="utf-8")
    root = "../../" if name.startswith("page/") else ""
    return [part.partition("/")[0] for part in text.split(f'<a class="titles" href="{root}')[1:]]


@pytest.mark.parametrize(
    ("count", "size", "pages"),
    [(0, 2, 1), (1, 2, 1), (2, 2, 1), (3, 2, 2), (4, 2, 2), (5, 2, 3), (3, 1, 3), (50, 50, 1)],
)
def test_the_list_has_as_many_pages_as_it_needs(
    tmp_path: Path, count: int, size: int, pages: int
) -> None:
    """Each article is on one of them, in order; the first is there even without articles."""
    found = write(tmp_path, count, size)
    lists = ["index.md", *(f"page/{n}.md" for n in range(2, pages + 1))]
    articles = [f"{n:03}" for n in range(count)]
    assert names(found) == {
        *lists,
        publish.LATEST_FRAGMENT,
        publish.STATE_SIGNS_FILE,
        publish.KEYS,
        *(f"{a}.md" for a in articles),
    }
    listed = [ids_on(found, name) for name in lists]
    assert list(chain(*listed)) == articles
    assert all(len(ids) == size for ids in listed[:-1])


def test_a_page_of_the_list_links_to_the_one_before_and_after(tmp_path: Path) -> None:
    """Addresses are articles/, articles/page/2/, articles/page/3/: none of them has a 1."""
    found = write(tmp_path, 3, 1)
    first, second, third = (
        (found.articles / name).read_text(encoding="utf-8")
        for name in ("index.md", "page/2.md", "page/3.md")
    )
    assert 'rel="prev"' not in first
    assert '<a rel="next" href="page/2/">' in first
    assert '<a rel="prev" href="../../">' in second
    assert '<a rel="next" href="../../page/3/">' in second
    assert '<a rel="prev" href="../../page/2/">' in third
    assert 'rel="next"' not in third


def test_a_list_of_one_page_has_no_page_links(tmp_path: Path) -> None:
    text = (write(tmp_path, 2).articles / "index.md").read_text(encoding="utf-8")
    assert "<nav" not in text


def test_an_article_links_to_its_neighbours(tmp_path: Path) -> None:
    found = write(tmp_path, 3)
    texts = [(found.articles / f"00{n}.md").read_text(encoding="utf-8") for n in range(3)]
    for n, text in enumerate(texts):
        assert ('href="../000/"' in text) == (n == 1)
        assert ('href="../001/"' in text) == (n in (0, 2))
        assert ('href="../002/"' in text) == (n == 1)


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    """What MkDocs and its plugins, or who keeps the pages in git, take for changed has changed."""
    found = write(tmp_path, 3, 2)
    paths = sorted(path for path in found.articles.rglob("*"))
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths}
    publish.write(found)
    paths = sorted(path for path in found.articles.rglob("*"))
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in paths} == before


def test_an_edited_catalog_changes_the_pages_that_show_it_and_no_other(tmp_path: Path) -> None:
    found = write(tmp_path, 9)
    before = {path: path.stat().st_mtime_ns for path in found.articles.rglob("*.md")}
    (found.seeds / "004.en.po").write_text(po(block("مقال 4.", "Article 4.")), encoding="utf-8")
    publish.write(found)
    changed = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert changed == {"004.md", "003.md", "005.md", "index.md"}


def test_the_pages_of_articles_that_are_gone_are_removed(tmp_path: Path) -> None:
    found = write(tmp_path, 5, 2)
    for n in (2, 3, 4):
        (found.seeds / f"00{n}.txt").unlink()
    publish.write(found)
    assert names(found) == {
        "000.md",
        "001.md",
        "index.md",
        publish.LATEST_FRAGMENT,
        publish.STATE_SIGNS_FILE,
        publish.KEYS,
    }


def test_a_larger_page_size_removes_the_pages_it_leaves_empty(tmp_path: Path) -> None:
    found = write(tmp_path, 5, 2)
    publish.write(replace(found, page_size=5))
    assert not any(name.startswith("page/") for name in names(found))


def test_what_a_person_put_there_is_kept(tmp_path: Path) -> None:
    """Whatever it is called, and even if it mentions the mark of a generated page further down."""
    found = write(tmp_path, 1)
    texts = {
        "by-hand.md": "# عنوان\n",
        "page/99.md": "---\ntitle: x\n---\n",
        "quoting.md": f"---\ntitle: x\n---\n# {page_file.GENERATED} is a mark\n",
        "picture.png": "x",
        "latin.md": "caf\xe9",
    }
    for name, text in texts.items():
        (found.articles / name).parent.mkdir(exist_ok=True)
        (found.articles / name).write_bytes(text.encode("latin-1" if name[0] == "l" else "utf-8"))
    publish.write(found)
    assert set(texts) <= names(found)
    assert (found.articles / "by-hand.md").read_text(encoding="utf-8") == texts["by-hand.md"]


def test_a_bad_article_is_left_out_and_reported(tmp_path: Path) -> None:
    found = project(tmp_path, {"a.txt": "ن", "b.txt": "", "c.txt": "م"})
    library = publish.write(found)
    assert [p.path for p in library.problems] == ["seeds/b.txt"]
    assert {"a.md", "c.md"} <= names(found)
    assert "b.md" not in names(found)
    assert 'href="../c/"' in (found.articles / "a.md").read_text(encoding="utf-8")


def test_beside_a_bad_catalog_a_page_says_that_its_translation_cannot_be_read(
    tmp_path: Path,
) -> None:
    """In both languages, wherever the article is shown; never that it is not translated."""
    seeds: dict[str, str | bytes] = {"a.txt": "عنوان\nنص.", "a.en.po": 'msgid "x', "b.txt": "آخر"}
    found = project(tmp_path, {**seeds, "b.en.po": po(block("آخر", "Another"))})
    library = publish.write(found)
    assert [p.path for p in library.problems] == ["seeds/a.en.po"]
    page, other, home = (
        (found.articles / name).read_text(encoding="utf-8")
        for name in ("a.md", "b.md", publish.LATEST_FRAGMENT)
    )
    assert '<p lang="ar" dir="rtl"><span class="sentence" id="p2s1"' in page
    assert "Not translated" not in page
    assert "data-state" not in page
    for text in (page, home):
        for language in interface.languages():
            assert language.say(wording.UNREADABLE) in text
    link = other.partition('href="../a/"')[2].partition("</a>")[0]
    assert "Its translation cannot be read" in link
    assert "Not translated" not in link


def test_the_home_page_shows_the_newest_articles() -> None:
    """By the date they give; one without a date is older than any; of equals the last id."""
    texts = [f"---\ndate: 2024-11-{n:02}\n---\nمقال {n}." for n in (3, 9, 1, 9, 5, 2, 7)]
    editions = [joined(text, article_id=f"a{n}") for n, text in enumerate([*texts, "بلا تاريخ."])]
    fragment = dict(publish.pages(Library(tuple(editions), ()), 50))[publish.LATEST_FRAGMENT]
    shown = [part.partition("/")[0] for part in fragment.split('href="articles/')[1:]]
    assert shown == ["a3", "a1", "a6", "a4", "a0", "a5"]
    assert len(shown) == publish.LATEST


def test_the_fragment_of_the_home_page_is_no_page_of_its_own() -> None:
    """MkDocs publishes no file whose name begins with a dot."""
    assert publish.LATEST_FRAGMENT.startswith(".")


def test_the_index_of_the_list_comes_and_goes_with_what_there_is_to_filter(tmp_path: Path) -> None:
    found = write(tmp_path, 3, 2)
    index = found.articles / publish.INDEX
    assert not index.exists()
    assert 'data-feature="filter"' not in (found.articles / "index.md").read_text(encoding="utf-8")
    (found.seeds / "001.en.po").write_text(po(block("مقال 1.", "Article 1.")), encoding="utf-8")
    publish.write(found)
    assert json.loads(index.read_text(encoding="utf-8")) == {
        "total": 3,
        "size": 2,
        "state": [["missing", [0, 2]], ["reviewed", [1]]],
        "tag": [],
    }
    for name, root in (("index.md", "./"), ("page/2.md", "../../")):
        text = (found.articles / name).read_text(encoding="utf-8")
        assert f'data-feature="filter" data-root="{root}"' in text
        assert f'href="{root}?state=missing"' in text
    (found.seeds / "001.en.po").unlink()
    publish.write(found)
    assert not index.exists()


def test_the_index_stands_where_no_article_can() -> None:
    """An article's address is its id; `page` cannot be one."""
    with pytest.raises(ContentError):
        seed.identify(publish.INDEX.partition("/")[0], "x")


def test_a_page_somebody_wrote_is_not_overwritten_but_said(tmp_path: Path) -> None:
    """A hand-written page may bear an article's name: what a person wrote is never lost."""
    settings = project(tmp_path, {"a.txt": "عنوان\nنص.\n", "b.txt": "آخر\nنص.\n"})
    page = settings.articles / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Mine\n", encoding="utf-8")
    (problem,) = publish.write(settings).problems
    assert page.read_text(encoding="utf-8") == "# Mine\n"
    assert str(problem).startswith("docs/articles/a.md: stands where a generated page belongs")
    assert (settings.articles / "b.md").exists()


def test_a_page_that_a_power_failure_left_empty_is_written_again(tmp_path: Path) -> None:
    settings = write(tmp_path, 1)
    publish.write(settings)
    (page,) = [path for path in settings.articles.glob("*.md") if path.stem != "index"]
    text = page.read_text(encoding="utf-8")
    page.write_bytes(b"")
    assert publish.write(settings).problems == ()
    assert page.read_text(encoding="utf-8") == text
