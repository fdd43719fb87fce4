"""Telling lines that were broken by a width from lines that their writer ended.

Each block of lines is judged by its language (whether lines stop where sentences do, and what word
they end with) and by its shape (whether the next word would have fitted). A width alone says
little: where vowels were taken out after a text had been wrapped, lines are of all lengths.
Scores are logarithms of ratios of likelihoods, by what is usual in wrapped prose and in verse,
lists and whole paragraphs; tests/benchmarks/wrapped.py measures what comes of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from bitext.text import verse
from bitext.text.arabic import BASIC_LETTERS, DIGITS, fold, unmarked
from bitext.text.characters import STOPS, clean
from bitext.text.dangling import DANGLING

WIDTHS = range(28, 132)
"""Characters of the longest line of a text that was wrapped."""
_STOP = re.compile(rf"[{STOPS}][\"'»”’)\]}}﴾]*$")
_COLON = re.compile(r":$")
_INNER = re.compile(r"[.،؛,;!?؟:](?=\s)")
_CLOSING = re.compile(r"[،؛,;.:!؟?»”)\]]")
_SMALL = re.compile(r"[a-zà-öø-ÿ]")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]\S* (?![A-ZÀ-ÖØ-Þ])")
_MARKER = re.compile(
    rf"(?:[-–—•●▪◦○■*+·]\s|[-–—](?=\S)|[(\[]?[0-9{DIGITS}]{{1,3}}\s?[.)\]،:–—-]\s*\D"
    rf"|[(\[]?[{BASIC_LETTERS}]\s?[)\-–]\s)"
)
_BARE = re.compile(r"[\W_]+")
_OPEN = ("«»", "()", "“”", "[]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line. text: clean. indent: spaces before it. seen, full: its length and that of its first
    word, without marks and with them. hangs: whether it is set in below an item of a list, whose
    text it goes on with."""

    text: str
    indent: int
    seen: tuple[int, int]
    full: tuple[int, int]
    halved: bool
    hangs: bool = False

    @property
    def stops(self) -> bool:
        return _STOP.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class _Shape:
    """The shape of a text. width: of its lines. even: whether nearly all lines of it that are no
    end of a sentence end where the next word would not have fitted. spaced: whether blank lines or
    indents part its paragraphs. marks: whether vowel marks count among its characters, as to a
    program that wraps it they do."""

    width: float
    even: bool
    spaced: bool = True
    marks: bool = False

    @property
    def ending(self) -> float:
        """How full a line may be at most, if a sentence that ends in it ends a paragraph."""
        if self.even:
            return 0.92
        # Of the stops at the ends of lines most are paragraphs' own, if nothing else marks those.
        return 0.62 if self.spaced else 0.97

    def length(self, line: _Line) -> int:
        return line.full[0] if self.marks else line.seen[0]

    def fill(self, before: _Line, line: _Line) -> float:
        """How much of the width a line would take with the first word of the next; 1 is all."""
        first = line.full[1] if self.marks else line.seen[1]
        return (self.length(before) + 1 + first) / self.width


_Block = Sequence[_Line]
_FARTHEST, _HANGING = 8, 0.6
"""Spaces that the text of an item is set in, at most; how full a line is that goes on there."""
_LONGEST_BLOCK, _SHORT_BLOCK = 25, 8
"""Lines of a block, at most, that is likely one paragraph: on average, and of one alone."""


