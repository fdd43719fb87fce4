"""Collections: folders of seeds with a `collection.yml`, which gives them a title and an order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bitext.article import seed
from bitext.project import fields
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import decode

FILE = "collection.yml"
"""The name of the file that makes a folder of seeds a collection."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection.

    id: the folder's name, part of its page's address. path: its file, as messages name it.
    title, english: in Arabic and in English, clean; "" for no English one. parts: the ids of its
    articles, in order. warnings: what is odd about the file.
    """

    id: str
    path: str
    title: str
    english: str
    parts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def parse(data: bytes, collection_id: str, path: str, there: Sequence[str]) -> Collection:
    """The collection that a file describes. there: the ids of the articles in its folder, sorted.

    `title` is the Arabic title or a mapping of `ar` and `en`; `title_en` is the English one;
    `order` lists ids. Articles it does not name follow. Raises ContentError with every fault.
    """
    given = fields.read(decode(data, path), path)
    kept = fields.validate(given, SCHEMA, path)
    titles = {"en": kept.get("title_en", ""), **kept.get("title", {})}
    problems = []
    if "ar" not in titles:
        remedy = "write title: and the Arabic title"
        problems.append(Problem(path, 0, "the collection has no title", remedy))
    known = frozenset(there)
    # An id may end as a seed's name does.
    order = [name if name in known else seed.stem(name) for name in kept.get("order", ())]
    line = given["order"].line if "order" in given else 0
    for name, times in Counter(order).items():
        if times > 1:
            what = f"`order` must name each article once ({name} is there twice)"
            problems.append(Problem(path, line, what, "keep one of them"))
        if name not in known:
            what = f"`order` names {shortened(name)}, and no article of this folder is called so"
            some = f"{', '.join(there[:5])}{', …' if len(there) > 5 else ''}"
            remedy = f"there are: {some or 'none that could be read'}"
            problems.append(Problem(path, line, what, remedy))
    if problems:
        raise ContentError(*problems)
    warnings = []
    if not there:
        what = "the collection has no article that could be read"
        remedy = "put seeds beside it, or delete it"
        warnings.append(Problem(path, 0, what, remedy, warning=True))
    if not titles["en"]:
        what, remedy = "the collection has no English title", "write title: {ar: …, en: …}"
        warnings.append(Problem(path, 0, what, remedy, warning=True))
    named = frozenset(order)
    left = tuple(name for name in there if name not in named)
    if order and left:
        what = f"`order` does not name {', '.join(left)}"
        remedy = "write it where it belongs; until then it comes last"
        warnings.append(Problem(path, line, what, remedy, warning=True))
    return Collection(
        collection_id, path, titles["ar"], titles["en"], (*order, *left), tuple(warnings)
    )


def _title(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {"ar": seed.some_text(value)}
    if not value or set(value) - {"ar", "en"}:
        raise ValueError("must be text, or have the keys `ar` and `en`")
    return {key: seed.some_text(text) for key, text in value.items()}


def _order(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("must be a list such as [one, two]")
    return tuple(seed.some_text(name) for name in value)


SCHEMA: dict[str, fields.Validator] = {"title": _title, "title_en": seed.some_text, "order": _order}
"""What the file of a collection may hold."""
