"""Where a country lies: the country in its neighbourhood, with a ring around one that is too small to see.

To draw all of them takes seconds and nothing but the shapes, so it is done once, by `tools/make_locators.py`; a page
takes its country's from there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.shape import Atlas, Outline, Point, Shape
from mkdocs_dossier.pages.svg.maps.clip import Ring, area
from mkdocs_dossier.pages.svg.maps.land import Box, Frame, box_around, figure, frame_around, here, land, main_part, size
from mkdocs_dossier.pages.svg.maps.projection import Local, center
from mkdocs_dossier.words.catalogue import Words

WIDTH, HEIGHT = 300, 220
NARROWEST, WIDEST = 6.0, 60.0
"""Degrees that the map is wide at least; and at most, where it is widened until it shows more than sea."""
LAND = 0.05
"""The part of the map that should be other land, for a neighbourhood to be known by."""
TOO_SMALL = 16
"""Units of the picture below which a country gets a ring around it."""
SPECK = 6
"""The same for its largest island."""


def locator_map(atlas: Atlas, code: str, name: str, words: Words) -> Markdown:
    """Return the map of a country in its neighbourhood; empty where there is none."""
    drawn = atlas.locators.get(code, "")
    if not drawn:
        return Markdown("")
    label = words.gettext("Map: where %(country)s lies", country=name)
    return figure("locator", WIDTH, HEIGHT, drawn, label, words, links=False)


def draw_locator(shapes: Mapping[str, Shape], code: str, latitude: float, longitude: float) -> str:
    """Return what the map of a country shows, as SVG.

    latitude, longitude: degrees, of its capital or centre, for a country that has no shape.
    """
    outlines = shapes[code].near if code in shapes else ()
    middle, box = _extent(outlines) if outlines else ((longitude, latitude), Box(0, 0, 0, 0))
    frame, others = _neighbourhood(shapes, code, Local(middle), box)
    rings = list(frame.drawn(outlines, least=0)) or [frame.placed([middle])]
    return land(others, most=3600) + here(_visible(rings), most=2400, fill="#b3261e") + _ring(rings)


def _extent(outlines: Sequence[Outline]) -> tuple[Point, Box]:
    """The middle of a country on the globe, and the box around its main part in the plane about there."""
    main = main_part(outlines)
    middle = center([outline.middle for outline in main], [outline.reach**2 for outline in main])
    plane = Local(middle)
    return middle, box_around(point for outline in main for point in plane.places(outline.points))


def _neighbourhood(shapes: Mapping[str, Shape], code: str, plane: Local, box: Box) -> tuple[Frame, list[Ring]]:
    """The frame around a country, as wide as shows some other land, and that land."""
    wide = max(box.width, box.height * WIDTH / HEIGHT)
    wide = max(NARROWEST, 1.15 * wide + min(1.1 * wide, 14))
    while True:
        frame = frame_around(plane, box.widened(0, wide, WIDTH / HEIGHT), WIDTH, HEIGHT)
        others = [ring for other in shapes if other != code for ring in frame.drawn(shapes[other].near)]
        if wide >= WIDEST or abs(sum(map(area, others))) >= LAND * WIDTH * HEIGHT:
            return frame, others
        wide *= 1.5


def _visible(rings: Sequence[Ring]) -> list[Ring]:
    """A country's rings; where all of them are specks, those that would not be seen as small squares."""
    if max(map(size, rings)) >= SPECK:
        return [ring for ring in rings if size(ring) >= 1]
    return [ring if size(ring) >= 3 else _square(ring[0]) for ring in rings]


def _square(point: Point) -> Ring:
    """A square of three units, all of it in the picture."""
    x, y = min(max(point[0], 1.5), WIDTH - 1.5), min(max(point[1], 1.5), HEIGHT - 1.5)
    return [(x - 1.5, y - 1.5), (x + 1.5, y - 1.5), (x + 1.5, y + 1.5), (x - 1.5, y + 1.5)]


def _ring(rings: Sequence[Ring]) -> str:
    """The ring around a country that is small, or all of specks."""
    box = box_around(point for ring in rings for point in ring)
    if max(box.width, box.height) >= TOO_SMALL and max(map(size, rings)) >= SPECK:
        return ""
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    wide, high = (max(11, 0.7 * side + 6) for side in (box.width, box.height))
    wide, high = min(wide, x - 1, WIDTH - 1 - x), min(high, y - 1, HEIGHT - 1 - y)
    return (
        f'<ellipse class="ring" fill="none" stroke="#b3261e" stroke-width="1.5" cx="{x:.1f}" cy="{y:.1f}"'
        f' rx="{wide:.1f}" ry="{high:.1f}"/>'
    )
