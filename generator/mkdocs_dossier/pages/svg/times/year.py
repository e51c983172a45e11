"""A year as twelve small months, each day with something a link, coloured by how much it holds.

The months are pictures of their own in one figure: they flow like words, four in a row on a wide page and two on a
phone.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.say import month_names, say_page
from mkdocs_dossier.pages.svg.level import levels
from mkdocs_dossier.pages.svg.marks import linked, svg_text
from mkdocs_dossier.pages.svg.times.squares import (
    BY_DAY,
    GAP,
    PITCH,
    PageUrl,
    calendar_figure,
    calendar_svg,
    outline,
    square,
)
from mkdocs_dossier.words.catalogue import Words

_HEADING = 24


def year_calendar(year: int, counts: Mapping[str, int], url: PageUrl, words: Words) -> Markdown:
    """Return the months of a year, each day with something (`2016-08-18: 12`) a link; empty where no day has any.

    counts: by day; may hold other years, and months and years, which do not count. url: also asked for the months.
    """
    days = {page: held for page, held in counts.items() if page.startswith(f"{year:04}-") and len(page) == 10 and held}
    if not days:
        return Markdown("")
    level = levels(days)
    months = " ".join(_month(f"{year:04}-{n:02}", days, level, url, words) for n in range(1, 13))
    return calendar_figure("dossier-year", months, max(days.values()), BY_DAY, words)


def _month(month: str, days: Mapping[str, int], level: Mapping[str, int], url: PageUrl, words: Words) -> str:
    """One month: its name, then its weeks, Monday first."""
    empty, squares = [], []
    for row, week in enumerate(Calendar().monthdayscalendar(int(month[:4]), int(month[5:]))):
        for column, day in enumerate(week):
            page, x, y = f"{month}-{day:02}", column * PITCH, _HEADING + row * PITCH
            shape = outline(x, y, PITCH - GAP, PITCH - GAP)
            if page in days:
                squares.append(square(page, days[page], level[page], url, shape, words, _day(day, x, y)))
            elif day:
                empty.append(shape)
    names = f'<g class="strong" fill="currentColor" font-size="14">{_name(month, url(month), words)}</g>'
    size = 7 * PITCH - GAP, _HEADING + 6 * PITCH - GAP
    return calendar_svg(*size, say_page(month, words), names=names, empty=empty, squares=squares)


def _name(month: str, url: str | None, words: Words) -> str:
    text = f'<text y="13">{svg_text(month_names(words)[int(month[5:]) - 1])}</text>'
    return text if url is None else linked(url, say_page(month, words), text)


def _day(day: int, x: int, y: int) -> str:
    place = f'x="{x + (PITCH - GAP) // 2}" y="{y + 15}"'
    return f'<text fill="currentColor" {place}>{day}</text>'
