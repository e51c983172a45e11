"""The header of a PNG: its size, how its pixels are written, and so how many bytes they take (11.2.1, 8, 9)."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.images.damage import NotAPicture

GREY, RGB, INDEXED, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
_SAMPLES = {GREY: 1, RGB: 3, INDEXED: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}
_DEPTHS = {
    GREY: (1, 2, 4, 8, 16),
    RGB: (8, 16),
    INDEXED: (1, 2, 4, 8),
    GREY_ALPHA: (8, 16),
    RGB_ALPHA: (8, 16),
}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced picture: the first column and row, and how far the next ones are."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a PNG.

    Attributes:
        depth: Bits of a sample.
        colours: The kind of pixels, as PNG numbers them.
    """

    width: int
    height: int
    depth: int
    colours: int
    interlaced: bool

    def bytes_of(self, width: int, height: int) -> int:
        """Return how many bytes a picture of this kind takes before it is compressed."""
        bits = self.depth * _SAMPLES[self.colours]
        passes = _PASSES if self.interlaced else ((0, 0, 1, 1),)
        sizes = ((max(0, -((x - width) // across)), max(0, -((y - height) // down))) for x, y, across, down in passes)
        return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns)


def read_header(body: bytes) -> Header:
    """Return what the first chunk says. Raises `NotAPicture`."""
    if len(body) != 13:
        raise NotAPicture("it does not tell its size")
    depth, colours, compression, filters, interlaced = body[8:]
    if depth not in _DEPTHS.get(colours, ()) or compression or filters or interlaced > 1:
        raise NotAPicture("it is damaged")
    width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
    return Header(width, height, depth, colours, interlaced == 1)
