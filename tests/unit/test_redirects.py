"""Former addresses: each leads to one article, and to none that has a page of its own."""

from pathlib import Path

import pytest

from bitext.article import library, redirects
from bitext.pages import publish
from bitext.project.errors import ContentError
from bitext.review import check
from bitext.site import discovery
from makers import article, project


def moved(article_id: str, *former: str):
    return article(f"---\nredirect_from: [{', '.join(former)}]\n---\nنص.", article_id)


def test_each_former_id_leads_to_the_present_one():
    pages, problems = redirects.find([moved("new", "old", "older")], ["new"])
    assert pages == {"old": "new", "older": "new"}
    assert problems == []


@pytest.mark.parametrize("name", ["aux", "con.x", "a."])
def test_what_windows_cannot_have_may_have_been_an_id_before_that_was_asked(name: str) -> None:
    assert redirects.find([moved("new", name)], ["new"]) == ({name: "new"}, [])


def test_an_id_that_is_taken_or_claimed_twice_is_a_fault():
    articles = [moved("a", "Taken", "both"), moved("b", "BOTH")]
    pages, problems = redirects.find(articles, ["a", "b", "taken"])
    assert pages == {"both": "a"}
    assert [str(problem).partition(":")[0] for problem in problems] == [
        "seeds/a.txt",
        "seeds/b.txt",
    ]


@pytest.mark.parametrize("name", ["../x", "index", "a/b", '"<b>"', "2024-01-01"])
def test_what_cannot_be_an_id_cannot_have_been_one(name):
    with pytest.raises(ContentError, match="must be former names"):
        moved("new", name)


def test_the_page_at_an_old_address_escapes_what_it_shows(tmp_path):
    seed = "---\nredirect_from: old\n---\n</title><script>alert(1)</script>"
    loaded = library.load(project(tmp_path, {"new.txt": seed}))
    (name, page), *more = discovery.redirects(loaded, "https://example.org/", "assets/js/x").items()
    assert (name, more) == ("articles/old/index.html", [])
    assert "<script>alert" not in page
    assert '<link rel="canonical" href="https://example.org/articles/new/">' in page
    assert "https" not in discovery.redirects(loaded, "", "assets/js/x")[name]


def test_a_draft_is_shown_in_a_preview_alone_and_says_so(tmp_path):
    seeds = {"a.txt": "نص.", "b.txt": "---\ndraft: true\nredirect_from: old\n---\nمسودة."}
    settings = project(tmp_path, seeds)
    shown = publish.write(settings, preview=True)
    assert 'class="draft"' in (settings.articles / "b.md").read_text(encoding="utf-8")
    assert 'class="draft"' in (settings.articles / "index.md").read_text(encoding="utf-8")
    assert shown.redirects == {"old": "b"}
    written = publish.write(settings)
    assert not (settings.articles / "b.md").exists()
    assert [edition.article.id for edition in written.editions] == ["a"]
    assert written.redirects == {}
    for page in settings.articles.rglob("*"):
        assert page.is_dir() or "مسودة." not in page.read_text(encoding="utf-8")


def test_check_says_which_former_names_a_build_would_refuse(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        name: f"---\ndraft: false\nredirect_from: {former}\n---\nنص."
        for name, former in (("a.txt", "old"), ("b.txt", "old"), ("c.txt", "a"))
    }
    found = project(tmp_path, seeds)
    said = [str(problem) for problem in check.check(found)]
    assert said == [str(problem) for problem in library.load(found).problems]
    assert [line.partition(";")[0] for line in said] == [
        "seeds/b.txt:3: redirect_from: “old” is a former name of seeds/a.txt too",
        "seeds/c.txt:3: redirect_from: “a” is the id of a page there is",
    ]
