"""The house: which room may use which, so that what depends on what can be held in the head."""

import ast
from pathlib import Path

LIBRARY = Path(__file__).parents[2] / "scripts" / "bitext"
SUBJECTS = ("pages", "search", "translation", "alignment", "adding")
"""They stand side by side on `article`; none uses another."""
MAY_USE = {
    "text": {"project"},
    "project": set[str](),
    "article": {"text", "project"},
    **{room: {"text", "project", "article"} for room in (*SUBJECTS, "exports")},
    "adding/web": {"text", "project", "article", "adding"},
    "adding/books": {"text", "project", "article", "adding"},
    "adding/documents": {"text", "project", "article", "adding"},
    "review": {"text", "project", "article", *SUBJECTS},
    "site": {"text", "project", "article", "pages", "search", "exports"},
    "commands": {"text", "project", "article", *SUBJECTS, "review", "site"},
}


READERS = {"adding/web", "adding/books", "adding/documents"}
"""Rooms within `adding`, one for each large kind of what is read."""
ABOVE_READERS = {"files.py", "add.py"}
"""The modules of `adding` that stand above them; the others are what they share."""


def room(path: Path) -> str:
    """The room that a module stands in."""
    return path.parent.relative_to(LIBRARY).as_posix()


def modules() -> list[Path]:
    return [path for path in sorted(LIBRARY.rglob("*.py")) if path.name != "__init__.py"]


def rooms_used(path: Path) -> set[str]:
    """The rooms a module imports from, wherever in it the import stands."""
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bitext"):
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            within = "/".join(parts[1:3])
            used.add(within if within in MAY_USE else parts[1])
        elif isinstance(node, ast.Import):
            used |= {alias.name.split(".")[1] for alias in node.names if "bitext." in alias.name}
    return used


def test_every_module_is_in_a_room():
    """Nothing is loose in the library, and every room is on the plan."""
    assert {room(path) for path in modules()} == set(MAY_USE)


def test_the_map_names_every_module() -> None:
    lines = (LIBRARY.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    plan = {name: next(x for x in lines if x.startswith(f"| `{name}/` |")) for name in MAY_USE}
    missing = [path for path in modules() if f"`{path.stem}`" not in plan[room(path)]]
    assert missing == []


def test_a_room_uses_only_what_it_stands_on() -> None:
    beyond = {
        str(path.relative_to(LIBRARY)): found
        for path in modules()
        if (found := rooms_used(path) - {room(path)} - MAY_USE[room(path)] - above(path))
    }
    assert beyond == {}


def above(path: Path) -> set[str]:
    """What else a module of `adding` may use."""
    return READERS if room(path) == "adding" and path.name in ABOVE_READERS else set()


def test_a_module_can_be_held_in_the_head() -> None:
    lengths = {
        str(path.relative_to(LIBRARY)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    assert {name: length for name, length in lengths.items() if length > 300} == {}