def paragraphs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The paragraphs of a text as ranges of its lines, without blank ones.

    lines: as they stand in the file. A range of more than one line is a paragraph that only a
    width has broken.
    """
    seen = _hanging([_line(line) for line in lines])
    blocks = [each for one in _blocks(seen) for each in _indented(seen, *one)]
    shape = _shape([seen[first:last] for first, last in blocks])
    ranges = [each for one in blocks for each in _ended(seen, *one, shape)]
    scores = [_score(seen[first:last], shape) for first, last in ranges]
    several = [s for s, (first, last) in zip(scores, ranges, strict=True) if last - first > 1]
    prior = max(-4.0, min(4.0, sum(max(-2.0, min(6.0, score)) for score in several) / 2))
    found: list[tuple[int, int]] = []
    for (first, last), score in zip(ranges, scores, strict=True):
        start = first
        for at in range(first + 1, last):
            hangs = seen[at].hangs and shape.fill(seen[at - 1], seen[at]) > _HANGING
            if not hangs and not _joined(seen[at - 1], seen[at], shape, score + prior > 0):
                found.append((start, at))
                start = at
        found.append((start, last))
    return found


def broken_at(lines: Sequence[str]) -> int:
    """The 1-based number of the first line that goes on in the next, in a text that is wrapped.

    0 where it is not: most of its paragraphs would have to be of several lines.
    """
    lengths = [len(line) for line in lines if line.strip()]
    if sum(length < WIDTHS.stop for length in lengths) * 2 <= len(lengths) or _all_end(lines):
        return 0  # as nearly every seed is
    found = paragraphs(lines)
    several = [(first, last) for first, last in found if last - first > 1]
    joined = sum(last - first for first, last in several)
    return several[0][0] + 1 if joined * 2 > sum(last - first for first, last in found) else 0


def _all_end(lines: Sequence[str]) -> bool:
    """Whether no line is set in or begins as if it went on, and each before another ends a
    sentence. That weighs more than any right edge, so `paragraphs` joins none of them."""
    texts = [clean(line) for line in lines]
    if any(line[:1].isspace() for line in lines):
        return False
    if any(_SMALL.match(text) or _CLOSING.match(text) for text in texts):
        return False
    return all(_STOP.search(text) for text, after in pairwise(texts) if text and after)


def _line(line: str) -> _Line:
    spaced = line.expandtabs().rstrip()
    text, bare = clean(spaced), spaced.strip()
    word = text.split(" ", 1)[0]
    seen = len(unmarked(bare)), len(unmarked(word))
    indent = len(spaced) - len(spaced.lstrip())
    return _Line(text, indent, seen, (len(bare), len(word)), bool(verse.halves(line)))


def _hanging(lines: Sequence[_Line]) -> list[_Line]:
    """The lines, with `hangs` set for those below an item that are as far in as its text, about."""
    found: list[_Line] = []
    item: _Line | None = None
    for line in lines:
        if not line.text or _MARKER.match(line.text):
            item = line if line.text else None
        elif item and 2 <= line.indent - item.indent <= _FARTHEST:
            line = replace(line, hangs=True)
        else:
            item = None
        found.append(line)
    return found


def _blocks(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """The runs of lines that no blank one interrupts."""
    found: list[tuple[int, int]] = []
    start = 0
    for n in range(len(lines) + 1):
        if n == len(lines) or not lines[n].text:
            if n > start:
                found.append((start, n))
            start = n + 1
    return found


def _indented(lines: Sequence[_Line], first: int, last: int) -> list[tuple[int, int]]:
    """A block divided where an indent, or the lack of one, marks a paragraph's first line."""
    margin = min(line.indent for line in lines[first:last])
    deep = [n for n in range(first, last) if lines[n].indent >= margin + 2 and not lines[n].hangs]
    heads = deep if len(deep) * 5 <= (last - first) * 3 else []
    if len(deep) * 5 > (last - first) * 3 and len(deep) < last - first:
        heads = [n for n in range(first, last) if n not in deep]
    cuts = [first, *(n for n in heads if n > first), last]
    return list(pairwise(cuts))


def _ended(lines: Sequence[_Line], first: int, last: int, shape: _Shape) -> list[tuple[int, int]]:
    """A block divided where a sentence ends in a line that would have held more."""
    cuts = [
        n
        for n in range(first + 1, last)
        if lines[n - 1].stops and shape.fill(lines[n - 1], lines[n]) < shape.ending
    ]
    return list(pairwise([first, *cuts, last]))


def _shape(blocks: Sequence[_Block]) -> _Shape:
    """The shape of a text of these blocks."""
    several = [block for block in blocks if len(block) > 1]
    shapes = [_measured(several, marks) for marks in (False, True)]
    return next((shape for shape in shapes if shape.even), shapes[0])


