"""Lists of words: those that lead to families, those of the texts, and those known.

The words of the texts complete what is being typed and mend what is mistyped; the words that the
dictionaries know, in few bits each, are those that nobody has mistyped.
"""

import base64
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence

from bitext.search.shards import vlq

KNOWN = 512
"""How many files hold the words that are known."""
_BITS = 16  # a word, which lets 1 of 1,400 unknown words seem known
TURNS = 7
"""How many bits of a filter a word has."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = len(_DIGITS) - 1


def listed(words: Iterable[tuple[str, str]], size: int) -> Iterator[tuple[str, str]]:
    """Words, each with what is said of it, as texts of about `size` bytes: where the text begins,
    and the text.

    words: in order. A word is how many letters it has in common with the one before (base 36), its
    other letters, and what is said of it (`numbered`); a comma stands between. The first word of a
    text is whole. Where a text begins is said by the shortest beginning of its first word that
    comes after the last word of the text before.
    """
    first, before, length = "", "", 0
    pieces: list[str] = []
    for word, said in words:
        if pieces and length > size:
            yield first, ",".join(pieces)
            pieces, length = [], 0
        shared = 0
        for one, other in zip(before, word, strict=False):
            if one != other:
                break
            shared += 1
        if not pieces:
            first, shared = word[: shared + 1], 0
        shared = min(shared, _MOST)
        piece = f"{_DIGITS[shared]}{word[shared:]}{said}"
        length += (len(piece) if piece.isascii() else len(piece.encode())) + 1
        pieces.append(piece)
        before = word
    if pieces:
        yield first, ",".join(pieces)


def beginnings(words: Iterable[str]) -> str:
    """Words in order as one text that is `listed`."""
    return next(listed(((word, "") for word in words), sys.maxsize), ("", ""))[1]


def numbered(families: Iterable[int], kin: Iterable[int] = ()) -> str:
    """What is said of a word: after = its families in VLQ, and after another = those of its kin."""
    near = "".join(map(vlq, kin))
    said = "".join(map(vlq, families))
    return f"={said}={near}" if near else said and f"={said}"


def known(words: Iterable[str]) -> list[str]:
    """Bloom filters of words, as Base64: that of the number that a word's hash leaves, by KNOWN.

    The hash is 32 bits of FNV-1a over its characters; each bit is of the rest of it, mixed.
    """
    parts = [array("L") for _ in range(KNOWN)]  # there are half a million
    for word in words:
        value = _hash(word)
        parts[value % KNOWN].append(value // KNOWN)
    return [base64.b64encode(_filter(values)).decode() for values in parts]


def _filter(values: Sequence[int]) -> bytes:
    found = bytearray(max(1, len(values) * _BITS // 8))
    size = 8 * len(found)
    for value in values:
        for at in _bits(value, size):
            found[at >> 3] |= 1 << (at & 7)
    return bytes(found)


def _bits(value: int, size: int) -> Iterator[int]:
    for turn in range(TURNS):
        value = ((value ^ (value >> 15)) * (0x2C1B3C6D + 2 * turn)) & 0xFFFFFFFF
        yield value % size


def _hash(word: str) -> int:
    value = 0x811C9DC5
    for letter in map(ord, word):
        value = ((value ^ letter) * 0x01000193) & 0xFFFFFFFF
    return value
