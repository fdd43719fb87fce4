"""What tests of every kind share: copies of the project, the built site, a server."""

import gc
import hashlib
import inspect
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock, Timeout
from hypothesis import HealthCheck, settings

import forked
import long_article
from bitext.search import index
from bitext.search import lexicon as dictionaries
from bitext.search.lexicon import Lexicon
from bitext.site import composed_words, fonts
from projects import LIBRARY, ROOT, copy_project, copy_repository, copy_sources

__all__ = ["LIBRARY", "ROOT", "copy_project", "copy_repository", "copy_sources"]

GOLDEN = ROOT / "tests" / "golden"
FONTS = Path("docs", "assets", "fonts")
KEPT = ROOT / ".cache" / "tests"
"""What takes seconds to make and depends on the code alone, kept between runs by what made it."""
PLACED = "https://example.org/here/"
SILENCED = {"NO_MKDOCS_2_WARNING": "1"}
HANGING = 3600  # seconds until a process is given up; only one that never ends takes so long
for _name in ("SITE_URL", "REPO_URL"):  # the tests' sites stand nowhere unless a test says so
    os.environ.pop(_name, None)
# What pytest makes of the tests' own modules takes seconds: it is kept for every worker and run.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Of the thousands of tests that are collected none is ever garbage: not to look for any among them
# spares a tenth of all that Python does.
gc.disable()

