"""The command line as a person meets it: what each command writes, says and exits with."""

import json
import os
import platform
import re
import resource
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import click
import pytest

from bitext.article import seed
from bitext.commands import main as cli
from bitext.project import settings, version
from conftest import ROOT
from makers import block, po

CATALOG = """\
msgid "عنوان"
msgstr "A title"

#, fuzzy
msgid "جملة أولى."
msgstr "A first sentence."
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one article: a reviewed title, an edited sentence, a missing one."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("عنوان\nجملة أولى. جملة ثانية.\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.en.po").write_text(CATALOG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Run = Callable[..., tuple[int, str, str]]


def test_output_in_an_encoding_without_arabic_is_no_traceback(folder: Path) -> None:
    """So Windows writes into files and pipes."""
    (folder / "seeds" / "a.txt").rename(folder / "seeds" / "قصة.txt")
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "status"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, b"\\u0642\\u0635\\u0629" in done.stdout) == (cli.OK, True), done


def test_status_json_has_the_documented_keys_and_counts(folder: Path, run: Run) -> None:
    code, out, _ = run("status", "--json")
    assert code == cli.OK
    assert json.loads(out) == [
        {
            "article": "a",
            "paragraphs": 2,
            "sentences": 3,
            "missing": 1,
            "machine": 0,
            "edited": 1,
            "reviewed": 1,
            "stale": 0,
            "imported": 0,
        }
    ]


def test_status_is_a_table_with_totals(folder: Path, run: Run) -> None:
    _, out, _ = run("status")
    header, row, total = out.splitlines()[:3]
    columns = "article paragraphs sentences missing machine edited (imported) reviewed stale"
    assert " ".join(header.split()) == columns
    assert row.split() == ["a", "2", "3", "1", "0", "1", "(0)", "1", "0"]
    assert total.split()[-8:] == ["2", "3", "1", "0", "1", "(0)", "1", "0"]


def test_the_review_queue_lists_what_awaits_review_the_worst_first(folder: Path, run: Run) -> None:
    catalog = CATALOG.replace("A title", "Ceci est un titre en français")
    (folder / "seeds" / "a.en.po").write_text(catalog, encoding="utf-8")
    code, out, _ = run("status", "--review", "a")
    assert code == cli.OK
    first, second = out.splitlines()
    assert first.startswith("seeds/a.en.po:1  articles/a/#p1s1  reviewed: the English is in French")
    assert second.startswith("seeds/a.en.po:4  articles/a/#p2s1  edited: awaits review")
    assert "1 sentence has English that looks wrong" in run("status")[1]


def test_an_installed_encoder_puts_what_agrees_least_first(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of sentences in one state; what it is called with are the texts of both languages in turn."""
    (folder / "seeds" / "b.txt").write_text("عنوان\nباب.\nشباك.\n", encoding="utf-8")
    blocks = [block("باب.", "A door.", "#, fuzzy"), block("شباك.", "A cat.", "#, fuzzy")]
    (folder / "seeds" / "b.en.po").write_text(po(*blocks), encoding="utf-8")

    def vectors(texts: Sequence[str]) -> list[tuple[float, float]]:
        return [(0.0, 1.0) if text == "A cat." else (1.0, 0.0) for text in texts]

    monkeypatch.setattr("bitext.alignment.encoder.load", lambda: vectors)
    _, out, _ = run("status", "--review", "b")
    assert re.findall(r"#\w+", out) == ["#p3s1", "#p2s1"]
    monkeypatch.setattr("bitext.alignment.encoder.load", lambda: None)
    _, out, _ = run("status", "--review", "b")
    assert re.findall(r"#\w+", out) == ["#p2s1", "#p3s1"]


def test_a_long_review_queue_is_cut_unless_all_is_asked_for(folder: Path, run: Run) -> None:
    names = [f"{n} كتاب" for n in range(60)]
    (folder / "seeds" / "b.txt").write_text("\n".join(names), encoding="utf-8")
    entries = [f'#, fuzzy\nmsgid "{name}"\nmsgstr "{name[:-5]} books"\n' for name in names]
    (folder / "seeds" / "b.en.po").write_text("\n".join(entries), encoding="utf-8")
    _, out, err = run("status", "--review", "b")
    assert len(out.splitlines()) == 50
    assert err == "10 more: make status ARGS='--review --all'\n"
    assert len(run("status", "--review", "--all", "b")[1].splitlines()) == 60
    assert run("status", "--all")[0] == cli.USAGE
    assert run("status", "--review", "--json")[0] == cli.USAGE
    assert run("status", "--review", "nothing")[0] == cli.USAGE


