"""How well search unites the forms of a word, by a treebank of Universal Dependencies.

    .venv/bin/python tests/benchmarks/search_lemmas.py FILE.conllu [first|second]

The words of a half of the sentences (the first, unless told) are indexed, each by itself.
United: of the pairs of different words that share a lemma, how many find each other, by class.
False: of 200,000 pairs of words drawn at random whose lemmas differ, how many find one the other;
those of one root, as كتابة and كتب are, are among them. What is missed, and what is false, follows.
"""

import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
DRAWN = 200_000
_VOWELS = {ord(mark): None for mark in "ًٌٍَُِّْٰٕٓٔ"}


def words(text: str) -> Iterator[tuple[str, str, str]]:
    """The words of treebank sentences as they are written, of which one part is no function word.

    With that part's lemma, without vowels that editors disagree on, and its class.
    """
    for block in text.split("\n\n"):
        parts: list[list[str]] = []
        for line in block.splitlines():
            cells = line.split("\t")
            if len(cells) != 10 or not cells[0].isdigit():
                continue
            parts.append(cells)
            if "SpaceAfter=No" in cells[9] and cells[3] != "PUNCT":
                continue
            content = [part for part in parts if part[3] in CONTENT]
            if len(content) == 1:
                written = "".join(part[1] for part in parts if part[3] != "PUNCT")
                yield written, content[0][2], content[0][3]
            parts = []


class Index:
    """The words as the index of a site has them."""

    def __init__(self, lights: list[str], lexicon: Any) -> None:
        families = import_module("bitext.search.families")
        self._made = families.family_index(dict.fromkeys(lights, ""), lexicon)
        self._resolve = families.resolve
        self._lexicon = lexicon
        self._members = [
            {word for stem in family.values() for word in stem} for family in self._made.families
        ]
        self._found: dict[str, set[str]] = {}

    def found(self, light: str) -> set[str]:
        """The words that a query for a word finds."""
        if light not in self._found:
            numbers = self._resolve(light, self._made.entries, self._lexicon.normaliser)
            self._found[light] = set().union(*(self._members[n] for n in numbers))
        return self._found[light]


def main() -> None:
    """Print the table."""
    path, half = Path(sys.argv[1]), (sys.argv[2:] or ["first"])[0]
    sentences = path.read_text(encoding="utf-8").split("\n\n")
    middle = len(sentences) // 2
    chosen = sentences[:middle] if half == "first" else sentences[middle:]
    lexicon_of = import_module("bitext.search.lexicon").load
    rules = import_module("bitext.search.index").rules(ROOT / "docs")
    with tempfile.TemporaryDirectory() as folder:
        cache = ROOT / ".cache" if (ROOT / ".cache").is_dir() else Path(folder)
        report("\n\n".join(chosen), lexicon_of(rules, cache))


def report(text: str, lexicon: Any) -> None:
    """Print what is united of a treebank's text."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    of_lemma: dict[tuple[str, str], set[str]] = defaultdict(set)
    for written, lemma, kind in words(text):
        lights = lexicon.normaliser.lights(written)
        if len(lights) == 1:
            lemmas[lights[0]].add(lemma)
            of_lemma[lemma, kind].add(lights[0])
    index = Index(sorted(lemmas), lexicon)
    united: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed = []
    for (lemma, kind), forms in sorted(of_lemma.items()):
        for one, other in combinations(sorted(forms), 2):
            total[kind] += 1
            if other in index.found(one) and one in index.found(other):
                united[kind] += 1
            else:
                missed.append(f"{one} {other} ({lemma})")
    draw = random.Random(3)
    every = sorted(lemmas)
    false = set()
    for _ in range(DRAWN):
        one, other = draw.sample(every, 2)
        differ = lemmas[one].isdisjoint(lemmas[other])
        if differ and (other in index.found(one) or one in index.found(other)):
            false.add(f"{one} {other}")
    print(f"words {len(lemmas)}, pairs of one lemma {total.total()}")
    print(f"united  {united.total() / total.total():.3f}")
    for kind in sorted(total):
        print(f"  {kind:6}{united[kind] / total[kind]:.3f} of {total[kind]}")
    print(f"false   {len(false)} of {DRAWN}")
    print("missed:", *missed, sep="\n  ")
    print("false:", *sorted(false), sep="\n  ")


if __name__ == "__main__":
    main()
