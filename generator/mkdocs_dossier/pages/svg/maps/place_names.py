"""Names beside the dots of a map: a few, none on another or on a dot, the others left out."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_dossier.model.shape import Point
from mkdocs_dossier.pages.svg.labels import shortened, text_width
from mkdocs_dossier.pages.svg.maps.dots import DotGroup
from mkdocs_dossier.pages.svg.marks import svg_text

MOST_NAMES = 8
LONGEST = 150
"""Units that a name is wide at most."""
SIZE = 13

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def place_names(groups: Sequence[DotGroup], width: float, height: float) -> str:
    """Return the names of the groups' places as text, those of the first groups before others."""
    taken = [_around(group.at, group.radius + 1) for group in groups]
    named: list[str] = []
    written = set()
    for group in groups:
        text = shortened(group.place, LONGEST, SIZE)
        if not text or text in written or len(named) == MOST_NAMES:
            continue
        for anchor, x, box in _boxes(group, text_width(text, SIZE)):
            if _inside(box, width, height) and not any(_overlap(box, other) for other in taken):
                named.append(_text(anchor, x, box, text))
                taken.append(box)
                written.add(text)
                break
    inner = "".join(named)
    return f'<g class="strong" font-size="{SIZE}" direction="ltr">{inner}</g>' if inner else ""


def _boxes(group: DotGroup, wide: float) -> list[tuple[str, float, _Box]]:
    """Where a name may stand: right of its dot, left, above, below."""
    (x, y), far, half = group.at, group.radius + 4, SIZE / 2 + 1
    return [
        ("start", x + far, (x + far, y - half, x + far + wide, y + half)),
        ("end", x - far, (x - far - wide, y - half, x - far, y + half)),
        ("middle", x, (x - wide / 2, y - far - 2 * half, x + wide / 2, y - far)),
        ("middle", x, (x - wide / 2, y + far, x + wide / 2, y + far + 2 * half)),
    ]


def _text(anchor: str, x: float, box: _Box, text: str) -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.0f}" y="{box[3] - 3:.0f}"{where}>{svg_text(text)}</text>'


def _around(at: Point, far: float) -> _Box:
    return at[0] - far, at[1] - far, at[0] + far, at[1] + far


def _inside(box: _Box, width: float, height: float) -> bool:
    return box[0] >= 3 and box[1] >= 3 and box[2] <= width - 3 and box[3] <= height - 3


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
