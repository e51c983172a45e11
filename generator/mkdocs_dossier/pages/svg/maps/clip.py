"""Cuts rings to a picture and leaves out points that nobody could see there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mkdocs_dossier.model.shape import Point

Ring = Sequence[Point]


def clipped(ring: Ring, width: float, height: float) -> Ring:
    """`ring` inside the rectangle from (0, 0) to (width, height), after Sutherland and Hodgman; empty outside it."""
    for axis, edge, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        if any(sign * (point[axis] - edge) < 0 for point in ring):
            ring = _cut(ring, axis, edge, sign)
    return ring


def _cut(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    kept: list[Point] = []
    before = ring[-1]
    was_inside = sign * (before[axis] - edge) >= 0
    for point in ring:
        inside = sign * (point[axis] - edge) >= 0
        if inside != was_inside:
            kept.append(_crossing(before, point, axis, edge))
        if inside:
            kept.append(point)
        before, was_inside = point, inside
    return kept


def _crossing(one: Point, other: Point, axis: int, edge: float) -> Point:
    part = (edge - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
    return (edge, across) if axis == 0 else (across, edge)


def thinned(ring: Ring, tolerance: float) -> Ring:
    """`ring` without the points that lie within `tolerance` of the line through the others (Douglas and Peucker)."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda n: abs(ring[n][0] - ring[0][0]) + abs(ring[n][1] - ring[0][1]))
    line = [*ring, ring[0]]
    kept = {0, far, *_kept(line, 0, far, tolerance), *_kept(line, far, len(ring), tolerance)}
    return [ring[n] for n in sorted(kept)]


def _kept(line: Ring, first: int, last: int, tolerance: float) -> set[int]:
    """The points between two of a line that stay."""
    kept = set()
    spans = [(first, last)]
    while spans:
        one, other = spans.pop()
        if other - one < 2:
            continue
        n, distance = _farthest(line, one, other)
        if distance > tolerance * tolerance:
            kept.add(n)
            spans += [(one, n), (n, other)]
    return kept


def _farthest(line: Ring, one: int, other: int) -> tuple[int, float]:
    """The point between two of a line that is farthest from their chord, and the square of its distance."""
    (x0, y0), (x1, y1) = line[one], line[other]
    step_x, step_y = x1 - x0, y1 - y0
    length = step_x * step_x + step_y * step_y
    found, most = one, -1.0
    for n in range(one + 1, other):
        x, y = line[n][0] - x0, line[n][1] - y0
        along = (x * step_x + y * step_y) / length if length else 0.0
        along = 0.0 if along < 0 else 1.0 if along > 1 else along
        away_x, away_y = x - along * step_x, y - along * step_y
        distance = away_x * away_x + away_y * away_y
        if distance > most:
            found, most = n, distance
    return found, most


def area(ring: Ring) -> float:
    """The area inside a ring, negative where it runs the other way round."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]])) / 2
