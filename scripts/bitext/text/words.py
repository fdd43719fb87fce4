"""The words of a text by its characters alone: runs of letters and digits, or of letters.

A pattern looks every character up in Unicode's tables; the words of a plain text are told from the
spaces and marks between them, which takes a third of the time. Both ways give the same
(tests/property/test_words_laws.py).
"""

import functools
import re
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
# In ASCII, all that is neither letter nor digit as a space.
_SPACED = bytes(c if chr(c).isalnum() else ord(" ") for c in range(128)) + bytes(range(128, 256))
# The marks that most texts have no others than.
_MARKS = '.،؛:؟!«»"()-–…“”'


# Whatever checks a text asks for the words of the same one.
@functools.lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """The runs of letters and digits of a text, as `[^\\W_]+` finds them."""
    if text.isascii():
        return tuple(text.encode().translate(_SPACED).decode().split())
    spaced = text
    for mark in _MARKS:
        spaced = spaced.replace(mark, " ")
    plain = spaced.replace(" ", "").isalnum()
    return tuple(spaced.split() if plain else _WORD.findall(text))


@functools.lru_cache(maxsize=64)
def letters(text: str) -> tuple[str, ...]:
    """The runs of letters of a text, as `[^\\W\\d_]+` finds them."""
    every = words(text)
    found = tuple(filter(str.isalpha, every))
    if len(found) == len(every) or len(found) + sum(map(str.isdecimal, every)) == len(every):
        return found
    return tuple(_LETTERS.findall(text))


class Told(dict[str, T]):
    """What is told of a word by itself, by word: found out when it is first asked for.

    The words of one text come again in the next. To look one up so takes half the time of calling
    a function that remembers.
    """

    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> T:
        self[word] = told = self._tell(word)
        return told
