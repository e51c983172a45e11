"""The world, its countries shaded by how often they are named."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.shape import Shape
from mkdocs_dossier.pages.svg.level import HIGHEST, levels
from mkdocs_dossier.pages.svg.maps.clip import Ring
from mkdocs_dossier.pages.svg.maps.land import Box, Frame, box_around, figure, frame_around, land, path
from mkdocs_dossier.pages.svg.maps.projection import BERING_STRAIT, EqualEarth
from mkdocs_dossier.pages.svg.marks import svg_text
from mkdocs_dossier.words.catalogue import Words

WIDTH = 960
SOUTH, NORTH = -58.0, 84.0
"""Degrees of latitude that the map ends at: south of Cape Horn, north of Greenland. Antarctica is left out."""
SMALL = 9
"""Units: a country whose longer side is shorter is a disc."""
RADIUS = 4.5
LEAST = 1.5
"""Units: islands that are smaller are not drawn."""
BEND, COARSE = 0.6, 1.4
"""Units: bends that are smaller are not drawn. The other where there are many links, so that the map stays light."""
MANY = 120
"""Links."""
HEAVIEST = 20_000
"""Bytes that one path may take; none comes near."""
FILLS = ("", "#f2d7cc", "#e6b0a0", "#d78473", "#c24f45", "#981b15")
"""Colours of the levels where a theme has none."""


@dataclass(frozen=True, slots=True)
class Shaded:
    """A country with a page. url: relative address. count: articles that name it."""

    code: str
    name: str
    url: str
    count: int


def world_box() -> Box:
    """The inhabited world on its plane, with a little sea north of Greenland."""
    middle = 180 + BERING_STRAIT
    (_, bottom), (_, top), (right, _) = EqualEarth().places([(middle, SOUTH), (middle, NORTH), (middle + 179.9, 0)])
    return Box(-right, bottom, right, top + 2)


def world_map(shapes: Mapping[str, Shape], shaded: Sequence[Shaded], label: str, words: Words) -> Markdown:
    """Return the map of the world, those named most as the first links; empty without shapes.

    label: what it shows, in words.
    """
    if not shapes:
        return Markdown("")
    box = world_box()
    frame = frame_around(EqualEarth(), box, WIDTH, round(WIDTH * box.height / box.width))
    known = [country for country in shaded if country.code in shapes and country.code != "AQ" and country.count > 0]
    bend = BEND if len(known) < MANY else COARSE
    world = {code: shape.world for code, shape in sorted(shapes.items()) if code != "AQ"}
    rings = {code: list(frame.drawn(outlines, least=LEAST, bend=bend)) for code, outlines in world.items()}
    level = levels({country.code: country.count for country in known})
    ordered = sorted(known, key=lambda country: (-country.count, country.name, country.code))
    plain = [ring for code in rings if code not in level for ring in rings[code]]
    drawn = land(plain, most=HEAVIEST)
    for number in range(HIGHEST, 0, -1):
        here = [country for country in ordered if level[country.code] == number]
        links = [_link(country, words, _area(frame, shapes[country.code], rings[country.code])) for country in here]
        drawn += _group(number, links)
    return figure("world", frame.width, frame.height, drawn, label, words, links=True)


def _area(frame: Frame, shape: Shape, rings: Sequence[Ring]) -> str:
    """A country as a path, or as a disc where that would be too small to be seen or hit."""
    x, y = frame.placed([shape.middle])[0]
    if rings:
        box = box_around(point for ring in rings for point in ring)
        if max(box.width, box.height) >= SMALL:
            return f'<path d="{path(rings, most=HEAVIEST)}"/>'
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{RADIUS}"/>'


def _link(country: Shaded, words: Words, drawn: str) -> str:
    said = words.ngettext(
        "%(name)s: named in %(num)s article", "%(name)s: named in %(num)s articles", country.count, name=country.name
    )
    return f'<a href="{html.escape(country.url, quote=True)}"><title>{svg_text(said)}</title>{drawn}</a>'


def _group(level: int, links: Sequence[str]) -> str:
    """The countries of one level."""
    if not links:
        return ""
    return f'<g class="l{level}" fill="{FILLS[level]}" stroke="#fff" stroke-width=".7">{"".join(links)}</g>'
