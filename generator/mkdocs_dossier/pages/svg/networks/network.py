"""The network of the whole collection: actors as discs in the colours of their clusters, edges below them.

Under the picture stands what each colour means. The labels are those of the biggest nodes, as many as have room.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.svg.labels import shortened, text_width
from mkdocs_dossier.pages.svg.marks import linked, svg_text
from mkdocs_dossier.pages.svg.networks.layout import Room, lay_out
from mkdocs_dossier.words.catalogue import Words

WIDTH, HEIGHT = 960, 640
COLOURS = 8
_EDGE = 4
_SIZES = (16, 14, 13)
"""Font sizes: of the biggest nodes, of the middling ones, of the others."""

_LABEL = 190
"""How wide a label may be, in units."""

_STRENGTHS = ((0.6, 4, "1"), (0.3, 3, "0.9"), (0.12, 2, "0.75"), (0, 1.2, "0.5"))
"""For edges of at least this part of the strongest: their width and their opacity."""


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An actor. cluster: the number of its cluster, from 0."""

    name: str
    url: str
    mentions: int
    cluster: int


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """An edge between two nodes, by their numbers. weight: compared with the other edges."""

    one: int
    other: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: _Box) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


_PICTURE = _Box(2, 2, WIDTH - 2, HEIGHT - 2)


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    size: int
    x: int
    y: int
    anchor: str
    box: _Box


def network(nodes: Sequence[NetworkNode], lines: Sequence[NetworkLine], words: Words) -> Markdown:
    """Return the picture of a network; empty for fewer than three nodes with an edge.

    nodes: the most named first; those of cluster 7 and above share a colour.
    """
    if len({number for line in lines for number in (line.one, line.other)}) < 3:
        return Markdown("")
    radii = _radii(nodes)
    places = _places(nodes, lines, radii)
    labels = _labels(nodes, radii, places)
    title = svg_text(_title(nodes, words))
    return Markdown(
        '<figure class="dossier-picture dossier-network" data-pagefind-ignore="all">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="group" aria-label="{title}"'
        f' direction="ltr"><g class="edges" fill="none" stroke="#8a8d91">{"".join(_edges(lines, places))}</g>'
        f"{''.join(_clusters(nodes, radii, places, words))}"
        '<g class="strong" stroke="Canvas" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
        f' pointer-events="none" aria-hidden="true">{"".join(map(_text, labels))}</g></svg>'
        f"<figcaption>{_legend(nodes, words)}</figcaption></figure>"
    )


def _title(nodes: Sequence[NetworkNode], words: Words) -> str:
    return words.ngettext(
        "%(num)s actor and how they are connected; the most named is %(name)s",
        "%(num)s actors and how they are connected; the most named is %(name)s",
        len(nodes),
        name=nodes[0].name,
    )


def colour(cluster: int) -> str:
    """The class of a cluster's colour; the small ones share the last."""
    return f"c{min(cluster, COLOURS - 1)}"


def cluster_name(names: Sequence[str], words: Words) -> str:
    """Name a cluster by its biggest actors: `Guan Youfei and Fahd Jassem al-Freij, with 3 more`."""
    if len(names) < 2:
        return "".join(names)
    one, other, *rest = names
    if not rest:
        return words.gettext("%(one)s and %(other)s", one=one, other=other)
    return words.ngettext(
        "%(one)s and %(other)s, with %(num)s more",
        "%(one)s and %(other)s, with %(num)s more",
        len(rest),
        one=one,
        other=other,
    )


# -- where everything lies ---------------------------------------------------------------------


def _radii(nodes: Sequence[NetworkNode]) -> list[int]:
    """The more often named, the bigger the disc."""
    most = max(node.mentions for node in nodes)
    biggest = 22 if len(nodes) <= 30 else 18
    return [round(5 + (biggest - 5) * sqrt(node.mentions / most)) for node in nodes]


def _places(nodes: Sequence[NetworkNode], lines: Sequence[NetworkLine], radii: Sequence[int]) -> list[tuple[int, int]]:
    most = max(line.weight for line in lines)
    edges = [(line.one, line.other, sqrt(line.weight / most)) for line in lines]
    rooms = [_room(node, number, radii[number]) for number, node in enumerate(nodes)]
    laid = lay_out([node.cluster for node in nodes], edges, rooms, WIDTH - 2 * _EDGE, HEIGHT - 2 * _EDGE)
    return [(x + _EDGE, y + _EDGE) for x, y in laid]


def _room(node: NetworkNode, number: int, radius: int) -> Room:
    """The room of a node with its label below or above it. Rooms are oval, so the ends of a label may stand out."""
    size = _size(number)
    wide = text_width(shortened(node.name, _LABEL, size), size)
    return max(radius, round(wide * 0.46)) + 4, radius + size


