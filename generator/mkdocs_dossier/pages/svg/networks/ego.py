"""Whom an actor is named with: the actor in the middle, the others around it, the closest ones nearest.

Each of them has a row of its own to the left or right of the middle, so that no label meets another one. The closest
take the rows level with the middle, and the further a row lies up or down, the steeper is the way to it: a line
never crosses a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p, sqrt

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.core_terms import say_type
from mkdocs_dossier.pages.svg.labels import shortened, text_width
from mkdocs_dossier.pages.svg.marks import linked, svg_text
from mkdocs_dossier.words.catalogue import Words

WIDTH = 640
MOST = 25
"""How many neighbours are drawn."""

ROW = 24
"""The least height of a row; a finger needs that much."""

SIZE = 13
_REACH = 136
"""How far to the side the furthest neighbours lie."""

_THICK = 4
"""So many sentences at least make the thickest line."""

_SELF = 10
_LABEL = WIDTH // 2 - _REACH - 16
"""How wide the label of a neighbour may be."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An actor named with the page's one. url: its page. edge_url: where both are named, empty if that is nowhere.

    sentences, articles: how many name both. kind: the type of actor.
    """

    name: str
    url: str
    edge_url: str
    sentences: int
    articles: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a neighbour is drawn, seen from the middle."""

    neighbour: Neighbour
    x: int
    y: int


def ego_network(name: str, neighbours: Sequence[Neighbour], rest: int, words: Words) -> Markdown:
    """Return the picture of `name` among its neighbours, the closest first; empty where there are none.

    rest: how many more there are than `neighbours` holds. Neighbours beyond the first 25 are added to them.
    """
    drawn, rest = neighbours[:MOST], rest + len(neighbours[MOST:])
    if not drawn:
        return Markdown("")
    spots = _spots(drawn)
    half = max(abs(spot.y) for spot in spots) + ROW + 2
    # The name below the middle needs its room where the neighbours take little.
    below = max(half, _SELF + 2 * SIZE + 4)
    label = svg_text(_label(name, len(drawn), words))
    most = max(_THICK, *(neighbour.sentences for neighbour in drawn))
    edges = "".join(_edge(name, spot, most, words) for spot in spots)
    nodes = "".join(_node(spot, words) for spot in spots)
    return Markdown(
        '<figure class="dossier-picture dossier-ego" data-pagefind-ignore="all">'
        f'<svg viewBox="{-WIDTH // 2} {-half} {WIDTH} {half + below}" width="{WIDTH}" height="{half + below}"'
        f' role="group" aria-label="{label}" direction="ltr">'
        f'<g class="edges" fill="none" stroke="#8a8d91" stroke-linecap="round">{edges}</g>'
        f'<g class="nodes" fill="#1f5f99" font-size="{SIZE}">{nodes}</g>'
        f"{_middle(name)}</svg><figcaption>{svg_text(_caption(drawn, rest, words))}</figcaption></figure>"
    )


def _label(name: str, number: int, words: Words) -> str:
    return words.ngettext(
        "%(name)s and the actor named with it most",
        "%(name)s and, around it, the %(num)s actors named with it most",
        number,
        name=name,
    )


def _caption(drawn: Sequence[Neighbour], rest: int, words: Words) -> str:
    said = [words.gettext("Each line leads to the texts that name both.")]
    if any(n.sentences for n in drawn):
        said.append(words.gettext("Thicker and shorter lines: more sentences name both."))
    if any(not n.sentences for n in drawn):
        said.append(words.gettext("Dashed lines: named in the same article, but not in the same sentence."))
    if rest:
        said.append(
            words.ngettext(
                "The %(shown)s named together most are shown; %(more)s more is not.",
                "The %(shown)s named together most are shown; %(more)s more are not.",
                rest,
                shown=len(drawn),
                more=words.grouped(rest),
            )
        )
    return " ".join(said)


# -- where everything lies ---------------------------------------------------------------------


def _spots(drawn: Sequence[Neighbour]) -> list[_Spot]:
    """The first, the third and so on lie to the right of the middle, the others to the left."""
    far = _distances(drawn)
    spots: dict[int, _Spot] = {}
    for side, numbers in ((1, range(0, len(drawn), 2)), (-1, range(1, len(drawn), 2))):
        rows = _rows(len(numbers), _row_height(len(drawn)))
        reach = max(map(abs, rows), default=0) + 1.5 * ROW
        steepest = {True: 0.0, False: 0.0}
        for number, y in zip(numbers, rows, strict=True):
            x = _sideways(y, reach, far[number])
            # Seen from the middle, what lies further up or down lies higher in the sky: see above.
            steep = max(abs(y) / x, steepest[y < 0] * 1.06)
            steepest[y < 0] = steep
            spots[number] = _Spot(drawn[number], side * round(abs(y) / steep if y else x), round(y))
    return [spots[number] for number in range(len(drawn))]


