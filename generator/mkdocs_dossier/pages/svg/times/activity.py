"""How often something was written about, month by month: a row of bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.say import say_page, say_year, say_years
from mkdocs_dossier.pages.svg.labels import text_width
from mkdocs_dossier.pages.svg.marks import SIZE, number, series_group, svg_text
from mkdocs_dossier.pages.svg.times.bars import Bar, draw_bars
from mkdocs_dossier.words.catalogue import Words

WIDTH = 640
HEIGHT = 104
MOST_MONTHS = 180
"""A longer time is shown by years; one of more years by decades, and one of more decades by centuries."""

_YEARS = (1, 10, 100)

_TOP, _HIGH = 20, 64
"""Where the highest bar ends, and how high it is."""


def activity(months: Mapping[str, int], what: str, url: Callable[[str], str | None], words: Words) -> Markdown:
    """Return bars for `2016-08: 12` and so on, one a month or year; empty for fewer than two.

    what: whom or what the counted articles name, for readers who do not see the picture. url: from a page of the
    calendar (`2016-08`, `2016`) to its relative address, None where there is no such page.
    """
    years = _years_a_bar(months)
    bars = _summed(months, years) if years else months
    if len(bars) < 2:
        return Markdown("")
    steps = {step: _say(step, years, words) for step in _steps(bars, years)}
    wide, most = WIDTH / len(steps), max(bars.values())
    drawn = draw_bars(
        (
            Bar(n * wide, wide, bars[step], _title(said, bars[step], words), _url(step, years, months, url))
            for n, (step, said) in enumerate(steps.items())
            if step in bars
        ),
        top=_TOP,
        height=_HIGH,
        most=most,
    )
    first, *_, last = steps.values()
    label = words.gettext(
        "Articles that name %(name)s, from %(first)s to %(last)s, at most %(most)s",
        name=what,
        first=first,
        last=last,
        most=most,
    )
    ground = _TOP + _HIGH + 0.5
    lines = f'<path class="ground" fill="none" stroke="#999" d="M0 {ground}H{WIDTH}M0 {_TOP - 0.5}H{WIDTH}"/>'
    highest = svg_text(words.ngettext("%(num)s article", "%(num)s articles", most))
    texts = f'<text y="{_TOP - 6}">{highest}</text>{"".join(_names(steps, wide, words))}'
    return Markdown(
        f'<figure class="dossier-picture dossier-activity dossier-wide" data-pagefind-ignore="all">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="group" '
        f'aria-label="{svg_text(label)}">{lines}{series_group("articles", drawn)}'
        f'<g class="label" font-size="{SIZE}" fill="currentColor">{texts}</g></svg></figure>'
    )


def _title(said: str, articles: int, words: Words) -> str:
    return words.ngettext("%(when)s: %(num)s article", "%(when)s: %(num)s articles", articles, when=said)


def _names(steps: Mapping[str, str], wide: float, words: Words) -> Iterator[str]:
    """Every step below its bar where there is room; else the first and the last at the ends, and the Januaries between
    them that have room.
    """
    y = HEIGHT - 4
    said = list(steps.values())
    if all(text_width(text, SIZE) + 16 <= wide for text in said):
        for n, text in enumerate(said):
            yield f'<text x="{number((n + 0.5) * wide)}" y="{y}" text-anchor="middle">{svg_text(text)}</text>'
        return
    first, last = said[0], said[-1]
    yield f'<text y="{y}">{svg_text(first)}</text><text x="{WIDTH}" y="{y}" text-anchor="end">{svg_text(last)}</text>'
    free, end = text_width(first, SIZE) + 16, WIDTH - text_width(last, SIZE) - 16
    for n, step in enumerate(steps):
        text = say_year(int(step[:4]), words)
        middle, half = (n + 0.5) * wide, text_width(text, SIZE) / 2
        if (step.endswith("-01") or len(step) == 4) and free <= middle - half and middle + half <= end:
            yield f'<text x="{number(middle)}" y="{y}" text-anchor="middle">{svg_text(text)}</text>'
            free = middle + half + 16


def _years_a_bar(months: Mapping[str, int]) -> int:
    """How many years there are in a bar, 0 where there is a month in it."""
    if not months or _number(max(months)) - _number(min(months)) < MOST_MONTHS:
        return 0
    first, last = int(min(months)[:4]), int(max(months)[:4])
    return next((years for years in _YEARS if last // years - first // years < MOST_MONTHS), _YEARS[-1])


def _summed(months: Mapping[str, int], years: int) -> dict[str, int]:
    """The counts by the first year of each step: `2016`, or `2010` for its decade."""
    sums: dict[str, int] = {}
    for month, articles in months.items():
        step = _step(month, years)
        sums[step] = sums.get(step, 0) + articles
    return sums


def _step(month: str, years: int) -> str:
    return f"{int(month[:4]) // years * years:04}"


def _say(step: str, years: int, words: Words) -> str:
    """`August 2016`, `2016`, `1780–1789`, `AD 1–99`."""
    if years < 2:
        return say_page(step, words)
    return say_years(max(1, int(step)), int(step) + years - 1, words)


def _url(step: str, years: int, months: Mapping[str, int], url: Callable[[str], str | None]) -> str | None:
    """The address of the month or year that a bar is of; of several years, where one alone holds something."""
    if years < 2:
        return url(step)
    held = {month[:4] for month in months if _step(month, years) == step}
    return url(held.pop()) if len(held) == 1 else None


def _number(month: str) -> int:
    """Months since year 0."""
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _steps(bars: Mapping[str, int], years: int) -> Iterator[str]:
    """Every step from the first to the last."""
    if years:
        yield from (f"{year:04}" for year in range(int(min(bars)), int(max(bars)) + 1, years))
        return
    for at in range(_number(min(bars)), _number(max(bars)) + 1):
        yield f"{at // 12:04}-{at % 12 + 1:02}"
