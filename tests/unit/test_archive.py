"""The archive that an EPUB is: what any other program reads in it, and what it cannot hold."""

import datetime
import io
import zipfile

import pytest

from bitext.exports import archive
from bitext.project.errors import BitextError

MADE = datetime.datetime(2024, 3, 9, 17, 5, 42, tzinfo=datetime.UTC)
FILES = {"first": b"as it is", "text/كتاب".encode("punycode").decode(): b"x" * 9_000, "empty": b""}


def made(files: dict[str, bytes]) -> bytes:
    members = [archive.member(name, content, name != "first") for name, content in files.items()]
    return archive.archive(members, MADE)


def test_every_file_is_read_back_with_its_name_and_time_in_order() -> None:
    with zipfile.ZipFile(io.BytesIO(made(FILES))) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == FILES
        infos = opened.infolist()
    assert {info.date_time for info in infos} == {(2024, 3, 9, 17, 5, 42)}
    assert {(info.create_system, info.external_attr >> 16) for info in infos} == {(3, 0o644)}
    kinds = [info.compress_type for info in infos]
    assert kinds == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED]
    assert infos[1].compress_size < 100


def test_the_first_file_is_where_readers_look_for_it() -> None:
    """Its name at byte 30 and, without an extra field, its content right behind (OCF 3.3, 4.3)."""
    assert made(FILES)[30:43] == b"firstas it is"


def test_an_archive_of_nothing_is_one() -> None:
    with zipfile.ZipFile(io.BytesIO(made({}))) as opened:
        assert opened.namelist() == []


def test_what_a_plain_archive_cannot_hold_is_a_fault_that_says_so() -> None:
    one = archive.member("same", b"")
    with pytest.raises(BitextError, match="make its pictures fewer"):
        archive.archive([one] * 65_536, MADE)
    huge = archive.Member(b"huge", b"", 1 << 32, 0, 0)
    with pytest.raises(BitextError, match="larger than 4 GB"):
        archive.archive([huge], MADE)
