"""Which part of a seed is its title."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bitext.article.model import Kind
from bitext.article.parts import Part, Text
from bitext.project.errors import ContentError, Problem, shortened


@dataclass(frozen=True, slots=True)
class Titled:
    """The title, and the parts that follow.

    apart: whether the title is the front matter's alone. warnings: what is odd about it.
    """

    title: Text
    parts: tuple[Part, ...]
    apart: bool
    warnings: tuple[Problem, ...] = ()


def find(parts: Sequence[Part], given: Text | None, path: str) -> Titled:
    """The title of a seed: its first heading of level 1, or `given` in the front matter, or else
    its first block.

    Raises ContentError where two titles are given, or none can be found.
    """
    texts = [part for part in parts if isinstance(part, Text)]
    first = next((text for text in texts if text.kind is not Kind.CAPTION and not text.note), None)
    heads = [text for text in texts if text.kind is Kind.HEADING and text.level == 1]
    named = first if first in heads[:1] else None
    if given and named and given.text != named.text:
        what = f"two titles: {shortened(given.text)} in the front matter, {shortened(named.text)}"
        remedy = "keep one of them, or write ## before the second"
        raise ContentError(Problem(path, named.line, what, remedy))
    title = named or given or first
    if title is None:
        raise ContentError(Problem(path, 0, "no title", "write one at the top: # and the title"))
    apart = title is given
    rest = tuple(parts) if apart else _without(parts, title)
    others = [head for head in heads if head is not named]
    warnings = [*_odd(title, apart, path), *_lowered(others, path)]
    head = Text(title.line, title.text, label=title.label, spelled=title.spelled)
    return Titled(head, rest, apart, tuple(warnings))


def _without(parts: Sequence[Part], title: Text) -> tuple[Part, ...]:
    """The parts without the title; what continued a stanza, item or quotation after it now begins
    one.
    """
    place = next(n for n, part in enumerate(parts) if part is title)
    following = list(parts[place + 1 :])
    if following and isinstance(following[0], Text) and not following[0].begins:
        following[0] = replace(following[0], begins=True)
    return (*parts[:place], *following)


def _odd(title: Text, apart: bool, path: str) -> list[Problem]:
    if apart or title.kind in (Kind.HEADING, Kind.PARAGRAPH):
        return []
    what = f"the title is taken from a text that is none ({title.kind}): {shortened(title.text)}"
    remedy = "write # and the title above it"
    return [Problem(path, title.line, what, remedy, warning=True)]


def _lowered(heads: Sequence[Text], path: str) -> list[Problem]:
    if not heads:
        return []
    what = f"# is for the title; shown as ##: {shortened(heads[0].text)}"
    what += f" and {len(heads) - 1} more" if len(heads) > 1 else ""
    return [Problem(path, heads[0].line, what, "write ## before headings", warning=True)]
