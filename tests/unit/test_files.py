"""Writing files: only on change, whole or not at all."""

import errno
import os
import resource
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bitext.project import files


@pytest.fixture
def umask() -> Iterator[int]:
    """A mask of the process that lets the group read and nobody else."""
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


SMALL = 512
"""Bytes of a file, within `small_files`."""


@contextmanager
def small_files() -> Iterator[None]:
    """The system refuses to write more than SMALL bytes into a file, as a full disk would.

    Only within the block: pytest's own report may go to a file.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("content", ["نص\n", "سطر\r\nآخر", b"\x00\xff\r\n", "", b""], ids=repr)
def test_a_file_holds_exactly_what_was_written(tmp_path: Path, content: str | bytes) -> None:
    """Text is UTF-8, and no line end is translated."""
    file = tmp_path / "new" / "folder" / "a"
    assert files.write(file, content)
    assert file.read_bytes() == (content.encode() if isinstance(content, str) else content)


def test_a_file_that_holds_it_already_is_not_touched(tmp_path: Path) -> None:
    """Else a live preview would build for ever."""
    file = tmp_path / "a"
    assert files.write(file, "نص")
    os.utime(file, ns=(1, 1))
    inode = file.stat().st_ino
    assert not files.write(file, "نص")
    assert not files.write(file, "نص".encode())
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (1, inode)


def test_a_large_file_is_left_alone_only_if_all_of_it_is_the_same(tmp_path: Path) -> None:
    """It is compared part by part, and written of pieces."""
    file, content = tmp_path / "a", bytes(range(256)) * 1000
    pieces = content[:100_000], memoryview(content)[100_000:]
    assert files.write_pieces(file, pieces)
    assert not files.write_pieces(file, pieces)
    assert not files.write(file, content)
    for at in (0, 99_999, 100_000, len(content) - 1):
        other = bytearray(content)
        other[at] ^= 1
        assert files.write(file, other)
        assert file.read_bytes() == other


def test_other_content_replaces_it(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert files.write(file, "a longer text")
    assert files.write(file, "نص")
    assert file.read_text(encoding="utf-8") == "نص"
    assert list(tmp_path.iterdir()) == [file]


def test_a_reader_of_the_old_file_goes_on_reading_the_old_one(tmp_path: Path) -> None:
    """The new file takes the name in one rename: none is ever seen half written."""
    file = tmp_path / "a"
    files.write(file, "old")
    with file.open() as reader:
        files.write(file, "new")
        assert reader.read() == "old"


@pytest.mark.parametrize("permissions", [0o600, 0o644, 0o664, 0o755], ids=oct)
def test_a_file_that_was_there_keeps_its_mode(tmp_path: Path, permissions: int) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(permissions)
    files.write(file, "new")
    assert mode(file) == permissions


def test_a_new_file_has_the_mode_any_new_file_would_have(tmp_path: Path, umask: int) -> None:
    """A web server that is another user must be able to read what is published."""
    files.write(tmp_path / "a", "x")
    assert mode(tmp_path / "a") == 0o666 & ~umask
    assert os.umask(umask) == umask


@pytest.mark.parametrize("content", ["x" * SMALL * 2, "x" * SMALL * 9999], ids=["flush", "write"])
def test_an_error_of_the_system_names_the_file(tmp_path: Path, content: str) -> None:
    """Writing fails without a name, and the temporary file's would say nothing to anybody."""
    with pytest.raises(OSError, match="File too large") as caught, small_files():
        files.write(tmp_path / "a.po", content)
    assert caught.value.errno == errno.EFBIG
    assert caught.value.filename == str(tmp_path / "a.po")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named_by_the_file(tmp_path: Path) -> None:
    """Whatever the user may: here a name is too long."""
    path = tmp_path / ("a" * 256)
    with pytest.raises(OSError, match="too long") as caught:
        files.write(path, "x")
    assert caught.value.filename == str(path)


def test_a_name_may_be_as_long_as_the_system_lets_it_be(tmp_path: Path) -> None:
    """An Arabic letter is two bytes of 255; the temporary file's name must not be longer."""
    path = tmp_path / f"{'ن' * 124}.en.po"
    assert files.write(path, "x")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_name_that_is_no_utf_8_can_be_written_into_a_text() -> None:
    name = os.fsdecode("مقال".encode("windows-1256"))
    assert files.as_text(f"{name}.txt") == "\ufffd\ufffd\ufffd\ufffd.txt"
    assert files.as_text("مقال.txt") == "مقال.txt"


def test_what_others_write_is_named_too(tmp_path: Path) -> None:
    with (
        pytest.raises(OSError, match="too large") as caught,
        files.naming(tmp_path),
        small_files(),
    ):
        (tmp_path / "a").write_bytes(b"x" * SMALL * 2)
    assert caught.value.filename == str(tmp_path)


def test_a_file_that_an_error_names_stays_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, files.naming(tmp_path):
        shutil.copyfile(tmp_path / "none", tmp_path / "a")
    assert caught.value.filename == str(tmp_path / "none")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A full disk, say, or an interruption."""
    file = tmp_path / "a"
    file.write_text("old")

    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(*((os, "fsync", fail) if step == "fsync" else (Path, "replace", fail)))
    with pytest.raises(OSError, match="no space left"):
        files.write(file, "new")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert file.read_text() == "old"


@pytest.mark.parametrize("content", [b"", "نص\r\n".encode(), b"x" * 3_000_000], ids=len)
def test_a_made_file_holds_exactly_what_was_written(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a"
    for before in (b"", content + b"longer"):
        file.write_bytes(before)
        files.make(file, content)
        assert file.read_bytes() == content


def test_a_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Where there is no folder for it, and on a full disk."""
    with pytest.raises(FileNotFoundError) as missing:
        files.make(f"{tmp_path}/none/a", b"")
    with small_files(), pytest.raises(OSError, match="too large") as full:
        files.make(tmp_path / "a", b"x" * (SMALL + 1))
    assert missing.value.filename == f"{tmp_path}/none/a"
    assert full.value.filename == str(tmp_path / "a")


def test_an_interruption_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path / "a", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_an_error_that_leaves_it(tmp_path: Path) -> None:
    (tmp_path / "a" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="a"):
        files.write(tmp_path / "a", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a" / "inside").is_dir()


def test_a_link_stays_one_and_its_target_is_written(tmp_path: Path) -> None:
    """A catalog kept elsewhere and linked into seeds/ must not part from itself."""
    target, link = tmp_path / "elsewhere" / "real.po", tmp_path / "a.po"
    target.parent.mkdir()
    target.write_text("old")
    link.symlink_to(target)
    assert files.write(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.po", "elsewhere", "real.po"]
