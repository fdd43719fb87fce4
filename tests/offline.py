"""A host whose site can be replaced, taken away and brought back, as a reader offline meets it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from bitext.site import offline
from conftest import ROOT, PagesHandler, QuietServer
from word_lists import words_of

FOUND = "كتاب"
"""A word to search for in such a site; what begins it may be a particle."""
LONG_AGO = 1_000_000_000
"""When the first build was published, in seconds since 1970."""


class Host:
    """Serves sites by the paths they stand below, all at one origin.

    requests: the paths that were asked for, in order. hindrance: called with each, it may raise.
    caching: what browsers are told of keeping what they get in their own cache.
    """

    def __init__(self, sites: dict[str, Path]) -> None:
        self.sites = sites
        self.requests: list[str] = []
        self.hindrance: Callable[[str], Any] = str
        self.caching = "no-cache"
        self._server = self._made(0)
        self.port = self._server.server_port
        self._run()

    def address(self, prefix: str = "") -> str:
        """The address of a site, with its final slash."""
        return f"http://127.0.0.1:{self.port}{prefix}/"

    def stop(self) -> None:
        """Take the server away: a request fails at once, as without a network."""
        self._server.shutdown()
        self._server.server_close()

    def start(self) -> None:
        """Bring it back."""
        self._server = self._made(self.port)
        self._run()

    def _run(self) -> None:
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def _made(self, port: int) -> QuietServer:
        host = self

        class Handler(PagesHandler):
            protocol_version = "HTTP/1.0"  # no connection outlives the server

            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments, directory="", prefix="")

            def send_head(self) -> Any:
                path = self.path.partition("?")[0]
                host.requests.append(path)
                host.hindrance(path)
                fitting = [name for name in host.sites if path.startswith(f"{name}/")]
                self.prefix = max(fitting, key=len, default="/.nowhere")
                self.directory = str(host.sites.get(self.prefix, ""))
                return super().send_head()

            def end_headers(self) -> None:
                self.send_header("Cache-Control", host.caching)
                super().end_headers()

        return QuietServer(("127.0.0.1", port), Handler)


def small(site: Path, target: Path) -> Path:
    """A site with fewer files: nearly all of those of the search go that FOUND does not ask for."""
    shutil.copytree(site, target)
    _, *others = sorted(target.glob("search/*/k*.json"))  # of mistyped words
    lists = sorted(target.glob("search/*/[enrw]*.json"))
    families = sorted(target.glob("search/*/f[0-9]*.json"))
    for path in lists:
        words = words_of(json.loads(path.read_text(encoding="utf-8")))
        if not any(FOUND[1:] in word for word in words):
            others.append(path)
    others += [path for path in families if FOUND[:2] not in path.read_text(encoding="utf-8")]
    assert len(others) > 200
    for path in others:
        path.unlink()
    offline.renew(target, ROOT / "docs")
    for path in target.rglob("*"):  # another build within the second would pass for this one
        os.utime(path, (LONG_AGO, LONG_AGO))
    return target


def second(site: Path, target: Path) -> Path:
    """Another build of a site: every page says so, and the scripts have another name."""
    shutil.copytree(site, target)
    (scripts,) = (target / "assets" / "js").iterdir()
    scripts.rename(scripts.with_name("second"))
    for page in target.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace(scripts.name, "second")
        page.write_text(text.replace("</h1>", " الثانية</h1>"), encoding="utf-8")
    listed = (target / offline.LIST).read_text(encoding="utf-8").replace(scripts.name, "second")
    (target / offline.LIST).write_text(listed, encoding="utf-8")
    offline.renew(target, ROOT / "docs")
    return target


@contextmanager
def hosted(sites: dict[str, Path]) -> Iterator[Host]:
    """A host of these sites while the block lasts."""
    host = Host(sites)
    yield host
    host.stop()
