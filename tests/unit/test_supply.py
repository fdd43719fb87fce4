"""What comes from others is pinned: packages by version and hash, actions by commit."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    **{f"requirements-{group}.lock": pins for group, pins in PROJECT["dependency-groups"].items()},
}
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
_PIN = re.compile(r"([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)")
_USES = re.compile(r"^\s*- (?:.*, )?uses: (.*)$|^\s+uses: (.*)$", re.MULTILINE)


def versions(text: str) -> dict[str, str]:
    """The version of each package that the lines pin, by its name as indexes spell it."""
    return {
        re.sub("[-_.]+", "-", name).lower(): version
        for name, version in re.findall(rf"^{_PIN.pattern}", text, re.MULTILINE)
    }


def workflow(path: Path) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return parsed


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_what_pyproject_pins_and_every_package_its_hash(name: str) -> None:
    """A bot's newer pin without `make lock` is found here."""
    text = (ROOT / name).read_text(encoding="utf-8")
    locked, pinned = versions(text), versions("\n".join(LOCKS[name]))
    assert len(pinned) == len(LOCKS[name])
    assert pinned.items() <= locked.items()
    for block in re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block


def test_a_package_has_one_version_in_all_locks() -> None:
    all_ = [versions((ROOT / name).read_text(encoding="utf-8")) for name in LOCKS]
    for one in all_:
        for other in all_:
            assert {n: v for n, v in one.items() if other.get(n, v) != v} == {}


def test_what_npm_installs_is_pinned_by_version_and_hash() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == wanted
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_pins_its_actions_and_may_write_nothing_by_default(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    uses = ["".join(found) for found in _USES.findall(text)]
    assert uses
    for action in uses:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} +# v[\d.]+", action), action
    assert all(right in ("read", "none") for right in workflow(path)["permissions"].values())
    for job in workflow(path)["jobs"].values():
        image = job.get("container", "")
        assert not image or re.search(r"@sha256:[0-9a-f]{64}$", image)
        assert job["timeout-minutes"] <= 120
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
