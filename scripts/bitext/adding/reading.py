"""The paragraphs of a local file in English, each with its line, through the readers of `add`.

Where a reader does not know the line of a text (in HTML), it is found by the text's first words.
"""

import bisect
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bitext.adding import charset, files, kinds
from bitext.adding.draft import BookDraft, Draft
from bitext.adding.structure import texts_in
from bitext.project.errors import ContentError, Problem
from bitext.text import notes
from bitext.text.characters import clean, wordless

Located = tuple[str, int]
"""A paragraph, clean, and its 1-based line; 0 where that is not known."""


def english(path: Path, shown: str) -> list[Located]:
    """The paragraphs of a file of any kind of `kinds.KINDS`, title first, none without words.

    shown: the file as messages name it. References to notes are left out, for `import` puts them
    where the Arabic has them; the notes follow at the end. Raises UsageError for a file of another
    kind, ContentError for one with no text in it.
    """
    found = files.read(path, shown, charset.decode_english)
    chapters = found.chapters if isinstance(found, BookDraft) else (found,)
    data, content = path.read_bytes(), ""
    if kinds.of_bytes(data, kinds.of_name(path.name)) in kinds.WRITTEN:
        content = charset.decode_english(data, shown)
    texts = [each for chapter in chapters for each in _located(chapter, content)]
    texts = [each for each in texts if not wordless(each[0])]
    if not texts:
        raise ContentError(Problem(shown, 0, "no text in it", "write the article's English in it"))
    return texts


def _located(draft: Draft, content: str) -> Iterator[Located]:
    """The title, the subtitle and the texts of a draft, with their lines in the file."""
    words = _Words(content)
    for text in _heads(draft):
        yield clean(text), words.line(text, 0)[1]
    labels = {part.note for part in texts_in(draft.body) if part.note}
    at = 0
    for part in texts_in(draft.body):
        # So the English of a line of verse is written in a catalog.
        halves = " / ".join(filter(None, part.hemistichs))
        text, line = notes.without(halves or part.text, labels), part.line
        if content and not line:
            at, line = words.line(text, at)
        yield text, line


def _heads(draft: Draft) -> Iterable[str]:
    return filter(None, (draft.given.get("title"), draft.given.get("subtitle")))


_FIRST = 4  # words by which a paragraph is found
_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>|&#?\w+;", re.DOTALL)
# What a word may have in it: its first letter is often set apart.
_WITHIN = re.compile(
    r"</?(?:span|[abiusq]|em|strong|small|font|sup|sub|mark|bdi)(?:\s[^<>]*)?>", re.I
)


class _Words:
    """The words of a file, without its markup, and where each stands.

    A text is looked up by its first words, so that finding all texts of a file takes linear time.
    """

    def __init__(self, content: str) -> None:
        self.lines: list[int] = []
        self.words: list[str] = []
        for number, line in enumerate(_MARKUP.sub(_bare, content).split("\n"), 1):
            found = re.findall(r"\w+", line)
            self.words += found
            self.lines += [number] * len(found)
        self.places: dict[tuple[str, ...], list[int]] = {}
        for length in range(1, _FIRST + 1):
            for place in range(len(self.words) - length + 1):
                words = tuple(self.words[place : place + length])
                self.places.setdefault(words, []).append(place)

    def line(self, text: str, start: int) -> tuple[int, int]:
        """Look a text up from the word `start` on: the place behind its first words, and its line.

        Where it is not found, `start` and 0.
        """
        first = tuple(re.findall(r"\w+", text)[:_FIRST])
        places = self.places.get(first, [])
        found = bisect.bisect_left(places, start)
        if found == len(places):
            return start, 0
        return places[found] + len(first), self.lines[places[found]]


def _bare(markup: re.Match[str]) -> str:
    """The text that a piece of markup stands for, with as many line ends as the markup has."""
    if markup[0].startswith("&"):
        said = html.unescape(markup[0])
        return " " if said.isspace() else said
    return "\n" * markup[0].count("\n") or ("" if _WITHIN.fullmatch(markup[0]) else " ")
