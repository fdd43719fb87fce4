"""The dictionaries are as simplemma has them, and loaded only where they are asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from bitext.project.word_table import WordTable
from bitext.text import dictionary
from projects import ROOT


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words are kept in a folder of the test's own, and asked for anew."""
    monkeypatch.setattr(dictionary, "_KEPT", tmp_path / "english")
    dictionary.english.cache_clear()


def words() -> set[str]:
    found = dictionary.english()
    dictionary.english.cache_clear()
    assert isinstance(found, WordTable)
    return set(found)


def test_the_english_words_are_those_of_the_dictionary_made_or_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = set(dictionary.lemmas("en"))
    assert words() == wanted

    def never(_: str) -> None:
        pytest.fail("made again")

    monkeypatch.setattr(dictionary, "lemmas", never)
    assert words() == wanted


@pytest.mark.parametrize("damage", ["cut short", "another version"])
def test_words_that_are_damaged_or_of_another_version_are_made_again(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionary, "lemmas", lambda _: {"went": "go", "go": "go"})
    assert words() == {"went", "go"}
    if damage == "cut short":
        (tmp_path / "english").write_bytes((tmp_path / "english").read_bytes()[:-1])
    else:
        monkeypatch.setattr(dictionary, "version", lambda: "another")
    monkeypatch.setattr(dictionary, "lemmas", lambda _: {"made": "make"})
    assert words() == {"made"}


def test_what_only_some_commands_need_is_not_loaded_by_all():
    """To load it takes a third of the time of all else."""
    seldom = ["simplemma", "mkdocs.livereload", "bitext.translation.engines", "bitext.alignment"]
    code = f"import sys, bitext.commands.main; print([m for m in {seldom} if m in sys.modules])"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT / "scripts", text=True, capture_output=True, check=True)
    assert done.stdout == "[]\n"