# The suite gives the same answer every time, from few examples; --hypothesis-profile=thorough looks
# at more, explore at others each time. A law may want a multiple of them: `strategies.examples`.
# A busy machine makes examples slowly, and that is no fault of theirs.
SLOW = [HealthCheck.too_slow]
EACH = settings(deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("suite", EACH, max_examples=50)
settings.register_profile("thorough", EACH, max_examples=400)
settings.register_profile("explore", EACH, max_examples=2000, derandomize=False)
settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """Look for garbage from here on, but not among what has been collected, and not so often.

    Hypothesis makes many small things: to look at every 700th takes a twelfth of a law's time.
    """
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than processors: what asks a browser or a network often waits."""
    return (os.cpu_count() or 1) + 1


def run_build(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the project's build script there, as a person would, and return how it went."""
    return subprocess.run(
        [sys.executable, "scripts/build.py", *arguments],
        cwd=project,
        env={**os.environ, **SILENCED, "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=HANGING,
    )


def wait_until(condition: Callable[[], object], why: Callable[[], str] = str) -> None:
    """Return as soon as the condition holds, however slow the machine is.

    A condition that can come true no more raises something itself. After an hour the test
    fails with what `why` says.
    """
    end, pause = time.monotonic() + HANGING, 0.02
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"what was waited for never came: {why()}", pytrace=False)
        time.sleep(pause)
        pause = min(2 * pause, 0.2)  # to look is work, too


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tests' project, which a test may change; nothing is generated in it yet."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run that all workers use: what one has made there, the others find."""
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def made_fonts() -> Path:
    """A folder with the site's fonts, which all workers share, and runs of the same code."""
    code = b"".join(inspect.getsource(module).encode() for module in (fonts, composed_words))
    folder = KEPT / f"fonts-{hashlib.sha256(code).hexdigest()[:16]}"
    lock = lock_of("fonts")
    try:
        held = lock.acquire(blocking=False)
    except Timeout:  # another worker makes them, who needs the dictionaries next
        kept_lexicon()
        held = lock.acquire()
    with held:
        for former in set(KEPT.glob("fonts-*")) - {folder}:
            shutil.rmtree(former)
        fonts.write(folder)
    return folder


def lock_of(what: str) -> FileLock:
    """Held while this is made in the folder of what is kept: by one of all workers, and runs."""
    KEPT.mkdir(parents=True, exist_ok=True)
    return FileLock(KEPT / f"{what}.lock")


def kept_lexicon() -> Lexicon:
    """Both languages' dictionaries, made if none are kept."""
    with lock_of("builds"):
        return dictionaries.load(index.rules(ROOT / "docs"), KEPT)


@pytest.fixture(scope="session")
def give_made(made_fonts: Path) -> Callable[[Path], None]:
    """Call it with a project's folder to put there what takes seconds to make.

    The fonts, and `.cache`, one folder for all projects.
    """

    def give(project: Path) -> None:
        shutil.copytree(made_fonts, project / FONTS)
        (project / ".cache").symlink_to(KEPT, target_is_directory=True)

    return give


Prepare = Callable[[Path], object]
BuildSite = Callable[..., Path]


@pytest.fixture(scope="session")
def build_site(shared: Path, give_made: Callable[[Path], None]) -> BuildSite:
    """Call it for a site, built once for all workers: `build_site("varied", prepare)`.

    `prepare` changes a copy of the tests' project, or what else `copy` puts into the folder it
    is given. Variables of the environment may follow. Tests only read the site; its project is
    the folder around it.
    """

    def build(name: str, prepare: Prepare, copy: Prepare = copy_project, **variables: str) -> Path:
        project, outcome = shared / name, shared / f"{name}.json"
        # Whoever comes first builds; the others wait for the lock however long that takes.
        with FileLock(shared / f"{name}.lock"):
            if not outcome.exists():
                copy(project)
                prepare(project)
                give_made(project)
                with lock_of("builds"):  # what one keeps, the next finds
                    said = forked.run(project, ["build", "--offline"], SILENCED | variables)
                outcome.write_text(json.dumps(said), encoding="utf-8")
        code, said = json.loads(outcome.read_text(encoding="utf-8"))
        if code != 0:
            pytest.fail(f"build --offline exited {code}:\n{said}", pytrace=False)
        return project / "site"

    return build


@pytest.fixture(scope="session")
def site(build_site: BuildSite) -> Path:
    """The site of the tests' articles and of the golden seeds, on GitHub."""
    return build_site("site", add_golden_seeds)


def add_golden_seeds(project: Path) -> None:
    """Put the project on GitHub, with the golden seeds: every state, hostile text, front matter.

    Those of `states` and `hostile` are in a folder of their own.
    """
    set_repository(project, "https://github.com/owner/articles/")
    for case in sorted(GOLDEN.iterdir()):
        folder = project / "seeds"
        if case.name in {"states", "hostile"}:
            folder = folder / "in folder"
            folder.mkdir(exist_ok=True)
        if not (case / "seed.txt").is_file():
            continue  # one in Markdown may name pictures that are not there
        shutil.copy2(case / "seed.txt", folder / f"{case.name}.txt")
        if (case / "catalog.po").is_file():
            shutil.copy2(case / "catalog.po", folder / f"{case.name}.en.po")


@pytest.fixture(scope="session")
def library_site(build_site: BuildSite) -> Path:
    """The site of the library: a text of every kind, and two long ones, `long` and `journey`."""

    def prepare(project: Path) -> None:
        (project / "seeds" / "long.md").write_text(long_article.text(), encoding="utf-8")
        seed, catalog = long_article.journey()
        (project / "seeds" / "journey.txt").write_text(seed, encoding="utf-8")
        (project / "seeds" / "journey.en.po").write_text(catalog, encoding="utf-8")

    return build_site("library", prepare, lambda target: copy_project(target, LIBRARY))


@pytest.fixture(scope="session")
def searched_site(build_site: BuildSite) -> Path:
    """A site, on GitLab, of the articles search is measured with alone, in a folder of seeds/."""

    def prepare(project: Path) -> None:
        set_repository(project, "https://gitlab.com/owner/articles")
        shutil.rmtree(project / "seeds")
        articles = ROOT / "tests" / "data" / "search" / "articles"
        shutil.copytree(articles, project / "seeds" / "all kinds")

    return build_site("searched", prepare)


@pytest.fixture(scope="session")
def many_site(build_site: BuildSite) -> Path:
    """A site of thirty articles, n00 to n29, four a page of the list, for `/here/` of a host.

    Every third has the tag الأدب, those from 24 on C++ & more; the first two are translated.
    """

    def prepare(project: Path) -> None:
        shutil.rmtree(project / "seeds")
        (project / "seeds").mkdir()
        for n in range(30):
            tags = ["الأدب"] * (n % 3 == 0) + ['"C++ & more"'] * (n >= 24)
            front = f"---\ntags: [{', '.join(tags)}]\n---\n"
            seed = project / "seeds" / f"n{n:02}.txt"
            seed.write_text(f"{front}مقال {n}.", encoding="utf-8")
            if n < 2:
                entry = f'msgid ""\nmsgstr ""\n\nmsgid "مقال {n}."\nmsgstr "Article {n}."\n'
                seed.with_suffix(".en.po").write_text(entry, encoding="utf-8")
        change_settings(project, "page_size: 50", "page_size: 4")

    return build_site("many", prepare, SITE_URL="https://example.org/here/")


@pytest.fixture(scope="session")
def placed_site(build_site: BuildSite) -> Path:
    """The library at an address: an article renamed, a draft, hostile text, a page of people's."""

    def prepare(project: Path) -> None:
        seeds = project / "seeds"
        essay = seeds / "slow_reading.md"
        text = essay.read_text(encoding="utf-8")
        front = "---\nredirect_from: [old_reading, قراءة]\nupdated: 2026-03-01\n"
        essay.write_text(text.replace("---\n", front, 1), encoding="utf-8")
        (seeds / "unfinished.txt").write_text(
            "---\ndraft: true\n---\nمسودة خفية.", encoding="utf-8"
        )
        hostile = (GOLDEN / "hostile" / "seed.txt").read_text(encoding="utf-8")
        (seeds / "hostile.txt").write_text(hostile, encoding="utf-8")
        written = '# مكتوب\n\n| أ | ب |\n|:--|--:|\n| 1 | 2 |\n\n<p style="color: red">أحمر</p>\n'
        (project / "docs" / "written.md").write_text(written, encoding="utf-8")
        settings = project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(
            text.replace("\nnav:\n", "\nnav:\n  - مكتوب: written.md\n"), encoding="utf-8"
        )

    return build_site(
        "placed", prepare, lambda target: copy_project(target, LIBRARY), SITE_URL=PLACED
    )


def change_settings(project: Path, old: str, new: str) -> None:
    """Replace a part of the project's mkdocs.yml, which must be there."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def set_repository(project: Path, address: str) -> None:
    """Give a copy of the project a `repo_url`."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nrepo_url: {address}\n")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Both languages' dictionaries, which take seconds to make: one worker does, others read."""
    return kept_lexicon()


