"""An article and an English text of it: which English belongs to which sentence.

Paragraphs must correspond one to one; within a pair of them `align` finds the sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from bitext.alignment import align, cues
from bitext.alignment.align import SURE, Bead
from bitext.article.seed import Article, Paragraph
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import decode
from bitext.text import english_sentences
from bitext.text.characters import clean, language


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the English text, clean, and its 1-based line."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """The English found for one Arabic sentence ("" if none), and where the sentence stands.

    doubt: why a person should look at it, as a note to the translator; "" when it is sure.
    """

    arabic: str
    line: int
    english: str
    doubt: str = ""


_CHECK = "is this the English of this sentence?"
_DIVIDED = "one English sentence for two, divided by guess"
_AHEAD = "it is the English of the next sentence, too"
_BEHIND = "its English stands with the sentence before"
_EXTRA = "some of this English answers to no sentence"
TWICE = "the sentence comes again, as: "


def read(data: bytes, path: str, article: Article) -> list[tuple[Paragraph, Block]]:
    """The article's paragraphs, each with its English in the bytes of a text file.

    The text is title, subtitle if there is one, and body. Title and subtitle may both be left
    out when the seed's front matter has the title. A paragraph is a line, or several lines between
    blank ones: whichever gives a number nearer to the article's, lines if both do; but where there
    are blank lines, and a line after another begins with a small letter, the text is wrapped.
    Raises ContentError, with the places where the paragraphs do not correspond.
    """
    text = decode(data, path)
    if not clean(text):
        raise ContentError(Problem(path, 0, "no text in it", "write the article's English in it"))
    if language(text) == "ar":
        raise ContentError(Problem(path, 0, "Arabic, not English", "name the English file"))
    lines = [Block(clean(line), n) for n, line in enumerate(text.split("\n"), 1)]
    readings = [_joined(lines)]
    wrapped = any(line.text[:1].islower() and before.text for before, line in pairwise(lines))
    if not wrapped or len(readings[0]) == 1:
        readings.insert(0, [line for line in lines if line.text])
    wanted = article.paragraphs
    blocks = min(readings, key=lambda reading: abs(len(reading) - len(wanted)))
    if len(blocks) == len(wanted):
        return list(zip(wanted, blocks, strict=True))
    for reading in readings:
        if article.title.number == 0 and len(reading) == len(article.body):
            return list(zip(article.body, reading, strict=True))
    raise ContentError(*_misfits(article, blocks, path))


def _joined(lines: Sequence[Block]) -> list[Block]:
    """Runs of lines without a blank one between them, each as one paragraph."""
    runs = groupby(lines, key=lambda line: bool(line.text))
    groups = [list(run) for filled, run in runs if filled]
    return [Block(" ".join(line.text for line in group), group[0].line) for group in groups]


def _misfits(article: Article, blocks: Sequence[Block], path: str) -> Iterator[Problem]:
    """Where the paragraphs of the two texts do not correspond, by their likeliest alignment."""
    counts = f"{len(blocks)} paragraph(s), where {article.path} has {len(article.paragraphs)}"
    yield Problem(path, 0, counts, "mend the places that follow")
    for bead in _paragraph_beads(article.paragraphs, blocks):
        ours = [article.paragraphs[i] for i in bead.sources]
        theirs = [blocks[j] for j in bead.targets]
        if len(ours) == len(theirs):
            continue
        there = f"{article.path}, {_lines([p.line for p in ours])}"
        here = _lines([block.line for block in theirs])
        if not theirs:
            before = blocks[bead.targets.start - 1].line if bead.targets.start else 0
            what = f"the paragraph of {there} has no English after this line"
            yield Problem(path, before or 1, what, "add it here")
        elif not ours:
            what = f"{shortened(theirs[0].text)} is in no paragraph of {article.path}"
            yield Problem(path, theirs[0].line, what, "join it to a neighbour, or remove it")
        else:
            verb = "answers" if len(theirs) == 1 else "answer"
            what = f"{here} {verb} to {there}"
            remedy = "part it" if len(ours) > len(theirs) else "join them into one paragraph"
            yield Problem(path, theirs[0].line, what, remedy)


def _lines(numbers: Sequence[int]) -> str:
    """`line 3`, or `lines 3 and 4`."""
    noun = "line" if len(numbers) == 1 else "lines"
    return f"{noun} {' and '.join(map(str, numbers))}"


def _paragraph_beads(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> list[Bead]:
    ours = [cues.arabic(paragraph.text) for paragraph in paragraphs]
    return align.align(ours, [cues.english(block.text) for block in blocks])


def propose(matched: Sequence[tuple[Paragraph, Block]]) -> list[Proposal]:
    """The English of each sentence, in reading order.

    A bead of one Arabic sentence has all its English. Of two with one English sentence, that is
    divided at a mark of punctuation or a conjunction about where the Arabic is; where there is
    none, the first has the whole and the second nothing. English that translates no sentence is
    joined to that of the one before it (the first, if there is none). None of the English is lost.
    """
    paragraphs, blocks = [ours for ours, _ in matched], [theirs for _, theirs in matched]
    # Where a translator joined two paragraphs and divided another, the counts are equal, but the
    # paragraphs between belong to their neighbours.
    trusted = {
        bead.sources.start
        for bead in _paragraph_beads(paragraphs, blocks)
        if bead.sources == bead.targets and len(bead.sources) == 1 and bead.confidence > 0.5
    }
    ours = [[cues.arabic(sentence.text) for sentence in p.sentences] for p in paragraphs]
    theirs = [[piece.strip() for piece in english_sentences.split(block.text)] for block in blocks]
    traits = [[cues.english(piece) for piece in pieces] for pieces in theirs]
    growth = align.ratio(list(chain(*ours)), list(chain(*traits)))
    proposals: list[Proposal] = []
    for n, (paragraph, pieces) in enumerate(zip(paragraphs, theirs, strict=True)):
        beads = align.align(ours[n], traits[n], growth)
        proposals += _within(paragraph, pieces, beads, n in trusted)
    return proposals


def _within(
    paragraph: Paragraph, pieces: Sequence[str], beads: Sequence[Bead], trusted: bool
) -> list[Proposal]:
    """The proposals of one paragraph. trusted: whether `pieces` is surely its English."""
    proposals: list[Proposal] = []
    waiting: list[str] = []  # English before the first sentence
    for bead in beads:
        texts = [pieces[j] for j in bead.targets]
        if not len(bead.sources):
            if proposals:
                proposals[-1] = _with_extra(proposals[-1], [proposals[-1].english, *texts])
            else:
                waiting += texts
            continue
        arabic = [paragraph.sentences[i].text for i in bead.sources]
        sure = trusted and bead.confidence >= SURE
        new = [
            Proposal(source, paragraph.line, text, doubt)
            for source, (text, doubt) in zip(arabic, _share(arabic, texts, sure), strict=True)
        ]
        if waiting:
            new[0] = _with_extra(new[0], [*waiting, new[0].english])
            waiting = []
        proposals += new
    return proposals


def _with_extra(proposal: Proposal, texts: Sequence[str]) -> Proposal:
    text = " ".join(filter(None, texts))
    return Proposal(proposal.arabic, proposal.line, text, _EXTRA)


def _share(arabic: Sequence[str], texts: Sequence[str], sure: bool) -> Sequence[tuple[str, str]]:
    """The English and the doubt of each Arabic sentence of one bead."""
    if not texts:
        return [("", "")] * len(arabic)
    if len(arabic) == 1:
        return [(" ".join(texts), "" if sure else _CHECK)]
    if len(texts) == len(arabic):
        return [(text, _CHECK) for text in texts]
    whole = " ".join(texts)
    parts = divide(whole, len(arabic[0]) / (len(arabic[0]) + len(arabic[1])))
    if parts:
        return [(part, _DIVIDED) for part in parts]
    return [(whole, _AHEAD), ("", _BEHIND)]


# Where an English sentence can be divided, the best places first, and how far off, as a share of
# the whole, a place may be for its rank.
_PLACES = (
    (re.compile(r"(?:(?<=[.!?;:])|(?<=[.!?;:][\"”’)]))\s+|\s+(?=[—–]\s)|(?<=—)(?=\w)"), 0.2),
    (re.compile(r"(?<=,)\s+|(?<=,[”\"’])\s+"), 0.15),
    (re.compile(r"\s+(?=(?:and|but|or|so|then|while|which|who|because|although)\b)"), 0.1),
)


def divide(text: str, share: float) -> tuple[str, str] | None:
    """An English sentence divided in two, the first with about this share of its characters.

    None where there is no good place to divide it. Only white space is dropped between the two.
    """
    for place, slack in _PLACES:
        cuts = [match.span() for match in place.finditer(text)]
        near = min(cuts, key=lambda cut: abs(cut[0] / len(text) - share), default=None)
        if near and abs(near[0] / len(text) - share) <= slack:
            return text[: near[0]], text[near[1] :]
    return None
