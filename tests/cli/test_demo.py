"""The demo: a project made of tests/library, with the repository's own code."""

from pathlib import Path

import pytest

import demo
from projects import LIBRARY


def test_the_demo_is_a_project_in_which_check_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "DEMO", tmp_path / "demo")
    assert demo.main(["check"]) == 0
    assert "0 error(s), 0 warning(s)." in "".join(capfd.readouterr())
    seeds = {path.relative_to(LIBRARY) for path in LIBRARY.rglob("*") if path.is_file()}
    made = tmp_path / "demo"
    assert all((made / path).is_file() for path in seeds)
    # What the site is called is the library's, all else the repository's.
    settings = (made / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count("site_name:") == 1
    assert "خزانة الأنواع" in settings
    assert "INHERIT: scripts/mkdocs-base.yml" in settings
    assert (made / "scripts" / "mkdocs-base.yml").is_file()


def test_the_demo_says_how_what_it_runs_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(demo, "DEMO", tmp_path / "demo")
    assert demo.main(["no-such-command"]) == 2
    assert "no-such-command" in capfd.readouterr().err
