"""Edits of sentences, and how many `fuzzy_matches` finds: for its test and its benchmark."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

import gold
from bitext.article import seed
from bitext.article.fuzzy import fuzzy_matches

TESTS = Path(__file__).parent
TABLE = TESTS / "data" / "edits.tsv"


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence before and after it was edited. tuned: whether the measure was chosen on it."""

    kind: str
    before: str
    after: str
    tuned: bool


def read() -> list[Edit]:
    """The edits of the table."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    order = {text: place for place, text in enumerate(dict.fromkeys(row[1] for row in rows))}
    return [Edit(kind, old, new, order[old] % 2 == 0) for kind, old, new in rows]


def articles(files: Iterable[Path] = ()) -> list[list[str]]:
    """The sentences of the tests' articles and parallel texts, and of other seeds, each once."""
    seeds = [*sorted((TESTS / "project" / "seeds").rglob("*.txt")), *files]
    parsed = [seed.parse(path.read_bytes(), path.stem, str(path)) for path in seeds]
    found = [[sentence.text for sentence, _ in article.located()] for article in parsed]
    for paragraphs in (text for half in gold.HALVES for text in gold.texts(half)):
        links = [link for paragraph in paragraphs for link in paragraph]
        found.append([sentence for link in links for sentence in link.arabic])
    return [list(dict.fromkeys(texts)) for texts in found]


def missed(edits: Iterable[Edit], among: Iterable[str]) -> list[Edit]:
    """The edits that are not traced to their sentences when these, too, have left the article."""
    former = [entry(text) for text in dict.fromkeys([*among])]
    found = [(edit, fuzzy_matches([edit.after], former).get(edit.after)) for edit in edits]
    return [edit for edit, match in found if match is None or match.msgid != edit.before]


def wrong(
    article: Sequence[str], replaced: int, draws: int, chance: random.Random
) -> tuple[list[tuple[str, str]], int]:
    """Replace so many sentences of an article by as many others of it, again and again.

    Returns what then passed for edited, wrongly, as before and after; and of how many sentences.
    """
    taken = []
    for _ in range(draws):
        drawn = chance.sample(article, 2 * replaced)
        rest = [text for text in article if text not in drawn]
        former = [entry(text) for text in drawn[replaced:]]
        matches = fuzzy_matches(drawn[:replaced], former, rest)
        taken += [(match.msgid, text) for text, match in matches.items()]
    return taken, draws * replaced


def entry(text: str) -> polib.POEntry:
    """An entry that has English."""
    return polib.POEntry(msgid=text, msgstr="English")
