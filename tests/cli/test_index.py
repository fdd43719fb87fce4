"""The command `index`, and the index at the end of every build."""

import json
import shutil
from pathlib import Path

from conftest import run_build


def test_without_a_site_index_says_what_to_do(project: Path) -> None:
    done = run_build(project, "index")
    assert done.returncode == 2
    assert "no built site in site/; build it first: make site" in done.stderr


def test_index_makes_again_what_the_build_made(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(site.parent, copy)
    folder = copy / "site" / "search"
    before = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.json")}
    assert len(before) > 3
    shutil.rmtree(folder)
    done = run_build(copy, "index")
    assert done.returncode == 0, done.stderr
    assert "site/search/ holds 1 article(s)" in done.stderr
    assert {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.json")} == before


def test_index_leaves_out_a_faulty_article_and_says_so(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(site.parent, copy)
    (copy / "seeds" / "bad.txt").write_bytes(b"\xc7\xe1")
    done = run_build(copy, "index")
    assert done.returncode == 1
    assert "seeds/bad.txt:1: not UTF-8" in done.stderr
    manifest = json.loads((copy / "site" / "search" / "index.json").read_text(encoding="utf-8"))
    assert manifest["articles"]
