"""PNG (W3C, third edition): the chunks that show the picture are kept, those that tell about it are not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pictures.damage import Bytes, NotAPicture

START = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"cHRM",
        b"gAMA",
        b"iCCP",
        b"sBIT",
        b"sRGB",
        b"cICP",
        b"bKGD",
        b"pHYs",
    )
) | {b"acTL", b"fcTL", b"fdAT"}


def png_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    name, chunk = next(_chunks(content))
    if name != b"IHDR" or len(chunk) != 25:
        raise NotAPicture("it does not tell its size")
    return int.from_bytes(chunk[8:12], "big"), int.from_bytes(chunk[12:16], "big")


def clean_png(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    kept = [(name, chunk) for name, chunk in _chunks(content) if name in _KEPT]
    if all(name != b"IDAT" for name, _ in kept):
        raise NotAPicture("there is no picture in it")
    return START + b"".join(chunk for _, chunk in kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each chunk and all of it, up to the end of the picture."""
    reader = Bytes(content)
    if reader.take(8) != START:
        raise NotAPicture("it does not begin as a PNG does")
    name = b""
    while name != b"IEND":
        length = reader.take(4)
        name = reader.take(4)
        yield name, length + name + reader.take(int.from_bytes(length, "big") + 4)
