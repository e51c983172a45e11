"""Colour profiles of every kind, made by hand, with a canary wherever a profile can hold what colours do not need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from struct import pack

CANARY = b"kestrel-in-the-attic"
Tags = Mapping[bytes, bytes]


def profile(space: bytes, tags: Tags, *, pcs: bytes = b"XYZ ", kind: bytes = b"mntr", version: int = 2) -> bytes:
    """A profile that says much. Behind each tag, and behind the last, there are words too."""
    said = {
        b"desc": b"desc" + bytes(4) + pack(">I", 21) + CANARY + b"\0" + bytes(78),
        b"cprt": b"text" + bytes(4) + CANARY,
        b"dmnd": b"desc" + bytes(4) + pack(">I", 21) + CANARY + b"\0" + bytes(78),
        b"tech": b"sig " + bytes(4) + CANARY,
        b"meta": b"dict" + bytes(4) + CANARY,
        b"kest": CANARY,
    }
    table, data = b"", b""
    for name, body in {**said, **tags}.items():
        start = 132 + 12 * (len(said) + len(tags)) + len(data)
        table += name + pack(">II", start, len(body) + len(CANARY))
        data += body + CANARY + bytes(-(len(body) + len(CANARY)) % 4)
    data += CANARY
    header = pack(">I", 132 + len(table) + len(data)) + b"kest" + bytes((version, 0x20, 0, 0)) + kind + space + pcs
    header += pack(">6H", 2016, 8, 18, 7, 46, 59) + b"acsp" + b"kest" + bytes(4) + b"kestrel-in-the-a" + bytes(4)
    header += pack(">III", 0xF6D6, 0x10000, 0xD32D) + b"kest" + b"kestrel-in-the-a" + CANARY + bytes(8)
    return header + pack(">I", len(said) + len(tags)) + table + data


def numbers(kind: bytes, *values: float) -> bytes:
    return kind + bytes(4) + pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def power(value: float) -> bytes:
    return b"curv" + bytes(4) + pack(">IH", 1, round(value * 256))


def listed(values: Sequence[int]) -> bytes:
    return b"curv" + bytes(4) + pack(f">I{len(values)}H", len(values), *values)


def formula(number: int, *values: float) -> bytes:
    return b"para" + bytes(4) + pack(">HH", number, 0) + numbers(b"", *values)[4:]


WHITE = {b"wtpt": numbers(b"XYZ ", 0.9505, 1.0, 1.0891)}
ADAPTED = {b"chad": numbers(b"sf32", 1.0479, 0.0229, -0.0502, 0.0296, 0.9905, -0.0171, -0.0092, 0.0151, 0.7517)}
PRIMARIES = {
    b"rXYZ": numbers(b"XYZ ", 0.6097, 0.3111, 0.0195),
    b"gXYZ": numbers(b"XYZ ", 0.2053, 0.6257, 0.0609),
    b"bXYZ": numbers(b"XYZ ", 0.1492, 0.0632, 0.7446),
}


def curves(curve: bytes) -> Tags:
    return {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}


def _lab(levels: Sequence[float]) -> tuple[float, float, float]:
    """Some colour, from 0 to 1, that gets darker with every ink."""
    light = 1.0
    for level in levels:
        light *= 1 - 0.8 * level
    return light, 0.5 + 0.2 * (levels[0] - levels[-1]), 0.5 - 0.2 * levels[len(levels) // 2]


def _grid(inputs: int, points: int, top: int) -> list[int]:
    steps = [step / (points - 1) for step in range(points)]
    return [round(value * top) for levels in product(steps, repeat=inputs) for value in _lab(levels)]


def _line(entries: int, top: int) -> list[int]:
    return [round(top * entry / (entries - 1)) for entry in range(entries)]


def table16(inputs: int, points: int = 5) -> bytes:
    head = b"mft2" + bytes(4) + bytes((inputs, 3, points, 0)) + numbers(b"", 1, 0, 0, 0, 1, 0, 0, 0, 1)[4:]
    values = [*_line(64, 0xFFFF) * inputs, *_grid(inputs, points, 0xFF00), *_line(3, 0xFFFF) * 3]
    return head + pack(">HH", 64, 3) + pack(f">{len(values)}H", *values)


def table8(inputs: int, points: int = 5) -> bytes:
    head = b"mft1" + bytes(4) + bytes((inputs, 3, points, 0)) + numbers(b"", 1, 0, 0, 0, 1, 0, 0, 0, 1)[4:]
    return head + bytes([*_line(256, 255) * inputs, *_grid(inputs, points, 255), *_line(256, 255) * 3])


def pipeline(inputs: int, width: int, *, matrix: bool) -> bytes:
    """A table of version 4, its parts in another order than that of the offsets, with words between them."""
    curve = power(1.0) + bytes(2)  # to a multiple of four
    grid = bytes((5,) * inputs + (0,) * (16 - inputs)) + bytes((width, 0, 0, 0))
    values = _grid(inputs, 5, 0xFFFF if width == 2 else 255)
    parts = {4: curve * inputs, 3: grid + (pack(f">{len(values)}H", *values) if width == 2 else bytes(values))}
    if matrix:
        parts |= {2: curve * 3, 1: numbers(b"", 0.9, 0, 0, 0, 1, 0, 0, 0, 1, 0.02, 0, 0)[4:]}
    parts[0] = curve * 3
    offsets, data = [0] * 5, CANARY
    for number, part in parts.items():
        offsets[number] = 32 + len(data)
        data += part + bytes(-len(part) % 4) + CANARY
    return b"mAB " + bytes(4) + bytes((inputs, 3, 0, 0)) + pack(">5I", *offsets) + data


_SRGB = formula(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
SHAPE = listed([round(65535 * (step / 1023) ** 1.8) for step in range(1024)])

PROFILES: dict[str, Callable[[], bytes]] = {
    "RGB with powers": lambda: profile(b"RGB ", {**WHITE, **PRIMARIES, **curves(power(2.2))}),
    "RGB with lists": lambda: profile(b"RGB ", {**WHITE, **PRIMARIES, **curves(SHAPE)}, kind=b"scnr"),
    "RGB with formulas": lambda: profile(b"RGB ", {**WHITE, **ADAPTED, **PRIMARIES, **curves(_SRGB)}, version=4),
    "RGB without curves": lambda: profile(b"RGB ", {**PRIMARIES, **curves(listed([]))}),
    "RGB with a table": lambda: profile(b"RGB ", {**WHITE, b"A2B0": table16(3)}, pcs=b"Lab "),
    "RGB with a pipeline": lambda: profile(b"RGB ", {b"A2B0": pipeline(3, 2, matrix=True)}, pcs=b"Lab ", version=4),
    "grey": lambda: profile(b"GRAY", {**WHITE, b"kTRC": power(1.8)}, kind=b"prtr"),
    "grey to Lab": lambda: profile(b"GRAY", {**WHITE, b"kTRC": SHAPE}, pcs=b"Lab "),
    "CMYK": lambda: profile(b"CMYK", {**WHITE, b"A2B0": table16(4, 9)}, pcs=b"Lab ", kind=b"prtr"),
    "CMYK in bytes": lambda: profile(b"CMYK", {**WHITE, b"A2B0": table8(4)}, pcs=b"Lab ", kind=b"prtr"),
    "CMYK in several parts": lambda: profile(b"CMYK", {b"A2B0": table16(4, 11)}, pcs=b"Lab ", kind=b"prtr"),
    "CMYK with a pipeline": lambda: profile(b"CMYK", {b"A2B0": pipeline(4, 1, matrix=False)}, pcs=b"Lab ", version=4),
}