class PagesHandler(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: below a project's path, and with 404.html for the missing."""

    protocol_version = "HTTP/1.1"
    # An answer's head and body are written one after the other: without this the body waits until
    # the browser acknowledges the head, which it puts off for 40 ms.
    disable_nagle_algorithm = True

    def __init__(self, *arguments: Any, directory: str, prefix: str) -> None:
        self.prefix = prefix
        super().__init__(*arguments, directory=directory)

    def translate_path(self, path: str) -> str:
        """The file below the folder for a path below the prefix; one that is not, for others."""
        inside = urlsplit(path).path.removeprefix(self.prefix)
        if not urlsplit(path).path.startswith(f"{self.prefix}/"):
            inside = "/.outside"
        return super().translate_path(inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is missing."""
        missing = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Let a browser keep the assets for ten minutes; pages it has to ask for again."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Send 404: a folder without index.html has no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class QuietServer(ThreadingHTTPServer):
    """A server that takes a browser's leaving in the middle of an answer as no error."""

    daemon_threads = True
    request_queue_size = 128  # of Python's 5 a page's scripts can be one too many

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report everything but a connection the browser closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[..., str]]:
    """Call it with a folder to serve it: `serve_folder(site)` gives `http://127.0.0.1:4321/`.

    `serve_folder(site, prefix="/safhatan")` serves it below a path, as GitHub Pages does with
    a project. The same folder twice is the same server. All stop at the session's end.
    """
    servers: dict[tuple[Path, str], QuietServer] = {}

    def serve(folder: Path, prefix: str = "") -> str:
        if (folder, prefix) not in servers:
            handler = partial(PagesHandler, directory=str(folder), prefix=prefix)
            server = QuietServer(("127.0.0.1", 0), handler)
            Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
            servers[folder, prefix] = server
        return f"http://127.0.0.1:{servers[folder, prefix].server_port}{prefix}/"

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path, serve_folder: Callable[..., str]) -> str:
    """The address of the built site's home page, with its final slash."""
    return serve_folder(site)
