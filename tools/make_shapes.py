"""Make `generator/mkdocs_dossier/data/shapes.json`, the outlines of the countries, from Natural Earth.

* Outlines: Natural Earth 4.1, public domain, as TopoJSON in npm `world-atlas` 2.0.2 (at 1:110m, 1:50m and 1:10m).
* ISO 3166-1 numeric to alpha-2: Unicode CLDR, npm `cldr-core` 48.2.0. Unicode License V3.

Run it again (`tools/README.md` has the set-up)::

    python tools/make_shapes.py --world-atlas DIR --cldr-core DIR

where each DIR is an unpacked npm package. The same input gives the same bytes. Lines are simplified one border at a
time, so that neighbours keep the same border, and what is cut at 180 degrees is sewn together again.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, inf, radians
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "generator" / "mkdocs_dossier" / "data"
OUTPUT = DATA / "shapes.json"
TERRITORIES = DATA / "territories.json"

ABOUT = {
    "made_by": "tools/make_shapes.py",
    "sources": [
        {
            "name": "Natural Earth",
            "version": "4.1 (npm world-atlas 2.0.2)",
            "license": "public domain",
            "url": "https://www.naturalearthdata.com/",
            "gives": "outlines",
        },
        {
            "name": "Unicode CLDR",
            "version": "48.2.0 (npm cldr-core)",
            "license": "Unicode-3.0",
            "url": "https://cldr.unicode.org/",
            "gives": "two-letter codes",
        },
    ],
    "rings": "a ring is x, y, then the steps to the next points; near in 1/100, small in 1/1000, world in 1/10 degree",
}

#: Shapes without a number of ISO 3166-1 that have a code all the same; the others stay land without a code.
CODES_BY_NAME = {"Kosovo": "XK"}
#: Codes that ISO has withdrawn, to which CLDR gives the number of another all the same.
WITHDRAWN = {"BU", "TP", "YU", "ZR"}

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]

#: What Natural Earth draws as a part of one shape and ISO counts as a territory of its own: where it lies
#: (west, south, east, north in degrees).
PARTS: Mapping[str, tuple[str, tuple[Box, ...]]] = {
    "GF": ("France", ((-55, 2, -51, 6),)),
    "GP": ("France", ((-62, 15.7, -61, 16.6),)),
    "MQ": ("France", ((-61.4, 14.3, -60.7, 15),)),
    "RE": ("France", ((55, -22, 56, -20),)),
    "YT": ("France", ((45, -13.1, 45.4, -12.5),)),
    "BQ": ("Netherlands", ((-68.5, 12, -68.1, 12.4), (-63.4, 17.4, -62.9, 17.7))),
    "SJ": ("Norway", ((10, 74, 35, 81), (-9.5, 70.5, -7.5, 71.5))),
    "BV": ("Norway", ((3, -55, 4, -54),)),
    "TK": ("New Zealand", ((-173, -10, -171, -8),)),
    "CX": ("Indian Ocean Ter.", ((105, -11, 106, -10),)),
    "CC": ("Indian Ocean Ter.", ((96, -13, 97, -11),)),
}

SMALL = 0.25
"""Square degrees (of the equator) below which a shape comes from the 1:10m set."""


@dataclass(frozen=True)
class Level:
    """How finely one set is drawn, in square degrees as they are at the equator.

    bends: least area of a bend, of the smallest country and of the largest; between them it is as the country is,
    its area by `parts`. island: least area of an island. steps: the steps in a degree that points are rounded to.
    """

    bends: tuple[float, float]
    parts: float
    island: float
    steps: int

    def bend(self, area: float) -> float:
        """The least area of a bend in the border of a country of some area."""
        return min(max(self.bends[0], area / self.parts), self.bends[1])


WORLD = Level(bends=(0.12, 0.12), parts=1, island=0.5, steps=10)
NEAR = Level(bends=(0.0005, 0.004), parts=7000, island=0.004, steps=100)
FINE = Level(bends=(0.00001, 0.00003), parts=1000, island=0.0001, steps=1000)

Shapes = dict[str, list[Ring]]


# --- Lines -----------------------------------------------------------------------------------------------------------


def simplified(line: Ring, bend: float) -> Ring:
    """`line` without its smallest bends (Visvalingam), its ends and what lies on the 180th meridian kept.

    A closed line keeps three corners, so that an island stays an island.
    """
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [inf, *(_bend(line, n - 1, n, n + 1) for n in range(1, len(line) - 1)), inf]
    heap = [(size, n) for n, size in enumerate(sizes) if size < inf]
    heapify(heap)
    spare = len(line) - (4 if line[0] == line[-1] else 2)
    while heap and spare > 0:
        size, n = heappop(heap)
        if size != sizes[n]:
            continue
        if size >= bend:
            break
        one, other = before[n], after[n]
        after[one], before[other], sizes[n] = other, one, -1.0
        spare -= 1
        for near in (one, other):
            if 0 < near < len(line) - 1:
                # Never smaller than the bend just taken out: what is left of it goes after it.
                sizes[near] = max(size, _bend(line, before[near], near, after[near]))
                heappush(heap, (sizes[near], near))
    return [point for point, size in zip(line, sizes, strict=True) if size >= 0]


def _bend(line: Ring, one: int, middle: int, other: int) -> float:
    """The area of a bend in square degrees as they are at the equator."""
    (x0, y0), (x1, y1), (x2, y2) = line[one], line[middle], line[other]
    if abs(x1) >= 179.99:
        return inf
    return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2 * cos(radians(y1))


def area(ring: Sequence[Point]) -> float:
    """The area of a ring in square degrees as they are at the equator."""
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]))
    return abs(twice) / 2 * cos(radians(sum(y for _, y in ring) / len(ring)))


def middle(ring: Sequence[Point]) -> Point:
    """The middle of the box around a ring."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


