"""Reading a seed: the text of one Arabic article becomes an Article of numbered sentences."""

import datetime
import re
import unicodedata
from typing import Any

from bitext.article.model import Article, Block, Details, Sentence
from bitext.project import engine_names, fields
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import decode
from bitext.text import sentence_habits, sentences
from bitext.text.characters import clean
from bitext.text.sentence_habits import Habit

_ID = re.compile(r"\w[\w.-]*")
_RESERVED = {"index", "readme", "page"}
_GLOSSARY = "glossary"  # seeds/glossary.po is no article's catalog


def identify(stem: str, path: str) -> str:
    """The article id a seed's stem gives; it is part of the page's address.

    Raises ContentError for a stem that cannot be one.
    """
    stem = unicodedata.normalize("NFC", stem)
    if not _ID.fullmatch(stem):
        what = f"the name {shortened(stem)} cannot be part of an address"
        remedy = "rename the file: letters, digits, - and _ only"
        raise ContentError(Problem(path, 0, what, remedy))
    if stem.lower() in {*_RESERVED, _GLOSSARY}:
        user = "the glossary" if stem.lower() == _GLOSSARY else "the list of articles"
        what = f"the name “{stem}” is taken by {user}"
        raise ContentError(Problem(path, 0, what, "give the file another name"))
    return stem


def parse(data: bytes, article_id: str, path: str) -> Article:
    """The article in the bytes of a seed.

    UTF-8, with or without a byte order mark; one paragraph a non-blank line; optional YAML
    front matter between two `---` lines at the very top. Without a title there, the first
    paragraph is the title.
    Raises ContentError with every fault found.
    """
    lines = decode(data, path).split("\n")
    header, first = _front_matter(lines, path)
    texts = [(number, clean(line)) for number, line in enumerate(lines[first:], first + 1)]
    texts = [(number, text) for number, text in texts if text]
    if not texts:
        remedy = "write one paragraph a line, or remove the file"
        raise ContentError(Problem(path, first or 0, "no text in it", remedy))
    habit = sentence_habits.of(text for _, text in texts)
    given = fields.validate(header, SCHEMA, path)
    title, subtitle = given.pop("title", None), given.pop("subtitle", None)
    if title:
        head, number = _block(title, 0, header["title"].line), 0
    else:
        line, text = texts.pop(0)
        head, number = _block(text, 1, line), 1
    deck = None
    if subtitle:
        deck = _block(subtitle, number, header["subtitle"].line, 1 + len(head.sentences))
    body = (_block(text, n, line, habit=habit) for n, (line, text) in enumerate(texts, number + 1))
    return Article(article_id, path, head, deck, tuple(body), Details(**given))


def _block(
    text: str, number: int, line: int, first: int = 1, habit: Habit = sentence_habits.NONE
) -> Block:
    pieces = ((piece, piece.rstrip()) for piece in sentences.split(text, habit))
    numbered = (
        Sentence(f"p{number}s{m}", bare, piece[len(bare) :])
        for m, (piece, bare) in enumerate(pieces, first)
    )
    return Block(number, line, tuple(numbered))


def _front_matter(lines: list[str], path: str) -> tuple[dict[str, fields.Field], int]:
    """The front matter's fields and the number of lines it takes; nothing and 0 without one."""
    opening = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[opening].strip() != "---":
        return {}, 0
    fences = sum(line.strip() in ("---", "...") for line in lines)
    if opening or lines[0] != lines[0].lstrip():
        if fences < 2:  # a rule drawn above a text
            return {}, 0
        what = "the front matter does not begin at the very top"
        raise ContentError(Problem(path, opening + 1, what, "remove what stands before ---"))
    for end, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return fields.read("\n".join(lines[1:end]), path, first_line=2), end + 1
    remedy = "close it with a line that holds only ---"
    raise ContentError(Problem(path, 1, "the front matter has no end", remedy))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not clean(value):
        raise ValueError("must be text (put a number or a date in quotes)")
    return clean(value)


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise ValueError("must be a date such as 2024-11-20")


def _tags(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("must be a list such as [news, politics]")
    return tuple(dict.fromkeys(_text(tag) for tag in value))


SCHEMA: dict[str, fields.Validator] = {
    "title": _text,
    "subtitle": _text,
    "author": _text,
    "source": _text,
    "url": fields.address,
    "date": _date,
    "tags": _tags,
    "license": _text,
    "engine": engine_names.valid,
}
"""What a front matter may hold. There is no `slug`: the file's name is the address."""
