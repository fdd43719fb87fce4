"""Search engines side by side on tests/data/search, in Chromium.

    .venv/bin/python tests/benchmarks/search.py

Ours; Material's own search and Pagefind as they are published, on the same articles; and Pagefind
on shadow documents (tests/rivals.py). Pagefind is left out where it is not installed
(`pip install 'pagefind[bin]==1.5.2'`); nothing else needs it.

Recall: of the queries, how many find a right sentence; the others lead to articles, and a right
article is enough for them. False: how many of the queries that must find nothing find something.
Cold: the bytes that a first search asks for, dialog or worker and the texts of ten results
included, as they lie in the site and as a server that compresses sends them; the largest of some
queries. Index: seconds of building it (for Material the whole site), and its bytes.
"""

import gzip
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from threading import Thread
from time import perf_counter
from typing import Any, ClassVar

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]
FIRST = ["المطر", "مسئول", "الولايات المتحدة", "lighthouse", "صواريخ"]


@dataclass(slots=True)
class Column:
    """What is printed of one engine."""

    name: str
    answers: list[list[str]]
    sentences: bool
    seconds: float
    bytes: int
    cold: tuple[int, int]


class Counting(SimpleHTTPRequestHandler):
    """A server that says nothing, and remembers the files it was asked for."""

    asked: ClassVar[list[Path]] = []

    def do_GET(self) -> None:
        """Answer, and remember."""
        self.asked.append(Path(self.translate_path(self.path)))
        super().do_GET()

    def end_headers(self) -> None:
        """Let browsers use a file again, as GitHub Pages does, however new it is."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser."""
    playwright = import_module("playwright.sync_api")
    path = import_module("install_browser").find()
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def cold(browser: Any, root: str, act: Callable[[Any], object]) -> tuple[int, int]:
    """The bytes a fresh browser asks for when it does this on the home page; and compressed.

    Without a service worker, which fetches what the page has had when it likes.
    """
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(root, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    Counting.asked.clear()
    act(page)
    page.wait_for_load_state("networkidle")
    bodies = [path.read_bytes() for path in Counting.asked if path.is_file()]
    context.close()
    return sum(map(len, bodies)), sum(min(len(b), len(gzip.compress(b, 6))) for b in bodies)


def largest(measure: Callable[[str], tuple[int, int]], queries: Sequence[str]) -> tuple[int, int]:
    """The largest of what some first searches ask for."""
    return max(measure(query) for query in queries)


def ours(browser: Any, site: Path, editions: Any, texts: Sequence[str]) -> Column:
    """Our engine, through the dialog."""
    index, searching = import_module("bitext.search.index"), import_module("searching")
    began = perf_counter()
    written = index.write(editions, site)
    seconds = perf_counter() - began
    with served(site) as root:
        page = browser.new_page()
        page.goto(root)
        answers = searching.ask(page, root, texts)
        sizes = largest(lambda query: cold(browser, root, partial(first, query=query)), FIRST)
    return Column("ours", answers, True, seconds, written, sizes)


def first(page: Any, query: str) -> None:
    """Open the dialog and ask."""
    page.click("[data-opens=search]")
    page.wait_for_selector("[data-search][data-state=idle]")
    page.fill("[data-search] input", query)
    page.wait_for_selector("[data-search][data-state=done]")


def material(browser: Any, site: Path, seconds: float, texts: Sequence[str]) -> Column:
    """Material's search, through its own worker."""
    rivals = import_module("rivals")
    with served(site) as root:
        page = browser.new_page()
        page.goto(root)
        answers = rivals.parsed(page.evaluate(rivals.MATERIAL, [root, list(texts)]))
        sizes = cold(browser, root, lambda page: page.evaluate(rivals.MATERIAL, [root, FIRST[:1]]))
    written = rivals.size(site / "search" / "search_index.json")
    return Column("Material", answers, False, seconds, written, sizes)


def pagefind(
    browser: Any, name: str, site: Path, bundles: list[str], seconds: float, texts: Sequence[str]
) -> Column:
    """Pagefind, through its own module."""
    rivals = import_module("rivals")
    with served(site) as root:
        page = browser.new_page()
        page.goto(root)
        found = page.evaluate(rivals.PAGEFIND, [root, bundles, list(texts), 50])

        def act(page: Any, query: str) -> None:
            page.evaluate(rivals.PAGEFIND, [root, bundles, [query], 10])

        sizes = largest(lambda q: cold(browser, root, partial(act, query=q)), texts[-len(FIRST) :])
    written = sum(rivals.size(site / bundle) for bundle in bundles)
    return Column(name, rivals.parsed(found), False, seconds, written, sizes)


def columns(folder: Path) -> Iterator[Column]:
    """Every engine there is."""
    rivals, searching = import_module("rivals"), import_module("searching")
    settings = import_module("bitext.project.settings")
    project = replace(settings.load(ROOT / "mkdocs.yml"), seeds=searching.DATA / "articles")
    editions = import_module("bitext.article.library").load(project).editions
    rules = import_module("bitext.search.index").rules(ROOT / "docs")
    texts = [*(query.text for query in searching.queries()), *searching.nothings(), *FIRST]
    stock, seconds = rivals.build_stock(editions, folder / "stock")
    site = shell(folder / "ours")
    took: dict[str, float] = {}
    try:
        took["Pagefind"] = rivals.build_pagefind(stock)
        lexicon = import_module("bitext.search.lexicon").load(rules)
        took["P. shadow"] = rivals.build_shadow(editions, lexicon, stock)
    except ImportError as error:
        print(f"Pagefind: {error}", file=sys.stderr)
    with chromium() as browser:
        yield material(browser, stock, seconds, texts)
        if took:
            yield pagefind(browser, "Pagefind", stock, ["pagefind"], took["Pagefind"], texts)
            shadowed = [rivals.lemmas(text, lexicon) for text in texts]
            bundles = ["pagefind-ar", "pagefind-en"]
            yield pagefind(browser, "P. shadow", stock, bundles, took["P. shadow"], shadowed)
        yield ours(browser, site, editions, texts)


def shell(folder: Path) -> Path:
    """A site of one short article, which has all that a reader's search needs but the index."""
    project = import_module("projects").copy_project(folder)
    for seed in sorted((project / "seeds").iterdir())[2:]:
        rmtree(seed) if seed.is_dir() else seed.unlink()
    (project / "mkdocs.yml").write_text(
        "INHERIT: scripts/mkdocs-base.yml\nsite_name: s\nstrict: false\nextra: {bitext: {}}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "scripts/build.py", "build", "--offline"]
    subprocess.run(command, cwd=project, check=False, capture_output=True)
    rmtree(project / "site" / "search")
    return project / "site"


def main() -> None:
    """Print the tables."""
    searching = import_module("searching")
    queries, nothings = searching.queries(), searching.nothings()
    rows: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for column in columns(Path(folder)):
            rows[""].append(column.name)
            asked = []
            for query, hits in zip(queries, column.answers, strict=False):
                if not column.sentences:
                    query = replace(query, wanted=frozenset(w.split("/")[0] for w in query.wanted))
                asked.append((query, hits))
            for (language, kind), (found, total) in searching.recall(asked).items():
                text = f"{found / total:.3f}" if not kind else f"{found}/{total}"
                rows[f"{language} {kind or 'recall'}"].append(text)
            others = column.answers[len(queries) : len(queries) + len(nothings)]
            rows["false hits"].append(f"{sum(map(bool, others))}/{len(nothings)}")
            rows["cold kB"].append(f"{column.cold[0] / 1000:.0f}")
            rows["cold kB, gzip"].append(f"{column.cold[1] / 1000:.0f}")
            rows["index seconds"].append(f"{column.seconds:.1f}")
            rows["index kB"].append(f"{column.bytes / 1000:.0f}")
    for name, cells in rows.items():
        print(f"{name:16}" + "".join(f"{cell:>12}" for cell in cells))


if __name__ == "__main__":
    main()
