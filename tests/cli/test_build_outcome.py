"""What `build` says and exits with. MkDocs runs in this process, and quickly: our hook only reads.

The site that the hook makes of articles is looked at by the browser's tests; whole builds as a
person runs them are in test_build.py.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bitext.commands import main as cli

Run = Callable[..., tuple[int, str, str]]
# A port nobody listens on: an engine that cannot be reached, at once.
DEAD = "http://127.0.0.1:9/"
CONFIG = """\
site_name: x
theme: mkdocs
plugins: []
hooks: [scripts/mkdocs_hooks.py]
extra:
  bitext:
    engine: google
    engine_url: {url}
    rate: 100
"""
HOOK = """\
from pathlib import Path

from bitext.article import library
from bitext.project import settings
from bitext.site import plugin


def on_pre_build(config):
    project = settings.load(Path(config.config_file_path))
    plugin.current.library = library.load(project, plugin.current.reader).without_drafts()
"""
SEED = "عنوان\nجملة أولى. جملة ثانية.\n"
CATALOG = """\
msgid "عنوان"
msgstr "A title"

msgid "جملة أولى."
msgstr "A first sentence."

msgid "جملة ثانية."
msgstr "A second sentence."
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one article that is translated, and an engine out of reach; we are in it."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(url=DEAD), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "mkdocs_hooks.py").write_text(HOOK, encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("home", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(SEED, encoding="utf-8")
    (tmp_path / "seeds" / "a.en.po").write_text(CATALOG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bitext.translation.session.BACKOFF", 0.01)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    """Replace a part of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_translated_project_builds_without_the_network(folder: Path, run: Run) -> None:
    """Nothing is missing, so plain `build` must not so much as try the engine."""
    code, _, said = run("--strict")
    assert code == cli.OK, said
    assert "site/ holds 1 article(s), 3 sentences." in said
    assert "Asking" not in said
    assert (folder / "site" / "index.html").exists()


def test_without_the_engine_the_site_is_built(folder: Path, run: Run) -> None:
    change(folder / "seeds" / "a.txt", "جملة ثانية.", "جملة ثالثة جديدة لم تكن هنا.")
    code, _, said = run()
    assert code == cli.OK, said
    assert "google cannot be reached" in said
    assert "1 not translated" in said
    assert (folder / "site" / "index.html").exists()


def test_a_catalog_made_when_sentences_were_cut_elsewhere_is_brought_up_to_date(
    folder: Path, run: Run
) -> None:
    """Nothing is missing, so the engine is not asked; `--offline` writes no catalog."""
    change(folder / "seeds" / "a.txt", "جملة أولى. جملة ثانية.", "جملة أولى. (كذا) جملة ثانية.")
    path = folder / "seeds" / "a.en.po"
    former = '\nmsgid "(كذا) جملة ثانية."\nmsgstr "(So) a second sentence."\n'
    path.write_text(f"{CATALOG}{former}", encoding="utf-8")
    before = path.read_bytes()
    assert run("--offline")[0] == cli.OK
    assert path.read_bytes() == before
    code, _, said = run()
    assert code == cli.OK, said
    assert "Asking" not in said
    assert '\nmsgid "جملة أولى. (كذا)"\n' in path.read_text(encoding="utf-8")
    written = path.read_bytes()
    assert run()[0] == cli.OK
    assert path.read_bytes() == written


def test_each_seed_and_catalog_is_parsed_once_though_something_is_missing(
    folder: Path, run: Run, parsed: list[str]
) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال بلا ترجمة.\n", encoding="utf-8")
    run()  # from now on the catalogs are as a build leaves them
    parsed.clear()
    code, _, said = run()
    assert code == cli.OK
    assert "google cannot be reached" in said
    assert sorted(parsed) == [f"seeds/{name}" for name in ("a.en.po", "a.txt", "b.en.po", "b.txt")]


def test_what_is_not_translated_fails_strict(folder: Path, run: Run) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال بلا ترجمة.\n", encoding="utf-8")
    code, _, said = run("--offline", "--strict")
    assert code == cli.CONTENT
    assert "1 not translated, 0 outdated" in said


def test_a_stale_sentence_fails_strict(folder: Path, run: Run) -> None:
    change(folder / "seeds" / "a.txt", "جملة أولى.", "جملة أولى هنا.")
    code, _, said = run("--offline", "--strict")
    assert code == cli.CONTENT
    assert "0 not translated, 1 outdated" in said


def test_a_draft_is_not_counted_and_does_not_fail_strict(folder: Path, run: Run) -> None:
    draft = "---\ndraft: true\n---\nمسودة بلا ترجمة.\n"
    (folder / "seeds" / "b.txt").write_text(draft, encoding="utf-8")
    code, _, said = run("--offline", "--strict")
    assert code == cli.OK, said
    assert "site/ holds 1 article(s), 3 sentences.\n" in said
    assert "not translated" not in said


def test_an_engine_that_cannot_be_made_does_not_keep_the_site_from_being_built(
    folder: Path, run: Run
) -> None:
    """No address for libre, no key for microsoft, another run at work: placeholders, as offline.

    What is missing then fails under --strict, and only there.
    """
    change(folder / "mkdocs.yml", f"google\n    engine_url: {DEAD}", "libre")
    (folder / "seeds" / "b.txt").write_text("مقال بلا ترجمة.\n", encoding="utf-8")
    code, _, said = run("--strict")
    assert code == cli.CONTENT
    assert "Not translated: libre needs the address" in said
    assert (folder / "site" / "index.html").exists()
    assert run()[0] == cli.OK


def test_of_many_warnings_a_build_shows_the_first_of_each_article(folder: Path, run: Run) -> None:
    lines = "".join(f"جملة {n}.\u202e\n" for n in range(30))
    (folder / "seeds" / "new.txt").write_text(lines, encoding="utf-8")
    code, _, said = run("--offline")
    assert code == cli.OK
    assert said.count("warning: ") == 1
    assert "29 more: make check\n" in said


def test_a_setting_given_wrongly_is_said_with_its_line(folder: Path, run: Run) -> None:
    change(folder / "mkdocs.yml", "engine: google", "page_size: many")
    code, _, said = run("--offline")
    assert code == cli.CONTENT
    assert "mkdocs.yml:7: `page_size` must be a whole number" in said


def test_a_syntax_error_in_mkdocs_yml_is_no_traceback(folder: Path, run: Run) -> None:
    (folder / "mkdocs.yml").write_text("site_name: [x\n", encoding="utf-8")
    code, _, said = run("--offline")
    assert code == cli.CONTENT
    assert "mkdocs.yml:" in said


def test_a_setting_that_mkdocs_refuses_is_said_with_its_file(folder: Path, run: Run) -> None:
    change(folder / "mkdocs.yml", "site_name:", "site_nme:")
    code, _, said = run("--offline")
    assert code == cli.CONTENT
    assert "mkdocs.yml: Config value 'site_nme': Unrecognised configuration name" in said
    assert "mkdocs.yml: Config value 'site_name': Required configuration not provided" in said


def test_a_site_that_was_not_built_is_not_claimed(folder: Path, run: Run) -> None:
    change(folder / "mkdocs.yml", "theme: mkdocs", "theme: no-such-theme")
    code, _, said = run("--offline")
    assert code == cli.CONTENT
    assert "holds" not in said


def test_hooks_of_a_publishers_own_that_leave_ours_out_are_an_error(folder: Path, run: Run) -> None:
    """They replace the list that mkdocs.yml inherits, and there would be no articles."""
    (folder / "own.py").write_text("", encoding="utf-8")
    change(folder / "mkdocs.yml", "hooks: [scripts/mkdocs_hooks.py]", "hooks: [own.py]")
    for command in ("build", "--offline"), ("serve",):
        code, _, said = run(*command)
        assert code == cli.CONTENT
        assert "mkdocs.yml:4: `hooks` does not name scripts/mkdocs_hooks.py" in said


@pytest.mark.parametrize(
    ("hooks", "said"),
    [
        ("hooks: 5", "Expected a list of items"),
        ("hooks: {a: b}", "Expected a list of items"),
        ("INHERIT: [a.yml]", "mkdocs.yml:4: `INHERIT` must be the name of a file"),
    ],
)
def test_what_is_of_another_kind_in_mkdocs_yml_is_said(
    folder: Path, run: Run, hooks: str, said: str
) -> None:
    change(folder / "mkdocs.yml", "hooks: [scripts/mkdocs_hooks.py]", hooks)
    code, _, told = run("build", "--offline")
    assert code == cli.CONTENT
    assert said in told


def test_settings_that_are_a_list_are_said_to_be_none(folder: Path, run: Run) -> None:
    (folder / "mkdocs.yml").write_text("- site_name\n", encoding="utf-8")
    code, _, told = run("build", "--offline")
    assert code == cli.CONTENT
    assert "mkdocs.yml:1: holds no settings by name; write lines such as" in told


@pytest.mark.parametrize("line", ["", "INHERIT: other.yml\n"])
def test_without_what_mkdocs_yml_inherits_a_build_says_what_to_write_there(
    folder: Path, run: Run, line: str
) -> None:
    (folder / "other.yml").write_text("site_name: Other\n", encoding="utf-8")
    change(folder / "mkdocs.yml", "hooks: [scripts/mkdocs_hooks.py]\n", line)
    for command in ("build", "--offline"), ("serve",):
        code, _, said = run(*command)
        assert code == cli.CONTENT
        where = f"mkdocs.yml:{4 if line else 1}: "
        assert (
            f"{where}without the line `INHERIT: scripts/mkdocs-base.yml` there is no page" in said
        )
