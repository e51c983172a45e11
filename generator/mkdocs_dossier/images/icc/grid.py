"""Colours on a grid, between which those of a picture lie."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.curves import read_values, write_values

OUTPUTS = 3
"""How many numbers a colour has where it leads to."""

_MOST_VALUES = 1_000_000
"""Profiles of printing presses have some ten thousand."""


def rewritten_grid(reader: Bytes, points: Sequence[int], width: int) -> bytes:
    """Return the colours that come next, two bytes a value. Raises `NotAPicture`.

    Args:
        points: How many the grid has in each direction.
        width: 1 or 2, the bytes of a value as given.
    """
    count = OUTPUTS * prod(points)
    if min(points) < 2 or count > _MOST_VALUES:
        raise NotAPicture("its colour profile has a grid that cannot be")
    values = read_values(reader, count) if width == 2 else [value * 257 for value in reader.take(count)]
    return write_values([_rounded(value) for value in values])


def _rounded(value: int) -> int:
    """To 14 bits: no eye sees it, and no text comes through unharmed."""
    return min((value + 2) // 4 * 4, 0xFFFF)
