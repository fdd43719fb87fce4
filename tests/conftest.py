"""What tests of every kind share: copies of the project, the built site, a server."""

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
from hypothesis import HealthCheck, settings

from bitext.search import index
from bitext.search import lexicon as dictionaries
from bitext.search.lexicon import Lexicon

ROOT = Path(__file__).parent.parent
# What a build reads. Everything else, and what a build writes, stays behind.
SOURCES = ("mkdocs.yml", "seeds", "docs", "overrides", "scripts")
FONTS = Path("docs", "assets", "fonts")
GENERATED = ("docs/articles", FONTS.as_posix())
BUILD_TIMEOUT = 300  # seconds
os.environ.pop("SITE_URL", None)  # the tests' sites stand nowhere unless a test says so

# The suite gives the same answer every time; to look further: --hypothesis-profile=explore
# A busy machine makes examples slowly, and that is no fault of theirs.
SLOW = [HealthCheck.too_slow]
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("explore", deadline=None, max_examples=2000, suppress_health_check=SLOW)
settings.load_profile("suite")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One worker more than processors: what asks a browser or a network often waits."""
    return (os.cpu_count() or 1) + 1


def copy_project(target: Path) -> Path:
    """Copy what a build reads to a new folder, and return that folder."""

    def generated(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder).relative_to(ROOT)
        ignored = {name for name in names if (inside / name).as_posix() in GENERATED}
        return ignored | {"__pycache__"}

    target.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=generated)
        elif source.exists():
            shutil.copy2(source, target / name)
    return target


def run_build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the project's build script there, as a person would, and return how it went."""
    return subprocess.run(
        [sys.executable, "scripts/build.py", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BUILD_TIMEOUT,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may change; nothing is generated in it yet."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The project's site, built once for all workers from a copy; tests only read it."""
    return built_once(tmp_path_factory, worker_id, "site", lambda project: None)


@pytest.fixture(scope="session")
def build_site(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Path
) -> Callable[[str, Callable[[Path], None]], Path]:
    """Call it for another site, built once for all workers: `build_site("varied", prepare)`.

    `prepare` changes a copy of the project, whose fonts are made already: they take seconds.
    """

    def build(name: str, prepare: Callable[[Path], None]) -> Path:
        def prepare_all(project: Path) -> None:
            shutil.copytree(site.parent / FONTS, project / FONTS)
            prepare(project)

        return built_once(tmp_path_factory, worker_id, name, prepare_all)

    return build


@pytest.fixture(scope="session")
def varied_site(build_site: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A site of the golden seeds too, on GitHub: every state, hostile text, full front matter.

    Those of `states` and `hostile` are in a folder of their own.
    """

    def prepare(project: Path) -> None:
        set_repository(project, "https://github.com/owner/articles/")
        for case in sorted((ROOT / "tests" / "golden").iterdir()):
            folder = project / "seeds"
            if case.name in {"states", "hostile"}:
                folder = folder / "in folder"
                folder.mkdir(exist_ok=True)
            if (case / "seed.txt").is_file():
                shutil.copy2(case / "seed.txt", folder / f"{case.name}.txt")
            if (case / "catalog.po").is_file():
                shutil.copy2(case / "catalog.po", folder / f"{case.name}.en.po")

    return build_site("varied", prepare)


@pytest.fixture(scope="session")
def searched_site(build_site: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A site, on GitLab, of the articles search is measured with alone, in a folder of seeds/."""

    def prepare(project: Path) -> None:
        set_repository(project, "https://gitlab.com/owner/articles")
        shutil.rmtree(project / "seeds")
        articles = ROOT / "tests" / "data" / "search" / "articles"
        shutil.copytree(articles, project / "seeds" / "all kinds")

    return build_site("searched", prepare)


def set_repository(project: Path, address: str) -> None:
    """Give a copy of the project a `repo_url`."""
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nrepo_url: {address}\n")


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Lexicon:
    """Both languages' dictionaries, which take seconds to make: one worker does, others read."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    cache, made = folder / "lexicon", folder / "lexicon-made"
    try:
        (folder / "lexicon-claimed").mkdir()  # succeeds for one worker, whatever the others do
    except FileExistsError:
        await_file(made, BUILD_TIMEOUT)
    found = dictionaries.load(index.rules(ROOT / "docs"), cache)
    made.touch()
    return found


def built_once(
    factory: pytest.TempPathFactory, worker_id: str, name: str, prepare: Callable[[Path], None]
) -> Path:
    """The site of a copy of the project, which `prepare` may add to; built by one worker only."""
    folder = factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    project, outcome = folder / f"{name}-project", folder / f"{name}-outcome.json"
    try:
        (folder / f"{name}-claimed").mkdir()  # succeeds for one worker, whatever the others do
    except FileExistsError:
        await_file(outcome, BUILD_TIMEOUT + 30)
    else:
        build_once(project, outcome, prepare)
    code, said = json.loads(outcome.read_text(encoding="utf-8"))
    if code != 0:
        pytest.fail(f"build --offline exited {code}:\n{said}", pytrace=False)
    return project / "site"


def build_once(project: Path, outcome: Path, prepare: Callable[[Path], None]) -> None:
    """Build in a copy of the project, and leave exit code and output for every worker."""
    code, said = -1, "the build did not end"
    try:
        prepare(copy_project(project))
        built = run_build(project, "build", "--offline")
        code, said = built.returncode, built.stdout + built.stderr
    except (OSError, shutil.Error, subprocess.TimeoutExpired) as error:
        said = str(error)
    finally:
        draft = outcome.with_suffix(".draft")
        draft.write_text(json.dumps([code, said]), encoding="utf-8")
        draft.replace(outcome)


def await_file(path: Path, timeout: float) -> None:
    """Return when the file is there; fail the test when it does not come in time (seconds)."""
    end = time.monotonic() + timeout
    while not path.exists():
        if time.monotonic() > end:
            pytest.fail(f"{path.name} did not come within {timeout:.0f} s", pytrace=False)
        time.sleep(0.05)


class PagesHandler(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: below a project's path, and with 404.html for the missing."""

    protocol_version = "HTTP/1.1"

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
def origins() -> set[str]:
    """The origins of the servers the tests have started: `http://127.0.0.1:4321`, …"""
    return set()


@pytest.fixture(scope="session")
def serve_folder(origins: set[str]) -> Iterator[Callable[..., str]]:
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
            origins.add(f"http://127.0.0.1:{server.server_port}")
        return f"http://127.0.0.1:{servers[folder, prefix].server_port}{prefix}/"

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path, serve_folder: Callable[..., str]) -> str:
    """The address of the built site's home page, with its final slash."""
    return serve_folder(site)
