"""The table of version 2, by which colours of printers and scanners are found: curves, a grid, curves.

ICC.1:2022, 10.10 (`mft2`) and 10.11 (`mft1`, whose values have one byte). Both become `mft2`.
"""

from __future__ import annotations

from mkdocs_dossier.images.damage import Bytes, NotAPicture
from mkdocs_dossier.images.icc.curves import one_way, read_values, write_values
from mkdocs_dossier.images.icc.grid import OUTPUTS, rewritten_grid

_MOST_ENTRIES = 4096
_SAME = b"".join((0x10000 * (number % 4 == 0)).to_bytes(4, "big") for number in range(9))
"""A matrix that changes nothing: another is for colours that no picture has."""


def rewritten_table(body: bytes, channels: int, pcs: bytes) -> bytes:
    """Return the table of a profile. Raises `NotAPicture`.

    Args:
        channels: How many channels the picture has.
        pcs: The colour space to which the profile leads, XYZ or Lab.
    """
    reader = Bytes(body)
    kind = reader.take(8)[:4]
    inputs, outputs, points, _ = reader.take(4)
    reader.take(len(_SAME))
    if (inputs, outputs) != (channels, OUTPUTS) or kind not in (b"mft1", b"mft2") or (kind, pcs) == (b"mft1", b"XYZ "):
        raise NotAPicture("its colour profile has a table of an unknown kind")
    width = 1 if kind == b"mft1" else 2
    first, last = (256, 256) if width == 1 else (reader.number(2), reader.number(2))
    # In one byte, 255 is the lightest Lab and the end of a curve; in two these are 255 × 256 and 255 × 257.
    before = _curves(reader, inputs, first, width, 257)
    grid = rewritten_grid(reader, (points,) * inputs, width)
    behind = _curves(reader, outputs, last, width, 256)
    head = b"mft2" + bytes(4) + bytes((inputs, outputs, points, 0)) + _SAME
    return head + first.to_bytes(2, "big") + last.to_bytes(2, "big") + before + grid + behind


def _curves(reader: Bytes, number: int, entries: int, width: int, factor: int) -> bytes:
    if not 2 <= entries <= _MOST_ENTRIES:
        raise NotAPicture("its colour profile is damaged")
    curves = (
        read_values(reader, entries) if width == 2 else [value * factor for value in reader.take(entries)]
        for _ in range(number)
    )
    return b"".join(write_values(one_way(curve)) for curve in curves)
