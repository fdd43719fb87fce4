"""The texts in the sources of the scripts: messages, patterns, names."""

import ast
import functools
from collections.abc import Iterator
from pathlib import Path


@functools.cache
def literals(path: Path) -> list[tuple[ast.expr, str]]:
    """Every text that a module uses, and where: an `x` stands for each value put into one.

    A docstring is not used. Numbers are among them, as they are printed.
    """
    return list(_literals(list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))))


def _literals(nodes: list[ast.AST]) -> Iterator[tuple[ast.expr, str]]:
    others = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            others |= {id(part) for part in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
            yield node, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in others:
            yield node, str(node.value)
