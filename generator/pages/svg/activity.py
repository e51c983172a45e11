"""How often something was written about, month by month: a row of bars."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from generator.model.markdown import Markdown
from generator.pages.say import count, say_page

HEIGHT = 48
STEP = 8
BAR = 6
MOST_MONTHS = 180
"""A longer time is shown by years."""


def activity(months: Mapping[str, int], what: str) -> Markdown:
    """Return bars for `2016-08: 12` and so on, one a month or year; empty for fewer than two.

    what: whom or what the counted articles name, for readers who do not see the picture.
    """
    bars = _by_year(months) if _span(months) > MOST_MONTHS else months
    if len(bars) < 2:
        return Markdown("")
    steps = list(_steps(bars))
    width, most = len(steps) * STEP, max(bars.values())
    label = html.escape(f"Articles that name {what}, from {say_page(steps[0])} to {say_page(steps[-1])}", quote=True)
    drawn = "".join(_bar(number, step, bars[step], most) for number, step in enumerate(steps) if step in bars)
    picture = (
        f'<svg viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}" role="img" aria-label="{label}">'
        f'<path class="ground" d="M0 {HEIGHT - 0.5}H{width}"/>{drawn}</svg>'
    )
    ends = f"<span>{say_page(steps[0])}</span> <span>{say_page(steps[-1])}</span>"
    return Markdown(f'<div class="dossier-activity">{picture}<p>{ends}</p></div>')


def _bar(number: int, step: str, articles: int, most: int) -> str:
    height = max(2, round((HEIGHT - 4) * articles / most))
    place = f'x="{number * STEP + 1}" y="{HEIGHT - height}" width="{BAR}" height="{height}"'
    return f"<rect {place}><title>{say_page(step)}: {count(articles, 'article')}</title></rect>"


def _by_year(months: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, articles in months.items():
        years[month[:4]] = years.get(month[:4], 0) + articles
    return years


def _span(months: Mapping[str, int]) -> int:
    return _number(max(months)) - _number(min(months)) + 1 if months else 0


def _number(page: str) -> int:
    """Months or years since year 0."""
    return int(page[:4]) * 12 + int(page[5:]) - 1 if len(page) > 4 else int(page)


def _steps(bars: Mapping[str, int]) -> Iterator[str]:
    """Every month or year from the first to the last."""
    by_month = len(next(iter(bars))) > 4
    for number in range(_number(min(bars)), _number(max(bars)) + 1):
        yield f"{number // 12:04}-{number % 12 + 1:02}" if by_month else f"{number:04}"
