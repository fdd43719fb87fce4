"""Small pictures, made of what their formats say."""

import struct
import zlib


def png(width: int = 3, height: int = 2, shade: int = 200) -> bytes:
    """A grey PNG (ISO/IEC 15948) of this size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + bytes([shade]) * width) * height)
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int = 3, height: int = 2) -> bytes:
    """The frame of a JPEG (ITU-T T.81) of this size, without the picture in it."""
    application = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + application + frame + b"\xff\xd9"


def webp(width: int = 3, height: int = 2) -> bytes:
    """The header of a WebP (RFC 9649, extended format) of this size, without the picture in it."""
    sizes = b"".join((n - 1).to_bytes(3, "little") for n in (width, height))
    chunk = b"VP8X" + struct.pack("<I", 10) + b"\x00\x00\x00\x00" + sizes
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk
