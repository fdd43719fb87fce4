"""What the paragraphs of a web page's article are in the page: headings, items, verse, notes.

An extractor finds which texts are the article, and loses what they are. Here the page itself is
read for that, before anything is taken from it.
"""

import copy
import functools
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bitext.adding import footnotes, markup, notes, trees
from bitext.adding.gathering import Start
from bitext.adding.structure import Image, Part, cited, comparable
from bitext.adding.web.positions import positions
from bitext.article.model import Kind
from bitext.article.parts import Text

# What no comparable text is, and what follows each in the order of characters.
_NOWHERE, _LAST = "-", "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Outline:
    """All of a page, in order, and its notes by their labels."""

    parts: Sequence[Part]
    notes: dict[str, list[Text]]

    def restored(self, paragraphs: Sequence[str], taken: Callable[[Image], bool]) -> list[Part]:
        """The parts of the page that these paragraphs are, the notes they refer to at the end.

        A paragraph that the page has nowhere as a whole stays one. Pictures and changes of scene
        that stand between two of them stay there. taken: whether a picture is; if not, its
        caption is none of the article's text.
        """
        here = [comparable(part.text) if isinstance(part, Text) else "" for part in self.parts]
        wanted = [comparable(text) for text in paragraphs]
        places = positions([text or _NOWHERE for text in wanted], here)
        ahead = _following(places, len(self.parts))
        found: list[Part] = []
        last: int | None = None
        heading: Callable[[str], Text | None] | None = None
        for n, (text, place) in enumerate(zip(paragraphs, places, strict=True)):
            if place is None:
                if heading is None:
                    heading = self._headings(here, range(0 if last is None else last + 1, ahead[n]))
                like = heading(wanted[n])
                found.append(Text(0, text, like.kind, like.level) if like else Text(0, text))
                continue
            if last is not None:
                found += self._between(last, place, taken)
            found.append(self.parts[place])
            last, heading = place, None
        labels = cited(found, self.notes)
        return [*found, *(note for label in labels for note in self.notes[label])]

    def _headings(self, here: Sequence[str], places: range) -> Callable[[str], Text | None]:
        """Finds the first of the headings that stand there which begins with a comparable text.

        Sites put links for editors into headings, which an extractor takes out.
        """
        texts = ((place, self.parts[place]) for place in places)
        headings = [(n, part) for n, part in texts if isinstance(part, Text) and part.level]
        ordered = sorted((here[place], n) for n, (place, _) in enumerate(headings))

        @functools.cache
        def first(begins: str) -> Text | None:
            start = bisect_left(ordered, (begins,))
            end = bisect_left(ordered, (begins + _LAST,), start)
            found = min((n for _, n in ordered[start:end]), default=None) if begins else None
            return None if found is None else headings[found][1]

        return first

    def _between(self, last: int, place: int, taken: Callable[[Image], bool]) -> Iterator[Part]:
        """The pictures, with their captions, and the changes of scene between two texts."""
        before: Part | None = None
        for part in self.parts[last + 1 : place]:
            captions = isinstance(part, Text) and part.kind is Kind.CAPTION
            if not isinstance(part, Text) or (
                captions and isinstance(before, Image) and taken(before)
            ):
                yield part
            before = part


def _following(places: Sequence[int | None], end: int) -> list[int]:
    """For each place the next one that is known, itself if it is; `end` where none follows."""
    ahead = [end]
    for place in reversed(places):
        ahead.append(ahead[-1] if place is None else place)
    return ahead[:0:-1]


def of_page(tree: Any) -> Outline:
    """The outline of a page. In its tree, references to notes are then text, and notes are gone."""
    notes.resolve({"": tree})
    seen = copy.deepcopy(tree)
    footnotes.drop_raised(seen)
    footnotes.join_hemistichs(seen)
    parts = [part for part in markup.read(seen) if not isinstance(part, Start)]
    held: dict[str, list[Text]] = {}
    for part in parts:
        if isinstance(part, Text) and part.kind is Kind.NOTE:
            held.setdefault(part.note, []).append(part)
    for note in tree.xpath(f"//*[@{trees.NOTE}]"):
        note.drop_tree()
    return Outline([p for p in parts if not isinstance(p, Text) or p.kind is not Kind.NOTE], held)
