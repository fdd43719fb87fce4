"""The front matter of a file: whether there is one, and what of it a seed can hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bitext.article import seed
from bitext.project import fields
from bitext.project.errors import ContentError

_HEADER = re.compile(r"---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.S | re.M)
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_][\w.-]*\s*:(?:\s|$)")
# What other site generators call the same thing (Jekyll, Hugo, Pelican, Pandoc).
_ALIASES = {
    "authors": "author",
    "canonical_url": "url",
    "canonicalURL": "url",
    "keywords": "tags",
    "lang": "",
}


@dataclass(frozen=True, slots=True)
class Header:
    """given: what a seed can hold, in the order of seed.SCHEMA. dropped: the other keys.

    lines: how many lines of the file it takes; 0 where there is none.
    """

    given: Mapping[str, Any]
    dropped: tuple[str, ...]
    lines: int


def begins(content: str) -> bool:
    """Whether a text begins with front matter, rather than with a rule drawn above it."""
    header = _HEADER.match(content)
    if header is None:
        return False
    if _KEY.match(header[1]):
        return True
    try:
        keys = fields.read(header[1], "").keys()
    except ContentError:
        return False
    return not keys.isdisjoint(seed.SCHEMA)


def read(content: str, path: str) -> Header:
    """The front matter of a text. Raises ContentError for one that is no YAML."""
    header = _HEADER.match(content) if begins(content) else None
    if header is None:
        return Header({}, (), 0)
    found = fields.read(header[1], path, first_line=2)
    values = {key: field.value for key, field in found.items()}
    renamed: dict[str, Any] = {}
    for key, value in values.items():
        name = _ALIASES.get(key, key)
        if name == "tags" and isinstance(value, str):
            value = re.split(r"\s*[,،]\s*", value)
        elif name == "date" and isinstance(value, str):
            value = value[:10]  # Jekyll's 2024-11-20 10:00:00 +0300 is no date in YAML
        elif isinstance(value, list) and name != "tags":
            value = "، ".join(map(str, value))
        renamed.setdefault(name, value)
    given = fitting(renamed)
    dropped = tuple(key for key in values if _ALIASES.get(key, key) not in {"", *given})
    return Header(given, dropped, header[0].count("\n"))


def fitting(values: Mapping[str, Any]) -> dict[str, Any]:
    """What seed.SCHEMA accepts of these values, in its order."""
    kept = {}
    for key, validator in seed.SCHEMA.items():
        try:
            kept[key] = validator(values[key])
        except (KeyError, ValueError):
            continue
    return kept
