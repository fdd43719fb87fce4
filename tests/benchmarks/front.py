"""The numbers of README's line of proof, in its order.

    make demo ARGS="build --offline"
    .venv/bin/python tests/benchmarks/front.py

Of the library of kinds, as `make demo` builds it: articles, sentences, and the bytes that a browser
asks for when an article is opened for the first time, with fonts and scripts, as they lie in the
site and as a server that compresses sends them. Of search: how many of the queries of
tests/data/search, in each language, find a right sentence, and how many of those that must find
nothing find something. Of a second article what is asked for again; and of the first one with
what a service worker fetches besides.
"""

import gzip
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]
DEMO = ROOT / ".cache" / "demo"
ARTICLES = ("slow_reading", "fox_and_well")
NAMES = ("a first article", "another", "a first one, and what is kept for reading offline")
PHONE = {"width": 390, "height": 844}


def size(asked: Iterable[Path]) -> str:
    """The bytes of the files that were asked for, plain and compressed."""
    paths = (path / "index.html" if path.is_dir() else path for path in asked)
    bodies = [path.read_bytes() for path in paths if path.exists()]
    small = sum(min(len(body), len(gzip.compress(body, 6))) for body in bodies)
    return f"{sum(map(len, bodies)) / 1000:.0f} kB, {small / 1000:.0f} kB compressed"


def weigh(browser: Any) -> list[str]:
    """What opening an article asks for, another one after it, and the first one where the browser
    keeps what every page needs.
    """
    search = import_module("search")
    asked, weights = search.Counting.asked, []
    with search.served(DEMO / "site") as root:
        page = browser.new_context(service_workers="block", viewport=PHONE).new_page()
        for article in ARTICLES:
            asked.clear()
            page.goto(f"{root}articles/{article}/", wait_until="networkidle")
            weights.append(size(asked))
        page.context.close()
        page = browser.new_context(viewport=PHONE).new_page()
        asked.clear()
        page.goto(f"{root}articles/{ARTICLES[0]}/")
        page.evaluate("async () => { await navigator.serviceWorker.ready; }")
        weights.append(size(asked))
        page.context.close()
    return weights


def find(browser: Any) -> list[str]:
    """What search finds of the tables it is measured by."""
    search, searching = import_module("search"), import_module("searching")
    settings, library = map(import_module, ("bitext.project.settings", "bitext.article.library"))
    project = replace(settings.load(ROOT / "mkdocs.yml"), seeds=searching.DATA / "articles")
    queries, nothings = searching.queries(), searching.nothings()
    texts = [*(query.text for query in queries), *nothings]
    with tempfile.TemporaryDirectory() as folder:
        site = search.shell(Path(folder) / "site")
        import_module("bitext.search.index").write(library.load(project).editions, site)
        with search.served(site) as root:
            page = browser.new_page()
            page.goto(root)
            answers = searching.ask(page, root, texts)
    found = searching.recall(list(zip(queries, answers, strict=False)))
    lines = [
        f"{language}: {right} of {total} queries ({right / total:.3f})"
        for (language, kind), (right, total) in found.items()
        if not kind
    ]
    false = sum(map(bool, answers[len(queries) :]))
    return [*lines, f"false: {false} of {len(nothings)} queries that must find nothing"]


def main() -> int:
    """Print them."""
    if not (DEMO / "site").is_dir():
        print('no demo; run: make demo ARGS="build --offline"', file=sys.stderr)
        return 2
    search, settings = import_module("search"), import_module("bitext.project.settings")
    library = import_module("bitext.article.library").load(settings.load(DEMO / "mkdocs.yml"))
    sentences = sum(len(list(edition.article.located())) for edition in library.editions)
    print(f"articles: {len(library.editions)}, sentences: {sentences}")
    with search.chromium() as browser:
        for name, weight in zip(NAMES, weigh(browser), strict=True):
            print(f"{name}: {weight}")
        print(*find(browser), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
