"""Validated YAML mappings: the front matter of a seed and our settings in mkdocs.yml.

An unknown key is an error that names the allowed ones, and every fault has its line.
"""

import difflib
import re
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import yaml
import yaml_env_tag

from bitext.project.errors import ContentError, Problem

Validator = Callable[[Any], Any]
"""Takes a YAML value, returns what is kept of it, or raises ValueError("must be …")."""


_NULL = "tag:yaml.org,2002:null"
# YAML ends lines with these too; editors, and our line numbers, do not.
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Field:
    """A value and the 1-based line of the file its key stands on."""

    value: Any
    line: int


def read(
    text: str, path: str, first_line: int = 1, within: tuple[str, ...] = ()
) -> dict[str, Field]:
    """The keys of a YAML mapping, each value with its line; {} where there is nothing.

    first_line: the line of the file on which `text` begins.
    within: the keys that lead from the top to the mapping wanted.
    Raises ContentError for a syntax error, a key given twice, or anything but a mapping.
    """
    try:
        node = yaml.compose(_OTHER_LINE_ENDS.sub(" ", text), Loader=yaml.SafeLoader)
        for key in within:
            _once(node, key, path, first_line)
            node = _child(node, key)
        return {} if node is None else _mapping(node, path, first_line)
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        what = f"not valid YAML (control character U+{ord(text[error.position]):04X})"
        raise ContentError(Problem(path, line, what, "delete it")) from error
    except yaml.MarkedYAMLError as error:
        line = first_line + (error.problem_mark.line if error.problem_mark else 0)
        what = f"not valid YAML ({error.problem})"
        remedy = "put a value that holds : or # or quotes in quotes"
        raise ContentError(Problem(path, line, what, remedy)) from error
    except ValueError as error:  # an escape for no character, "\\U00110000"
        what = f"not valid YAML ({error})"
        raise ContentError(Problem(path, first_line, what, "correct the value")) from error
    except RecursionError as error:
        what = "not readable YAML (brackets within brackets without end)"
        raise ContentError(Problem(path, first_line, what, "write one setting a line")) from error


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it, where !ENV stands for a variable of the environment."""


yaml_env_tag.add_env_tag(_Loader)


def scalar(text: str, key: str, path: str) -> str | None:
    """The text of one top-level value of mkdocs.yml, `!ENV` resolved; None if it has none.

    The file is MkDocs', and may hold values of types we do not know, so only this one is read.
    Raises yaml.YAMLError for a syntax error, ContentError for a value that is none.
    """
    node = _child(yaml.compose(text, Loader=yaml.SafeLoader), key)
    value = _value(key, node, path, node.start_mark.line + 1, _Loader) if node else None
    return str(value) if value else None


def line(text: str, key: str) -> int:
    """The line on which a top-level key of mkdocs.yml stands, from 1; 0 if it has none.

    Raises yaml.YAMLError for a syntax error.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((name.start_mark.line + 1 for name, _ in pairs if name.value == key), 0)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _once(node: yaml.Node | None, key: str, path: str, first_line: int) -> None:
    """Raise ContentError where a mapping has a key twice: what one of them holds would be lost."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    lines = [first_line + name.start_mark.line for name, _ in pairs if name.value == key]
    if len(lines) > 1:
        what = f"`{key}` is given twice (first on line {lines[0]})"
        remedy = "put what stands below both under one of them"
        raise ContentError(Problem(path, lines[1], what, remedy))


def _mapping(node: yaml.Node, path: str, first_line: int) -> dict[str, Field]:
    if node.tag == _NULL:  # every setting of it commented out
        return {}
    pairs = node.value if isinstance(node, yaml.MappingNode) else [(node, node)]
    fields: dict[str, Field] = {}
    for key_node, value_node in pairs:
        if not isinstance(key_node, yaml.ScalarNode) or key_node is value_node:
            what = "expected lines of the form `key: value`"
            line = first_line + key_node.start_mark.line
            raise ContentError(Problem(path, line, what, "write one setting a line"))
        key = str(key_node.value)
        line = first_line + key_node.start_mark.line
        if key in fields:
            what = f"`{key}` is given twice (first on line {fields[key].line})"
            raise ContentError(Problem(path, line, what, "keep one of them"))
        fields[key] = Field(_value(key, value_node, path, line), line)
    return fields


def _value(
    key: str,
    node: yaml.Node,
    path: str,
    line: int,
    loader: type[yaml.SafeLoader] = yaml.SafeLoader,
) -> Any:
    try:
        return loader("").construct_document(node)
    # YAML's own types: 2024-13-45 looks like a date and is none. What a value does not fit,
    # `!!bool x` say, PyYAML lets through as whatever its code raised.
    except Exception as error:
        what = f"`{key}` is not a valid value ({getattr(error, 'problem', None) or error})"
        raise ContentError(Problem(path, line, what, "correct the value")) from error


def validate(
    fields: Mapping[str, Field], schema: Mapping[str, Validator], path: str
) -> dict[str, Any]:
    """The values that `schema` keeps of `fields`, by key; absent keys stay absent.

    Raises ContentError with every fault at once: unknown keys (naming the allowed ones) and
    values a validator refuses.
    """
    problems, kept = [], {}
    for key, field in fields.items():
        if key not in schema:
            problems.append(_unknown(key, field.line, schema, path))
            continue
        try:
            kept[key] = schema[key](field.value)
        except ValueError as error:
            given = "empty" if field.value is None else reprlib.repr(field.value)
            what = f"`{key}` {error}, not {given}"
            problems.append(Problem(path, field.line, what, "correct the value"))
    if problems:
        raise ContentError(*problems)
    return kept


def _unknown(key: str, line: int, schema: Mapping[str, Validator], path: str) -> Problem:
    close = difflib.get_close_matches(key, schema, n=1)
    hint = f"did you mean `{close[0]}`? " if close else ""
    return Problem(path, line, f"unknown key `{key}`", f"{hint}allowed: {', '.join(schema)}")


def address(value: Any) -> str:
    """A validator of http and https addresses, which may become links or be asked.

    Other schemes (javascript:, data:) could run a script in the page.
    """
    text = value.strip() if isinstance(value, str) else ""
    try:
        parts = urlsplit(text)
        # Asking for the port is what makes urlsplit look whether it is one.
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port or an IPv6 address that is none
        sound = False
    if not sound or re.search(r"\s", text):
        raise ValueError("must be an http or https address")
    return text


def yes_or_no(value: Any) -> bool:
    """A validator of `true` and `false`."""
    if type(value) is not bool:
        raise ValueError("must be true or false")
    return value
