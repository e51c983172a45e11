"""Reads the built-in outlines of the countries (made by `tools/make_shapes.py`)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import acos, cos, degrees, radians, sin

from mkdocs_dossier.model.shape import Atlas, Outline, Point, Shape

STEPS = {"world": 10, "near": 100, "small": 1000}
"""Steps in a degree, by the part of the file."""

Rings = Mapping[str, Sequence[Sequence[int]]]


@cache
def built_in_atlas() -> Atlas:
    """Return the shapes, and the maps of where countries lie (made by `tools/make_locators.py`)."""
    locators = json.loads((files("mkdocs_dossier") / "data" / "locators.json").read_text(encoding="utf-8"))
    return Atlas(built_in_shapes(), locators)


def built_in_shapes() -> dict[str, Shape]:
    """Return the shape of every territory that has one, by its code; under the empty code, land without one."""
    table = json.loads((files("mkdocs_dossier") / "data" / "shapes.json").read_text(encoding="utf-8"))
    world, near, small = (_outlines(table[part], STEPS[part]) for part in ("world", "near", "small"))
    near |= small
    return {code: Shape(code, near.get(code, ()), world.get(code, ())) for code in sorted(near | world)}


def _outlines(rings: Rings, steps: int) -> dict[str, tuple[Outline, ...]]:
    return {code: tuple(_outline(ring, steps) for ring in shape) for code, shape in rings.items()}


def _outline(ring: Sequence[int], steps: int) -> Outline:
    """Return a ring from its steps: x, y of the first point, then the way to each next one."""
    xs = [x / steps for x in accumulate(ring[::2])]
    ys = [y / steps for y in accumulate(ring[1::2])]
    middle, reach = _around(min(xs), min(ys), max(xs), max(ys))
    return Outline(tuple(zip(xs, ys, strict=True)), middle, reach)


def _around(west: float, south: float, east: float, north: float) -> tuple[Point, float]:
    """Return the middle of a box, and how far its corners are from there, in degrees of arc."""
    if east - west > 180:
        return (0.0, -90.0), 90.0 + north
    x, y = (west + east) / 2, (south + north) / 2
    return (x, y), max(_distance((x, y), (west, latitude)) for latitude in (south, north))


def _distance(one: Point, other: Point) -> float:
    """Degrees of arc between two points on the globe."""
    (x0, y0), (x1, y1) = ((radians(x), radians(y)) for x, y in (one, other))
    return degrees(acos(min(1.0, max(-1.0, sin(y0) * sin(y1) + cos(y0) * cos(y1) * cos(x1 - x0)))))
