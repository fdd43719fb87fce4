"""Rows of numbers, one after the other in one array: they lie in a file as they are looked up."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final

_TYPE: Final = "I"  # of 32 bits wherever Python runs
_WIDTH = 4


class Rows:
    """Rows of numbers, by their own: starts has where each begins, and where the last one ends."""

    __slots__ = ("starts", "values")

    def __init__(self, starts: Sequence[int], values: Sequence[int]) -> None:
        self.starts, self.values = starts, values

    def __getitem__(self, at: int) -> Sequence[int]:
        return self.values[self.starts[at] : self.starts[at + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1


class RowsMade:
    """Rows that are put in order, each behind the one before."""

    def __init__(self) -> None:
        self._starts, self._values = array(_TYPE, [0]), array(_TYPE)

    def put(self, at: int, row: Iterable[int]) -> None:
        """Put the next row, which may be put to in turn; those that are left out are empty."""
        self._fill(at)
        self._values.extend(row)

    def parts(self, count: int) -> tuple["array[int]", "array[int]"]:
        """The starts and the values of so many rows."""
        self._fill(count)
        return self._starts, self._values

    def _fill(self, count: int) -> None:
        missing = count + 1 - len(self._starts)
        self._starts.extend([len(self._values)] * missing)


def numbers(some: Iterable[int]) -> "array[int]":
    """Numbers as they lie in a file, in this machine's order."""
    return array(_TYPE, some)


def of_bytes(data: memoryview) -> Sequence[int]:
    """The numbers that bytes are; nothing is copied."""
    return data.cast(_TYPE)


def with_sizes(parts: Sequence["array[int] | bytearray"]) -> list[memoryview]:
    """Parts as bytes, before them how many each has, for `parted`; nothing is copied."""
    sizes = numbers([len(parts), *(memoryview(part).nbytes for part in parts)])
    return [memoryview(part).cast("B") for part in (sizes, *parts)]


def parted(data: bytes) -> list[memoryview]:
    """The parts of bytes that begin with their sizes; nothing is copied."""
    view = memoryview(data)
    begin = _WIDTH * (of_bytes(view[:_WIDTH])[0] + 1)
    ends = accumulate(of_bytes(view[_WIDTH:begin]), initial=begin)
    return [view[start:end] for start, end in pairwise(ends)]
