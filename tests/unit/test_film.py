"""README's films: they are there, move, and weigh what a first screen may."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILMS = re.findall(r'(?:src|srcset)="(\.github/[\w.-]+\.webp)"', README)


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kind and the content of each chunk of a RIFF file, or within one of its chunks."""
    while data:
        kind, size = struct.unpack("<4sI", data[:8])
        yield kind, data[8 : 8 + size]
        data = data[8 + size + size % 2 :]


def test_readme_shows_a_film_by_day_and_by_night_and_a_picture_to_whom_motion_disturbs() -> None:
    assert len(FILMS) == 2
    still = re.search(r'reduced-motion: reduce\)" srcset="([^"]+\.png)"', README)
    assert still is not None
    assert (ROOT / still[1]).is_file()


@pytest.mark.parametrize("name", FILMS)
def test_a_film_is_an_animated_webp_below_a_megabyte(name: str) -> None:
    data = (ROOT / name).read_bytes()
    assert data[:4] + data[8:12] == b"RIFFWEBP"
    assert struct.unpack("<I", data[4:8])[0] == len(data) - 8 < 1_000_000
    (head, anim, *frames) = chunks(data[12:])
    assert (head[0], anim[0]) == (b"VP8X", b"ANIM")
    assert head[1][0] == 2  # animated, and nothing else
    assert len(frames) > 10
    for kind, frame in frames:
        assert kind == b"ANMF"
        assert [inner for inner, _ in chunks(frame[16:])] == [b"VP8 "]
