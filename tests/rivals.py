"""Other search engines on the same articles, for the benchmarks: built, then asked in a page.

Material's own search is asked through its own worker, as published. Pagefind (`pip install
'pagefind[bin]==1.5.2'`) is tried twice: stock, on the pages, and on *shadow documents*, one an
article, whose sentences are headings followed by the lemmas our lexicon gives their words.
"""

import asyncio
import html
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.pages import publish
from bitext.search.lexicon import Lexicon

CONFIG = """
site_name: s
theme: {name: material, language: ar, font: false}
plugins: [search]
markdown_extensions: [attr_list, md_in_html]
"""

MATERIAL = """async ([root, queries]) => {
  const page = await (await fetch(root)).text();
  const { search } = JSON.parse(page.match(/<script id="__config"[^>]*>(.*?)<\\/script>/)[1]);
  const index = await (await fetch(`${root}search/search_index.json`)).json();
  const worker = new Worker(new URL(search, root));
  const send = (message) => new Promise((done) => {
    worker.onmessage = (event) => done(event.data.data);
    worker.postMessage(message);
  });
  await send({ type: 0, data: { ...index, options: { suggest: false } } });
  const answers = [];
  for (const query of queries) {
    const { items } = await send({ type: 2, data: query });
    answers.push(items.map(([first]) => first.location.split("#")[0]));
  }
  return answers;
}"""

PAGEFIND = """async ([root, bundles, queries, most]) => {
  const engines = await Promise.all(bundles.map((name) => import(`${root}${name}/pagefind.js`)));
  const answers = [];
  for (const query of queries) {
    const found = [];
    for (const engine of engines) {
      const { results } = await engine.search(query);
      for (const result of results.slice(0, most)) found.push((await result.data()).url);
    }
    answers.push(found);
  }
  return answers;
}"""


def build_stock(editions: Sequence[Edition], folder: Path) -> tuple[Path, float]:
    """A site of these articles with Material's own search; the seconds it took."""
    docs = folder / "docs" / "articles"
    docs.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# s\n", encoding="utf-8")
    for name, text in publish.pages(Library(tuple(editions), ()), 50):
        if "/" not in name and name.endswith(".md") and name != "index.md":
            # Without the frame of ours that it names: Material's own stands around it.
            page = re.sub(r"(?m)^template: .*\n", "", text, count=1)
            (docs / name).write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    began = perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return folder / "site", perf_counter() - began


def pagefind() -> Any:
    """Pagefind's class of an index; ImportError where it is not installed."""
    return import_module("pagefind.index").PagefindIndex


def build_pagefind(site: Path) -> float:
    """Stock Pagefind's index of a site, in its folder; the seconds it took."""
    began = perf_counter()

    async def run() -> None:
        async with pagefind()(config={"output_path": str(site / "pagefind")}) as index:
            await index.add_directory(str(site))

    asyncio.run(run())
    return perf_counter() - began


def build_shadow(editions: Sequence[Edition], lexicon: Lexicon, site: Path) -> float:
    """Pagefind's indexes of shadow documents, a bundle a language; the seconds it took."""
    began = perf_counter()

    async def run(language: str, side: int) -> None:
        output = site / f"pagefind-{language}"
        shutil.rmtree(output, ignore_errors=True)
        # No language of its own: the words are stemmed already.
        config = {"output_path": str(output), "force_language": "unknown"}
        async with pagefind()(config=config) as index:
            for edition in editions:
                content = _shadow(edition, lexicon, side)
                url = f"/articles/{edition.article.id}/"
                await index.add_html_file(content=content, url=url)

    for side, language in enumerate(("ar", "en")):
        asyncio.run(run(language, side))
    return perf_counter() - began


def _shadow(edition: Edition, lexicon: Lexicon, side: int) -> str:
    lines = []
    for sentence, _ in edition.article.located():
        text = (sentence.text, edition.english[sentence.id].text)[side]
        heading = f'<h2 id="{sentence.id}" data-pagefind-ignore>{html.escape(text)}</h2>'
        lines.append(f"{heading}<p>{lemmas(text, lexicon)}</p>")
    return f"<html><body>{''.join(lines)}</body></html>"


def lemmas(text: str, lexicon: Lexicon) -> str:
    """A text or a query as shadow documents have it: the first lemma of every word."""
    found = (lexicon.analyse(word.light, frozenset()) for word in lexicon.normaliser.words(text))
    return " ".join(min(analysis.readings)[0] for analysis in found)


def size(folder: Path) -> int:
    """The bytes of the files in a folder, or of one file."""
    if folder.is_file():
        return folder.stat().st_size
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def parsed(answers: Sequence[Sequence[str]]) -> list[list[str]]:
    """Addresses as ids of articles."""
    return [[url.split("articles/")[-1].strip("/") for url in urls] for urls in answers]