def _measured(blocks: Sequence[_Block], marks: bool) -> _Shape:
    """The shape of a text by one measure of its lines."""
    lines = sum(map(len, blocks))
    spaced = lines <= _LONGEST_BLOCK * len(blocks) if len(blocks) > 1 else lines <= _SHORT_BLOCK
    shape = _Shape(WIDTHS.stop, even=False, spaced=spaced, marks=marks)
    lengths = sorted(shape.length(line) for block in blocks for line in block)
    lengths = [length for length in lengths if length in WIDTHS]
    if not lengths:
        return shape
    shape = replace(shape, width=lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)])
    usual = [b for b in blocks if median(map(shape.length, b)) >= shape.width * 0.7]
    breaks = [pair for block in usual for pair in pairwise(block) if not pair[0].stops]
    # The first line of all may be a title.
    breaks = [pair for pair in breaks if pair[0] is not blocks[0][0]]
    tight = sum(shape.fill(before, line) > 1 for before, line in breaks)
    return replace(shape, even=tight * 100 >= len(breaks) * 85 > 0)


def _score(block: _Block, shape: _Shape) -> float:
    """How much likelier it is that a width has broken a block than that its writer has."""
    breaks = list(pairwise(block))
    if not breaks:
        return 0.0
    longest = max(shape.length(line) for line in block)
    if longest > WIDTHS.stop or sum(line.halved for line in block) * 2 >= len(block):
        return -9.0
    edge = _edge(breaks, shape)
    words = [_language(before, line) for before, line in breaks]
    inside = sum(bool(_INNER.search(line.text)) for line in block)
    verses = edge + sum(words) + _length(median(line.seen[0] for line in block[:-1]))
    verses += 1.2 * inside - 0.5 * (len(block) - inside)
    verses -= 4.0 if verse.rhymed([line.text for line in block]) else 0.0
    # Paragraphs that are a line each end in stops, but for headings.
    stops = sum(before.stops for before, _ in breaks)
    whole = edge + sum(max(word, 1.5) for word in words if word > -1.0) - 2.2 * stops
    return min(verses, whole)


_LENGTHS = ((24, -4.0), (34, -2.0), (44, -0.5), (58, 0.5), (100, 1.5), (125, 0.5))


def _length(usual: float) -> float:
    """What the usual length of lines says: verse and lists have short ones."""
    return next((score for most, score in _LENGTHS if usual <= most), -4.0)


def _edge(breaks: Sequence[tuple[_Line, _Line]], shape: _Shape) -> float:
    """What the right edge says: even, as a program leaves it; or uneven, as it is in the end."""
    fills = [shape.fill(before, line) for before, line in breaks]
    tight = sum(fill > 1 for fill in fills)
    even = 0.9 * tight - 2.5 * (len(breaks) - tight)
    uneven = -0.5 - sum(1.2 for fill in fills if fill < 0.62) - sum(1.5 for f in fills if f < 0.45)
    return max(even, uneven)


def _language(before: _Line, line: _Line) -> float:
    """What the words around a line end say."""
    if _MARKER.match(line.text):
        return -2.5
    if _SMALL.match(line.text) or _CLOSING.match(line.text):
        return 2.5
    capital = -0.6 if _CAPITAL.match(line.text) else 0.0
    if before.stops:
        return -2.2 + capital
    if _COLON.search(before.text):
        return -1.0 + capital
    last = fold(_BARE.sub("", before.text.rsplit(" ", 1)[-1]))
    if last in DANGLING and before.text[-1].isalpha():
        return 2.3
    if any(before.text.count(pair[0]) > before.text.count(pair[1]) for pair in _OPEN):
        return 0.9 + capital
    return 0.25 + capital


def _joined(before: _Line, line: _Line, shape: _Shape, wrapped: bool) -> bool:
    """Whether a line goes on with the paragraph of the one before, in a block that is wrapped."""
    if _MARKER.match(line.text) or before.halved or line.halved:
        return False
    if verse.is_rule(before.text) or verse.is_rule(line.text):
        return False
    if _SMALL.match(line.text) and not before.stops and before.text.count(" ") > 1:
        return True
    fill = shape.fill(before, line)
    if before.stops or _COLON.search(before.text):
        return wrapped and fill >= shape.ending
    return wrapped and (fill >= (0.88 if shape.even else 0.4) or _language(before, line) > 2)
