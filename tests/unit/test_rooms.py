"""The house: which room may use which, so that what depends on what can be held in the head."""

import ast
from pathlib import Path

LIBRARY = Path(__file__).parents[2] / "scripts" / "bitext"
SUBJECTS = ("pages", "search", "translation", "alignment", "adding")
"""They stand side by side on `article`; none uses another."""
MAY_USE = {
    "text": set[str](),
    "project": set[str](),
    "article": {"text", "project"},
    **{room: {"text", "project", "article"} for room in (*SUBJECTS, "exports")},
    "review": {"text", "project", "article", *SUBJECTS},
    "site": {"text", "project", "article", "pages", "search", "exports"},
    "commands": {"text", "project", "article", *SUBJECTS, "review", "site"},
}


def modules() -> list[Path]:
    return [path for path in sorted(LIBRARY.rglob("*.py")) if path.name != "__init__.py"]


def rooms_used(path: Path) -> set[str]:
    """The rooms a module imports from, wherever in it the import stands."""
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bitext"):
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            used.add(parts[1])
        elif isinstance(node, ast.Import):
            used |= {alias.name.split(".")[1] for alias in node.names if "bitext." in alias.name}
    return used


def test_every_module_is_in_a_room():
    """Nothing is loose in the library, and every room is on the plan."""
    assert {path.parent.name for path in modules()} == set(MAY_USE)
    assert [path for path in modules() if path.parent.parent != LIBRARY] == []


def test_the_map_names_every_module() -> None:
    lines = (LIBRARY.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    plan = {room: next(x for x in lines if x.startswith(f"| `{room}/` |")) for room in MAY_USE}
    missing = [path for path in modules() if f"`{path.stem}`" not in plan[path.parent.name]]
    assert missing == []


def test_a_room_uses_only_what_it_stands_on() -> None:
    beyond = {
        str(path.relative_to(LIBRARY)): found
        for path in modules()
        if (found := rooms_used(path) - {path.parent.name} - MAY_USE[path.parent.name])
    }
    assert beyond == {}


def test_a_module_can_be_held_in_the_head() -> None:
    lengths = {
        str(path.relative_to(LIBRARY)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    assert {name: length for name, length in lengths.items() if length > 300} == {}
