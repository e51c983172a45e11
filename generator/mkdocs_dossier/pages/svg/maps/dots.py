"""Dots on a map: those at nearly the same place are set side by side around it, or where they are too many, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from math import cos, hypot, pi, sin

from mkdocs_dossier.model.shape import Point

APART = 24
"""Units between the middles of two dots, so that each can be hit."""
MOST_AROUND = 6
"""More dots at one place become one dot with their number."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An event (or `count` of them) at a place.

    title: words for it, such as its name and date. url: relative address. latitude, longitude: degrees.
    when_first, when_last: its days (UTC), alike for a single day. unsure: its date or place is. place: the name
    written on the map. precision: `site`, `city` or `region`, as in the record.
    """

    title: str
    url: str
    latitude: float
    longitude: float
    when_first: date
    when_last: date
    unsure: bool = False
    count: int = 1
    place: str = ""
    precision: str = "city"


@dataclass(frozen=True, slots=True)
class DotGroup:
    """Dots that share a place of the picture. reach: how far they go from it when they are set around it, 0 if not."""

    at: Point
    dots: tuple[Dot, ...]
    reach: float = 0.0

    @property
    def count(self) -> int:
        """How many events it stands for."""
        return sum(dot.count for dot in self.dots)

    @property
    def place(self) -> str:
        """The name of its place: that of most of its events, the first of several."""
        names: dict[str, int] = {}
        for dot in self.dots:
            names[dot.place] = names.get(dot.place, 0) + dot.count
        return max(names, key=lambda name: (names[name], bool(name)))

    @property
    def radius(self) -> float:
        """How far its marks go from its middle, in units of the picture."""
        if self.reach or self.count == 1:
            return self.reach + (9 if any(dot.precision == "region" for dot in self.dots) else 6)
        return 11

    def places(self) -> list[Point]:
        """Where its dots stand, if they are set around it: the first above it, the others clockwise."""
        (x, y), turn = self.at, 2 * pi / len(self.dots)
        return [(x + self.reach * sin(n * turn), y - self.reach * cos(n * turn)) for n in range(len(self.dots))]


def grouped(dots: Sequence[Dot], places: Sequence[Point], width: float, height: float) -> list[DotGroup]:
    """Return the dots by place, the places of the most events first."""
    return _spread(_merged(dots, places), width, height)


def _merged(dots: Sequence[Dot], places: Sequence[Point]) -> list[DotGroup]:
    """Groups with at least `APART` units between them; each stands at the place of most of its events."""
    by_place: dict[Point, list[Dot]] = {}
    for dot, (x, y) in zip(dots, places, strict=True):
        by_place.setdefault((round(x, 1), round(y, 1)), []).append(dot)
    order = sorted(by_place, key=lambda place: -sum(dot.count for dot in by_place[place]))
    merged: dict[Point, list[list[Dot]]] = {}
    for place in order:
        near = next((other for other in merged if _distance(place, other) < APART), place)
        merged.setdefault(near, []).append(by_place[place])
    groups = [DotGroup(place, tuple(chain.from_iterable(parts))) for place, parts in merged.items()]
    return sorted(groups, key=lambda group: -group.count)


def _spread(groups: Sequence[DotGroup], width: float, height: float) -> list[DotGroup]:
    """Groups, those with few dots set around their place where this runs into no other group and not off the map."""
    reaches = [0.0] * len(groups)
    for n, group in enumerate(groups):
        if not 2 <= len(group.dots) == group.count <= MOST_AROUND:
            continue
        reach = APART / 2 / sin(pi / len(group.dots))
        (x, y), edge = group.at, reach + 10
        others = ((other.at, reaches[m]) for m, other in enumerate(groups) if m != n)
        if (
            edge <= x <= width - edge
            and edge <= y <= height - edge
            and all(_distance(group.at, at) >= reach + other + APART for at, other in others)
        ):
            reaches[n] = reach
    return [replace(group, reach=reach) for group, reach in zip(groups, reaches, strict=True)]


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
