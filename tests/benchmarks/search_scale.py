"""How search grows with the articles: index time, size, and what a first search asks for.

    .venv/bin/python tests/benchmarks/search_scale.py [ARTICLES …]

Seconds are the processor's. Articles are synthetic, each of the first seed's size: as many
sentences of as many words. Their words are those of the corpora, and after these the
dictionaries', drawn in Zipf proportions, so that the vocabulary grows as it does in real
articles, and a little faster. Cold: the bytes a fresh browser asks for
when the dialog is opened and a word is searched, texts of the results included; the largest of a
frequent, a middling and a rare word and a phrase. Where Pagefind is installed, the same for its
indexes of shadow documents (tests/rivals.py), with the texts of ten results.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from time import process_time
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests"), str(ROOT / "tests" / "benchmarks")]
LIMIT = 500_000  # bytes from cold


class Source:
    """Words of both languages, to be drawn."""

    def __init__(self, lexicon: Any) -> None:
        searching, library = import_module("searching"), import_module("bitext.article.library")
        settings, replace = (
            import_module("bitext.project.settings"),
            import_module("dataclasses").replace,
        )
        project = settings.load(ROOT / "mkdocs.yml")
        corpus = replace(project, seeds=searching.DATA / "articles")
        editions = [e for one in (project, corpus) for e in library.load(one).editions]
        self.first = library.load(project).editions[0]
        self._random = random.Random(5)
        self._words = {}
        for side in (0, 1):
            counts: Counter[str] = Counter()
            for edition in editions:
                for sentence, _ in edition.article.located():
                    counts.update((sentence.text, edition.english[sentence.id].text)[side].split())
            known = [word for word, _ in counts.most_common()]
            more = sorted(w for w in lexicon.words() if w.isascii() is bool(side))
            self._random.shuffle(more)
            words = [*known, *more]
            weights = accumulate((rank + 2) ** -1.05 for rank in range(len(words)))
            self._words[side] = words, list(weights)

    def text(self, side: int, like: str) -> str:
        """A text of as many words as another has."""
        words, weights = self._words[side]
        return " ".join(self._random.choices(words, cum_weights=weights, k=len(like.split())))

    def editions(self, count: int) -> Iterator[Any]:
        """Synthetic articles like the first."""
        model, edition = (
            import_module("bitext.article.model"),
            import_module("bitext.article.edition"),
        )
        state = import_module("bitext.article.catalog").State.MACHINE
        for number in range(count):
            blocks = tuple(
                model.Block(
                    old.number,
                    old.line,
                    tuple(
                        model.Sentence(one.id, self.text(0, one.text), one.gap)
                        for one in old.sentences
                    ),
                )
                for old in self.first.article.blocks
            )
            name = f"n{number:05}"
            article = model.Article(
                name, f"seeds/{name}.txt", blocks[0], None, blocks[1:], model.Details()
            )
            english = {
                key: edition.English(self.text(1, old.text), state)
                for key, old in self.first.english.items()
            }
            yield edition.Edition(article, english)


def queries(editions: list[Any]) -> list[str]:
    """A frequent, a middling and a rare word, and two words that stand together."""
    counts = Counter(
        word
        for edition in editions
        for s, _ in edition.article.located()
        for word in s.text.split()
    )
    words = [word for word, _ in counts.most_common() if len(word) > 4]
    phrase = " ".join(editions[0].article.blocks[1].sentences[0].text.split()[:2])
    return [words[0], words[len(words) // 20], words[-1], f'"{phrase}"']


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cache:
        table(loaded_twice(Path(cache)))


def table(lexicon: Any) -> None:
    """Print a row for each number of articles."""
    source = Source(lexicon)
    print("articles   words  index s  ms each  index MB   files  cold kB  gzip kB", end="")
    print("   | Pagefind s    MB  cold kB" if has_pagefind() else "")
    for count in [int(argument) for argument in sys.argv[1:]] or [100, 500, 2000]:
        with tempfile.TemporaryDirectory() as name:
            editions = list(source.editions(count))
            print(f"{count:8} {ours(editions, lexicon, Path(name))}", end="", flush=True)
            print(f"   | {pagefind(editions, lexicon, Path(name))}" if has_pagefind() else "")


def loaded_twice(cache: Path) -> Any:
    """The lexicon, made and then read from a folder, with what either takes."""
    index, dictionaries = (
        import_module("bitext.search.index"),
        import_module("bitext.search.lexicon"),
    )
    rules = index.rules(ROOT / "docs")
    for how in ("made", "read"):
        began = process_time()
        lexicon = dictionaries.load(rules, cache)
        _ = lexicon.vocabulary
        print(f"dictionaries {how}: {process_time() - began:.1f} s")
    return lexicon


def ours(editions: list[Any], lexicon: Any, folder: Path) -> str:
    """A row's cells of our index."""
    bench, index = import_module("search"), import_module("bitext.search.index")
    site = bench.shell(folder / "ours")
    began = process_time()
    size = index.write(editions, site, lexicon=lexicon)
    seconds = process_time() - began
    with bench.chromium() as browser, bench.served(site) as root:
        plain, packed = max(
            bench.cold(browser, root, partial(bench.first, query=query))
            for query in queries(editions)
        )
    names = import_module("bitext.search.names_across").Names
    gather = import_module("bitext.search.postings").gather
    words = len(gather(editions, (), lexicon.normaliser, names(lexicon)))
    files = sum(1 for path in (site / "search").rglob("*.json"))
    if plain > LIMIT:
        print(f"more than {LIMIT} bytes from cold", file=sys.stderr)
    each = 1000 * seconds / len(editions)
    sizes = f"{size / 1e6:9.1f} {files:7} {plain / 1e3:8.0f} {packed / 1e3:8.0f}"
    return f"{words:7} {seconds:8.1f} {each:8.1f} {sizes}"


def pagefind(editions: list[Any], lexicon: Any, folder: Path) -> str:
    """A row's cells of Pagefind's indexes of shadow documents."""
    bench, rivals = import_module("search"), import_module("rivals")
    site = bench.shell(folder / "pagefind")
    seconds = rivals.build_shadow(editions, lexicon, site)
    bundles = ["pagefind-ar", "pagefind-en"]
    act = partial(ask_pagefind, bundles=bundles)
    with bench.chromium() as browser, bench.served(site) as root:
        cold, _ = max(
            bench.cold(browser, root, partial(act, query=rivals.lemmas(query, lexicon)))
            for query in queries(editions)
        )
    megabytes = sum(rivals.size(site / bundle) for bundle in bundles) / 1e6
    return f"{seconds:10.1f} {megabytes:5.1f} {cold / 1e3:8.0f}"


def ask_pagefind(page: Any, bundles: list[str], query: str) -> None:
    """A first search of shadow documents."""
    rivals = import_module("rivals")
    page.evaluate(rivals.PAGEFIND, [page.url, bundles, [query], 10])


def has_pagefind() -> bool:
    """Whether Pagefind is installed."""
    try:
        return bool(import_module("rivals").pagefind())
    except ImportError:
        return False


if __name__ == "__main__":
    main()
