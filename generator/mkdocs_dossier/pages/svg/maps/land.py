"""Land on a map: a frame that lays a part of the plane on a picture, and outlines drawn in it as paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.shape import Outline, Point
from mkdocs_dossier.pages.svg.maps.clip import Ring, area, clipped, thinned
from mkdocs_dossier.pages.svg.maps.projection import Local, Projection
from mkdocs_dossier.pages.svg.marks import svg_text
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

BORDERS = N_("Borders as Natural Earth draws them; where they are disputed, the map takes no side.")
"""Stands under every map."""

SEEN = 0.35
"""Bends that are smaller than this (in units of the picture) are not drawn."""
COARSER = (0.5, 0.7, 1.0, 1.4, 2.0)
"""The same where a picture would be too heavy, one after the other; islands below four times as much go too."""
MAIN = 0.02
"""The part of a country's largest island that another has to be for a map to be made around it too."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plane (y up)."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def joined(self, other: Box) -> Box:
        """The box around both."""
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Box(left, bottom, max(self.right, other.right), max(self.top, other.top))

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top

    def widened(self, by: float, least: float, shape: float) -> Box:
        """A box about the same middle, `by` times as wide, at least `least` wide, as wide for its height as `shape`."""
        half = max(by * self.width, by * self.height * shape, least) / 2
        x, y = (self.left + self.right) / 2, (self.bottom + self.top) / 2
        return Box(x - half, y - half / shape, x + half, y + half / shape)


def box_around(points: Iterable[Point]) -> Box:
    """The box around points of the plane."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of a part of the plane.

    middle: the point of the plane in the middle of the picture. scale: units of the picture in one of the plane.
    """

    projection: Projection
    middle: Point
    scale: float
    width: int
    height: int

    def placed(self, points: Iterable[Point]) -> list[Point]:
        """Points of the globe as points of the picture (y down)."""
        left, top = self.width / 2 - self.middle[0] * self.scale, self.height / 2 + self.middle[1] * self.scale
        return [(left + x * self.scale, top - y * self.scale) for x, y in self.projection.places(points)]

    def drawn(self, outlines: Iterable[Outline], *, least: float = 1.0, bend: float = SEEN) -> Iterator[Ring]:
        """Outlines as they are seen in the picture.

        least, bend: islands and bends that are smaller (in units of the picture) are left out.
        """
        far = (hypot(self.width, self.height) / 2 / self.scale) + hypot(*self.middle)
        large = (outline for outline in outlines if 3 * outline.reach * self.scale >= least)
        for points in self.projection.around(large, far):
            ring = clipped(self.placed(points), self.width, self.height)
            if ring and size(ring) >= least:
                yield thinned(ring, bend)


def frame_around(projection: Projection, box: Box, width: int, height: int) -> Frame:
    """The picture of a box of the plane, as large as fits."""
    middle = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    return Frame(projection, middle, min(width / box.width, height / box.height), width, height)


def main_part(outlines: Sequence[Outline]) -> list[Outline]:
    """A country without its small islands, which may lie far away."""
    areas = [abs(area(Local(outline.middle).places(outline.points))) for outline in outlines]
    return [outline for outline, size in zip(outlines, areas, strict=True) if size >= MAIN * max(areas)]


def size(ring: Ring) -> float:
    """The longer side of the box around a ring."""
    box = box_around(ring)
    return max(box.width, box.height)


def path(rings: Sequence[Ring], *, most: int) -> str:
    """The data of a path: to a tenth of a unit, each step from the point before.

    most: about how many bytes it may have; if it takes that, smaller bends and then small islands are left out.
    """
    data = "".join(map(_path, rings))
    for tolerance in COARSER:
        if len(data) <= most:
            break
        kept = [ring for ring in rings if size(ring) >= 4 * tolerance] or rings
        data = "".join(_path(thinned(ring, tolerance)) for ring in kept)
    return data


def _path(ring: Ring) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [f"M{_tenth(tenths[0][0])}", _tenth(tenths[0][1]), "l"]
    (x, y), start = tenths[0], len(steps)
    for other_x, other_y in tenths[1:]:
        if (other_x, other_y) != (x, y):
            steps += [_tenth(other_x - x), _tenth(other_y - y)]
        x, y = other_x, other_y
    return _joined(steps) + "z" if len(steps) > start else ""


def _joined(parts: Sequence[str]) -> str:
    """Commands and numbers, with a space only where two numbers would run together (`1.5` and `.5` do not)."""
    text, before = [parts[0]], parts[0]
    for part in parts[1:]:
        apart = part[0] in "-l" or before == "l" or (part[0] == "." and "." in before)
        text.append(part if apart else f" {part}")
        before = part
    return "".join(text)


def _tenth(tenths: int) -> str:
    """`12.5`, `3`, `-.5`"""
    whole, rest = divmod(abs(tenths), 10)
    return ("-" if tenths < 0 else "") + (f"{whole or ''}.{rest}" if rest else str(whole))


def figure(kind: str, width: int, height: int, inner: str, label: str, words: Words, *, links: bool) -> Markdown:
    """A map as it stands in a page, with the note on borders."""
    return Markdown(
        f'<figure class="dossier-picture dossier-{kind}" data-pagefind-ignore="all">'
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{"group" if links else "img"}"'
        f' aria-label="{svg_text(label)}">'
        f'<rect class="sea" width="{width}" height="{height}" fill="#7c93a3" fill-opacity=".14"/>{inner}</svg>'
        f"<figcaption>{svg_text(words.gettext(BORDERS))}</figcaption></figure>"
    )


def land(rings: Sequence[Ring], *, most: int) -> str:
    """Land that the map is not about, as one path of about `most` bytes."""
    return _land("land", "#d3cec4", path(rings, most=most))


def here(rings: Sequence[Ring], *, most: int, fill: str) -> str:
    """Land that the map is about, in the same way."""
    return _land("here", fill, path(rings, most=most))


def _land(kind: str, fill: str, data: str) -> str:
    return f'<path class="{kind}" fill="{fill}" stroke="#fff" stroke-width=".7" d="{data}"/>' if data else ""
