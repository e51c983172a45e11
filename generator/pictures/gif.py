"""GIF89a: pictures and how they follow each other are kept; comments and what programs added are not."""

from __future__ import annotations

from generator.pictures.damage import Bytes, NotAPicture

STARTS = (b"GIF87a", b"GIF89a")
_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def gif_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    reader = Bytes(content, 6)
    return reader.number(2, little=True), reader.number(2, little=True)


def clean_gif(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    reader = Bytes(content)
    if reader.take(6) not in STARTS:
        raise NotAPicture("it does not begin as a GIF does")
    screen = reader.take(7)
    kept = [content[:6], screen, _colours(screen[4], reader)]
    pictures = 0
    while (kind := reader.take(1)[0]) != _END:
        if kind == _PICTURE:
            head = reader.take(9)
            kept += [b"\x2c", head, _colours(head[8], reader), reader.take(1), _blocks(reader)]
            pictures += 1
        elif kind == _EXTENSION:
            label = reader.take(1)
            body = _blocks(reader)
            if label[0] == _CONTROL or (label[0] == _APPLICATION and body.startswith(_LOOPS)):
                kept += [b"\x21", label, body]
        else:
            raise NotAPicture("it is damaged")
    if pictures == 0:
        raise NotAPicture("there is no picture in it")
    return b"".join([*kept, b"\x3b"])


def _colours(packed: int, reader: Bytes) -> bytes:
    return reader.take(3 << ((packed & 7) + 1)) if packed & 0x80 else b""


def _blocks(reader: Bytes) -> bytes:
    """Blocks, each with its length before it, up to one of none."""
    start = reader.at
    while (length := reader.take(1)[0]) > 0:
        reader.take(length)
    return reader.content[start : reader.at]
