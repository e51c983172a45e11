"""How often something was written about, month by month: a row of bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.markdown import Markdown
from generator.pages.say import count, say_page
from generator.pages.svg.labels import text_width
from generator.pages.svg.marks import SIZE, number, series_group, words
from generator.pages.svg.times.bars import Bar, draw_bars

WIDTH = 640
HEIGHT = 104
MOST_MONTHS = 180
"""A longer time is shown by years."""

_TOP, _HIGH = 20, 64
"""Where the highest bar ends, and how high it is."""


def activity(months: Mapping[str, int], what: str, url: Callable[[str], str | None]) -> Markdown:
    """Return bars for `2016-08: 12` and so on, one a month or year; empty for fewer than two.

    what: whom or what the counted articles name, for readers who do not see the picture. url: from a page of the
    calendar (`2016-08`, `2016`) to its relative address, None where there is no such page.
    """
    bars = _by_year(months) if _span(months) > MOST_MONTHS else months
    if len(bars) < 2:
        return Markdown("")
    steps = list(_steps(bars))
    wide, most = WIDTH / len(steps), max(bars.values())
    drawn = draw_bars(
        (
            Bar(n * wide, wide, bars[step], f"{say_page(step)}: {count(bars[step], 'article')}", url(step))
            for n, step in enumerate(steps)
            if step in bars
        ),
        top=_TOP,
        height=_HIGH,
        most=most,
    )
    label = f"Articles that name {what}, from {say_page(steps[0])} to {say_page(steps[-1])}, at most {most}"
    ground = _TOP + _HIGH + 0.5
    lines = f'<path class="ground" fill="none" stroke="#999" d="M0 {ground}H{WIDTH}M0 {_TOP - 0.5}H{WIDTH}"/>'
    texts = f'<text y="{_TOP - 6}">{count(most, "article")}</text>{"".join(_names(steps, wide))}'
    return Markdown(
        f'<figure class="dossier-picture dossier-activity dossier-wide" data-pagefind-ignore="all">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="group" '
        f'aria-label="{words(label)}">{lines}{series_group("articles", drawn)}'
        f'<g class="label" font-size="{SIZE}" fill="currentColor">{texts}</g></svg></figure>'
    )


def _names(steps: list[str], wide: float) -> Iterator[str]:
    """Every step below its bar where there is room; else the first and the last at the ends, and the Januaries between
    them that have room.
    """
    y = HEIGHT - 4
    if all(text_width(say_page(step), SIZE) + 16 <= wide for step in steps):
        for n, step in enumerate(steps):
            yield f'<text x="{number((n + 0.5) * wide)}" y="{y}" text-anchor="middle">{say_page(step)}</text>'
        return
    first, last = say_page(steps[0]), say_page(steps[-1])
    yield f'<text y="{y}">{first}</text><text x="{WIDTH}" y="{y}" text-anchor="end">{last}</text>'
    free, end = text_width(first, SIZE) + 16, WIDTH - text_width(last, SIZE) - 16
    for n, step in enumerate(steps):
        middle, half = (n + 0.5) * wide, text_width(step[:4], SIZE) / 2
        if (step.endswith("-01") or len(step) == 4) and free <= middle - half and middle + half <= end:
            yield f'<text x="{number(middle)}" y="{y}" text-anchor="middle">{say_page(step[:4])}</text>'
            free = middle + half + 16


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
    for at in range(_number(min(bars)), _number(max(bars)) + 1):
        yield f"{at // 12:04}-{at % 12 + 1:02}" if by_month else f"{at:04}"
