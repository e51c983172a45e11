"""Where events happened: dots on a map around them, each a link."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import ceil, log2

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.shape import Atlas, Outline, Point
from mkdocs_dossier.pages.svg.maps.dots import Dot, DotGroup, grouped
from mkdocs_dossier.pages.svg.maps.land import Box, Frame, box_around, figure, frame_around, here, land, main_part
from mkdocs_dossier.pages.svg.maps.place_names import place_names
from mkdocs_dossier.pages.svg.maps.projection import EqualEarth, Local, center, widest_gap
from mkdocs_dossier.pages.svg.maps.world_map import world_box
from mkdocs_dossier.pages.svg.marks import attribute, svg_text
from mkdocs_dossier.words.catalogue import Words

Size = tuple[int, int]
"""The width and the height of a map, in units."""
USUAL: Size = (640, 420)
LARGE: Size = (960, 560)
NARROWEST = 16.0
"""Degrees that the map is wide at least, so that a city is seen in its country."""
WHOLE, WIDER = 20.0, 28.0
"""Degrees: a country up to the one size is shown whole where a dot lies in it; for a larger one the map is at least as
wide as the other.
"""
COARSE = 9.0
"""Units in a degree below which outlines made for a map of the world will do."""
STEP = 4.0
"""Degrees that the middles of maps are apart."""
MARGIN = 1.2
"""How much wider than what it has to show a map is."""
LISTED = 30
"""Events that the title of one dot names."""


def event_map(
    shapes: Atlas, dots: Sequence[Dot], label: str, codes: Collection[str] = (), *, words: Words, size: Size = USUAL
) -> Markdown:
    """Return the map of some dots; empty without shapes or dots.

    label: what it shows, in words. codes: countries to set off from the others.
    """
    if not shapes or not dots:
        return Markdown("")
    chosen = [code for code in sorted(shapes) if code in codes and code]
    around = 360 - widest_gap(dot.longitude for dot in dots)
    frame = _world_frame(dots, size) if around > 180 else _frame(dots, shapes, chosen, size)
    coarse = frame.scale < COARSE
    groups = grouped(dots, _places(frame, dots), frame.width, frame.height)
    marks = "".join(_marks(group, words) for group in groups)
    drawn = (
        _ground(shapes, frame, tuple(chosen), coarse),
        _stalks(groups),
        f'<g class="dots" fill="#b3261e" stroke="#fff" font-size="12">{marks}</g>',
        place_names(groups, frame.width, frame.height),
    )
    return figure("map", frame.width, frame.height, "".join(drawn), label, words, links=True)


@lru_cache(maxsize=256)
def _ground(shapes: Atlas, frame: Frame, chosen: tuple[str, ...], coarse: bool) -> str:
    """The land below the dots: the same for all events of a place, so it is drawn once."""
    rings = {code: list(frame.drawn(shapes[code].outlines(world=coarse))) for code in sorted(shapes)}
    others = [ring for code in rings if code not in chosen for ring in rings[code]]
    own = [ring for code in chosen for ring in rings[code]]
    return land(others, most=9000) + here(own, most=4000, fill="#efe0bd")


def _frame(dots: Sequence[Dot], shapes: Atlas, countries: Sequence[str], size: Size) -> Frame:
    """The picture of the dots, and of the countries with dots in them that are small enough to be shown whole."""
    plane = Local(_near(center([(dot.longitude, dot.latitude) for dot in dots])))
    places = plane.places((dot.longitude, dot.latitude) for dot in dots)
    box, least = box_around(places), NARROWEST
    for code in countries:
        extent = _extent(shapes, code, plane)
        if any(map(extent.holds, places)):
            if max(extent.width, extent.height) <= WHOLE:
                box = box.joined(extent)
            else:
                least = WIDER
    return frame_around(plane, _rounded(box.widened(MARGIN, least, size[0] / size[1])), *size)


@lru_cache(maxsize=512)  # the maps of a country have few different middles
def _extent(shapes: Atlas, code: str, plane: Local) -> Box:
    """The box around a country on a plane."""
    return box_around(point for outline in _main_part(shapes, code) for point in plane.places(outline.points))


@lru_cache(maxsize=512)  # as many as there are countries
def _main_part(shapes: Atlas, code: str) -> Sequence[Outline]:
    return main_part(shapes[code].near)


def _near(point: Point) -> Point:
    """A point close by that many places share, so that they share a map."""
    return round(point[0] / STEP) * STEP, round(point[1] / STEP) * STEP


def _rounded(box: Box) -> Box:
    """A box about as large around about the same middle, for the same reason."""
    half = 2 ** (ceil(4 * log2(box.width)) / 4) / 2
    step, high_half = half / 8, half * box.height / box.width
    x, y = (round((low + high) / 2 / step) * step for low, high in ((box.left, box.right), (box.bottom, box.top)))
    return Box(x - half, y - high_half, x + half, y + high_half)


def _world_frame(dots: Sequence[Dot], size: Size) -> Frame:
    """The picture of the world, or of the part of it that dots more than half of it apart lie in."""
    plane, world = EqualEarth(), world_box()
    places = [plane.places([(dot.longitude, dot.latitude)])[0] for dot in dots]
    box = box_around(places).widened(MARGIN, 180, size[0] / size[1])
    left, right = max(box.left, world.left), min(box.right, world.right)
    part = Box(left, max(box.bottom, world.bottom), right, min(box.top, world.top))
    return frame_around(plane, part, size[0], round(size[0] * part.height / part.width))


def _places(frame: Frame, dots: Sequence[Dot]) -> list[Point]:
    """Where dots stand in the picture; one by one, for each may lie on another side of the map."""
    return [frame.placed([(dot.longitude, dot.latitude)])[0] for dot in dots]


def _stalks(groups: Sequence[DotGroup]) -> str:
    """Lines from a place to the dots that are set around it."""
    lines = "".join(
        f"M{group.at[0]:.1f} {group.at[1]:.1f}L{x:.1f} {y:.1f}"
        for group in groups
        if group.reach
        for x, y in group.places()
    )
    return f'<path class="ground" fill="none" stroke="#777" d="{lines}"/>' if lines else ""


def _marks(group: DotGroup, words: Words) -> str:
    if group.reach or group.count == 1:
        return "".join(_link([dot], _disc(dot, at), words) for dot, at in zip(group.dots, group.places(), strict=True))
    x, y = group.at
    number = f'<text class="on" fill="#fff" stroke="none" x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">'
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="11"/>{number}{group.count}</text>'
    return _link(group.dots, disc, words)


def _disc(dot: Dot, at: Point) -> str:
    """A dot, hollow where its date or place is unsure, larger for a region; around it room to hit it."""
    region = dot.precision == "region"
    where = f'cx="{at[0]:.1f}" cy="{at[1]:.1f}"'
    look = (
        ' class="unsure" fill-opacity=".2" stroke="#b3261e" stroke-width="1.5" stroke-dasharray="3 2"'
        if dot.unsure or region
        else ""
    )
    hit = f'<circle class="hit" {where} r="12" fill-opacity="0" stroke="none"/>'
    return f'{hit}<circle{look} {where} r="{9 if region else 6}"/>'


def _link(dots: Sequence[Dot], drawn: str, words: Words) -> str:
    """A link to the first of some dots, with the days of all."""
    first, last = min(dot.when_first for dot in dots), max(dot.when_last for dot in dots)
    return (
        f'<a href="{attribute(dots[0].url)}" data-from="{first.isoformat()}"'
        f' data-to="{last.isoformat()}"><title>{svg_text(_title(dots, words))}</title>{drawn}</a>'
    )


def _title(dots: Sequence[Dot], words: Words) -> str:
    if len(dots) == 1:
        return dots[0].title
    named = words.gettext("; ").join(dot.title for dot in dots[:LISTED])
    rest = sum(dot.count for dot in dots[LISTED:])
    if rest:
        named = words.ngettext("%(events)s; and %(num)s more", "%(events)s; and %(num)s more", rest, events=named)
    total = sum(dot.count for dot in dots)
    return words.ngettext("%(num)s event: %(events)s", "%(num)s events: %(events)s", total, events=named)
