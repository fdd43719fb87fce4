"""`build`, `mkdocs build` and `mkdocs serve` run whole, as separate processes, on a copy."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import run_build

ARTICLE = "000_ec3ccb7a16ea4539"
NEW = "عنوان جديد\nجملة لم تُترجم بعد.\n"
# A port nobody listens on: an engine that cannot be reached, at once.
DEAD = "http://127.0.0.1:9/"


def mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs by itself in a folder, without the build script."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, but the sitemap, which MkDocs dates."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "sitemap.xml" not in path.name
    }


def use_dead_engine(project: Path) -> None:
    """Make the project's engine one that cannot be reached."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  bitext:\n", f"  bitext:\n    engine_url: {DEAD}\n"), "utf-8")


def test_a_translated_project_builds_without_the_network(prepared: Path) -> None:
    """Nothing is missing, so plain `build` must not so much as try the engine."""
    use_dead_engine(prepared)
    done = run_build(prepared, "--strict")
    assert done.returncode == 0, done.stderr
    assert "site/ holds 1 article(s), 19 sentences." in done.stderr
    assert "Asking" not in done.stderr


def test_mkdocs_alone_gives_the_same_bytes_from_whatever_folder(
    prepared: Path, site: Path, tmp_path: Path
) -> None:
    done = mkdocs(tmp_path, "build", "-f", str(prepared / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert files(prepared / "site") == files(site)


def test_a_second_build_leaves_every_source_and_page_untouched(site: Path, tmp_path: Path) -> None:
    built = shutil.copytree(site.parent, tmp_path / "project")
    before = {p: p.stat().st_mtime_ns for f in ("seeds", "docs") for p in (built / f).rglob("*")}
    assert run_build(built, "--offline").returncode == 0
    after = {p: p.stat().st_mtime_ns for f in ("seeds", "docs") for p in (built / f).rglob("*")}
    assert after == before
    assert built / "docs" / "articles" / f"{ARTICLE}.md" in after


def test_without_the_engine_the_site_is_built_with_placeholders(prepared: Path) -> None:
    use_dead_engine(prepared)
    (prepared / "seeds" / "new.txt").write_text(NEW, encoding="utf-8")
    done = run_build(prepared)
    assert done.returncode == 0, done.stderr
    assert "google cannot be reached" in done.stderr
    assert "2 not translated" in done.stderr
    page = (prepared / "site" / "articles" / "new" / "index.html").read_text(encoding="utf-8")
    assert page.count('data-state="missing"') == 2


def test_a_stale_sentence_fails_strict(prepared: Path) -> None:
    """Only that: varied_site, which has stale sentences too, is built without."""
    seed = prepared / "seeds" / f"{ARTICLE}.txt"
    text = seed.read_text(encoding="utf-8").replace("يوم الأربعاء.", "يوم الخميس.", 1)
    seed.write_text(text, encoding="utf-8")
    done = run_build(prepared, "--offline", "--strict")
    assert done.returncode == 1
    assert "0 not translated, 1 outdated" in done.stderr


@pytest.mark.parametrize("command", ["build.py", "mkdocs"])
def test_one_bad_article_fails_the_build_once_the_others_are_published(
    prepared: Path, command: str
) -> None:
    (prepared / "seeds" / "bad.txt").write_bytes(b"\xc7\xe1\n")
    done = run_build(prepared, "--offline") if command == "build.py" else mkdocs(prepared, "build")
    assert done.returncode == 1
    assert done.stderr.count("seeds/bad.txt:1: not UTF-8 (byte 0xC7)") == 1
    assert "Traceback" not in done.stderr
    assert (prepared / "site" / "articles" / ARTICLE / "index.html").exists()
    assert not (prepared / "site" / "articles" / "bad").exists()


def test_a_build_says_what_check_warns_of_once_and_succeeds(prepared: Path) -> None:
    """Not through MkDocs' log: strict mode would make a fault of it."""
    (prepared / "seeds" / "new.txt").write_text("عنوان\u202e\n", encoding="utf-8")
    (prepared / "seeds" / "new.en.po").write_text('msgid "عنوان"\nmsgstr "Title"\n', "utf-8")
    (prepared / "seeds" / "draft.md").write_text("مقال\n", encoding="utf-8")
    done = run_build(prepared, "--offline", "--strict")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("seeds/new.txt:1: warning: invisible control characters") == 1
    assert done.stderr.count("make add FILE=seeds/draft.md") == 1
    assert done.stderr.endswith(" article(s), 20 sentences.\n")


def test_of_many_warnings_a_build_shows_the_first_of_each_article(prepared: Path) -> None:
    lines = "".join(f"جملة {n}.\u202e\n" for n in range(30))
    (prepared / "seeds" / "new.txt").write_text(lines, encoding="utf-8")
    done = run_build(prepared, "--offline")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("warning: ") == 1
    assert "29 more: make check\n" in done.stderr


def test_an_engine_given_wrongly_in_mkdocs_yml_is_said_with_its_line(prepared: Path) -> None:
    path = prepared / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("page_size: 50", "page_size: many")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("page_size")].count("\n") + 1
    for done in (run_build(prepared, "--offline"), mkdocs(prepared, "build")):
        assert done.returncode == 1
        assert f"mkdocs.yml:{line}: `page_size` must be a whole number" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_syntax_error_in_mkdocs_yml_is_no_traceback(prepared: Path) -> None:
    (prepared / "mkdocs.yml").write_text("site_name: [x\n", encoding="utf-8")
    done = run_build(prepared, "--offline")
    assert done.returncode == 1
    assert "mkdocs.yml:" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_list_of_articles_is_paged(prepared: Path) -> None:
    for number in range(120):
        (prepared / "seeds" / f"n{number:03}.txt").write_text(NEW, encoding="utf-8")
    assert run_build(prepared, "--offline").returncode == 0
    listed = [
        re.findall(r'href="(?:\.\./)*([\w-]+)/">\s*<span lang="ar"', path.read_text("utf-8"))
        for path in (
            prepared / "site" / "articles" / "index.html",
            prepared / "site" / "articles" / "page" / "2" / "index.html",
            prepared / "site" / "articles" / "page" / "3" / "index.html",
        )
    ]
    assert [len(ids) for ids in listed] == [50, 50, 21]
    assert [name for names in listed for name in names] == [
        ARTICLE,
        *(f"n{number:03}" for number in range(120)),
    ]


@contextmanager
def previewing(project: Path, *command: str) -> Iterator[tuple[str, Path]]:
    """A live preview in a process of its own: its address, and the file its log goes to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = project.parent / "preview.log"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, *command, address],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=file,
            stderr=file,
        )
        try:
            yield f"http://{address}/", log
        finally:
            process.terminate()
            process.wait(timeout=20)


def await_text(url: str, text: str, log: Path) -> None:
    """Return once the page at the URL holds the text; fail with the preview's log if not."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"{url} never held {text!r}; the log:\n{log.read_text(encoding='utf-8')}")


@pytest.mark.parametrize(
    "command",
    [("scripts/build.py", "serve", "--address"), ("-m", "mkdocs", "serve", "--dev-addr")],
    ids=["build.py", "mkdocs"],
)
def test_a_preview_follows_seed_and_catalog_and_comes_to_rest(
    prepared: Path, command: tuple[str, ...]
) -> None:
    """A changed seed or catalog is on the page; then nothing more is built: no loop."""
    catalog = prepared / "seeds" / f"{ARTICLE}.en.po"
    with previewing(prepared, *command) as (url, log):
        page = f"{url}articles/{ARTICLE}/"
        await_text(page, "The Washington Post was the first", log)
        text = catalog.read_text(encoding="utf-8")
        catalog.write_text(text.replace("The Washington Post was", "The Post was"), "utf-8")
        await_text(page, "The Post was the first", log)
        (prepared / "seeds" / "zz.txt").write_text(NEW, encoding="utf-8")
        await_text(f"{url}articles/zz/", "عنوان جديد", log)
        # The pages a build writes are watched too: it may be built once more, and then no more.
        assert settled(log) <= 9


def settled(log: Path) -> int:
    """The number of builds in a preview's log, once there has been no new one for 3 seconds.

    Fails the test if it goes on building for a minute.
    """
    count, since = -1, time.monotonic()
    end = since + 60
    while time.monotonic() < since + 3:
        assert time.monotonic() < end, "the preview builds again and again"
        now = log.read_text(encoding="utf-8").count("Building documentation...")
        if now != count:
            count, since = now, time.monotonic()
        time.sleep(0.1)
    return count


def test_a_preview_outlives_a_mistake_and_shows_the_page_again(prepared: Path) -> None:
    """The last good page stays while a catalog is broken; mended, the page follows again."""
    catalog = prepared / "seeds" / f"{ARTICLE}.en.po"
    text = catalog.read_text(encoding="utf-8")
    (prepared / "seeds" / "bad.txt").write_bytes(b"\xc7\xe1\n")
    with previewing(prepared, "-m", "mkdocs", "serve", "--dev-addr") as (url, log):
        page = f"{url}articles/{ARTICLE}/"
        await_text(page, "The Washington Post was the first", log)
        catalog.write_text(text.replace('"The Washington', "The Washington"), "utf-8")
        await_log(log, f"seeds/{ARTICLE}.en.po:")
        await_text(page, "The Washington Post was the first", log)
        catalog.write_text(text.replace("The Washington Post was", "The Post was"), "utf-8")
        await_text(page, "The Post was the first", log)


def await_log(log: Path, text: str) -> None:
    """Return once a preview's log holds the text."""
    end = time.monotonic() + 60
    while text not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def test_a_site_that_was_not_built_is_not_claimed(prepared: Path) -> None:
    path = prepared / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("name: material", "name: no-such-theme")
    path.write_text(text, encoding="utf-8")
    done = run_build(prepared, "--offline")
    assert done.returncode == 1
    assert "holds" not in done.stderr
    assert "Traceback" not in done.stderr


def test_an_engine_that_cannot_be_made_does_not_keep_the_site_from_being_built(
    prepared: Path,
) -> None:
    """No address for libre, no key for microsoft, another run at work: placeholders, as offline.

    What is missing then fails under --strict, and only there.
    """
    path = prepared / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  bitext:\n", "  bitext:\n    engine: libre\n"), "utf-8")
    (prepared / "seeds" / "new.txt").write_text(NEW, encoding="utf-8")
    done = run_build(prepared, "--strict")
    assert done.returncode == 1
    assert "Not translated: libre needs the address" in done.stderr
    assert (prepared / "site" / "articles" / "new" / "index.html").exists()


def test_a_page_gives_its_address_to_paper_only_where_the_site_has_one(
    prepared: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Path("articles", ARTICLE, "index.html")
    assert 'class="address"' not in (site / page).read_text(encoding="utf-8")
    monkeypatch.setenv("SITE_URL", "https://example.org/here/")
    assert run_build(prepared, "--offline").returncode == 0
    address = f"https://example.org/here/articles/{ARTICLE}/"
    wanted = f'<p class="address" dir="ltr">{address}</p>'
    assert wanted in (prepared / "site" / page).read_text(encoding="utf-8")
