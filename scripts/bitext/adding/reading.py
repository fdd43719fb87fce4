"""The paragraphs of a local file in English, each with its line, through the readers of `add`.

Where a file is Markdown or HTML, a paragraph's line is found by its first words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bitext.adding import charset, extract
from bitext.adding.add import HTML, MARKDOWN, TEXT
from bitext.article import seed
from bitext.project.errors import ContentError, Problem, UsageError
from bitext.text.characters import clean, wordless

Located = tuple[str, int]
"""A paragraph, clean, and its 1-based line; 0 where that is not known."""


def english(path: Path, shown: str) -> list[Located]:
    """The paragraphs of a text, Markdown or HTML file, title first, none without words.

    shown: the file as messages name it. A text that begins with front matter is read as a seed is.
    Raises UsageError for a file of another kind, ContentError for one with no text in it.
    """
    kind = path.suffix.lower()
    if kind not in (*TEXT, *MARKDOWN, *HTML):
        raise UsageError(f"{shown} is not text, Markdown or HTML; save it as one of these (.txt)")
    try:
        content = charset.decode_english(path.read_bytes(), shown)
    except OSError as error:
        raise UsageError(f"{shown} cannot be read ({error.strerror})") from error
    found = [each for each in _read(content, kind, shown) if not wordless(each[0])]
    if not found:
        raise ContentError(Problem(shown, 0, "no text in it", "write the article's English in it"))
    return found


def _read(content: str, kind: str, shown: str) -> Iterable[Located]:
    if kind in HTML:
        return _located(extract.from_html(content), content)
    if kind in MARKDOWN:
        return _located(extract.from_markdown(content, shown), content)
    if content.split("\n", 1)[0].rstrip() == "---" and clean(content.replace("-", "")):
        article = seed.parse(content.encode(), "new", shown)
        return [(block.text, block.line) for block in article.blocks]
    return _of_lines([clean(line) for line in content.split("\n")])


# --- Plain text -----------------------------------------------------------------------------


def _of_lines(lines: Sequence[str]) -> Iterator[Located]:
    """The paragraphs of a text: its lines, and lines that only a wrapping program parted as one.

    lines: clean. A line goes on with the one before when it begins with a small letter or, in a
    hard-wrapped text, when its first word would not have fitted there.
    """
    width = _wrapped_at(lines)
    text, begun, before = "", 0, ""
    for number, line in enumerate(lines, 1):
        if (
            text
            and before
            and line
            and (line[0].islower() or (width and _forced(before, line, width)))
        ):
            text = f"{text} {line}"
        else:
            if text:
                yield text, begun
            text, begun = line, number
        before = line
    if text:
        yield text, begun


def _forced(before: str, line: str, width: int) -> bool:
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width


def _wrapped_at(lines: Sequence[str]) -> int:
    """The column at which the lines of a text are wrapped; 0 if they are not.

    They are when at most half of the line ends inside its blocks are a sentence's, and six in ten
    of those that are none stand where the next word would not have fitted.
    """
    width = max(map(len, lines), default=0)
    breaks = [(before, line) for before, line in pairwise(lines) if before and line]
    inner = [(before, line) for before, line in breaks if not before.endswith(extract.ENDS)]
    forced = sum(_forced(before, line, width) for before, line in inner)
    wrapped = len(inner) * 2 >= len(breaks) and forced * 10 >= len(inner) * 6 > 0
    return width if wrapped and width in extract.WRAPS else 0


# --- Markdown and HTML ----------------------------------------------------------------------

_BETWEEN = r"(?:[^\w<&]|<[^>]*>|&#?\w+;)+"
_FIRST = 4  # words by which a paragraph is found


def _located(draft: extract.Draft, content: str) -> Iterator[Located]:
    """The title and the paragraphs of a draft, with their lines in the file."""
    heads = (draft.given.get("title"), draft.given.get("subtitle"))
    at = 0
    for text in filter(None, heads):
        yield clean(text), _line(content, text, 0)[1]
    for text in draft.paragraphs:
        at, line = _line(content, text, at)
        yield text, line


def _line(content: str, text: str, start: int) -> tuple[int, int]:
    """Where a paragraph is found from a place on: the place behind its first words, its line."""
    words = [re.escape(word) for word in re.findall(r"\w+", text)[:_FIRST]]
    found = re.compile(rf"(?<!\w){_BETWEEN.join(words)}(?!\w)").search(content, start)
    if found is None:
        return start, 0
    return found.end(), content.count("\n", 0, found.start()) + 1