def test_check_tells_github_actions_the_lines(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "seeds" / "a.en.po").write_text(
        CATALOG.replace("A first sentence.", "Je ne sais pas où il est."), encoding="utf-8"
    )
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    code, out, err = run("check")
    assert (code, out) == (cli.CONTENT, "")
    assert "seeds/a.en.po:4: the English is in French; translate it, or empty it" in err
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert run("check")[1].splitlines() == [
        "::error file=seeds/a.en.po,line=4::the English is in French; translate it, or empty it"
    ]
    (folder / "seeds" / "a.en.po").write_text(CATALOG, encoding="utf-8")
    assert run("check")[:2] == (cli.OK, "")


def test_a_glossary_is_checked_and_its_terms_asked_for(folder: Path, run: Run) -> None:
    (folder / "seeds" / "glossary.po").write_text(
        'msgid "جملة"\nmsgstr "clause"\n\nmsgid "river"\nmsgstr "river"\n', encoding="utf-8"
    )
    code, _, err = run("check")
    assert code == cli.CONTENT
    assert "seeds/glossary.po:4: “river” is not Arabic" in err
    assert "seeds/a.en.po:4: warning: the English has no “clause” for “جملة”" in err
    assert run("status", "--json")[1].count('"article"') == 1


def test_status_of_one_article_says_nothing_of_another(folder: Path, run: Run) -> None:
    """What is wrong with that one does not make it exit 1 either."""
    (folder / "seeds" / "bad.txt").write_bytes(b"\xc7")
    assert run("status")[0] == cli.CONTENT
    code, out, err = run("status", "a")
    assert (code, err) == (cli.OK, "")
    assert out.splitlines()[1].split()[0] == "a"
    (folder / "seeds" / "a.en.po").write_text('msgid "', encoding="utf-8")
    code, _, err = run("status", "a")
    assert code == cli.CONTENT
    assert err.startswith("seeds/a.en.po:1: ")
    assert len(err.splitlines()) == 1


def test_status_names_the_catalog_to_open_by_its_path(folder: Path, run: Run) -> None:
    (folder / "seeds" / "book").mkdir()
    for path in list((folder / "seeds").glob("a.*")):
        path.rename(path.parent / "book" / path.name)
    assert "1 sentence awaits review: open seeds/book/a.en.po in Poedit\n" in run("status")[1]


@pytest.mark.parametrize("options", [(), ("--review",), ("--json",)])
def test_status_parses_each_file_once(
    folder: Path, run: Run, parsed: list[str], options: tuple[str, ...]
) -> None:
    assert run("status", *options)[0] == cli.OK
    assert sorted(parsed) == ["seeds/a.en.po", "seeds/a.txt"]


def test_status_changes_no_file(folder: Path, run: Run) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    run("status")
    run("check")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_pages_writes_the_articles_and_the_list(folder: Path, run: Run) -> None:
    code, _, err = run("pages")
    assert code == cli.OK
    assert "docs/articles/ holds 1 article(s)" in err
    assert {p.name for p in (folder / "docs" / "articles").iterdir()} >= {"a.md", "index.md"}


def test_one_bad_article_exits_1_and_leaves_the_others(folder: Path, run: Run) -> None:
    (folder / "seeds" / "b.txt").write_bytes("مرحبا\nيا عالم".encode("windows-1256"))
    code, _, err = run("pages")
    assert code == cli.CONTENT
    assert "seeds/b.txt:1: not UTF-8 (byte 0xE3); save it as UTF-8" in err
    assert (folder / "docs" / "articles" / "a.md").exists()
    assert not (folder / "docs" / "articles" / "b.md").exists()


def test_check_finds_nothing_in_what_is_sound(folder: Path, run: Run) -> None:
    assert run("check") == (cli.OK, "", "0 error(s), 0 warning(s).\n")


def test_check_says_path_line_problem_and_remedy(folder: Path, run: Run) -> None:
    (folder / "seeds" / "b.txt").write_text("---\ntitel: x\n---\nنص\n", encoding="utf-8")
    code, _, err = run("check")
    assert code == cli.CONTENT
    assert "seeds/b.txt:2: unknown key `titel`; did you mean `title`? allowed: title, " in err


