"""What is kept in .cache: whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bitext.project import files, kept

LINES = ["أول", "", "third"]

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-1],
    "too long": lambda data: data + b"\n",
    "its first line alone": lambda data: data[: data.index(b"\n")],
    "a letter changed": lambda data: data.replace(b"third", b"thirt"),
    "its first byte lost": lambda data: data[1:],
    "no text": lambda data: b"\xff" * len(data),
}


def save(path: Path, version: str, lines: list[str]) -> None:
    kept.save_lines(path, version, map(str.encode, lines))


def read(path: Path, version: str = "v") -> list[str] | None:
    lines = kept.load_lines(path, version)
    return None if lines is None else [line.decode() for line in lines]


def test_what_was_kept_is_given_back(tmp_path: Path) -> None:
    save(tmp_path / "new" / "file", "v", LINES)
    assert read(tmp_path / "new" / "file") == LINES


def test_what_another_version_kept_is_not_given(tmp_path: Path) -> None:
    save(tmp_path / "file", "v", LINES)
    assert read(tmp_path / "file", "w") is None


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_as_good_as_none(name: str, tmp_path: Path) -> None:
    damage = DAMAGE[name]
    path = tmp_path / "file"
    save(path, "v", LINES)
    path.write_bytes(damage(path.read_bytes()))
    assert read(path) is None
    save(path, "v", LINES)
    assert read(path) == LINES


def test_nothing_is_kept_where_no_file_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    save(tmp_path / "file" / "within", "v", LINES)
    assert read(tmp_path / "file" / "within") is None


def test_lines_are_read_to_their_end_though_the_file_is_replaced(tmp_path: Path) -> None:
    save(tmp_path / "file", "v", LINES)
    lines = kept.load_lines(tmp_path / "file", "v")
    assert lines is not None
    save(tmp_path / "file", "v", ["other"])
    assert [line.decode() for line in lines] == LINES


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full while the new file is written leaves the old one."""
    save(tmp_path / "file", "v", LINES)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    save(tmp_path / "file", "v", ["other"])
    assert read(tmp_path / "file") == LINES
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_of_another_version_is_not_there(tmp_path: Path) -> None:
    save(tmp_path / "file", "v", LINES)
    assert kept.is_there(tmp_path / "file", "v")
    assert not kept.is_there(tmp_path / "file", "v2")
    assert not kept.is_there(tmp_path / "none", "v")


@pytest.mark.parametrize("content", [b"", b"\n", b"one\n\ntwo\n", bytes(range(256))])
def test_bytes_are_given_back_as_they_were(content: bytes, tmp_path: Path) -> None:
    kept.save(tmp_path / "file", "v", content)
    assert kept.load(tmp_path / "file", "v") == content
    assert kept.load(tmp_path / "file", "w") is None
    assert kept.load(tmp_path / "none", "v") is None


def test_pieces_are_kept_as_one(tmp_path: Path) -> None:
    pieces = b"one\n", bytearray(b"two"), memoryview(b"")
    kept.save(tmp_path / "file", "v", *pieces)
    assert kept.load(tmp_path / "file", "v") == b"one\ntwo"
