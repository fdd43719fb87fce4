"""Lists of words beside the index: those of the texts, by beginning and by end, and those known.

The words of the texts complete what is being typed and mend what is mistyped; the words that the
dictionaries know, in few bits each, are those that nobody has mistyped.
"""

import base64
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from bitext.search.shards import vlq

KNOWN = 512
"""How many files hold the words that are known."""
_BITS = 14  # a word, which lets 1 of 600 unknown words seem known
TURNS = 7
"""How many bits of a filter a word has."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = len(_DIGITS) - 1


def listed(words: Mapping[str, Collection[int]], size: int) -> Iterator[tuple[str, str]]:
    """Words in order, each with numbers, as texts of about `size` bytes: the first word, the text.

    A word is how many letters it has in common with the one before (base 36), its other letters,
    and after = its numbers in VLQ; a comma stands between.
    """
    first, before, length = "", "", 0
    pieces: list[str] = []
    for word in sorted(words):
        if pieces and length > size:
            yield first, ",".join(pieces)
            pieces, before, length = [], "", 0
        first = first if pieces else word
        shared = 0
        for letter, same in zip(before, word, strict=False):
            if letter != same or shared == _MOST:
                break
            shared += 1
        piece = _DIGITS[shared] + word[shared:]
        length += len(piece) if piece.isascii() else len(piece.encode())
        if numbers := words[word]:
            said = "".join(map(vlq, numbers))
            piece = f"{piece}={said}"
            length += len(said) + 1
        pieces.append(piece)
        length += 1
        before = word
    if pieces:
        yield first, ",".join(pieces)


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
