"""A table of words that is never read as a whole: of half a million a build asks for some thousand.

As a dictionary it takes seven times the memory, and longer to make than to ask.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

# Before a word, and before its text: the separators of records and of units, which no text has.
_WORD, _TEXT = b"\x1e", b"\x1f"
_IN_A_LINE = 16  # words, about: to find one its line is searched


class WordTable(Mapping[str, str]):
    """By word its text, in the lines that `to_lines` made of a table."""

    def __init__(self, lines: list[bytes]) -> None:
        self._lines = lines

    def get(self, word: str, default: Any = None, /) -> Any:
        """The text of a word, or what is given instead."""
        key = word.encode()
        line = self._lines[crc32(key) % len(self._lines)]
        at = line.find(_WORD + key + _TEXT)
        if at < 0:
            return default
        at += len(key) + 2
        return line[at : line.index(_WORD, at)].decode()

    def __getitem__(self, word: str) -> str:
        text = self.get(word)
        if text is None:
            raise KeyError(word)
        return str(text)

    def __contains__(self, word: object) -> bool:
        key = str(word).encode()
        return _WORD + key + _TEXT in self._lines[crc32(key) % len(self._lines)]

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            for record in line.split(_WORD)[1:-1]:
                yield record.split(_TEXT)[0].decode()

    def __len__(self) -> int:
        return sum(line.count(_TEXT) for line in self._lines)


def to_lines(table: Mapping[str, str]) -> list[bytes]:
    """The lines of a `WordTable` that holds the same. No text has a control character."""
    lines = [bytearray() for _ in range(len(table) // _IN_A_LINE + 1)]
    for word, text in table.items():
        key = word.encode()
        lines[crc32(key) % len(lines)] += _WORD + key + _TEXT + text.encode()
    return [bytes(line + _WORD) for line in lines]
