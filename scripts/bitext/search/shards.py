"""Cutting what is looked up by key into files small enough to fetch for one query."""

import json
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring as quoted

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _vlq(number: int) -> str:
    digits = []
    while number > 31:
        digits.append(_DIGITS[32 | number & 31])
        number >>= 5
    return "".join(digits) + _DIGITS[number]


_SMALL = [_vlq(n) for n in range(1024)]  # nearly all


def vlq(number: int) -> str:
    """A number of 0 or more in Base64 VLQ, as source maps have it, but without a sign.

    Five bits a digit, the lowest first; a digit of 32 or more is followed by another.
    """
    return _SMALL[number] if number < len(_SMALL) else _vlq(number)


def cut(items: Iterable[tuple[str, object]], size: int) -> Iterator[tuple[str, str]]:
    """Objects as JSON of about `size` bytes each: the first key, and the text.

    items: keys in order, with what JSON can hold, a tuple being one of whole numbers. An object
    larger than that is a file by itself.
    """
    first, length = "", 0
    pieces: list[str] = []
    for key, value in items:
        piece = f"{quoted(key)}:{_value(value)}"
        weight = (len(piece) if piece.isascii() else len(piece.encode())) + 1
        if pieces and length + weight > size:
            yield first, "{" + ",".join(pieces) + "}"
            pieces, length = [], 0
        first = first if pieces else key
        pieces.append(piece)
        length += weight
    if pieces:
        yield first, "{" + ",".join(pieces) + "}"


def _value(value: object) -> str:
    """A value as JSON. Nearly every one is a number or some, which are soon written."""
    if type(value) is int:  # not `bool`, which JSON writes otherwise
        return str(value)
    return f"[{','.join(map(str, value))}]" if isinstance(value, tuple) else dumps(value)


def dumps(value: object) -> str:
    """JSON without spaces, readable where it is Arabic."""
    return _encoder.encode(value)
