"""The bar of an office: solid while it was surely held, hollow while it may have been, thinning out where no start
or end is known, an arrow where it leads beyond the picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from mkdocs_dossier.model.edtf import Edtf
from mkdocs_dossier.pages.svg.marks import number
from mkdocs_dossier.pages.svg.times.scale import Scale

THICK = 8
_FADING = ((2, 1.5), (7, 3), (13, 5))
"""The pieces of a bar that thins out, from the end inwards: where each begins, how long it is."""

_FADED = 20
_ARROW = 7
_LEAST_UNSURE = 12
_MIN, _MAX = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class SpanBar:
    """A drawn bar from `left` to `right`, in user units, and what the reader has to be told of it."""

    drawn: str
    left: float
    right: float
    fades: bool
    leads_on: bool
    hollow: bool


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a bar. at: where the solid part stops. tip: where the drawing stops. drawn: what lies between."""

    at: float
    tip: float
    drawn: str = ""
    fades: bool = False
    leads_on: bool = False
    hollow: bool = False


def span_bar(
    scale: Scale, since: Edtf | None, until: Edtf | None, top: float, earliest: int = _MIN, latest: int = _MAX
) -> SpanBar:
    """Return the bar of something that lasted from `since` to `until`, either of them unknown but not both.

    earliest, latest: the days, as ordinals, between which it lasted in any case.
    """
    start, end = _start(scale, since, top, earliest), _end(scale, until, top, latest)
    if start.at > end.tip:
        start = replace(start, at=start.tip, drawn="")
    if end.at < start.tip:
        end = replace(end, at=end.tip, drawn="")
    solid = ""
    if end.at - start.at >= 1:
        solid = f'<path d="M{number(start.at)} {number(top)}H{number(end.at)}v{THICK}H{number(start.at)}z"/>'
    elif not start.drawn and not end.drawn:
        solid = f'<path d="M{number(start.at - 1)} {number(top)}h3v{THICK}h-3z"/>'
    return SpanBar(
        start.drawn + solid + end.drawn,
        start.tip,
        end.tip,
        start.fades or end.fades,
        start.leads_on or end.leads_on,
        start.hollow or end.hollow,
    )


def _start(scale: Scale, since: Edtf | None, top: float, earliest: int) -> _End:
    if since is None:
        edge = scale.x(earliest)
        return _End(edge + _FADED, edge, _fading(edge, 1, top), fades=True)
    first, last = (max(day.toordinal(), earliest) for day in (since.first, since.last))
    if first < scale.first and last <= scale.first:
        return _End(scale.left + _ARROW, scale.left, _arrow(scale.left, 1, top), leads_on=True)
    left, right = scale.x(first), scale.x(last)
    return _unsure(left, right, since, top, 1) or _End(left, left)


def _end(scale: Scale, until: Edtf | None, top: float, latest: int) -> _End:
    if until is None:
        edge = scale.x(latest + 1)
        return _End(edge - _FADED, edge, _fading(edge, -1, top), fades=True)
    first, last = (min(day.toordinal(), latest) + 1 for day in (until.first, until.last))
    if last > scale.last + 1 and first > scale.last:
        return _End(scale.right - _ARROW, scale.right, _arrow(scale.right, -1, top), leads_on=True)
    left, right = scale.x(first), scale.x(last)
    return _unsure(right, left, until, top, -1) or _End(right, right)


def _unsure(tip: float, at: float, when: Edtf, top: float, inwards: int) -> _End | None:
    """The hollow end of a bar that began or ended at some time between `tip` and `at`; None where that is no time."""
    doubtful = when.approximate or when.uncertain
    if doubtful and abs(at - tip) < _LEAST_UNSURE:
        at = tip + inwards * _LEAST_UNSURE
    if abs(at - tip) < 3:
        return None
    left, right = min(tip, at), max(tip, at)
    return _End(at, tip, hollow(left, right, top, THICK, doubtful=doubtful), hollow=True)


def hollow(left: float, right: float, top: float, high: float, *, doubtful: bool) -> str:
    """Return the outline of a bar. doubtful: dashed, since the date itself is approximate or uncertain."""
    look = 'class="unsure" stroke-dasharray="3 2" ' if doubtful else ""
    box = f'x="{number(left + 0.75)}" y="{number(top + 0.75)}" width="{number(right - left - 1.5)}"'
    return f'<rect {look}fill="none" stroke-width="1.5" {box} height="{number(high - 1.5)}" rx="{number(high / 5)}"/>'


def _fading(edge: float, inwards: int, top: float) -> str:
    """inwards: 1 where the bar lies to the right of the edge, -1 where it lies to its left."""
    pieces = "".join(
        f"M{number(edge + inwards * start)} {number(top)}h{number(inwards * long)}v{THICK}h{number(-inwards * long)}z"
        for start, long in _FADING
    )
    return f'<path d="{pieces}"/>'


def _arrow(edge: float, inwards: int, top: float) -> str:
    half = THICK // 2
    return f'<path d="M{number(edge)} {number(top + half)}l{inwards * _ARROW} -{half + 2}v{THICK + 4}z"/>'
