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
from urllib.parse import urljoin

import pytest

import forked
from bitext.pages import publish
from bitext.project import settings
from conftest import HANGING, PLACED, SILENCED, change_settings, wait_until
from makers import MAIN
from pictures import png

ARTICLE = MAIN.stem
NEW = "عنوان جديد\nجملة لم تُترجم بعد.\n"


def mkdocs(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs by itself in a folder, without the build script."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=HANGING,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_mkdocs_alone_gives_the_same_bytes_from_whatever_folder(site: Path, tmp_path: Path) -> None:
    project = shutil.copytree(site.parent, tmp_path / "project", symlinks=True)
    for folder in ("site", "docs/articles"):
        shutil.rmtree(project / folder)
    done = mkdocs(tmp_path, "build", "-f", str(project / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert files(project / "site") == files(site)


def written(project: Path) -> dict[Path, int]:
    """When each source and generated page was written, in nanoseconds."""
    paths = [path for name in ("seeds", "docs") for path in (project / name).rglob("*")]
    return {path: path.stat().st_mtime_ns for path in paths if path.is_file()}


def test_two_builds_on_two_days_in_two_folders_give_the_same_bytes(
    placed_site: Path, tmp_path: Path
) -> None:
    """Nothing in a site says when it was built, or where.

    With and without what former builds kept is a law in `unit/test_search_kept.py`. Of the fonts,
    which take seconds, the variable face is made again and one with composed words; a static one is
    in `unit/test_fonts.py`.
    """
    project = shutil.copytree(placed_site.parent, tmp_path / "other", symlinks=True)
    for folder in ("site", "docs/articles"):
        shutil.rmtree(project / folder)
    for name in ("source-serif", "sans-arabic-bold-extended"):
        (project / "docs" / "assets" / "fonts" / f"{name}.woff2").unlink()
    variables = {**SILENCED, "SITE_URL": PLACED, "SOURCE_DATE_EPOCH": "1000000000"}
    code, said = forked.run(project, ["build", "--offline"], variables)
    assert code == 0, said
    assert files(project / "site") == files(placed_site)


@pytest.mark.parametrize("command", ["build.py", "mkdocs"])
def test_bad_articles_fail_the_build_once_the_others_are_published(
    prepared: Path, command: str
) -> None:
    """One with a broken catalog is published too, in Arabic, and says that."""
    (prepared / "seeds" / "bad.txt").write_bytes(b"\xc7\xe1\n")
    catalog = prepared / "seeds" / f"{ARTICLE}.en.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace('"The newspaper', "The newspaper"), encoding="utf-8")
    begun = ["build", "--offline"] if command == "build.py" else [forked.MKDOCS, "build"]
    code, said = forked.run(prepared, begun, SILENCED)
    assert code == 1
    assert said.count("seeds/bad.txt:1: not UTF-8 (byte 0xC7)") == 1
    assert "Traceback" not in said
    assert (prepared / "site" / "articles" / "coffee_roads" / "index.html").exists()
    assert not (prepared / "site" / "articles" / "bad").exists()
    assert said.count(f"seeds/{ARTICLE}.en.po:") == 1
    page = (prepared / "site" / "articles" / ARTICLE / "index.html").read_text(encoding="utf-8")
    assert "its translation cannot be read" in page
    assert "Not translated yet" not in page
    rows = next((prepared / "site" / "search").glob("*/t0.json")).read_text(encoding="utf-8")
    assert '"unreadable"' in rows


def test_a_second_build_says_what_check_warns_of_once_succeeds_and_leaves_the_rest_untouched(
    site: Path, tmp_path: Path
) -> None:
    """Not through MkDocs' log: strict mode would make a fault of it. Every source and page that
    was there stays as it was, but for the list, which has a new article, and that one's neighbours;
    and all of them where nothing has changed since."""
    built = shutil.copytree(site.parent, tmp_path / "project", symlinks=True)
    before = written(built)
    (built / "seeds" / "new.txt").write_text("عنوان\u202e\n", encoding="utf-8")
    (built / "seeds" / "new.en.po").write_text('msgid "عنوان"\nmsgstr "Title"\n', "utf-8")
    (built / "seeds" / "draft.html").write_text("<p>مقال</p>", encoding="utf-8")
    code, said = forked.run(built, ["build", "--offline"], SILENCED)  # mkdocs.yml says strict
    assert code == 0, said
    after = written(built)
    assert built / "docs" / "articles" / f"{ARTICLE}.md" in before
    changed = {
        path.relative_to(built / "docs" / "articles")
        for path in before.keys() & after.keys()
        if before[path] != after[path]
    }
    assert changed == {
        Path(name) for name in ("index.md", "page/index.json", "museum_notice.md", "night_train.md")
    }
    assert before.keys() <= after.keys()
    new = {"seeds/new.txt", "seeds/new.en.po", "seeds/draft.html", "docs/articles/new.md"}
    assert {path.relative_to(built).as_posix() for path in after.keys() - before.keys()} == new
    assert said.count("seeds/new.txt:1: warning: invisible control characters") == 1
    assert said.count("make add FILE=seeds/draft.html") == 1
    publish.write(settings.load(built / "mkdocs.yml"))
    assert written(built) == after
    assert "site/ holds" in said


def test_a_setting_given_wrongly_ends_mkdocs_too_without_a_traceback(prepared: Path) -> None:
    change_settings(prepared, "page_size: 50", "page_size: many")
    code, said = forked.run(prepared, [forked.MKDOCS, "build"], SILENCED)
    assert code == 1
    assert "`page_size` must be a whole number" in said
    assert "Traceback" not in said


@pytest.fixture
def of_one(prepared: Path) -> Path:
    """The same with one article alone, whose preview is soon built again."""
    for path in (prepared / "seeds").iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name.split(".")[0] != ARTICLE:
            path.unlink()
    return prepared


@contextmanager
def previewing(project: Path, *command: str) -> Iterator[tuple[str, Path]]:
    """A live preview in a process of its own: its address, and the file its log goes to."""
    log = project.parent / "preview.log"
    process, address = started(project, log, *command)
    while process.poll() is not None:  # another server took the port meanwhile
        assert "in use" in log.read_text(encoding="utf-8"), log.read_text(encoding="utf-8")
        process, address = started(project, log, *command)
    try:
        yield f"http://{address}/", log
    finally:
        process.terminate()
        process.wait(timeout=HANGING)


def started(project: Path, log: Path, *command: str) -> "tuple[subprocess.Popen[bytes], str]":
    """A preview at a port that was free, once it serves or has ended, and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with log.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            [sys.executable, *command, address],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=file,
            stderr=file,
        )
    serving = f"Serving on http://{address}"
    wait_until(
        lambda: serving in log.read_text(encoding="utf-8") or process.poll() is not None,
        lambda: log.read_text(encoding="utf-8"),
    )
    return process, address


def await_text(url: str, text: str, log: Path) -> None:
    """Return once the page at the URL holds the text; fail with the preview's log if not."""

    def there() -> bool:
        try:
            with urllib.request.urlopen(url, timeout=HANGING) as answer:
                return text in answer.read().decode()
        except OSError:
            return False

    wait_until(there, lambda: f"{text!r} at {url}; the log:\n{log.read_text(encoding='utf-8')}")


def test_a_preview_follows_seed_and_catalog_and_comes_to_rest(of_one: Path) -> None:
    """Each change of a seed, a catalog or a person's page is built, and built once."""
    catalog = of_one / "seeds" / f"{ARTICLE}.en.po"
    by_hand = of_one / "docs" / "articles" / "by-hand.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text("# Mine\n", encoding="utf-8")
    with previewing(of_one, "scripts/build.py", "serve", "--address") as (url, log):
        page = f"{url}articles/{ARTICLE}/"
        await_text(page, "Al-Marfa was the first", log)
        text = catalog.read_text(encoding="utf-8")
        save(catalog, text.replace("Al-Marfa was", "Al-Marsa was"))
        await_text(page, "Al-Marsa was the first", log)
        assert settled(log) == 2
        save(of_one / "seeds" / "zz.txt", NEW)
        await_text(f"{url}articles/zz/", "عنوان جديد", log)
        await_text(url, "عنوان جديد", log)
        assert settled(log) == 3
        about = of_one / "docs" / "about.md"
        save(about, about.read_text(encoding="utf-8") + "\nWritten since.\n")
        await_text(f"{url}about/", "Written since.", log)
        save(by_hand, "# Mine, changed\n")
        await_text(f"{url}articles/by-hand/", "Mine, changed", log)
        assert settled(log) == 5


def test_mkdocs_serve_follows_markdown_with_its_pictures_and_outlives_mistakes(
    of_one: Path,
) -> None:
    """A change is built once, as by `build.py serve`. A picture that changes has another address on
    the page, at which it is found. While a catalog is broken its page says so; mended, the page
    follows again."""
    (of_one / "seeds" / "bad.txt").write_bytes(b"\xc7\xe1\n")
    folder = of_one / "seeds" / "shelf"
    folder.mkdir()
    save(folder / "palm.png", png(40, 30))
    save(folder / "zz.md", "# نخل\n\n![نخلة](palm.png)\n")
    with previewing(of_one, "-m", "mkdocs", "serve", "--dev-addr") as (url, log):
        page = f"{url}articles/zz/"
        await_text(page, 'width="40" height="30"', log)
        save(folder / "palm.png", png(80, 60))
        await_text(page, 'width="80" height="60"', log)
        assert settled(log) == 2
        with urllib.request.urlopen(page, timeout=HANGING) as answer:
            (address,) = set(re.findall(r'<img src="([^"]+)"', answer.read().decode()))
        with urllib.request.urlopen(urljoin(page, address), timeout=HANGING) as answer:
            assert (answer.read(), answer.headers["Content-Type"]) == (png(80, 60), "image/png")
        save(folder / "collection.yml", "title: رفّ\ntitle_en: A Shelf\n")
        await_text(f"{url}articles/shelf/", "A Shelf", log)
        await_text(page, "../shelf/", log)
        (folder / "palm.png").unlink()
        await_log(log, "seeds/shelf/zz.md:3: there is no picture “palm.png”")
        catalog = of_one / "seeds" / f"{ARTICLE}.en.po"
        text = catalog.read_text(encoding="utf-8")
        catalog.write_text(text.replace('"The newspaper', "The newspaper"), "utf-8")
        await_log(log, f"seeds/{ARTICLE}.en.po:")
        page = f"{url}articles/{ARTICLE}/"
        await_text(page, "its translation cannot be read", log)
        catalog.write_text(text.replace("Al-Marfa was", "Al-Marsa was"), "utf-8")
        await_text(page, "Al-Marsa was the first", log)


def save(path: Path, content: str | bytes) -> None:
    """Give a file this content in one step: a preview never sees half of it."""
    whole = path.parents[2] / "whole"
    whole.write_bytes(content.encode() if isinstance(content, str) else content)
    whole.replace(path)


def settled(log: Path) -> int:
    """The number of builds in a preview's log, once there has been no new one for 3 seconds.

    A preview that builds again and again fails the test at its twentieth build.
    """
    count, since = -1, time.monotonic()
    while time.monotonic() < since + 3:
        now = log.read_text(encoding="utf-8").count("Building documentation...")
        assert now < 20, "the preview builds again and again"
        if now != count:
            count, since = now, time.monotonic()
        time.sleep(0.1)
    return count


def await_log(log: Path, text: str) -> None:
    """Return once a preview's log holds the text."""
    wait_until(
        lambda: text in log.read_text(encoding="utf-8"), lambda: log.read_text(encoding="utf-8")
    )


def test_a_page_gives_its_address_to_paper_only_where_the_site_has_one(
    site: Path, many_site: Path
) -> None:
    page = Path("articles", ARTICLE, "index.html")
    assert 'class="address"' not in (site / page).read_text(encoding="utf-8")
    wanted = '<p class="address" dir="ltr">https://example.org/here/articles/n00/</p>'
    assert wanted in (many_site / "articles" / "n00" / "index.html").read_text(encoding="utf-8")


def test_the_list_of_articles_is_paged(many_site: Path) -> None:
    folder = many_site / "articles"
    pages = [folder, *(folder / "page" / str(number) for number in range(2, 9))]
    listed = [
        re.findall(
            r'href="(?:\.\./)*([\w-]+)/">\s*<span lang="ar"',
            (page / "index.html").read_text(encoding="utf-8"),
        )
        for page in pages
    ]
    assert [len(names) for names in listed] == [*[4] * 7, 2]
    assert [name for names in listed for name in names] == [f"n{n:02}" for n in range(30)]
