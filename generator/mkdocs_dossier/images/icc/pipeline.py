"""The table of version 4: up to five steps, each at an offset of its own (ICC.1:2022, 10.12, `mAB `)."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.curves import rewritten_curve
from mkdocs_dossier.images.icc.grid import OUTPUTS, rewritten_grid
from mkdocs_dossier.images.icc.numbers import fixed_numbers

_HEAD = 32
_LAST_CURVES, _MATRIX, _MIDDLE_CURVES, _GRID, _FIRST_CURVES = range(5)
"""In the order of their offsets; colours take the steps from behind."""

_STEPS = (
    {_LAST_CURVES},
    {_LAST_CURVES, _MATRIX, _MIDDLE_CURVES},
    {_LAST_CURVES, _GRID, _FIRST_CURVES},
    {_LAST_CURVES, _MATRIX, _MIDDLE_CURVES, _GRID, _FIRST_CURVES},
)
"""Which steps there may be together."""


def rewritten_pipeline(body: bytes, channels: int, pcs: bytes) -> bytes:
    """Return the table of a profile. Raises `NotAPicture`.

    Args:
        channels: How many channels the picture has.
        pcs: The colour space to which the profile leads, XYZ or Lab.
    """
    reader = Bytes(body, 8)
    inputs, outputs, _, _ = reader.take(4)
    offsets = [reader.number(4) for _ in range(5)]
    there = {step for step, offset in enumerate(offsets) if offset > 0}
    if (inputs, outputs) != (channels, OUTPUTS) or there not in _STEPS or (_GRID not in there and inputs != outputs):
        raise NotAPicture("its colour profile has a table of an unknown kind")
    rewrite: dict[int, Callable[[Bytes], bytes]] = {
        _LAST_CURVES: lambda reader: _curves(reader, outputs),
        _MATRIX: lambda reader: fixed_numbers(reader, 12),
        _MIDDLE_CURVES: lambda reader: _curves(reader, outputs),
        _GRID: lambda reader: _grid(reader, inputs),
        _FIRST_CURVES: lambda reader: _curves(reader, inputs),
    }
    places, data = b"", b""
    for step, offset in enumerate(offsets):
        places += (_HEAD + len(data) if step in there else 0).to_bytes(4, "big")
        data += rewrite[step](Bytes(body, offset)) if step in there else b""
    return b"mAB " + bytes(4) + bytes((inputs, outputs, 0, 0)) + places + data


def _curves(reader: Bytes, number: int) -> bytes:
    """Curves, each with what is missing to a multiple of four bytes."""
    made = b""
    for _ in range(number):
        curve = rewritten_curve(reader)
        made += curve + bytes(-len(curve) % 4)
        reader.at += -reader.at % 4
    return made


def _grid(reader: Bytes, inputs: int) -> bytes:
    points = reader.take(16)[:inputs]
    width = reader.take(4)[0]
    if width not in (1, 2):
        raise NotAPicture("its colour profile is damaged")
    grid = rewritten_grid(reader, points, width)
    return points + bytes(16 - inputs) + b"\2\0\0\0" + grid + bytes(-len(grid) % 4)