# --- TopoJSON --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Topology:
    """One set of Natural Earth: borders as lines, shapes as rings of numbers of lines (~n is line n backwards)."""

    lines: list[Ring]
    shapes: list[tuple[str, str, list[list[int]]]]
    """Name, number of ISO 3166-1 (empty without), rings."""


def read_topology(path: Path) -> Topology:
    """Decode a file of `world-atlas`."""
    tree = json.loads(path.read_text(encoding="utf-8"))
    shapes = [
        (shape["properties"]["name"], shape.get("id", ""), list(_ring_numbers(shape)))
        for shape in tree["objects"]["countries"]["geometries"]
    ]
    return Topology([_line(arc, tree["transform"]) for arc in tree["arcs"]], shapes)


def _line(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Ring:
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    line, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        line.append((x * scale_x + west, y * scale_y + south))
    return line


def _ring_numbers(shape: Mapping[str, Any]) -> Iterator[list[int]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        yield from polygon


def rings_of(numbers: Iterable[Sequence[int]], lines: Mapping[int, Ring]) -> list[Ring]:
    """The rings that lines make, each without its first point repeated at the end."""
    rings = []
    for ring in numbers:
        points: Ring = []
        for number in ring:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            points += line[:-1]
        rings.append(points)
    return rings


# --- The 180th meridian ----------------------------------------------------------------------------------------------


def sewn(rings: Sequence[Ring]) -> list[Ring]:
    """`rings`, those that have a side on the 180th meridian put together with what lies across it.

    Where a ring crosses the meridian, its longitudes count on beyond 180 degrees. A ring around the pole cannot: it
    jumps once from 180 degrees to -180. The pole itself, which Natural Earth draws as a ring, is left out.
    """
    whole = [ring for ring in rings if not _cut_at(ring) and any(y > -89 for _, y in ring)]
    pieces = [piece for ring in rings if _cut_at(ring) for piece in _pieces(ring)]
    while pieces:
        ring = pieces.pop(0)
        while (follower := _follower(ring, pieces)) is not None:
            ring = ring[:-1] + pieces.pop(follower)
        whole.append(ring[:-1])
    return [_unrolled(ring) for ring in whole]


def _cut_at(ring: Ring) -> list[int]:
    """The places in a ring whose side from the point before lies on the meridian."""
    return [n for n in range(len(ring)) if abs(ring[n - 1][0]) >= 179.99 and abs(ring[n][0]) >= 179.99]


def _pieces(ring: Ring) -> list[Ring]:
    """What is left of a ring without its sides on the meridian."""
    cuts = _cut_at(ring)
    ends = [*cuts[1:], cuts[0] + len(ring)]
    pieces = [(ring + ring)[start:end] for start, end in zip(cuts, ends, strict=True)]
    return [piece for piece in pieces if len(piece) > 1]


def _follower(ring: Ring, pieces: Sequence[Ring]) -> int | None:
    """The piece that begins, within 2 km, where a ring ends."""
    return next((n for n, piece in enumerate(pieces) if abs(piece[0][1] - ring[-1][1]) < 0.02), None)


def _unrolled(ring: Ring) -> Ring:
    xs = [ring[0][0]]
    for x, _ in ring[1:]:
        xs.append(x + 360 * round((xs[-1] - x) / 360))
    if abs(xs[-1] - xs[0]) > 180:
        return ring
    turn = 360 if min(xs) < -180 else 0
    return [(x + turn, y) for x, (_, y) in zip(xs, ring, strict=True)]


# --- Shapes ----------------------------------------------------------------------------------------------------------


def two_letters(root: Path) -> dict[str, str]:
    """Two-letter codes by number."""
    tree = json.loads((root / "supplemental" / "codeMappings.json").read_text(encoding="utf-8"))
    table = tree["supplemental"]["codeMappings"]
    return {
        entry["_numeric"]: code
        for code, entry in table.items()
        if len(code) == 2 and "_numeric" in entry and code not in WITHDRAWN
    }


def shapes_of(topology: Topology, codes: Mapping[str, str], level: Level, wanted: set[str] | None = None) -> Shapes:
    """The simplified rings of each code (of those `wanted`); under the empty code what has none."""
    parents = {parent for code, (parent, _) in PARTS.items() if wanted is None or code in wanted}
    chosen = [
        (name, code, numbers)
        for name, number, numbers in topology.shapes
        for code in (CODES_BY_NAME.get(name) or codes.get(number, ""),)
        if wanted is None or code in wanted or name in parents
    ]
    lines = _lines(topology, [numbers for _, _, numbers in chosen], level)
    shapes: Shapes = defaultdict(list)
    for name, code, numbers in chosen:
        for ring in sewn(rings_of(numbers, lines)):
            shapes[_part(name, ring) or code].append(ring)
    return shapes


def _lines(topology: Topology, shapes: Iterable[list[list[int]]], level: Level) -> dict[int, Ring]:
    """The lines of some shapes, each as simple as the smaller of its two countries allows."""
    bends: dict[int, float] = {}
    full = dict(enumerate(topology.lines))
    for numbers in shapes:
        bend = level.bend(sum(map(area, rings_of(numbers, full))))
        for number in (max(n, ~n) for ring in numbers for n in ring):
            bends[number] = min(bend, bends.get(number, inf))
    return {number: simplified(topology.lines[number], bend) for number, bend in bends.items()}


def _part(name: str, ring: Ring) -> str:
    """The code of the territory that a ring of a larger shape is."""
    x, y = middle(ring)
    for code, (parent, boxes) in PARTS.items():
        if parent == name and any(west < x < east and south < y < north for west, south, east, north in boxes):
            return code
    return ""


def rounded(rings: Iterable[Ring], level: Level) -> list[Ring]:
    """Rings in whole steps, largest first, without repeated points and without islands too small for the level.

    The largest ring stays whatever its size.
    """
    kept = []
    for ring in rings:
        steps = [(round(x * level.steps), round(y * level.steps)) for x, y in ring]
        steps = [point for one, point in pairwise([steps[-1], *steps]) if point != one]
        kept.append((area(ring), [(float(x), float(y)) for x, y in steps]))
    kept.sort(key=lambda entry: -entry[0])
    return [ring for n, (size, ring) in enumerate(kept) if len(ring) > 2 and (n == 0 or size >= level.island)]


# --- Output ----------------------------------------------------------------------------------------------------------


def line_of(code: str, rings: Iterable[Ring]) -> str:
    return f"{json.dumps(code)}:{json.dumps([_steps(ring) for ring in rings], separators=(',', ':'))}"


def _steps(ring: Ring) -> list[int]:
    steps = [int(ring[0][0]), int(ring[0][1])]
    for (x0, y0), (x1, y1) in pairwise(ring):
        steps += [int(x1 - x0), int(y1 - y0)]
    return steps


def text_of(parts: Mapping[str, Iterable[str]]) -> str:
    """The file: one shape a line."""
    about = json.dumps(ABOUT, ensure_ascii=False, separators=(",", ":"))
    blocks = [f'"about":{about}', *(f'"{name}":{{\n' + ",\n".join(lines) + "\n}" for name, lines in parts.items())]
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def lines_of(shapes: Shapes, level: Level) -> list[str]:
    drawn = ((code, rounded(shapes[code], level)) for code in sorted(shapes))
    return [line_of(code, rings) for code, rings in drawn if rings]


def main() -> int:
    parser = argparse.ArgumentParser(description="Make generator/mkdocs_dossier/data/shapes.json.")
    parser.add_argument("--world-atlas", type=Path, required=True, help="unpacked npm package world-atlas")
    parser.add_argument("--cldr-core", type=Path, required=True, help="unpacked npm package cldr-core")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    codes = two_letters(options.cldr_core)
    known = set(json.loads(TERRITORIES.read_text(encoding="utf-8"))) - {"about"}

    world = shapes_of(read_topology(options.world_atlas / "countries-110m.json"), codes, WORLD)
    near = shapes_of(read_topology(options.world_atlas / "countries-50m.json"), codes, NEAR)
    small = {code for code in known if sum(map(area, near.get(code, ()))) < SMALL}
    fine = shapes_of(read_topology(options.world_atlas / "countries-10m.json"), codes, FINE, small)

    # The Vatican is a line in the finest set, and an area in the middle one.
    fine = {code: fine[code] if rounded(fine.get(code, ()), FINE) else near[code] for code in small & {*near, *fine}}

    parts = {
        "world": lines_of({code: rings for code, rings in world.items() if code in known | {""}}, WORLD),
        "near": lines_of({code: rings for code, rings in near.items() if code in (known | {""}) - small}, NEAR),
        "small": lines_of(fine, FINE),
    }
    options.output.write_text(text_of(parts), encoding="utf-8", newline="\n")
    for name, lines in parts.items():
        print(f"{name}: {len(lines)} shapes, {sum(map(len, lines))} bytes")
    for code in sorted(known - {*near, *fine}):
        print(f"{code} has no shape, only its coordinates")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
