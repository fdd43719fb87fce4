"""The notes of a seed: the order that references give them, and what is wrong with either."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bitext.article.inlines import Inline
from bitext.article.parts import Part, Text
from bitext.project.errors import Problem
from bitext.text.notes import references


def order(parts: Sequence[Part], there: Iterable[str]) -> tuple[str, ...]:
    """The labels of the notes that are there: in the order of the first references to them.

    Notes that only notes refer to follow, and those that nothing refers to.
    """
    labels, found = dict.fromkeys(there), dict[str, None]()
    texts: dict[str, list[Text]] = defaultdict(list)  # by the note that they are of, "" of none
    for part in parts:
        if isinstance(part, Text):
            texts[part.note].append(part)
    waiting = texts[""]
    while waiting:
        cited = (label for text in waiting for label in references(text.text, labels))
        fresh = [label for label in dict.fromkeys(cited) if label not in found]
        found |= dict.fromkeys(fresh)
        waiting = [text for label in fresh for text in texts[label]]
    return tuple(found | labels)


def at_end(parts: Iterable[Part], labels: Iterable[str]) -> Iterator[Part]:
    """The parts with the notes at their end, in the order of these labels."""
    notes: dict[str, list[Part]] = {label: [] for label in labels}
    for part in parts:
        if isinstance(part, Text) and part.note:
            notes[part.note].append(part)
        else:
            yield part
    for note in notes.values():
        yield from note


def problems(found: Iterable[Inline], there: Mapping[str, int], path: str) -> Iterator[Problem]:
    """What is wrong with references and notes. there: the labels of the notes, and their lines."""
    cited = set[str]()
    for inline in found:
        for label, line in inline.references:
            cited.add(label)
            if label not in there:
                remedy = rf"write it, [^{label}]: …; or \[^{label}] where it is meant as text"
                yield Problem(path, line, f"no note [^{label}]", remedy)
        for label, line in inline.literal:
            if label in there:
                what = f"[^{label}] as text cannot be told from the note of that label"
                yield Problem(path, line, what, "give the note another label")
    for label, line in there.items():
        if label not in cited:
            what, remedy = f"nothing refers to the note [^{label}]", "refer to it, or delete it"
            yield Problem(path, line, what, remedy, warning=True)
