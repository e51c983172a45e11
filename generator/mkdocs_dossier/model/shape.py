"""The outline of a country: rings of points on the globe, at two levels of detail.

Points are (longitude, latitude) in degrees, east and north positive. A ring that crosses the 180th meridian counts on
beyond 180 degrees, so that its points lie beside each other; one around the South Pole jumps from 180 to -180 once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """One ring: the edge of an island or a mainland, or of a hole in it. The last point joins the first."""

    points: tuple[Point, ...]
    middle: Point
    reach: float
    """No point of the ring is farther from its middle than this (degrees of arc)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's rings, the largest first: `near` for a map of its surroundings, `world` for one of the world.

    Attributes:
        code: ISO 3166-1 alpha-2; empty for land that has no code. Small countries have nothing in `world`.
    """

    code: str
    near: tuple[Outline, ...] = ()
    world: tuple[Outline, ...] = ()

    def outlines(self, *, world: bool) -> tuple[Outline, ...]:
        """Its rings at a level of detail; those of `near` where it has no others."""
        return self.world or self.near if world else self.near

    @property
    def middle(self) -> Point:
        """The middle of its largest part."""
        return (self.near or self.world)[0].middle


class Atlas(Mapping[str, Shape]):
    """Shapes by code. One atlas is another one only if it is the same, so that what was drawn of it can be kept.

    Args:
        locators: By code, what the map of where a country lies shows, as SVG.
    """

    def __init__(self, shapes: Mapping[str, Shape], locators: Mapping[str, str]) -> None:
        self._shapes, self.locators = dict(shapes), locators

    def __getitem__(self, code: str) -> Shape:
        return self._shapes[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shapes)

    def __len__(self) -> int:
        return len(self._shapes)

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__