def test_a_warning_alone_does_not_fail_check(folder: Path, run: Run) -> None:
    (folder / "seeds" / "a.txt").write_text("عنوان\nجملة أولى.\u202e\n", encoding="utf-8")
    code, _, err = run("check")
    assert code == cli.OK
    assert "seeds/a.txt:2: warning: invisible control characters (U+202E)" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["build", "--fast"], "No such option '--fast'"),
        (["translate", "nobody"], "no article 'nobody'; there are: a"),
        (["translate", "--engine", "babelfish"], "unknown engine 'babelfish'; there are: google"),
        (["translate", "--rate", "0"], "'--rate'"),
        (["translate", "--url", "ftp://x/"], "must be an http or https address"),
        (["translate", "--url", "127.0.0.1:9"], "must be an http or https address"),
        (["serve", "--address", "127.0.0.1:80000"], "must be a host and a port"),
        (["serve", "--address", "localhost"], "must be a host and a port"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_is_right(
    folder: Path, run: Run, arguments: list[str], said: str
) -> None:
    code, _, err = run(*arguments)
    assert code == cli.USAGE
    assert said in err


def test_outside_a_project_the_message_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run("status")
    assert code == cli.USAGE
    assert "no mkdocs.yml" in err


def test_without_seeds_the_message_says_what_to_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, _, err = run("pages")
    assert code == cli.USAGE
    assert "no folder seeds/" in err


def test_an_unknown_setting_names_the_allowed_ones(folder: Path, run: Run) -> None:
    text = "site_name: x\nextra:\n  bitext:\n    pagesize: 3\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    code, _, err = run("status")
    assert code == cli.CONTENT
    assert "mkdocs.yml:4: unknown key `pagesize`; did you mean `page_size`? allowed: " in err


def test_help_is_there_for_every_command_and_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("--help")
    assert code == cli.OK
    for name in cli.cli.list_commands(click.Context(cli.cli)):
        assert f"\n  {name} " in out
        assert run(name, "--help")[0] == cli.OK


def test_a_folder_in_the_way_is_no_traceback(folder: Path, run: Run) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "articles").write_text("a file", encoding="utf-8")
    code, _, err = run("pages")
    assert code == cli.CONTENT
    assert "articles" in err


def test_a_full_disk_names_the_file_that_was_not_written(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own refusal, of a file over its limit: like a full disk's it names no file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        code, _, err = run("pages")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code == cli.CONTENT
    assert err == "docs/articles/a.md: File too large; mend that, and try again\n"
    assert not list((folder / "docs" / "articles").iterdir())


def test_a_catalog_that_is_a_folder_is_a_problem_of_its_article(folder: Path, run: Run) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال آخر.", encoding="utf-8")
    (folder / "seeds" / "b.en.po").mkdir()
    code, _, err = run("pages")
    assert code == cli.CONTENT
    assert "seeds/b.en.po: cannot be read" in err
    assert (folder / "docs" / "articles" / "a.md").exists()


def test_readme_names_every_command_and_option_and_no_other(folder: Path, run: Run) -> None:
    """The list in README is what the commands really take."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = readme.split("```text\npython scripts/build.py [COMMAND]")[1].split("```")[0]
    documented = {
        line.split()[0]: set(re.findall(r"--[a-z-]+", line))
        for line in listed.splitlines()[1:]
        if line[:1].isalpha()
    }
    context = click.Context(cli.cli)
    real = {
        name: {option for p in command.params for option in p.opts if option.startswith("--")}
        for name in cli.cli.list_commands(context)
        if (command := cli.cli.get_command(context, name))
    }
    assert documented == real


def test_help_and_usage_name_the_script_as_it_is_typed(folder: Path, run: Run) -> None:
    """With each code that it may exit with, as README has them."""
    typed = "Usage: .venv/bin/python scripts/build.py "
    code, out, _ = run("--help")
    assert code == cli.OK
    assert out.startswith(typed)
    assert re.findall(r"(?:codes:|;)\s+(\d+) ", out) == ["0", "1", "2", "3", "130"]
    code, _, err = run("chek")
    assert code == cli.USAGE
    assert err.startswith(typed)


def test_the_version_is_the_project_s_and_those_of_what_makes_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """On one line, for reports of faults; outside a project too."""
    monkeypatch.chdir(tmp_path)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = dict(entry.split("==") for entry in project["dependencies"])
    wanted = f"Safhatan {project['version']} (Python {platform.python_version()}, "
    wanted += f"MkDocs {pinned['mkdocs']}, Material {pinned['mkdocs-material']})\n"
    assert run("--version") == (cli.OK, wanted, "")


def test_scripts_without_the_project_say_where_the_version_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(version, "_PROJECT", tmp_path / "pyproject.toml")
    code, out, err = run("--version")
    assert (code, out) == (cli.USAGE, "")
    assert f"no {tmp_path / 'pyproject.toml'}; it comes with scripts/" in err


def test_readme_and_map_name_every_key_of_the_front_matter_and_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for key in seed.SCHEMA:
        assert f"`{key}`" in readme
        assert f"`{key}`" in contributing
    for key in settings.SCHEMA:
        assert f"| `{key}` |" in contributing
