"""Where the nodes of a network lie: forces push all of them apart and pull those with an edge together, until they
rest (T. Fruchterman, E. Reingold, Softw. Pract. Exper. 21 (1991) 1129).

The beginning is fixed, and only operations are used that give the same result on every machine; so the same network
always lies the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import sqrt

ROUNDS = 200
CLEARINGS = 60
_TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle, written out: these functions differ between machines in the last digit."""

_BETWEEN = 0.2
"""How strong an edge between two clusters pulls, compared with one inside."""

Edge = tuple[int, int, float]
"""The numbers of two nodes, and how strong the edge is: above 0, at most 1."""


Room = tuple[int, int]
"""How far a node with its label reaches to the sides, and up and down."""


def lay_out(
    clusters: Sequence[int], edges: Sequence[Edge], rooms: Sequence[Room], width: int, height: int
) -> tuple[tuple[int, int], ...]:
    """Return the places of the nodes, in whole units from 0 to `width` and `height`.

    clusters: the number of each node's cluster. rooms: of each node; where there is enough, they do not overlap.
    """
    if not clusters:
        return ()
    xs, ys = _beginning(clusters)
    pulls = [(i, j, (0.4 + 0.6 * w) * (1 if clusters[i] == clusters[j] else _BETWEEN)) for i, j, w in edges]
    for number in range(ROUNDS):
        _step(xs, ys, pulls, reach=0.12 * (1 - number / ROUNDS) + 0.004)
    aside, above = (max(sizes) for sizes in zip(*rooms, strict=True))
    xs, ys = _stretched(xs, aside, width - aside), _stretched(ys, above, height - above)
    _clear(xs, ys, rooms, width, height)
    return tuple((round(x), round(y)) for x, y in zip(xs, ys, strict=True))


def _beginning(clusters: Sequence[int]) -> tuple[list[float], list[float]]:
    """A spiral, cluster by cluster, so that each begins together."""
    xs, ys = [0.0] * len(clusters), [0.0] * len(clusters)
    # One turn for each cluster, and a small one for each of its nodes.
    corners = list(_spiral(max(clusters) + 1))
    inner = list(_spiral(len(clusters)))
    for number, cluster in enumerate(clusters):
        xs[number] = corners[cluster][0] + 0.25 * inner[number][0]
        ys[number] = corners[cluster][1] + 0.25 * inner[number][1]
    return xs, ys


def _spiral(number: int) -> Iterator[tuple[float, float]]:
    x, y = 1.0, 0.0
    for at in range(number):
        far = sqrt((at + 0.5) / number)
        yield x * far, y * far
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]


def _step(xs: list[float], ys: list[float], pulls: Sequence[Edge], reach: float) -> None:
    """Move every node by the forces on it, at most as far as `reach`."""
    number = len(xs)
    distance = 1.7 / sqrt(number)
    push = distance * distance
    # Everything is drawn to the middle a little, so that parts without an edge between them do not drift away.
    fx, fy = [-0.9 * x for x in xs], [-1.1 * y for y in ys]
    for i in range(number):
        x, y, sx, sy = xs[i], ys[i], 0.0, 0.0
        for j in range(i):
            dx, dy = x - xs[j], y - ys[j]
            force = push / (dx * dx + dy * dy + 1e-4)
            dx *= force
            dy *= force
            sx += dx
            sy += dy
            fx[j] -= dx
            fy[j] -= dy
        fx[i] += sx
        fy[i] += sy
    for i, j, strength in pulls:
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        force = strength * sqrt(dx * dx + dy * dy) / distance
        fx[i] -= dx * force
        fy[i] -= dy * force
        fx[j] += dx * force
        fy[j] += dy * force
    for i in range(number):
        size = sqrt(fx[i] * fx[i] + fy[i] * fy[i])
        part = min(1.0, reach / size) if size > 0 else 0.0
        xs[i] += fx[i] * part
        ys[i] += fy[i] * part


def _stretched(values: list[float], least: float, most: float) -> list[float]:
    low, high = min(values), max(values)
    if high - low < 1e-9:
        return [(least + most) / 2] * len(values)
    return [least + (most - least) * (value - low) / (high - low) for value in values]


def _clear(xs: list[float], ys: list[float], rooms: Sequence[Room], width: int, height: int) -> None:
    """Push nodes apart until each has its room, or nearly so, inside of the picture."""
    for _ in range(CLEARINGS):
        moved = False
        for i, j in combinations(range(len(xs)), 2):
            wide, high = rooms[i][0] + rooms[j][0], rooms[i][1] + rooms[j][1]
            dx, dy = (xs[j] - xs[i]) / wide, (ys[j] - ys[i]) / high
            far = dx * dx + dy * dy
            if far >= 1:
                continue
            far = sqrt(far)
            # Two at the same place go apart sideways.
            dx, dy = (dx / far, dy / far) if far > 1e-6 else (1.0, 0.0)
            moved, half = True, (1 - far) / 2
            for node, sign in ((i, -half), (j, half)):
                xs[node] = min(max(xs[node] + dx * sign * wide, rooms[node][0]), width - rooms[node][0])
                ys[node] = min(max(ys[node] + dy * sign * high, rooms[node][1]), height - rooms[node][1])
        if not moved:
            return
