"""WebP (RFC 9649): the chunks of the picture are kept; Exif, XMP and what nobody knows are not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pictures.damage import Bytes, NotAPicture

_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_PICTURES = frozenset((b"VP8 ", b"VP8L", b"ANMF"))
_SAYS_MORE = 0b1100
"""The bits by which the header tells that there are Exif and XMP."""


def is_webp(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def webp_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    name, body = next(_chunks(content))
    reader = Bytes(body)
    if name == b"VP8X":
        reader.take(4)
        return reader.number(3, little=True) + 1, reader.number(3, little=True) + 1
    if name == b"VP8L":
        reader.take(1)
        bits = reader.number(4, little=True)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        reader.take(6)
        return reader.number(2, little=True) & 0x3FFF, reader.number(2, little=True) & 0x3FFF
    raise NotAPicture("it does not tell its size")


def clean_webp(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    kept = [(name, _silent(name, body)) for name, body in _chunks(content) if name in _KEPT]
    if not any(name in _PICTURES for name, _ in kept):
        raise NotAPicture("there is no picture in it")
    written = b"".join(name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2) for name, body in kept)
    return b"RIFF" + (len(written) + 4).to_bytes(4, "little") + b"WEBP" + written


def _silent(name: bytes, body: bytes) -> bytes:
    return bytes((body[0] & ~_SAYS_MORE,)) + body[1:] if name == b"VP8X" and body else body


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the body of each chunk, as far as the file's own length goes."""
    if not is_webp(content):
        raise NotAPicture("it does not begin as a WebP does")
    end = 8 + int.from_bytes(content[4:8], "little")
    reader = Bytes(content[:end], 12)
    if end > len(content) or not reader.has_more:
        raise NotAPicture("it ends too early")
    while reader.has_more:
        name = reader.take(4)
        length = reader.number(4, little=True)
        yield name, reader.take(length)
        reader.at += length % 2
