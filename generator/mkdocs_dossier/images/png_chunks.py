"""The chunks of a PNG (W3C, third edition, 5), up to the end of the picture."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from mkdocs_dossier.images.damage import Bytes, NotAPicture

START = b"\x89PNG\r\n\x1a\n"

PngChunk = tuple[bytes, bytes]
"""A name, and what the chunk holds."""


def read_chunks(content: bytes) -> Iterator[PngChunk]:
    """Yield each chunk. Raises `NotAPicture`. Their checksums are not looked at, as in browsers."""
    reader = Bytes(content)
    if reader.take(8) != START:
        raise NotAPicture("it does not begin as a PNG does")
    name = b""
    while name != b"IEND":
        length = reader.number(4)
        name = reader.take(4)
        yield name, reader.take(length)
        reader.take(4)


def write_chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
