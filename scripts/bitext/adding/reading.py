"""The paragraphs of a local file in English, each with its line, through the readers of `add`.

Where a reader does not know the line of a text (in HTML), it is found by the text's first words.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bitext.adding import charset, files, kinds
from bitext.adding.draft import Book, Draft
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
    chapters = found.chapters if isinstance(found, Book) else (found,)
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
    for text in _heads(draft):
        yield clean(text), _line(content, text, 0)[1]
    labels = {part.note for part in texts_in(draft.body) if part.note}
    at = 0
    for part in texts_in(draft.body):
        # So the English of a line of verse is written in a catalog.
        halves = " / ".join(filter(None, part.hemistichs))
        text, line = notes.without(halves or part.text, labels), part.line
        if content and not line:
            at, line = _line(content, text, at)
        yield text, line


def _heads(draft: Draft) -> Iterable[str]:
    return filter(None, (draft.given.get("title"), draft.given.get("subtitle")))


_BETWEEN = r"(?:[^\w<&]|<[^>]*>|&#?\w+;)+"
_FIRST = 4  # words by which a paragraph is found


def _line(content: str, text: str, start: int) -> tuple[int, int]:
    """Where a paragraph is found from a place on: the place behind its first words, its line."""
    words = [re.escape(word) for word in re.findall(r"\w+", text)[:_FIRST]]
    found = re.compile(rf"(?<!\w){_BETWEEN.join(words)}(?!\w)").search(content, start)
    if not words or found is None:
        return start, 0
    return found.end(), content.count("\n", 0, found.start()) + 1
