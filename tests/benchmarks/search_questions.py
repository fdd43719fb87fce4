"""How often the words of a question lead to the paragraph that answers it.

    .venv/bin/python tests/benchmarks/search_questions.py ARABIC.json ENGLISH.json [first|second]

The files are two languages of one set in SQuAD's format, with the same paragraphs in the same order
(XQuAD has Arabic and English). The articles of a half (the first, unless told) are indexed, each
paragraph with its translation as a sentence; a question is asked in either language by its words
without the most frequent ones. Recall: of the questions, how many find the paragraph among the
first ten and as the first one. Blinking: of the words of the questions typed letter by letter, how
many find something, then nothing, then something again.
"""

import json
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests"), str(ROOT / "tests" / "benchmarks")]
FREQUENT = 60  # words of the questions, of each language, that are left out
WORDS = 400  # that are typed letter by letter, of each language


def main() -> None:
    """Print the table."""
    paths, half = sys.argv[1:3], (sys.argv[3:] or ["first"])[0]
    sides = [json.loads(Path(path).read_text(encoding="utf-8"))["data"] for path in paths]
    middle = len(sides[0]) // 2
    chosen = [side[:middle] if half == "first" else side[middle:] for side in sides]
    index, dictionaries, bench = (
        import_module("bitext.search.index"),
        import_module("bitext.search.lexicon"),
        import_module("search"),
    )
    with tempfile.TemporaryDirectory() as folder, bench.chromium() as browser:
        site = bench.shell(Path(folder) / "site")
        cache = ROOT / ".cache" if (ROOT / ".cache").is_dir() else None
        lexicon = dictionaries.load(index.rules(site), cache)
        editions = list(map(edition, zip(*chosen, strict=True), range(len(chosen[0]))))
        index.write(editions, site, lexicon=lexicon)
        with bench.served(site) as root:
            page = browser.new_page()
            page.goto(root)
            for language, side in zip(("Arabic", "English"), chosen, strict=True):
                report(language, side, lexicon, page, root)


def report(language: str, side: list[Any], lexicon: Any, page: Any, root: str) -> None:
    """Print the row of a language."""
    ask = import_module("searching").ask
    asked = [
        (lexicon.normaliser.lights(question["question"]), f"a{number}/p1s{place}")
        for number, article in enumerate(side)
        for place, paragraph in enumerate(article["paragraphs"], 1)
        for question in paragraph["qas"]
    ]
    counts = Counter(word for words, _ in asked for word in words)
    frequent = {word for word, _ in counts.most_common(FREQUENT)}
    queries = [" ".join(w for w in words if w not in frequent) + " " for words, _ in asked]
    answers = ask(page, root, queries)
    ranks = [
        hits.index(wanted) if wanted in hits else len(hits) + 10
        for hits, (_, wanted) in zip(answers, asked, strict=True)
    ]
    share = [sum(rank < most for rank in ranks) / len(ranks) for most in (10, 1)]
    words = sorted(word for word in counts if len(word) > 3 and word.isalpha())[
        :: 1 + len(counts) // WORDS
    ]
    found = ask(page, root, [word[:size] for word in words for size in range(1, len(word) + 1)])
    blinks = 0
    for word in words:
        there, found = [bool(hits) for hits in found[: len(word)]], found[len(word) :]
        first = there.index(True) if any(there) else len(there)
        last = len(there) - 1 - there[::-1].index(True) if any(there) else 0
        blinks += not all(there[first : last + 1])
    print(
        f"{language}: {len(asked)} questions, recall@10 {share[0]:.3f}, first {share[1]:.3f};"
        f" {blinks} of {len(words)} words blink"
    )


def edition(both: tuple[Any, Any], number: int) -> Any:
    """An article of which each paragraph is a sentence, in both languages."""
    model, editions = (
        import_module("bitext.article.model"),
        import_module("bitext.article.edition"),
    )
    state = import_module("bitext.article.catalog").State.REVIEWED
    arabic, english = ([paragraph["context"] for paragraph in one["paragraphs"]] for one in both)
    sentences = tuple(
        model.Sentence(f"p1s{place}", text, " ") for place, text in enumerate(arabic, 1)
    )
    texts = {
        sentence.id: editions.English(text, state)
        for sentence, text in zip(sentences, english, strict=True)
    }
    title = model.Block(0, 1, (model.Sentence("p0s1", both[0]["title"], ""),))
    texts = {"p0s1": editions.English(both[1]["title"], state), **texts}
    article = model.Article(
        f"a{number}", "seeds/a.txt", title, None, (model.Block(1, 1, sentences),), model.Details()
    )
    return editions.Edition(article, texts)


if __name__ == "__main__":
    main()
