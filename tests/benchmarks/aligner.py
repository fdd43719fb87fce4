"""How well sentences are aligned: precision and recall of links, and of those held sure.

python tests/benchmarks/aligner.py

Over the parallel texts (see tests/gold.py). A link is right when it joins exactly the sentences
of a bead; a sentence without a partner is no link, but has a row of its own below. “Paragraphs”
are aligned one by one, as `import` does; “whole” is a text as one paragraph. “Lengths” leaves the
cues out. The last table is `import` itself, with our own cutting of both languages: how many
Arabic sentences it fills, how many of them it holds sure, and how many of those have not just
the English of their bead.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "scripts"), str(TESTS)]
align, cues, parallel, seed, gold = map(
    import_module,
    (
        "bitext.alignment.align",
        "bitext.alignment.cues",
        "bitext.alignment.parallel",
        "bitext.article.seed",
        "gold",
    ),
)
KINDS = ("1-1", "1-2", "2-1", "2-2", "1-3", "1-0", "0-1")


@dataclass(slots=True)
class Count:
    """Beads by kind: wanted, found, and found rightly; links held sure, and wrongly so."""

    wanted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    sure: int = 0
    wrong: int = 0

    def figures(self, kinds: tuple[str, ...]) -> str:
        """Precision, recall and F1 over some kinds."""
        wanted, found, right = (
            sum(counter[kind] for kind in kinds)
            for counter in (self.wanted, self.found, self.right)
        )
        precision, recall = right / max(found, 1), right / max(wanted, 1)
        f1 = 2 * right / max(wanted + found, 1)
        return f"{wanted:>8}{precision:>11.3f}{recall:>8.3f}{f1:>8.3f}"


LINKS = tuple(kind for kind in KINDS if "0" not in kind)


def bare(traits: Any) -> Any:
    """Traits of which only the length is left."""
    return replace(traits, clues=frozenset(), numbers=frozenset(), asks=False)


def count(half: str, whole: bool, with_cues: bool) -> Count:
    """Align the texts of one half from their written sentences."""
    result = Count()
    for text in gold.texts(half):
        sides = [
            [[traits(s) for s in side(paragraph)] for paragraph in text]
            for side, traits in ((gold.arabic, cues.arabic), (gold.english, cues.english))
        ]
        if not with_cues:
            sides = [[[bare(t) for t in part] for part in side] for side in sides]
        growth = align.ratio(*(list(chain(*side)) for side in sides))
        parts = [list(chain(*text))] if whole else text
        if whole:
            sides = [[list(chain(*side))] for side in sides]
        for links, ours, theirs in zip(parts, *sides, strict=True):
            add(result, links, align.align(ours, theirs, growth))
    return result


def add(result: Count, links: list[Any], beads: list[Any]) -> None:
    """Count what was found in one paragraph."""
    wanted = set(places(links))
    result.wanted.update(link.kind for link in links)
    for bead in beads:
        kind = f"{len(bead.sources)}-{len(bead.targets)}"
        right = (bead.sources, bead.targets) in wanted
        result.found[kind] += 1
        result.right[kind] += right
        if kind in LINKS and bead.confidence >= align.SURE:
            result.sure += 1
            result.wrong += not right


def places(links: list[Any]) -> Iterator[tuple[range, range]]:
    """Where the sentences of each link stand in the paragraph."""
    i = j = 0
    for link in links:
        i, j = i + len(link.arabic), j + len(link.english)
        yield range(i - len(link.arabic), i), range(j - len(link.english), j)


def imported(half: str) -> str:
    """What `import` makes of the texts of one half: filled, sure, wrongly sure."""
    filled = sure = wrong = 0
    for text in gold.texts(half):
        arabic, english = (
            "\n".join(" ".join(side(paragraph)) for paragraph in text)
            for side in (gold.arabic, gold.english)
        )
        article = seed.parse(arabic.encode(), "a", "seeds/a.txt")
        wanted = {
            " ".join(link.arabic): " ".join(link.english)
            for paragraph in text
            for link in paragraph
        }
        for proposal in parallel.propose(parallel.read(english.encode(), "a.txt", article)):
            filled += bool(proposal.english)
            if proposal.english and not proposal.doubt:
                sure += 1
                wrong += wanted.get(proposal.arabic) != proposal.english
    return f"{filled:>8}{sure:>8}{wrong:>8}"


def main() -> None:
    """Print the tables."""
    heads = f"{'links':>8}{'precision':>11}{'recall':>8}{'F1':>8}"
    print(f"{'half':<9}{'aligned as':<12}{'with':<9}{heads}{'sure':>8}{'wrong':>8}")
    for half in gold.HALVES:
        for whole in (False, True):
            for with_cues in (False, True):
                result = count(half, whole, with_cues)
                row = f"{half:<9}{'whole' if whole else 'paragraphs':<12}"
                row += f"{'cues' if with_cues else 'lengths':<9}{result.figures(LINKS)}"
                print(f"{row}{result.sure:>8}{result.wrong:>8}")
    for half in gold.HALVES:
        print(f"\n{half:<9}{'by kind':<12}{'cues':<9}{heads.replace('links', 'beads')}")
        result = count(half, whole=False, with_cues=True)
        for kind in KINDS:
            print(f"{'':<9}{kind:<21}{result.figures((kind,))}")
    print(f"\n{'import':<9}{'filled':>8}{'sure':>8}{'wrong':>8}")
    for half in gold.HALVES:
        print(f"{half:<9}{imported(half)}")


if __name__ == "__main__":
    main()
