"""The segments of a JPEG (ITU-T T.81, B.1), up to the end of the picture.

Behind it cameras put previews, whole other pictures and videos; nothing of that is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.images.damage import Bytes, NotAPicture

START, END = b"\xff\xd8", b"\xff\xd9"
SCAN = 0xDA
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Marks of the header that tells the size."""

_END = 0xD9
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Marks without anything behind them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of a JPEG.

    Attributes:
        coded: The picture behind the head of a scan.
    """

    mark: int
    body: bytes
    coded: bytes = b""


def read_segments(content: bytes) -> Iterator[Segment]:
    """Yield each segment. Raises `NotAPicture`."""
    reader = Bytes(content)
    if reader.take(2) != START:
        raise NotAPicture("it does not begin as a JPEG does")
    while (mark := _mark(reader)) != _END:
        if mark not in _ALONE:
            body = reader.take(reader.number(2) - 2)
            yield Segment(mark, body, _coded(reader) if mark == SCAN else b"")


def write_segment(mark: int, body: bytes, coded: bytes = b"") -> bytes:
    return bytes((0xFF, mark)) + (len(body) + 2).to_bytes(2, "big") + body + coded


def _mark(reader: Bytes) -> int:
    if reader.take(1) != b"\xff":
        raise NotAPicture("it is damaged")
    mark = 0xFF
    while mark == 0xFF:  # any number of them may stand before a mark
        mark = reader.take(1)[0]
    return mark


def _coded(reader: Bytes) -> bytes:
    """Return the coded picture: up to a mark that does not belong to it."""
    content, start, at = reader.content, reader.at, reader.at
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise NotAPicture("it ends too early")
        following = content[at + 1]
        if following != 0 and following != 0xFF and not 0xD0 <= following <= 0xD7:
            reader.at = at
            return content[start:at]
        at += 1 if following == 0xFF else 2
