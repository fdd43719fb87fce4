"""The review queue: the sentences that a person should look at, the worst first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bitext.article import catalog, glossary, provenance
from bitext.article.catalog import BY_TRUST, State
from bitext.article.edition import Pair
from bitext.article.glossary import Glossary
from bitext.article.library import Reader, Source
from bitext.project import addresses
from bitext.project.errors import ContentError, shortened
from bitext.project.settings import Settings
from bitext.review import check

Agreement = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""How well English fits Arabic, pair by pair: cosines of a sentence encoder, from -1 to 1."""

_DOUBT = 90
"""The weight of an engine's doubtful answer: above all but what is no English at all."""
_STALE = 25
"""The weight of English that was made for other Arabic."""


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence to look at.

    place: of its entry, “seeds/a.en.po:8”. page: where it is read, “articles/a/#p2s1”.
    reasons: what looks wrong, the worst first; none where it only awaits review.
    weight: how much a reader is misled; see `proofread.Finding`.
    """

    path: str
    line: int
    page: str
    state: State
    reasons: tuple[str, ...]
    weight: int
    arabic: str
    english: str

    def __str__(self) -> str:
        why = "; ".join(self.reasons) or "awaits review"
        texts = f"{shortened(self.arabic, 50)} {shortened(self.english, 50)}"
        return f"{self.path}:{self.line}  {self.page}  {self.state.value}: {why}  {texts}"


def collect(
    sources: Iterable[Source],
    settings: Settings,
    agreement: Agreement | None = None,
    reader: Reader | None = None,
) -> list[Item]:
    """The sentences of these articles that await review or look wrong, the worst first.

    First by what the checks found and engines' doubts, then by low agreement, machine before
    edited. What is missing is not here: there is nothing to look at. An article that cannot be
    read is left out; `check` says why. reader: what has read them before, if anything has.
    """
    terms, _ = glossary.load(settings)
    reader = reader or Reader()
    items = [item for source in sources for item in _of_article(source, terms, reader)]
    if agreement and items:
        degrees = agreement([(item.arabic, item.english) for item in items])
    else:
        degrees = [0.0] * len(items)
    ranked = sorted(zip(items, degrees, strict=True), key=lambda each: _rank(*each))
    return [item for item, _ in ranked]


def wrong(items: Iterable[Item]) -> int:
    """How many of these sentences look wrong, rather than only await review."""
    return sum(bool(item.reasons) for item in items)


def _rank(item: Item, degree: float) -> tuple[int, float, int, str, int]:
    return -item.weight, degree, BY_TRUST.index(item.state), item.path, item.line


def _of_article(source: Source, terms: Glossary, reader: Reader) -> Iterator[Item]:
    path = source.catalog_name
    try:
        reading = reader.read(source)
    except (ContentError, OSError):
        return
    if reading.entries is None:
        return
    article, english = reading.edition.article, reading.edition.english
    index, heads, seen = catalog.index(reading.entries), check.titles(article), set[str]()
    for sentence, _ in article.located():
        pair = Pair(sentence, english[sentence.id])
        entry = index.get(sentence.text)
        if entry is None or sentence.text in seen:
            continue
        seen.add(sentence.text)
        found = check.of_entry(entry, sentence.text in heads, terms, article.notes)
        doubt = provenance.doubt(entry) if pair.english.state is State.MACHINE else ""
        # What the engine's answer was doubted for when it came is said once.
        known = [each for each in found if each.doubt and each.doubt in doubt]
        weighed = [(each.weight, each.what) for each in found if each.weight and each not in known]
        if doubt:
            weighed.insert(0, (_DOUBT, f"the answer {doubt}"))
        if pair.english.state is State.STALE:
            weighed.append((_STALE, "the Arabic was edited since"))
        if item := _item(pair, weighed, path, entry.linenum or 0, source.id):
            yield item


def _item(
    pair: Pair, weighed: list[tuple[int, str]], path: str, line: int, article: str
) -> Item | None:
    state = pair.english.state
    if state is State.MISSING or (state is State.REVIEWED and not weighed):
        return None
    ranked = sorted(weighed, key=lambda each: -each[0])
    # The worst decides; each thing more makes it a little worse.
    weight = ranked[0][0] + len(ranked) - 1 if ranked else 0
    reasons = tuple(what for _, what in ranked)
    page = f"{addresses.LIST}{article}/#{pair.sentence.id}"  # for people, so not quoted
    english = pair.english.text
    return Item(path, line, page, state, reasons, weight, pair.sentence.text, english)