def _row_height(number: int) -> float:
    """Few neighbours stand further apart."""
    return max(ROW, 64 - 5 * number)


def _rows(number: int, height: float) -> list[float]:
    """The middles of rows, those level with the middle of the picture first."""
    rows = [height * (row - (number - 1) / 2) for row in range(number)]
    return sorted(rows, key=lambda y: (abs(y), y))


def _sideways(y: float, reach: float, far: float) -> float:
    """How far to the side an oval passes a height. reach: how far it goes up; far: the part of it, 0 to 1."""
    high = max(far * reach, abs(y) * 1.08 + 1)
    return max(40, _REACH * far * sqrt(1 - (y / high) ** 2))


def _distances(drawn: Sequence[Neighbour]) -> list[float]:
    """How far from the middle each neighbour lies, as a part of the way to the edge; never nearer than the last."""
    closeness = [2 * log1p(n.sentences) + log1p(n.articles) / 2 for n in drawn]
    least, most = min(closeness), max(closeness)
    distances: list[float] = []
    for value in closeness:
        far = 1 - 0.36 * (value - least) / (most - least) if most > least else 1
        distances.append(max(far, distances[-1] if distances else 0))
    return distances


# -- what is drawn -----------------------------------------------------------------------------


def _edge(name: str, spot: _Spot, most: int, words: Words) -> str:
    neighbour = spot.neighbour
    way = f"L{spot.x} {spot.y}"
    stroke = f'stroke-width="{1.2 + 3.8 * sqrt(neighbour.sentences / most):.1f}"'
    if not neighbour.sentences:
        stroke = 'class="dashed" stroke-dasharray="2 4"'
    line = f'<path d="M0 0{way}" {stroke}/>'
    title = words.gettext(
        "%(one)s and %(other)s: %(figures)s", one=name, other=neighbour.name, figures=_figures(neighbour, words)
    )
    if not neighbour.edge_url:
        return linked(None, title, line)
    # Around the middle the lines are too close to be told apart by a pointer, so that is left out.
    part = 36 / sqrt(spot.x**2 + spot.y**2)
    start = f"M{round(spot.x * part)} {round(spot.y * part)}"
    return linked(neighbour.edge_url, title, f'<path d="{start}{way}" stroke="transparent" stroke-width="14"/>{line}')


def _figures(neighbour: Neighbour, words: Words) -> str:
    sentences, articles = neighbour.sentences, neighbour.articles
    return words.listed(
        (
            words.ngettext("%(num)s sentence", "%(num)s sentences", sentences) if sentences else "",
            words.ngettext("%(num)s article", "%(num)s articles", articles),
        )
    )


def _node(spot: _Spot, words: Words) -> str:
    neighbour, x, y = spot.neighbour, spot.x, spot.y
    text = shortened(neighbour.name, _LABEL, SIZE)
    wide = round(min(text_width(text, SIZE), _LABEL)) + 18
    side, anchor = (1, "") if x > 0 else (-1, ' text-anchor="end"')
    left = x - 6 if side == 1 else x + 6 - wide
    title = words.listed((neighbour.name, say_type(neighbour.kind, words)))
    # A person is round, all others have corners.
    mark = f'<circle cx="{x}" cy="{y}" r="5"/>'
    if neighbour.kind != "person":
        mark = f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" rx="1"/>'
    room = f'<rect x="{left}" y="{y - 12}" width="{wide}" height="{ROW}" fill="none" pointer-events="all"/>'
    ink = "strong" if neighbour.sentences else "label"
    label = f'<text class="{ink}" x="{x + 10 * side}" y="{y + 4}"{anchor}>{svg_text(text)}</text>'
    return linked(neighbour.url, title, f"{room}{mark}{label}")


def _middle(name: str) -> str:
    text = shortened(name, 200, SIZE)
    return (
        f'<g class="self" fill="#b3261e" font-size="{SIZE}" text-anchor="middle"><circle r="{_SELF}"/>'
        f'<text class="strong halo" y="{_SELF + SIZE + 4}" font-weight="600" stroke="Canvas" stroke-width="4"'
        f' stroke-linejoin="round" paint-order="stroke">{svg_text(text)}</text></g>'
    )
