"""Templates that were kept compiled render as if they had just been compiled, or are compiled."""

from pathlib import Path

import jinja2
import pytest

from bitext.pages import compiled
from bitext.project import kept

SOURCE = "{% for one in many %}{{ one|upper }} {% endfor %}{{ 'a'|upper }}"


def environment(cache: Path, source: str = SOURCE, **settings: bool) -> jinja2.Environment:
    """One that keeps its templates; `page` is the source."""
    made = jinja2.Environment(loader=jinja2.DictLoader({"page": source}), **settings)
    compiled.keep(made, cache)
    return made


def render(one: jinja2.Environment) -> str:
    return one.get_template("page").render(many=["b", "<"])


def files(cache: Path) -> list[Path]:
    return sorted((cache / compiled.FOLDER).iterdir())


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What has been compiled since."""
    found: list[str] = []
    compile_ = jinja2.Environment.compile

    def counted(self, source, *args, **settings):
        found.append(source)
        return compile_(self, source, *args, **settings)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    return found


def test_a_template_is_compiled_once(tmp_path: Path, compilations: list[str]) -> None:
    assert [render(environment(tmp_path)) for _ in range(3)] == 3 * ["B < A"]
    assert compilations == [SOURCE]


def test_another_source_takes_the_place_of_the_former(tmp_path: Path) -> None:
    assert render(environment(tmp_path)) == "B < A"
    assert render(environment(tmp_path, "other")) == "other"
    assert render(environment(tmp_path)) == "B < A"
    assert len(files(tmp_path)) == 1


def test_what_is_written_otherwise_is_compiled_otherwise(tmp_path: Path) -> None:
    """Escaping, and white space after a tag, are settled as a template is compiled."""
    assert render(environment(tmp_path)) == "B < A"
    assert render(environment(tmp_path, autoescape=True)) == "B &lt; A"
    assert render(environment(tmp_path, "{% if 1 %}\n{% endif %}")) == "\n"
    assert render(environment(tmp_path, "{% if 1 %}\n{% endif %}", trim_blocks=True)) == ""


def test_what_other_versions_compiled_is_not_used(
    tmp_path: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    render(environment(tmp_path))
    monkeypatch.setattr(compiled.metadata, "version", lambda package: f"{package} of tomorrow")
    assert render(environment(tmp_path)) == "B < A"
    assert len(compilations) == 2


@pytest.mark.parametrize("damage", [b"", b"\xff", b"cut"], ids=["empty", "no text", "cut short"])
def test_a_damaged_file_is_made_again(
    damage: bytes, tmp_path: Path, compilations: list[str]
) -> None:
    render(environment(tmp_path))
    (path,) = files(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] if damage == b"cut" else damage)
    assert render(environment(tmp_path)) == "B < A"
    assert path.read_bytes() == whole
    assert len(compilations) == 2


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", encoding="utf-8")
    assert render(environment(tmp_path / ".cache")) == "B < A"


def test_what_was_kept_is_used_where_nothing_can_be_written(
    tmp_path: Path, compilations: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder's permissions would not do: root may write whatever they say."""
    render(environment(tmp_path))

    def refuse(path: Path, _: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(kept.files, "write", refuse)
    assert render(environment(tmp_path)) == "B < A"
    assert render(environment(tmp_path, "other")) == "other"
    assert compilations == [SOURCE, "other"]


def test_filters_of_others_keep_an_environment_from_being_kept(tmp_path: Path) -> None:
    """`'a'|ours` is computed once, as the template is compiled."""
    for says in ("first", "second"):
        made = jinja2.Environment(loader=jinja2.DictLoader({"page": "{{ 'a'|ours }}"}))
        made.filters["ours"] = lambda _, says=says: says
        compiled.keep(made, tmp_path)
        assert render(made) == says
    assert not (tmp_path / compiled.FOLDER).exists()


def test_a_rule_of_escaping_keeps_an_environment_from_being_kept(tmp_path: Path) -> None:
    for escapes, said in ((True, "B &lt; A"), (False, "B < A")):
        made = jinja2.Environment(
            loader=jinja2.DictLoader({"page": SOURCE}), autoescape=lambda _, says=escapes: says
        )
        compiled.keep(made, tmp_path)
        assert render(made) == said


def test_a_file_holds_what_its_version_says(tmp_path: Path) -> None:
    """What another put into the place of a file is no code of ours."""
    render(environment(tmp_path))
    (path,) = files(tmp_path)
    kept.save(path, "another", b"code")
    assert render(environment(tmp_path)) == "B < A"
