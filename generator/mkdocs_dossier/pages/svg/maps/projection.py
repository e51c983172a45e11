"""From the globe to the plane: one projection for a part of it, one for the whole.

Both keep areas true. Points of the globe are (longitude, latitude) in degrees; points of the plane are (x, y) in
degrees of arc as they are in the middle of the map, x to the right, y up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

from mkdocs_dossier.model.shape import Outline, Point

BERING_STRAIT = -169.0
"""Where the map of the world is cut (degrees of longitude): there it cuts no country in two."""


class Projection(Protocol):
    """A way to lay the globe on a plane."""

    def places(self, points: Iterable[Point]) -> list[Point]:
        """Points of the globe as points of the plane."""

    def around(self, outlines: Iterable[Outline], far: float) -> Iterator[Sequence[Point]]:
        """The points of outlines that can come within `far` (on the plane) of the middle of the map."""


@dataclass(frozen=True, slots=True)
class Local:
    """Lambert's azimuthal equal-area projection around a point: right for a city as well as for Russia or a pole."""

    middle: Point

    def places(self, points: Iterable[Point]) -> list[Point]:
        """Points of the globe as points of the plane, the middle at (0, 0)."""
        turn, tilt = (radians(part) for part in self.middle)
        sin_tilt, cos_tilt, unit = sin(tilt), cos(tilt), degrees(1)
        placed = []
        for longitude, latitude in points:
            x, y = radians(longitude) - turn, radians(latitude)
            sin_y, cos_y, cos_x = sin(y), cos(y), cos(x)
            scale = unit * sqrt(2 / max(1e-9, 1 + sin_tilt * sin_y + cos_tilt * cos_y * cos_x))
            placed.append((scale * cos_y * sin(x), scale * (cos_tilt * sin_y - sin_tilt * cos_y * cos_x)))
        return placed

    def around(self, outlines: Iterable[Outline], far: float) -> Iterator[Sequence[Point]]:
        """The points of outlines that can come within `far` (on the plane) of the middle of the map."""
        arc = _on_globe(far)
        for outline in outlines:
            # Most are too far north or south, and that costs nothing to see.
            if abs(outline.middle[1] - self.middle[1]) > arc + outline.reach:
                continue
            if hypot(*self.places([outline.middle])[0]) <= _on_plane(arc + outline.reach):
                yield outline.points


def _on_plane(arc: float) -> float:
    """How far from the middle of a local map a point is that is so many degrees of arc away."""
    return degrees(2 * sin(radians(min(arc, 180.0)) / 2))


def _on_globe(far: float) -> float:
    """The degrees of arc to a point that is so far from the middle of a local map."""
    return degrees(2 * asin(min(1.0, radians(far) / 2)))


@dataclass(frozen=True, slots=True)
class EqualEarth:
    """The Equal Earth projection (Šavrič, Patterson, Jenny 2018), cut at the Bering Strait."""

    def places(self, points: Iterable[Point]) -> list[Point]:
        """Points of the globe as points of the plane. Those that lie together stay so: the first decides the side."""
        placed: list[Point] = []
        turn = None
        for longitude, latitude in points:
            if turn is None:
                turn = 180 + BERING_STRAIT + 360 * round((longitude - 180 - BERING_STRAIT) / 360)
            placed.append(_equal_earth(longitude - turn, latitude))
        return placed

    def around(self, outlines: Iterable[Outline], far: float) -> Iterator[Sequence[Point]]:
        """Everything but the rings around a pole, which this projection would have to cut."""
        return (outline.points for outline in outlines if abs(outline.middle[1]) < 90)


def _equal_earth(longitude: float, latitude: float) -> Point:
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = 2 * sqrt(3) * longitude * cos(t) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    return x, degrees(t * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1))


def center(points: Sequence[Point], weights: Sequence[float] = ()) -> Point:
    """The middle of points on the globe, by their weights (all alike without)."""
    x = y = z = 0.0
    for (longitude, latitude), weight in zip(points, weights or [1.0] * len(points), strict=True):
        turn, tilt = radians(longitude), radians(latitude)
        x += weight * cos(tilt) * cos(turn)
        y += weight * cos(tilt) * sin(turn)
        z += weight * sin(tilt)
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))


def widest_gap(longitudes: Iterable[float]) -> float:
    """The widest part of the circle of longitudes (degrees) that none of some longitudes lies in."""
    around = sorted(longitude % 360 for longitude in longitudes)
    return max(other - one for one, other in zip(around, [*around[1:], around[0] + 360], strict=True))
