"""An article and an English text of it: which English belongs to which sentence.

Nothing is paired by its place: a paragraph or a sentence that either text lacks, joins, divides
or has elsewhere leaves the others as they are. English is put to a sentence only where it surely
belongs there.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bitext.alignment import cues, moved
from bitext.alignment.align import Bead
from bitext.alignment.certainty import SURE
from bitext.alignment.encoder import Encoder
from bitext.alignment.evidence import Likeness, Text, between, likeness
from bitext.article.model import Article, Sentence
from bitext.project.errors import ContentError, Problem
from bitext.text import english_sentences, notes
from bitext.text.characters import language


@dataclass(frozen=True, slots=True)
class Block:
    """English, clean, and the 1-based line it begins on; 0 where that is not known."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """The English found for one Arabic sentence ("" if none), and where the sentence stands.

    candidate: English that may be its own, but not surely, or not all of it; "" if there is none.
    """

    arabic: str
    line: int
    english: str
    candidate: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What was found. proposals: of each sentence, in reading order. left: English of no sentence,
    whole paragraphs as one."""

    proposals: tuple[Proposal, ...]
    left: tuple[Block, ...]


_FITTING, _TOLD = 0.15, 5.0
"""The share of the shorter text's sentences that must answer surely to the other's, and how much
must speak for that, in nats. Of texts that are no translations of each other fewer seem to; in a
few sentences their order alone could make them look sure, and then little speaks for it."""


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of one side, each with its line, and those that begin a paragraph.

    texts: without references to notes. sentences: of the Arabic side, as the article has them.
    """

    texts: tuple[str, ...]
    lines: tuple[int, ...]
    starts: frozenset[int]
    sentences: tuple[Sentence, ...] = ()


def match(
    article: Article, blocks: Sequence[Block], path: str, encoder: Encoder | None = None
) -> Match:
    """The English of each sentence of an article, in an English text given as its paragraphs.

    path: the text, as messages name it. Paragraphs that are not English are left over.
    Raises ContentError where no text is left, or nothing of it is English of this article.
    """
    foreign = [block for block in blocks if language(block.text) == "ar"]
    english = [block for block in blocks if language(block.text) != "ar"]
    if not english:
        raise ContentError(Problem(path, 0, "Arabic, not English", "name the English file"))
    ours, theirs = _arabic(article), _english(english)
    sides = (
        _text(ours, [cues.arabic(text) for text in ours.texts], encoder),
        _text(theirs, [cues.english(text) for text in theirs.texts], encoder),
    )
    evidence = likeness(*sides)
    beads = moved.pair(*sides, evidence)
    if not _fits(beads, evidence, min(len(ours.texts), len(theirs.texts))):
        what = f"nothing in it is surely the English of {article.path}"
        raise ContentError(Problem(path, 0, what, "name the English of this article"))
    return _found(ours, theirs, beads, encoder, foreign)


def _fits(beads: Sequence[Bead], evidence: Likeness, sentences: int) -> bool:
    """Whether one text is a translation of the other: enough of it is surely linked."""
    sure = [bead for bead in beads if bead.linked and bead.confidence >= SURE]
    links = sum(len(bead.sources) for bead in sure)
    spoken = sum(between(evidence, bead.sources, bead.targets) for bead in sure)
    return links >= _FITTING * sentences and spoken >= _TOLD


def _arabic(article: Article) -> _Sentences:
    found = [(sentence, block.line) for block in article.blocks for sentence in block.sentences]
    located = [(sentence.plain, line) for sentence, line in found]
    sizes = [len(block.sentences) for block in article.blocks]
    return replace(_sentences(located, sizes), sentences=tuple(s for s, _ in found))


def _english(blocks: Sequence[Block]) -> _Sentences:
    pieces = [[piece.strip() for piece in english_sentences.split(b.text)] for b in blocks]
    located = [(text, b.line) for b, texts in zip(blocks, pieces, strict=True) for text in texts]
    return _sentences(located, [len(texts) for texts in pieces])


def _sentences(located: Sequence[tuple[str, int]], sizes: Sequence[int]) -> _Sentences:
    texts, lines = zip(*located, strict=True)
    return _Sentences(texts, lines, frozenset([0, *accumulate(sizes[:-1])]))


def _text(side: _Sentences, traits: Sequence[cues.Traits], encoder: Encoder | None) -> Text:
    return Text(traits, side.starts, encoder(side.texts) if encoder else ())


def _found(
    ours: _Sentences,
    theirs: _Sentences,
    beads: Sequence[Bead],
    encoder: Encoder | None,
    foreign: Sequence[Block],
) -> Match:
    proposals: list[Proposal] = []
    placed: set[int] = set()
    for bead in beads:
        arabic = [ours.texts[i] for i in bead.sources]
        english = [theirs.texts[j] for j in bead.targets]
        shares = _shares(arabic, english, bead.confidence, encoder)
        whole = " ".join(english)
        for i, share in zip(bead.sources, shares, strict=True):
            candidate = "" if share else whole
            sentence = ours.sentences[i]
            share = notes.put_back(share, sentence.text, sentence.notes)
            proposals.append(Proposal(sentence.text, ours.lines[i], share, candidate))
        placed.update(bead.targets if any(shares) else ())
    left = [*foreign, *_left(theirs, placed)]
    return Match(tuple(proposals), tuple(sorted(left, key=lambda block: block.line)))


def _left(side: _Sentences, placed: set[int]) -> Iterator[Block]:
    """The sentences that were put nowhere; neighbours in a paragraph are one block."""
    group: list[int] = []
    for place in range(len(side.texts) + 1):
        goes_on = group and place not in side.starts and place not in placed
        if group and (place == len(side.texts) or not goes_on):
            yield Block(" ".join(side.texts[n] for n in group), side.lines[group[0]])
            group = []
        if place < len(side.texts) and place not in placed:
            group.append(place)


def _shares(
    arabic: Sequence[str], english: Sequence[str], confidence: float, encoder: Encoder | None
) -> list[str]:
    """The English of each Arabic sentence of a bead, "" where it is not sure."""
    nothing = [""] * len(arabic)
    if not english or confidence < SURE:
        return nothing
    if len(arabic) == 1:
        return [" ".join(english)]
    if len(arabic) == 2:
        return list(divide(arabic, " ".join(english), encoder) or nothing)
    return nothing


# Where an English sentence can be divided, with how likely a translator joined two there.
_PLACES = (
    (re.compile(r"(?<=[.!?;:])\s+|(?<=[.!?;:][\"”’)])\s+|\s+(?=[—–]\s)|(?<=—)(?=\w)"), 1.0),
    (re.compile(r"(?<=,)\s+|(?<=,[”\"’])\s+"), 0.3),
    (re.compile(r"\s+(?=(?:and|but|or|so|then|while|which|who|because|although)\b)"), 0.2),
)


def divide(
    arabic: Sequence[str], english: str, encoder: Encoder | None = None
) -> tuple[str, str] | None:
    """The English of two Arabic sentences parted between them; None where that is not sure.

    It is parted at a mark of punctuation or before a conjunction; nothing but white space goes
    missing.
    """
    places: dict[tuple[int, int], float] = {}
    for pattern, share in _PLACES:
        for found in pattern.finditer(english):
            places.setdefault(found.span(), share)
    cuts = {(english[:start], english[end:]): share for (start, end), share in places.items()}
    cuts = {halves: share for halves, share in cuts.items() if all(halves)}
    if not cuts:
        return None
    found_ = zip(cuts, _scores(arabic, list(cuts), encoder), strict=True)
    scores = {halves: score + math.log(cuts[halves]) for halves, score in found_}
    best = max(scores, key=lambda halves: scores[halves])
    certain = 1 / sum(math.exp(score - scores[best]) for score in scores.values())
    return best if certain >= SURE else None


def _scores(
    arabic: Sequence[str], cuts: Sequence[tuple[str, str]], encoder: Encoder | None
) -> Iterator[float]:
    """The evidence for each way of parting the English between two Arabic sentences."""
    ours = Text([cues.arabic(text) for text in arabic], frozenset((0,)))
    pieces = [piece for cut in cuts for piece in cut]
    vectors = encoder([*arabic, *pieces]) if encoder else ()
    ours = replace(ours, vectors=vectors[:2])
    for n, cut in enumerate(cuts):
        halves = vectors[2 + 2 * n : 4 + 2 * n]
        theirs = Text([cues.english(piece) for piece in cut], frozenset((0,)), halves)
        evidence = likeness(ours, theirs)
        yield evidence(1, 0, 1, 0) + evidence(1, 1, 1, 1)
