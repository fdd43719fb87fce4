"""How well sentences are aligned: precision and recall of links, and of those held sure.

python tests/benchmarks/aligner.py [FILE] [--half odd|even]

Over the parallel texts (see tests/gold.py), or over FILE: lines of a document's name, an Arabic
sentence and its English, tabs between. A link is right when it joins exactly the sentences that
belong together; a sentence without a partner is no link. Rows of damage, made at random but
always the same:

- `as written`: the texts as they are (of FILE, all sentences one to one);
- `sentences`: of every hundred sentences six lose their English, four their Arabic, seven and five
  are joined with the next in English and in Arabic;
- `paragraphs`: besides half of that, of every hundred English paragraphs ten are lost, eight
  come from another text, ten are joined with the next, eight swapped with it, six parted;
- `lines`: every sentence a paragraph; of every hundred eight lose their English, four their
  Arabic, six have a stranger before them, six are joined with the next, six swapped with it;
- `excerpts`: the same, but 25 lose their English, 15 their Arabic, ten have a stranger before
  them, none are swapped.

Each without and, where one is installed (make models), with an encoder.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent / "scripts"), str(TESTS)]
certainty, cues, encoder, evidence, moved, gold = map(
    import_module,
    (
        "bitext.alignment.certainty",
        "bitext.alignment.cues",
        "bitext.alignment.encoder",
        "bitext.alignment.evidence",
        "bitext.alignment.moved",
        "gold",
    ),
)

Side = list[tuple[str, int | None]]
"""A paragraph's sentences, each with the number of the link it is in, None if it is in none."""
SEEDS = (1, 2)
LINES = {
    "lines": {"arabic": 0.04, "lost": 0.08, "added": 0.06, "joined": 0.06, "swapped": 0.06},
    "excerpts": {"arabic": 0.15, "lost": 0.25, "added": 0.1, "joined": 0.06, "swapped": 0.0},
}


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts as their paragraphs."""

    arabic: list[Side]
    english: list[Side]

    def links(self) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The sentences of each link, as places in the two texts."""
        found: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for which, side in enumerate((self.arabic, self.english)):
            for place, (_, link) in enumerate(t for paragraph in side for t in paragraph):
                if link is not None:
                    found[link][which].append(place)
        return {(tuple(a), tuple(e)) for a, e in found.values() if a and e}


def written(text: Any) -> Case:
    """A parallel text as it is."""
    case, number = Case([], []), 0
    for paragraph in text:
        ours: Side = []
        theirs: Side = []
        for link in paragraph:
            ours += [(sentence, number) for sentence in link.arabic]
            theirs += [(sentence, number) for sentence in link.english]
            number += 1
        case.arabic.append(ours)
        case.english.append(theirs)
    return case


