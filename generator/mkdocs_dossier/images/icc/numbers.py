"""Single numbers of a profile. None of them is larger than colours have it: four letters read as one never pass."""

from __future__ import annotations

from mkdocs_dossier.images.damage import Bytes, NotAPicture

_MOST = 32 << 16
"""In units of 1/65536, as profiles have numbers. Letters give 8,192 and more."""

_CODE_POINTS = 22
"""The last primaries, transfer characteristics and matrices of ITU-T H.273."""


def fixed_numbers(reader: Bytes, count: int) -> bytes:
    """Return the next numbers as they are written (s15Fixed16). Raises `NotAPicture` where one cannot be."""
    numbers = [int.from_bytes(reader.take(4), "big", signed=True) for _ in range(count)]
    if any(abs(number) >= _MOST for number in numbers):
        raise NotAPicture("its colour profile holds impossible numbers")
    return b"".join(number.to_bytes(4, "big", signed=True) for number in numbers)


def rewritten_numbers(body: bytes, kind: bytes, count: int) -> bytes:
    """Return a tag of `count` numbers, without what may lie behind them. Raises `NotAPicture`."""
    reader = Bytes(body)
    if reader.take(8)[:4] != kind:
        raise NotAPicture("its colour profile is damaged")
    return kind + bytes(4) + fixed_numbers(reader, count)


def rewritten_cicp(body: bytes) -> bytes:
    """Return a tag with the code points that pictures of great brightness have. Raises `NotAPicture`."""
    points = Bytes(body, 8).take(4)
    if body[:4] != b"cicp" or max(points) > _CODE_POINTS or points[3] > 1:
        raise NotAPicture("its colour profile is damaged")
    return b"cicp" + bytes(4) + points
