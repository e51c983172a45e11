"""The compressed data of PNG (zlib, RFC 1950): how far they go, and such that are not compressed at all.

Each version of zlib compresses in its own way. So nothing is compressed anew: data are kept, or stored as they are.
"""

from __future__ import annotations

import zlib

from mkdocs_dossier.images.damage import NotAPicture

_STEP = 4_096
"""Bytes unpacked at once: they may become a thousand times as many."""

_MOST_STORED = 0xFFFF


def whole_stream(packed: bytes, length: int) -> bytes:
    """Return the data of a picture without what lies behind their end. Raises `NotAPicture`.

    Args:
        length: How many bytes they have to become, exactly.
    """
    unpacking = zlib.decompressobj()
    unpacked, at = 0, 0
    try:
        while not unpacking.eof and unpacked <= length:
            if at >= len(packed):
                raise NotAPicture("it ends too early")
            unpacked += len(unpacking.decompress(packed[at : at + _STEP]))
            at += _STEP
    except zlib.error as error:
        raise NotAPicture("it is damaged") from error
    if unpacked != length:
        raise NotAPicture("it is damaged")
    return packed[: min(at, len(packed)) - len(unpacking.unused_data)]


def unpacked(packed: bytes, most: int) -> bytes:
    """Return what was compressed. Raises `NotAPicture`, also where that has more than `most` bytes."""
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, most)
    except zlib.error as error:
        raise NotAPicture("it is damaged") from error
    if not unpacking.eof:
        raise NotAPicture("it is damaged")
    return content


def stored(content: bytes) -> bytes:
    """Return zlib data that hold the content as it is, in blocks."""
    starts = range(0, len(content), _MOST_STORED) if content else (0,)
    blocks = b""
    for start in starts:
        block = content[start : start + _MOST_STORED]
        last = start + _MOST_STORED >= len(content)
        length = len(block).to_bytes(2, "little")
        blocks += bytes((last,)) + length + bytes(byte ^ 0xFF for byte in length) + block
    return b"\x78\x01" + blocks + zlib.adler32(content).to_bytes(4, "big")