def _size(number: int) -> int:
    """The font size of a node's label, by its rank."""
    return _SIZES[min(number // 8, len(_SIZES) - 1)]


def _labels(nodes: Sequence[NetworkNode], radii: Sequence[int], places: Sequence[tuple[int, int]]) -> list[_Label]:
    """The labels that have room, those of the biggest nodes first."""
    taken = [_Box(x - r, y - r, x + r, y + r) for (x, y), r in zip(places, radii, strict=True)]
    labels: list[_Label] = []
    for number, node in enumerate(nodes):
        sizes = dict.fromkeys((_size(number), _SIZES[-1]))
        choices = (label for size in sizes for label in _choices(node.name, size, *places[number], radii[number]))
        label = next((label for label in choices if _PICTURE.holds(label.box) and not _meets(label.box, taken)), None)
        if label is not None:
            labels.append(label)
            taken.append(label.box)
    return labels


def _meets(box: _Box, taken: Sequence[_Box]) -> bool:
    return any(box.meets(other) for other in taken)


def _choices(name: str, size: int, x: int, y: int, radius: int) -> Iterator[_Label]:
    """Where the label of a node may stand: below it, above it, at its sides, at its corners."""
    below, above, beside = y + radius + size, y - radius - round(size * 0.4), y + round(size * 0.35)
    near = radius * 3 // 4
    text = shortened(name, _LABEL, size)
    wide = text_width(text, size)
    for at, line, anchor in (
        (x, below, "middle"),
        (x, above, "middle"),
        (x + radius + 4, beside, "start"),
        (x - radius - 4, beside, "end"),
        (x + near, below - 5, "start"),
        (x + near, above + 5, "start"),
        (x - near, below - 5, "end"),
        (x - near, above + 5, "end"),
    ):
        left = at - {"middle": wide / 2, "start": 0, "end": wide}[anchor]
        box = _Box(left - 2, line - size * 0.8, left + wide + 2, line + size * 0.25)
        yield _Label(text, size, at, line, anchor, box)


# -- what is drawn -----------------------------------------------------------------------------


def _edges(lines: Sequence[NetworkLine], places: Sequence[tuple[int, int]]) -> Iterator[str]:
    """One path for each strength, the strongest on top."""
    most = max(line.weight for line in lines)
    ways: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        step = next(n for n, (least, _, _) in enumerate(_STRENGTHS) if line.weight / most >= least)
        (x, y), (to_x, to_y) = places[line.one], places[line.other]
        ways[step].append(f"M{x} {y}L{to_x} {to_y}")
    for step in sorted(ways, reverse=True):
        _, wide, opacity = _STRENGTHS[step]
        yield f'<path d="{"".join(ways[step])}" stroke-width="{wide}" opacity="{opacity}"/>'


def _clusters(
    nodes: Sequence[NetworkNode], radii: Sequence[int], places: Sequence[tuple[int, int]], words: Words
) -> Iterator[str]:
    drawn: dict[str, list[str]] = defaultdict(list)
    for node, radius, (x, y) in zip(nodes, radii, places, strict=True):
        # A small disc takes more room than it shows, so that a finger finds it.
        room = f'<circle cx="{x}" cy="{y}" r="{max(radius, 12)}" fill="none" pointer-events="all"/>'
        disc = f'<circle cx="{x}" cy="{y}" r="{radius}"/>'
        title = words.ngettext("%(name)s: %(num)s mention", "%(name)s: %(num)s mentions", node.mentions, name=node.name)
        drawn[colour(node.cluster)].append(linked(node.url, title, room + disc))
    for name, circles in sorted(drawn.items()):
        yield f'<g class="nodes {name}" fill="#1f5f99">{"".join(circles)}</g>'


def _text(label: _Label) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    return f'<text x="{label.x}" y="{label.y}" font-size="{label.size}"{anchor}>{svg_text(label.text)}</text>'


def _legend(nodes: Sequence[NetworkNode], words: Words) -> str:
    """What each colour means."""
    names: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        names[node.cluster].append(node.name)
    entries = [(colour(number), cluster_name(names[number], words)) for number in sorted(names) if number < COLOURS - 1]
    small = [number for number in names if number >= COLOURS - 1]
    if small:
        of_them = sum(len(names[number]) for number in small)
        text = words.gettext(
            "%(actors)s in %(clusters)s",
            actors=words.ngettext("%(num)s actor", "%(num)s actors", of_them),
            clusters=words.npgettext("in …", "%(num)s smaller cluster", "%(num)s smaller clusters", len(small)),
        )
        entries.append((colour(COLOURS - 1), text))
    return " ".join(
        f'<span class="dossier-key"><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">'
        f'<circle class="{name}" cx="6" cy="6" r="6" fill="#1f5f99"/></svg> <bdi>{svg_text(text)}</bdi></span>'
        for name, text in entries
    )
