"""Squares coloured by how much they hold; calendars are made of them.

The colours are one ink in five strengths, so that a number on a square can be read on any ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.say import say_page
from mkdocs_dossier.pages.svg.marks import SIZE, linked, number, svg_text
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

PITCH = 24
"""From one square to the next, in user units; a finger needs that much."""

GAP = 2
_LOOK = f'fill="#b3261e" font-size="{SIZE}" text-anchor="middle"'
_STRENGTH = ("", ".14", ".28", ".42", ".56", ".7")

PageUrl = Callable[[str], str | None]
"""From a page of the calendar (`2016-08-18`, `2016-08`, `2016`) to its relative address, None where there is none."""


def outline(x: float, y: float, width: float, height: float) -> str:
    """Return the path of a rectangle."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h-{number(width)}z"


def square(
    page: str, held: int, level: int, url: PageUrl, shape: str, words: Words, drawn: str = "", name: str = ""
) -> str:
    """Return a linked square of a calendar page that holds something.

    shape: its path. drawn: what stands on it. name: what it is called where it is no page of the calendar.
    """
    colour = f'<path class="l{level}" fill-opacity="{_STRENGTH[level]}" d="{shape}"/>'
    return linked(url(page), f"{name or say_page(page, words)}: {held}", colour + drawn)


def calendar_svg(
    width: float, height: float, label: str, *, names: str, empty: Iterable[str], squares: Iterable[str]
) -> str:
    """Return one picture. names: the texts around the squares. empty: paths of squares that hold nothing."""
    size = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    ground = f'<path class="l0" fill="#888" fill-opacity=".12" d="{shapes}"/>' if (shapes := "".join(empty)) else ""
    drawn = f'<g class="strong" {_LOOK}>{links}</g>' if (links := "".join(squares)) else ""
    return f'<svg {size} role="group" aria-label="{svg_text(label)}">{names}{ground}{drawn}</svg>'


BY_DAY = N_("Stronger colour = more entries, up to %(most)s on one day.")
BY_MONTH = N_("Stronger colour = more entries, up to %(most)s in one month.")
BY_YEAR = N_("Stronger colour = more entries, up to %(most)s in one year.")
BY_CENTURY = N_("Stronger colour = more entries, up to %(most)s in one century.")
"""What stands under a calendar, by what one of its squares is."""


def calendar_figure(names: str, drawn: str, most: int, note: str, words: Words) -> Markdown:
    """Return the figure with its scale in words. names: its class names. note: `BY_DAY` or another of them."""
    said = svg_text(words.gettext(note, most=most))
    opening = f'<figure class="dossier-picture {names}" data-pagefind-ignore="all">'
    return Markdown(f"{opening}{drawn}<figcaption>{said}</figcaption></figure>")
