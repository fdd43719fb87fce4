"""The command `index`, and the index at the end of every build."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bitext.commands import main as cli
from bitext.project.errors import ContentError
from bitext.search import index
from makers import MAIN

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def of_one(built: Path) -> Path:
    """The same with the seed of one article alone, of which an index is soon made."""
    for path in (built / "seeds").rglob("*.*"):
        if path.is_file() and path.stem.split(".")[0] != MAIN.stem:
            path.unlink()
    return built


@pytest.fixture
def built(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built project that a test may change, and we are in it."""
    project = tmp_path / "project"
    for name in ("seeds", "docs/assets/offline", "docs/assets/search", "site"):
        shutil.copytree(site.parent / name, project / name)
    shutil.copy2(site.parent / "mkdocs.yml", project)
    (project / ".cache").symlink_to(site.parent / ".cache", target_is_directory=True)
    monkeypatch.chdir(project)
    return project


def test_without_a_site_index_says_what_to_do(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    code, _, said = run("index")
    assert code == cli.USAGE
    assert "no built site in site/; build it first: make site" in said


def test_index_makes_again_what_the_build_made(built: Path, run: Run) -> None:
    folder = built / "site" / "search"
    before = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.json")}
    assert len(before) > 3
    for path in folder.rglob("e*.json"):  # of what people wrote it keeps the texts that are there
        path.unlink()
    code, _, said = run("index")
    assert code == cli.OK, said
    assert "left out" not in said  # see the next test
    count = len(list((built / "seeds").rglob("*.txt")))
    assert f"site/search/ holds {count} article(s)" in said
    assert {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.json")} == before


def test_index_says_that_pages_of_docs_are_left_out_where_no_index_has_them(
    of_one: Path, run: Run
) -> None:
    shutil.rmtree(of_one / "site" / "search")
    code, _, said = run("index")
    assert code == cli.OK
    assert "the pages of docs/; they are left out; to have them, build the site" in said
    assert (of_one / "site" / "search" / "index.json").is_file()


def test_index_leaves_drafts_out_as_a_build_does(of_one: Path, run: Run) -> None:
    draft = "---\ndraft: true\n---\nعنوان المسودة\nكلام مكتوم لا يعرفه أحد.\n"
    (of_one / "seeds" / "secret.txt").write_text(draft, encoding="utf-8")
    code, _, said = run("index")
    assert code == cli.OK, said
    assert "site/search/ holds 1 article(s)" in said
    texts = [path.read_text("utf-8") for path in (of_one / "site" / "search").rglob("*.json")]
    assert texts
    assert not any("secret" in text or "مكتوم" in text for text in texts)


def test_rules_of_search_that_were_cut_off_are_said(of_one: Path, run: Run) -> None:
    """In a site by an upload, in docs/ by an edit: then it is the build that says so."""
    text = (of_one / "site" / index.RULES).read_text(encoding="utf-8")
    for folder in ("site", "docs"):
        (of_one / folder / index.RULES).write_text(text[:-3], encoding="utf-8")
    code, _, said = run("index")
    assert code == cli.CONTENT
    assert re.search(
        r"^site/assets/search/normalise\.json:\d+: is no JSON \(.*; build the site", said
    )
    with pytest.raises(ContentError, match=r"^docs/assets/search/normalise\.json:\d+: is no JSON"):
        index.prepare(of_one / "docs", of_one / ".cache")


def test_index_leaves_out_a_faulty_article_and_says_so(of_one: Path, run: Run) -> None:
    (of_one / "seeds" / "bad.txt").write_bytes(b"\xc7\xe1")
    code, _, said = run("index")
    assert code == cli.CONTENT
    assert "seeds/bad.txt:1: not UTF-8" in said
    manifest = json.loads((of_one / "site" / "search" / "index.json").read_text(encoding="utf-8"))
    assert manifest["articles"]
