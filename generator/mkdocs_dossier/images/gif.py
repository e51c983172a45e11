"""GIF89a: pictures are kept, how long each is seen, and how often all are; comments and what programs added are not."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.images.damage import Bytes, NotAPicture

STARTS = (b"GIF87a", b"GIF89a")
_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Two names of one thing."""


def gif_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    reader = Bytes(content, 6)
    return reader.number(2, little=True), reader.number(2, little=True)


def clean_gif(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    reader = Bytes(content)
    start = reader.take(6)
    if start not in STARTS:
        raise NotAPicture("it does not begin as a GIF does")
    screen = reader.take(6) + b"\0"
    reader.take(1)  # how wide a pixel is: no browser asks
    colours = _colours(screen[4], reader)
    loop, control = b"", b""
    pictures: list[bytes] = []
    while (kind := reader.take(1)[0]) != _END:
        if kind == _PICTURE:
            pictures.append(control + _picture(reader))
            control = b""
        elif kind == _EXTENSION:
            extension = _extension(reader)
            loop, control = extension.loop or loop, extension.control or control
        else:
            raise NotAPicture("it is damaged")
    if not pictures:
        raise NotAPicture("there is no picture in it")
    return b"".join([start, screen, colours, loop, *pictures, b"\x3b"])


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of an extension.

    Attributes:
        loop: How often all pictures are seen.
        control: How the next one is.
    """

    loop: bytes = b""
    control: bytes = b""


def _extension(reader: Bytes) -> _Kept:
    label = reader.take(1)[0]
    blocks = _blocks(reader)
    first = blocks[0] if blocks else b""
    if label == _CONTROL and len(first) == 4:
        return _Kept(control=b"\x21\xf9\x04" + bytes((first[0] & 0x1F,)) + first[1:] + b"\0")
    if label == _APPLICATION and first in _LOOPS:
        often = next((block[1:3] for block in blocks[1:] if len(block) >= 3 and block[0] & 7 == 1), None)
        if often is not None:
            return _Kept(loop=b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + often + b"\0")
    return _Kept()


def _picture(reader: Bytes) -> bytes:
    place, packed = reader.take(8), reader.take(1)[0] & 0xE7  # two of the bits are of no use
    colours = _colours(packed, reader)
    code = reader.take(1)
    start = reader.at
    _blocks(reader)
    return b"\x2c" + place + bytes((packed,)) + colours + code + reader.content[start : reader.at]


def _colours(packed: int, reader: Bytes) -> bytes:
    return reader.take(3 << ((packed & 7) + 1)) if packed & 0x80 else b""


def _blocks(reader: Bytes) -> list[bytes]:
    """Blocks, each with its length before it, up to one of none."""
    blocks = []
    while (length := reader.take(1)[0]) > 0:
        blocks.append(reader.take(length))
    return blocks
