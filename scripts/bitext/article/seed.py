"""Reading a seed: the text of one Arabic article becomes an Article of numbered sentences."""

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bitext.article import numbering, pictures, titles
from bitext.article.model import Article, Details
from bitext.article.parts import Figure, Part, Structure, Text
from bitext.project import days, engine_names, fields
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import decode, is_device
from bitext.text import sentence_habits
from bitext.text.characters import clean, spelled, without_unsafe

TEXT, MARKDOWN = ".txt", ".md"
"""What a seed's name ends in."""
_END = re.compile(rf"(?:{re.escape(TEXT)}|{re.escape(MARKDOWN)})\Z", re.IGNORECASE)
# A point at the end Windows leaves off the name of a folder.
_ID = re.compile(r"\w(?:[\w.-]*[\w-])?")
_FORMER_ID = re.compile(r"\w[\w.-]*")  # Windows was not thought of once
_RESERVED = {"index", "readme", "page"}
_GLOSSARY = "glossary"  # seeds/glossary.po is no article's catalog


def stem(name: str) -> str:
    """A file's name without the end that makes it a seed's; all of it where it has none."""
    return _END.sub("", name)


def identify(stem: str, path: str) -> str:
    """The article id a seed's stem gives; it is part of the page's address.

    Raises ContentError for a stem that cannot be one.
    """
    stem = unicodedata.normalize("NFC", stem)
    if not _ID.fullmatch(stem):
        what = f"the name {shortened(stem)} cannot be part of an address"
        remedy = "choose another name: letters, digits, - and _ only"
        raise ContentError(Problem(path, 0, what, remedy))
    if user := _user(stem):
        what = f"the name “{stem}” is taken by {user}"
        raise ContentError(Problem(path, 0, what, "choose another name"))
    return stem


def _user(stem: str) -> str:
    """Who uses this id already, in the project or beyond it, for a message; "" if nobody."""
    return _taken(stem) or ("Windows, for a device" if is_device(stem) else "")


def _taken(stem: str) -> str:
    """Which page or file of the project has this id, for a message; "" if none."""
    if stem.lower() == _GLOSSARY:
        return "the glossary"
    if stem.lower() in _RESERVED:
        return "the list of articles"
    return ""


def parse(data: bytes, article_id: str, path: str) -> Article:
    """The article in the bytes of a seed.

    UTF-8, with or without a byte order mark; optional YAML front matter between two `---` lines at
    the very top. Where the path ends in `.md`, the rest is Markdown; see `structure`. Else one
    paragraph a non-blank line, and nothing in it is markup. The title is Markdown's first heading
    of level 1, or in the front matter, or else the first block.
    Raises ContentError with every fault found. Pictures are not looked for; see `pictures`.
    """
    lines = decode(data, path).split("\n")
    header, first = _front_matter(lines, path)
    found = _read(lines[first:], first, path)
    if not any(isinstance(part, Text) for part in found.parts):
        remedy = "write one paragraph a line, or remove the file"
        raise ContentError(Problem(path, first or 0, "no text in it", remedy))
    habit = sentence_habits.of(part.text for part in found.parts if isinstance(part, Text))
    given = fields.validate(header, SCHEMA, path)
    title, subtitle = given.pop("title", None), given.pop("subtitle", None)
    entitled = titles.find(found.parts, _said(header["title"]) if title else None, path)
    number = 0 if entitled.apart else 1
    labels = frozenset(found.notes)
    head, deck = numbering.block(entitled.title, number, labels), None
    if subtitle:
        text = _said(header["subtitle"])
        deck = numbering.block(text, number, labels, 1 + len(head.sentences))
    body = tuple(numbering.body(entitled.parts, number, labels, habit))
    warnings = (*found.problems, *entitled.warnings)
    if moved := header.get("redirect_from"):
        given["redirect_line"] = moved.line
    return Article(article_id, path, head, deck, body, Details(**given), found.notes, warnings)


