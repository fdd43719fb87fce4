"""What search is asked in tests and benchmarks, and what it answers there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "search"

# Every query at once, in a page of the site: the modules a reader gets, without the dialog. What
# one has fetched is there for the next asked of the page, as for a reader who goes on asking.
SEARCH = """async ([root, queries, only]) => {
  const made = async () => {
    const { main } = document.querySelector("[data-main]").dataset;
    const get = (name) => import(new URL(`search/${name}.js`, new URL(main, location.href)));
    const [{ store }, { engine }] = await Promise.all(["store", "engine"].map(get));
    return engine(await store(new URL(root)));
  };
  const engines = (globalThis.engines ??= {});
  const { search, index } = await (engines[root] ??= made());
  const answers = [];
  for (const query of queries) {
    const { groups } = await search(query, only ?? {});
    const hits = [];
    for (const hit of groups.flat()) {
      const { id, sentences } = await index.article(hit.article);
      hits.push(`${id}/${sentences[hit.index][0]}`);
    }
    answers.push(hits);
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """A row of queries.tsv. wanted: article/sentence, any of which is right."""

    language: str
    text: str
    kind: str
    wanted: frozenset[str]


def table(name: str) -> list[list[str]]:
    """The rows of a table, without its header."""
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")[1:-1]
    return [line.split("\t") for line in lines]


def queries() -> list[Query]:
    """What must be found."""
    return [
        Query(language, text, kind, frozenset(_full(article, s) for s in sentences.split("|")))
        for language, text, kind, article, sentences in table("queries.tsv")
    ]


def nothings() -> list[str]:
    """What must find nothing."""
    lines = (DATA / "nothing.txt").read_text(encoding="utf-8").split("\n")[:-1]
    return [line for line in lines if not line.startswith("#")]


def ask(
    page: Any, root: str, texts: Sequence[str], only: dict[str, str] | None = None
) -> list[list[str]]:
    """For each query the sentences it finds, the best first; `page` is one of the site's."""
    answers: list[list[str]] = page.evaluate(SEARCH, [root, list(texts), only])
    return answers


def recall(asked: Iterable[tuple[Query, Sequence[str]]]) -> dict[tuple[str, str], tuple[int, int]]:
    """By language and kind, and under kind "" together: how many are found, of how many."""
    found: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for query, hits in asked:
        for key in ((query.language, query.kind), (query.language, "")):
            total[key] += 1
            found[key] += not query.wanted.isdisjoint(hits)
    return {key: (found[key], total[key]) for key in sorted(total)}


def _full(article: str, sentence: str) -> str:
    return sentence if "/" in sentence else f"{article}/{sentence}"
