"""The built-in outlines: every territory has one, neighbours share theirs, and nothing is cut at 180 degrees."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from math import acos, cos, degrees, radians, sin

import pytest

from mkdocs_dossier.model.shape import Outline, Point
from mkdocs_dossier.read.shapes import built_in_shapes
from mkdocs_dossier.read.territories import built_in_territories

SHAPES = built_in_shapes()
OUTLINES = [outline for shape in SHAPES.values() for outline in (*shape.near, *shape.world)]


def _distance(one: Point, other: Point) -> float:
    (x0, y0), (x1, y1) = ((radians(x), radians(y)) for x, y in (one, other))
    return degrees(acos(min(1.0, max(-1.0, sin(y0) * sin(y1) + cos(y0) * cos(y1) * cos(x1 - x0)))))


def _extent(outline: Outline) -> float:
    longitudes = [longitude for longitude, _ in outline.points]
    return max(longitudes) - min(longitudes)


def test_every_territory_has_a_shape() -> None:
    assert built_in_territories().keys() <= SHAPES.keys()
    assert all(shape.near for shape in SHAPES.values())


def test_no_shape_is_of_a_territory_that_does_not_exist() -> None:
    assert SHAPES.keys() - built_in_territories().keys() == {""}


@pytest.mark.parametrize("code", ["MT", "BH", "SG", "NR", "MC", "VA", "GI"])
def test_even_the_smallest_countries_have_an_area(code: str) -> None:
    outline = SHAPES[code].near[0]
    assert len(set(outline.points)) >= 3
    assert outline.reach > 0


@pytest.mark.parametrize(("one", "other"), [("SY", "TR"), ("SY", "IQ"), ("RS", "XK"), ("IL", "PS"), ("ZA", "LS")])
@pytest.mark.parametrize("world", [False, True])
def test_neighbours_share_their_border(one: str, other: str, world: bool) -> None:
    mine, theirs = (
        {point for outline in SHAPES[code].outlines(world=world) for point in outline.points} for code in (one, other)
    )
    assert len(mine & theirs) >= 3


def test_no_point_is_farther_from_the_middle_than_the_reach() -> None:
    for outline in OUTLINES:
        assert max(_distance(outline.middle, point) for point in outline.points) <= outline.reach + 1e-6


def test_no_ring_is_cut_at_180_degrees_or_jumps_across_it() -> None:
    for code, shape in SHAPES.items():
        if code != "AQ":
            for outline in (*shape.near, *shape.world):
                ring = [*outline.points, outline.points[0]]
                assert all(abs(x1 - x0) < 40 for (x0, _), (x1, _) in pairwise(ring)), code
                assert not any(abs(x0) == abs(x1) == 180 for (x0, _), (x1, _) in pairwise(ring)), code
    assert max(x for x, _ in SHAPES["RU"].near[0].points) > 190
    assert max(map(_extent, SHAPES["AQ"].near)) > 179


def test_what_iso_counts_as_a_territory_of_its_own_is_no_part_of_another() -> None:
    assert all(_distance(outline.middle, (2, 46)) < 12 for outline in SHAPES["FR"].near)
    assert all(_distance(outline.middle, (15, 65)) < 12 for outline in SHAPES["NO"].near)
    assert _distance(SHAPES["RE"].middle, (55.5, -21.1)) < 0.5
    assert _distance(SHAPES["SJ"].middle, (16, 78.6)) < 3


def test_a_shape_without_a_fine_or_coarse_level_is_found_at_the_other() -> None:
    malta, syria = SHAPES["MT"], SHAPES["SY"]
    assert malta.world == () and malta.outlines(world=True) == malta.near
    assert syria.outlines(world=True) == syria.world != syria.near == syria.outlines(world=False)


def test_the_file_stays_small() -> None:
    assert len((files("mkdocs_dossier") / "data" / "shapes.json").read_bytes()) < 360_000
