"""Bars that stand on a line, each with its count in its title; activity and the foot of a timeline are made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_dossier.pages.svg.marks import linked, number

WIDEST = 22


@dataclass(frozen=True, slots=True)
class Bar:
    """What was counted in one step of time, which is drawn from `x` on and `step` wide, in user units.

    url: where the counted things are listed, None where they are not.
    """

    x: float
    step: float
    count: int
    title: str
    url: str | None


def draw_bars(bars: Iterable[Bar], *, top: float, height: float, most: int) -> str:
    """Return the bars on a ground `height` below `top`. most: what fills that height."""
    return "".join(linked(bar.url, bar.title, _shape(bar, top, height, most)) for bar in bars if bar.count > 0)


def _shape(bar: Bar, top: float, height: float, most: int) -> str:
    """The bar, and before it the whole height of its step, which can be pointed at but is not seen."""
    width = min(WIDEST, max(1.5, bar.step - (2 if bar.step >= 6 else 0.5)))
    high = max(2, round(height * min(1, bar.count / most)))
    left, ground = bar.x + (bar.step - width) / 2, top + height
    return (
        f'<path fill="none" d="M{number(bar.x)} {number(top)}h{number(bar.step)}V{number(ground)}H{number(bar.x)}z"/>'
        f'<path d="M{number(left)} {number(ground)}v-{high}h{number(width)}v{high}z"/>'
    )
