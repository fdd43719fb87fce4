"""What the paragraphs of a web page's article are in the page: headings, items, verse, notes.

An extractor finds which texts are the article, and loses what they are. Here the page itself is
read for that, before anything is taken from it.
"""

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from bitext.adding import footnotes, markup, notes, trees
from bitext.adding.gathering import Start
from bitext.adding.structure import Image, Part, cited, comparable
from bitext.article.model import Kind
from bitext.article.parts import Text


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
        places = self._places(paragraphs)
        found: list[Part] = []
        last: int | None = None
        for n, (text, place) in enumerate(zip(paragraphs, places, strict=True)):
            if place is None:
                following = next((p for p in places[n:] if p is not None), len(self.parts))
                found.append(self._like(text, last, following))
                continue
            if last is not None:
                found += self._between(last, place, taken)
            found.append(self.parts[place])
            last = place
        labels = cited(found, self.notes)
        return [*found, *(note for label in labels for note in self.notes[label])]

    def _places(self, paragraphs: Sequence[str]) -> list[int | None]:
        """Of each paragraph the part that it is."""
        here = [comparable(part.text) if isinstance(part, Text) else "" for part in self.parts]
        wanted = [comparable(text) or "-" for text in paragraphs]
        places: list[int | None] = [None] * len(paragraphs)
        matcher = SequenceMatcher(None, here, wanted, autojunk=False)
        for start, first, size in matcher.get_matching_blocks():
            for n in range(size):
                places[first + n] = start + n
        return places

    def _like(self, text: str, last: int | None, following: int) -> Text:
        """A paragraph that stands between these parts; what the part is that begins with it.

        Sites put links for editors into headings, which an extractor takes out.
        """
        begins = comparable(text)
        for part in self.parts[(-1 if last is None else last) + 1 : following]:
            if isinstance(part, Text) and part.level and comparable(part.text).startswith(begins):
                return Text(0, text, part.kind, part.level)
        return Text(0, text)

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


def of_page(tree: Any) -> Outline:
    """The outline of a page. In its tree, references to notes are then text, and notes are gone."""
    notes.resolve({"": tree})
    seen = copy.deepcopy(tree)
    footnotes.unmark(seen)
    footnotes.join_hemistichs(seen)
    parts = [part for part in markup.read(seen) if not isinstance(part, Start)]
    held: dict[str, list[Text]] = {}
    for part in parts:
        if isinstance(part, Text) and part.kind is Kind.NOTE:
            held.setdefault(part.note, []).append(part)
    for note in tree.xpath(f"//*[@{trees.NOTE}]"):
        note.drop_tree()
    return Outline([p for p in parts if not isinstance(p, Text) or p.kind is not Kind.NOTE], held)
