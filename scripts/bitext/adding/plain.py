"""Reading plain text: its paragraphs, whole again where a width has broken them; verse, rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bitext.adding import footnotes
from bitext.adding.draft import Draft
from bitext.adding.structure import Part, texts_in
from bitext.adding.tidying import tidied
from bitext.article.model import Break, Kind
from bitext.article.parts import Text
from bitext.text import verse, wrapped
from bitext.text.characters import clean

_SHOWN = 5
"""Numbers of footnotes that a remark shows."""


def read(content: str, before: int = 0, titled: bool = False) -> Draft:
    """The article in a text.

    A paragraph is a line, or lines that only a width has broken. Lines that stand together and
    have two halves each, a wide gap between them, are verse. A line of signs is a change of scene.
    before: the lines of the file above the text. titled: whether the title is known.
    """
    lines = content.split("\n")
    found = [replace(part, line=part.line + before) for part in _parts(lines)]
    return without_numbers(Draft({}, tidied(found, titled)))


def _parts(lines: Sequence[str]) -> Iterator[Text | Break]:
    ranges = wrapped.paragraphs(lines)
    halves = [verse.halves(lines[first]) if last - first == 1 else () for first, last in ranges]
    for n, (first, last) in enumerate(ranges):
        text = clean(" ".join(lines[first:last]))
        beside = [pair for pair in (halves[n - 1 : n] + halves[n + 1 : n + 2]) if pair]
        if halves[n] and beside:
            apart = n == 0 or not halves[n - 1] or first > ranges[n - 1][1]
            whole = " ".join(halves[n])
            yield Text(first + 1, whole, Kind.VERSE, begins=apart, hemistichs=halves[n])
        elif verse.is_rule(text):
            yield Break(first + 1)
        elif text:
            yield Text(first + 1, text)


def without_numbers(draft: Draft, raised: Sequence[str] = ()) -> Draft:
    """The draft without footnotes' numbers typed into its paragraphs, and with a remark on them.

    raised: numbers that markup told, each with its word, and that are gone already. A draft whose
    notes are known is left as it is.
    """
    if any(text.kind is Kind.NOTE for text in texts_in(draft.body)):
        return draft
    plain = {n: part for n, part in enumerate(draft.body) if isinstance(part, Text)}
    plain = {n: part for n, part in plain.items() if not part.hemistichs}
    cleaned, typed = footnotes.without_numbers([part.text for part in plain.values()])
    numbers = [*raised, *typed]
    if not numbers:
        return draft
    body: list[Part] = list(draft.body)
    for (n, part), text in zip(plain.items(), cleaned, strict=True):
        body[n] = replace(part, text=text, label=part.label * text.startswith(part.label))
    remark = f"{len(numbers)} footnote mark(s) taken off: {'، '.join(numbers[:_SHOWN])}"
    kept = tuple(part for part in body if not isinstance(part, Text) or part.text)
    return replace(draft, body=kept, remarks=(*draft.remarks, remark))