def _said(field: fields.Field) -> Text:
    """A text of the front matter, which has been found valid."""
    return Text(field.line, clean(field.value), spelled=spelled(field.value))


def is_markdown(path: str) -> bool:
    """Whether a seed of this path is Markdown."""
    return path.lower().endswith(MARKDOWN)


def _read(lines: list[str], before: int, path: str) -> Structure:
    """What stands below the front matter, which takes so many lines. Raises ContentError."""
    if not is_markdown(path):
        texts = (
            Text(number, text, spelled="" if text == line else spelled(line))
            for number, line in enumerate(lines, before + 1)
            if (text := clean(line))
        )
        return Structure(tuple(texts), (), ())
    from bitext.article import structure  # it loads what reads Markdown

    # What is dropped from a text must not hide the mark at the beginning of a line either.
    found = structure.read("\n".join(map(without_unsafe, lines)), before, path)
    problems = [problem for problem in found.problems if not problem.warning]
    parts: list[Part] = []
    for part in found.parts:
        if isinstance(part, Figure):
            try:
                part = replace(part, address=pictures.name(part.address, part.line, path))
            except ContentError as error:
                problems.extend(error.problems)
        parts.append(part)
    if problems:
        raise ContentError(*sorted(problems, key=lambda problem: problem.line))
    return replace(found, parts=tuple(parts))


def _front_matter(lines: list[str], path: str) -> tuple[dict[str, fields.Field], int]:
    """The front matter's fields and the number of lines it takes; nothing and 0 without one."""
    opening = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[opening].strip() != "---":
        return {}, 0
    fences = sum(line.strip() in _FENCES for line in lines)
    if opening or lines[0] != lines[0].lstrip():
        if fences < 2:  # a rule drawn above a text
            return {}, 0
        what = "the front matter does not begin at the very top"
        raise ContentError(Problem(path, opening + 1, what, "remove what stands before ---"))
    if taken := header_lines(lines):
        return fields.read("\n".join(lines[1 : taken - 1]), path, first_line=2), taken
    remedy = "close it with a line that holds only ---"
    raise ContentError(Problem(path, 1, "the front matter has no end", remedy))


_FENCES = ("---", "...")  # what closes a front matter; only the first opens one


def header_lines(lines: Sequence[str]) -> int:
    """How many of a seed's lines its front matter takes, with those that enclose it.

    0 where there is none, or none that ends.
    """
    if lines[0].rstrip() != _FENCES[0]:
        return 0
    return next((n for n, line in enumerate(lines[1:], 2) if line.rstrip() in _FENCES), 0)


def some_text(value: Any) -> str:
    """A field's text, cleaned.

    Raises ValueError for what is no text, and for text of which cleaning leaves nothing.
    """
    if not isinstance(value, str) or not clean(value):
        raise ValueError("must be text (put a number or a date in quotes)")
    return clean(value)


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and (day := days.read(value)):
        return day
    raise ValueError("must be a date such as 2024-11-20")


def _tags(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("must be a list such as [news, politics]")
    return tuple(dict.fromkeys(some_text(tag) for tag in value))


def _former_ids(value: Any) -> tuple[str, ...]:
    """One id or a list of them."""
    names = value if isinstance(value, list) else [value]
    for name in names:
        if not isinstance(name, str) or not _FORMER_ID.fullmatch(name) or _taken(name):
            raise ValueError("must be former names of this file, without its end: [old_name]")
    return tuple(dict.fromkeys(unicodedata.normalize("NFC", name) for name in names))


SCHEMA: dict[str, fields.Validator] = {
    "title": some_text,
    "subtitle": some_text,
    "author": some_text,
    "source": some_text,
    "url": fields.address,
    "date": _date,
    "tags": _tags,
    "license": some_text,
    "engine": engine_names.valid,
    "download": fields.yes_or_no,
    "updated": _date,
    "redirect_from": _former_ids,
    "draft": fields.yes_or_no,
}
"""What a front matter may hold. There is no `slug`: the file's name is the address."""
