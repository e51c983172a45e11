"""JPEG (ITU-T T.81): what shows the picture is kept, of what is said about it only which side is up.

Behind the end of the picture cameras put previews, whole other pictures and films; nothing of that is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.pictures.damage import Bytes, NotAPicture

START = b"\xff\xd8"
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks of the header that tells the size."""

_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Marks without anything behind them."""

_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112


def jpeg_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels. Raises `NotAPicture`."""
    for mark, body in _segments(content):
        if mark in _FRAMES and len(body) >= 5:
            return int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
    raise NotAPicture("it does not tell its size")


def clean_jpeg(content: bytes) -> bytes:
    """Return the picture without what was written about it. Raises `NotAPicture`."""
    turned = b""
    kept: list[bytes] = []
    for mark, body in _segments(content):
        if mark == 0xE1 and body.startswith(_EXIF) and not turned:
            turned = _turned(body[len(_EXIF) :])
        own = _kept(mark, body)
        if own is not None:
            kept.append(own)
    # The orientation comes before the picture, where readers look for it: after JFIF's own mark, if there is one.
    first = 1 if kept and kept[0].startswith(b"\xff\xe0") else 0
    return b"".join([START, *kept[:first], turned, *kept[first:], b"\xff\xd9"])


def _kept(mark: int, body: bytes) -> bytes | None:
    """A segment as it is kept, if it is."""
    if mark == _SCAN:
        return b"\xff\xda" + body  # with its own length, and the picture behind it
    if mark == 0xE0:
        return _segment(mark, body[:12] + b"\0\0") if body.startswith(b"JFIF\0") and len(body) >= 14 else None
    if mark == 0xE2:
        return _segment(mark, body) if body.startswith(b"ICC_PROFILE\0") else None
    if mark == 0xEE:
        return _segment(mark, body[:12]) if body.startswith(b"Adobe") and len(body) >= 12 else None
    return None if 0xE0 <= mark <= 0xEF or mark == _COMMENT else _segment(mark, body)


def _segment(mark: int, body: bytes) -> bytes:
    return bytes((0xFF, mark)) + (len(body) + 2).to_bytes(2, "big") + body


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each mark up to the end of the picture, with what belongs to it."""
    reader = Bytes(content)
    if reader.take(2) != START:
        raise NotAPicture("it does not begin as a JPEG does")
    scans = 0
    while (mark := _mark(reader)) != _END:
        if mark in _ALONE:
            continue
        length = reader.number(2)
        body = reader.take(length - 2)
        if mark == _SCAN:
            scans += 1
            body = length.to_bytes(2, "big") + body + _entropy(reader)
        yield mark, body
    if scans == 0:
        raise NotAPicture("there is no picture in it")


def _mark(reader: Bytes) -> int:
    if reader.take(1) != b"\xff":
        raise NotAPicture("it is damaged")
    mark = 0xFF
    while mark == 0xFF:  # any number of them may stand before a mark
        mark = reader.take(1)[0]
    return mark


def _entropy(reader: Bytes) -> bytes:
    """The coded picture: up to a mark that does not belong to it."""
    content, start, at = reader.content, reader.at, reader.at
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise NotAPicture("it ends too early")
        following = content[at + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7:
            reader.at = at
            return content[start:at]
        at += 2


def _turned(tiff: bytes) -> bytes:
    """An Exif segment that says which side is up and no more; nothing if the given one says nothing of that.

    CIPA DC-008 (Exif), 4.6.4: tag 274, a value from 1 to 8.
    """
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return b""
    little = order == "little"
    try:
        reader = Bytes(tiff, Bytes(tiff, 4).number(4, little=little))
        for _ in range(reader.number(2, little=little)):
            tag, kind = reader.number(2, little=little), reader.number(2, little=little)
            reader.take(4)
            value = reader.number(2, little=little)
            reader.take(2)
            if tag == _ORIENTATION and kind == 3 and 1 < value <= 8:
                entry = b"".join(number.to_bytes(2, "big") for number in (_ORIENTATION, 3, 0, 1, value, 0))
                return _segment(0xE1, _EXIF + b"MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0")
    except NotAPicture:
        pass  # what is said about the picture may be damaged; the picture is not
    return b""