def read(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The documents of a file, as pairs of sentences."""
    documents: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        name, arabic, english = line.split("\t")
        documents[name].append((arabic, english))
    yield from documents.values()


def pairs(text: Any) -> list[tuple[str, str]]:
    """A parallel text as pairs that have both sides, several sentences as one."""
    links = [link for paragraph in text for link in paragraph]
    return [(" ".join(x.arabic), " ".join(x.english)) for x in links if x.arabic and x.english]


def damaged(document: Sequence[tuple[str, str]], rate: float, chance: random.Random) -> Case:
    """Sentences lost and joined, all in one paragraph. rate: of the damage, 1 for all of it."""
    case, n = Case([[]], [[]]), 0
    (ours,), (theirs,) = case.arabic, case.english
    while n < len(document):
        at, (arabic, english) = chance.random() / rate, document[n]
        after = document[n + 1] if n + 1 < len(document) else None
        if at < 0.06:
            ours.append((arabic, None))
        elif at < 0.10:
            theirs.append((english, None))
        elif at < 0.17 and after:
            ours += [(arabic, n), (after[0], n)]
            theirs.append((f"{english} {after[1]}", n))
            n += 1
        elif at < 0.22 and after:
            ours.append((f"{arabic} {after[0]}", n))
            theirs += [(english, n), (after[1], n)]
            n += 1
        else:
            ours.append((arabic, n))
            theirs.append((english, n))
        n += 1
    return case


def disordered(
    document: Sequence[tuple[str, str]],
    others: Sequence[Sequence[tuple[str, str]]],
    chance: random.Random,
) -> Case:
    """Paragraphs of one to four pairs, the English ones lost, added, joined, swapped, parted."""
    parts: list[Case] = []
    n = 0
    while n < len(document):
        size = chance.choice((1, 2, 2, 3, 3, 4))
        part = damaged(document[n : n + size], 0.5, chance)
        moved_ = [
            [(t, x if x is None else x + n) for t, x in side[0]]
            for side in (part.arabic, part.english)
        ]
        parts.append(Case([moved_[0]], [moved_[1]]))
        n += size
    english = [part.english[0] for part in parts]
    found: list[Side] = []
    while english:
        at, first = chance.random(), english.pop(0)
        if at < 0.10:
            continue
        if at < 0.18 and others:
            other = chance.choice(others)
            found += [[(text, None) for _, text in other[: chance.choice((1, 2, 3))]], first]
        elif at < 0.28 and english:
            found.append(first + english.pop(0))
        elif at < 0.36 and english:
            found += [english.pop(0), first]
        elif at < 0.42 and len(first) > 1:
            cut = chance.randrange(1, len(first))
            found += [first[:cut], first[cut:]]
        else:
            found.append(first)
    return Case(
        [side for part in parts if (side := part.arabic[0])], [side for side in found if side]
    )


def lined(
    document: Sequence[tuple[str, str]],
    others: Sequence[Sequence[tuple[str, str]]],
    shares: Mapping[str, float],
    chance: random.Random,
) -> Case:
    """Every sentence a paragraph. shares: of the Arabic that is lost (`arabic`), and of the English
    that is `lost`, has a stranger before it (`added`), is `joined` with the next, or `swapped`."""
    arabic: list[Side] = [
        [(text, n)] for n, (text, _) in enumerate(document) if chance.random() >= shares["arabic"]
    ]
    damage = ("lost", "added", "joined", "swapped", "none")
    weights = [*(shares[kind] for kind in damage[:-1]), 1 - sum(shares[k] for k in damage[:-1])]
    english: list[Side] = [[(text, n)] for n, (_, text) in enumerate(document)]
    found: list[Side] = []
    while english:
        (kind,) = chance.choices(damage, weights)
        first = english.pop(0)
        if kind == "lost":
            continue
        if kind == "added":
            found.append([(chance.choice(chance.choice(others))[1], None)])
        if kind == "joined" and english:
            first = first + english.pop(0)
        if kind == "swapped" and english:
            found.append(english.pop(0))
        found.append(first)
    return Case(arabic, found)


def cases(documents: Sequence[Sequence[tuple[str, str]]]) -> dict[str, list[Case]]:
    """The damaged texts, by the kind of damage."""
    found: dict[str, list[Case]] = {"sentences": [], "paragraphs": [], "lines": [], "excerpts": []}
    for seed in SEEDS:
        chance = random.Random(seed)
        for n, document in enumerate(documents):
            found["sentences"].append(damaged(document, 1.0, chance))
            others = [*documents[:n], *documents[n + 1 :]]
            found["paragraphs"].append(disordered(document, others, chance))
            for kind, shares in LINES.items():
                found[kind].append(lined(document, others, shares, chance))
    return found


def text(side: list[Side], traits: Any, model: Any) -> Any:
    """One side as the aligner takes it."""
    paragraphs = [paragraph for paragraph in side if paragraph]
    sentences = [sentence for paragraph in paragraphs for sentence, _ in paragraph]
    starts = frozenset([0, *accumulate(map(len, paragraphs[:-1]))])
    vectors = model(sentences) if model else ()
    return evidence.Text([traits(sentence) for sentence in sentences], starts, vectors)


def row(label: str, tried: list[Case], model: Any) -> str:
    """The figures of some texts, and the processor seconds they took."""
    wanted = found = right = sure = wrong = 0
    began = time.process_time()
    for case in tried:
        links = case.links()
        wanted += len(links)
        sides = text(case.arabic, cues.arabic, model), text(case.english, cues.english, model)
        for bead in moved.pair(*sides):
            if bead.sources and bead.targets:
                fits = (tuple(bead.sources), tuple(bead.targets)) in links
                found, right = found + 1, right + fits
                if bead.confidence >= certainty.SURE:
                    sure, wrong = sure + 1, wrong + (not fits)
    figures = (right / max(found, 1), right / max(wanted, 1), 2 * right / max(wanted + found, 1))
    shown = "".join(f"{figure:>10.4f}" for figure in figures)
    seconds = time.process_time() - began
    return f"{label:<30}{wanted:>8}{shown}{sure:>8}{wrong:>8}{seconds:>9.1f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), help="every other document of FILE")
    given = parser.parse_args()
    sets: dict[str, dict[str, list[Case]]] = {}
    if given.file:
        documents = list(read(given.file))
        chosen = {None: documents, "odd": documents[1::2], "even": documents[0::2]}[given.half]
        sets[given.half or "all"] = cases(chosen)
    else:
        for half in gold.HALVES:
            texts = list(gold.texts(half))
            sets[half] = {
                "as written": [written(each) for each in texts],
                **cases([pairs(t) for t in texts]),
            }
    heads = f"{'precision':>10}{'recall':>10}{'F1':>10}{'sure':>8}{'wrong':>8}{'seconds':>9}"
    print(f"{'texts':<9}{'damage':<13}{'encoder':<8}{'links':>8}{heads}")
    for model in filter(None, ("none", encoder.load())):
        for half, kinds in sets.items():
            for kind, tried in kinds.items():
                with_ = None if model == "none" else model
                label = f"{half:<9}{kind:<13}{'yes' if with_ else 'no':<8}"
                print(row(label, tried, with_), flush=True)


if __name__ == "__main__":
    main()
