"""The parts of a seed as numbered blocks of numbered sentences."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from bitext.article.model import LEVELS, Block, Break, Kind, Picture, Sentence
from bitext.article.parts import Part, Text
from bitext.text import notes, sentence_habits, sentences
from bitext.text.sentence_habits import Habit


def block(
    text: Text,
    number: int,
    labels: Collection[str] = (),
    first: int = 1,
    habit: Habit = sentence_habits.NONE,
) -> Block:
    """A block of this number; its sentences count from `first`.

    labels: of the notes it may refer to. habit: how the article's writer uses stops.
    """
    found, at = [], 0
    for m, (sentence, gap) in enumerate(_cut(text, labels, habit), first):
        referred = notes.references(sentence, labels) if labels else ()
        spelled = ""
        if text.spelled:
            at = text.text.index(sentence, at)
            spelled = text.spelled[at : at + len(sentence)]
            at += len(sentence)
        found.append(Sentence(f"p{number}s{m}", sentence, gap, referred, spelled))
    level = min(max(text.level, LEVELS[0]), LEVELS[1]) if text.kind is Kind.HEADING else 0
    return Block(
        number=number,
        line=text.line,
        sentences=tuple(found),
        kind=text.kind,
        level=level,
        place=text.place,
        quoted=text.quoted,
        begins=text.begins,
        label=text.label,
        hemistichs=text.hemistichs,
        note=text.note,
    )


def body(
    parts: Iterable[Part],
    number: int,
    labels: Collection[str] = (),
    habit: Habit = sentence_habits.NONE,
) -> Iterator[Block | Break | Picture]:
    """What follows the title, which has this number.

    The alternative text of a picture is `p<n>alt`, where `n` is the number of the block before the
    picture; of the second one after the same block, `p<n>alt2`.
    """
    pictures = 0
    for part in parts:
        if isinstance(part, Text):
            number, pictures = number + 1, 0
            yield block(part, number, labels, habit=habit)
        elif isinstance(part, Break):
            yield part
        else:
            pictures += 1
            key = f"p{number}alt{pictures if pictures > 1 else ''}"
            said = Sentence(key, part.alternative, "") if part.alternative else None
            yield Picture(part.line, part.address, said, part.captioned)


def _cut(text: Text, labels: Collection[str], habit: Habit) -> Iterable[tuple[str, str]]:
    """The sentences of a text, each with what stands before the next.

    The splitter does not see references to notes; one between two sentences goes with the first.
    """
    if labels and "[^" in text.text:
        return _cut_around_references(text, labels, habit)
    pieces = _pieces(text.text, text, habit)
    last = len(pieces) - 1
    return [
        (piece.strip(), "" if n == last else piece[len(piece.rstrip()) :])
        for n, piece in enumerate(pieces)
    ]


def _cut_around_references(
    text: Text, labels: Collection[str], habit: Habit
) -> Iterator[tuple[str, str]]:
    bare, places = _bare(text.text, labels)
    pieces = _pieces(bare, text, habit)
    start = at = 0
    for n, piece in enumerate(pieces):
        # Up to this place of the bare text, and all of it that is left if it is the last piece.
        end = len(bare) if n == len(pieces) - 1 else at + len(piece.rstrip())
        at += len(piece)
        stop = end + sum(length for place, length in places if place <= end)
        yield text.text[start:stop].strip(), piece[len(piece.rstrip()) :] if at < len(bare) else ""
        start = stop


def _pieces(bare: str, text: Text, habit: Habit) -> Sequence[str]:
    """The sentences of a text, which without references is `bare`; the label is part of the first,
    and verse, or what has nothing but references, is one.
    """
    if text.kind is Kind.VERSE or not bare.strip():
        return [bare]
    label = text.label
    if not label or not (rest := bare[len(label) :].lstrip()):
        return sentences.split(bare, habit)
    first, *others = sentences.split(rest, habit)
    return [bare[: len(bare) - len(rest)] + first, *others]


def _bare(text: str, labels: Collection[str]) -> tuple[str, list[tuple[int, int]]]:
    """A text without references; the place in it where each stood, and how long it was."""
    bare, places, end = "", [], 0
    for piece, label in notes.pieces(text, labels):
        bare += piece
        end += len(piece)
        if label:
            after = text.index("]", text.index(f"[^{label}]", end)) + 1
            places.append((len(bare), after - end))
            end = after
    return bare, places
