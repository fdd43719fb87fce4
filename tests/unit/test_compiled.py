"""What templates are compiled to is kept between builds, and is never what a page depends on."""

from pathlib import Path

import jinja2
import pytest

from bitext.pages import compiled, render


def environment(folder: Path, cache: Path) -> jinja2.Environment:
    """A new one, as each build has it."""
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), autoescape=True)
    compiled.keep(made, cache, "tests")
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "greeting.html").write_text("Good {{ time }}", encoding="utf-8")
    return tmp_path


def rendered(folder: Path, cache: Path) -> str:
    return environment(folder, cache).get_template("greeting.html").render(time="morning")


def test_a_template_is_compiled_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered(folder, tmp_path / "cache")

    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(jinja2.Environment, "compile", refuse)
    assert rendered(folder, tmp_path / "cache") == first == "Good morning"


def test_a_changed_template_is_compiled_anew_in_the_place_of_the_old(
    folder: Path, tmp_path: Path
) -> None:
    rendered(folder, tmp_path / "cache")
    (folder / "greeting.html").write_text("{{ time | upper }}", encoding="utf-8")
    assert rendered(folder, tmp_path / "cache") == "MORNING"
    assert len(list((tmp_path / "cache").rglob("*.compiled"))) == 1


@pytest.mark.parametrize("left", [b"", b"half", None], ids=["empty", "foreign", "cut off"])
def test_a_damaged_file_is_made_again(folder: Path, tmp_path: Path, left: bytes | None) -> None:
    rendered(folder, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").rglob("*.compiled")
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2] if left is None else left)
    assert rendered(folder, tmp_path / "cache") == "Good morning"
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_it_is_compiled_each_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where the folder would be", encoding="utf-8")
    assert rendered(folder, tmp_path / "cache") == "Good morning"


def test_no_filter_is_ours() -> None:
    """Of a constant, what a filter gave once would be kept with the template."""
    assert set(render._environment().filters) == set(jinja2.Environment().filters)
