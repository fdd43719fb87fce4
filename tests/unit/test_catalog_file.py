"""Changing a catalog while somebody else has it open."""

from pathlib import Path
from typing import Any

import polib
import pytest

from bitext.article import library
from bitext.article.catalog import Catalog
from bitext.article.catalog_file import CatalogFile
from bitext.project import files
from bitext.project.errors import ContentError
from makers import project


@pytest.fixture
def place(tmp_path: Path) -> tuple[CatalogFile, Path]:
    """The catalog file of an article with two sentences, and its path."""
    settings = project(tmp_path, {"a.txt": "أولى.\nثانية.\n"})
    (source,) = library.sources(settings)[0]
    return CatalogFile(source), source.catalog


def fill(entries: Catalog) -> None:
    """What we want to change: the second sentence."""
    found = entries.find("ثانية.")
    assert found
    found.msgstr = "Second, by us."


def test_what_somebody_saves_while_we_change_is_kept_with_our_change(
    place: tuple[CatalogFile, Path],
) -> None:
    file, path = place
    calls = []

    def edit(entries: Catalog) -> None:
        fill(entries)
        calls.append(1)
        if len(calls) == 1:
            theirs = polib.POFile()
            theirs.append(polib.POEntry(msgid="أولى.", msgstr="First, by them."))
            theirs.save(str(path))

    file.change(edit)
    assert len(calls) == 2
    assert {e.msgid: e.msgstr for e in polib.pofile(str(path))} == {
        "أولى.": "First, by them.",
        "ثانية.": "Second, by us.",
    }


def test_a_file_an_editor_has_emptied_is_not_written_over(
    place: tuple[CatalogFile, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It empties the file, then writes it: between the two there is nothing to build on."""
    file, path = place
    file.change(fill)
    path.write_bytes(b"")
    monkeypatch.setattr("bitext.article.catalog_file.PATIENCE", 0.1)
    with pytest.raises(ContentError, match="it is empty"):
        file.change(fill)
    assert path.read_bytes() == b""


def test_a_change_that_changes_nothing_writes_nothing(place: tuple[CatalogFile, Path]) -> None:
    file, path = place
    file.change(fill)
    before = path.stat().st_mtime_ns
    file.change(fill)
    assert path.stat().st_mtime_ns == before


def test_a_file_that_is_empty_from_the_start_is_not_written_over_either(
    place: tuple[CatalogFile, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, path = place
    path.write_bytes(b"\n")
    monkeypatch.setattr("bitext.article.catalog_file.PATIENCE", 0.1)
    with pytest.raises(ContentError, match="it is empty"):
        file.change(fill)
    assert path.read_bytes() == b"\n"


def test_a_save_just_after_ours_is_read_before_the_next_change(
    place: tuple[CatalogFile, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is then not what we wrote, however soon that was."""
    file, path = place
    real = files.write

    def and_then_an_editor(*arguments: Any, **options: Any) -> bool:
        done = real(*arguments, **options)
        theirs = polib.pofile(str(path), wrapwidth=0)
        theirs.find("أولى.").msgstr = "First, by them."
        theirs.save(str(path))
        return done

    monkeypatch.setattr(files, "write", and_then_an_editor)
    file.change(lambda entries: None)
    monkeypatch.setattr(files, "write", real)
    file.change(fill)
    assert {e.msgid: e.msgstr for e in polib.pofile(str(path))} == {
        "أولى.": "First, by them.",
        "ثانية.": "Second, by us.",
    }
