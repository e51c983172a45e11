"""An actor's months as a picture that stands in a line of text, like a word."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.svg.marks import number, svg_text

WIDTH = 90
HEIGHT = 20
MOST_BARS = 30
WIDEST_STEP = 10


def spark(months: Mapping[str, int], first: str, last: str, label: str) -> Markdown:
    """Return small bars for `2016-08: 12` and so on; empty where nothing falls between `first` and `last`.

    first, last: the months of the whole collection (`2014-07`), so that all of a list's pictures have the same time.
    label: what the picture shows, for readers who do not see it.
    """
    start, end = _number(first), _number(last)
    months_a_bar = ceil(max(1, end - start + 1) / MOST_BARS)
    bars: dict[int, int] = {}
    for month, count in months.items():
        if count > 0 and start <= _number(month) <= end:
            bar = (_number(month) - start) // months_a_bar
            bars[bar] = bars.get(bar, 0) + count
    if not bars:
        return Markdown("")
    step = min(WIDEST_STEP, WIDTH / ceil((end - start + 1) / months_a_bar))
    most = max(bars.values())
    drawn = "".join(_bar(bar * step, step, bars[bar] / most) for bar in sorted(bars))
    return Markdown(
        f'<svg class="dossier-spark" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{svg_text(label)}"><path class="ground" fill="none" stroke="#999" d="M0 {HEIGHT - 0.5}H{WIDTH}"/>'
        f'<path class="articles" fill="#777" d="{drawn}"/></svg>'
    )


def _bar(x: float, step: float, share: float) -> str:
    """share: of the highest bar."""
    height = max(2, round((HEIGHT - 1) * share))
    width = number(max(1.5, step - 1))
    return f"M{number(x)} {HEIGHT}v-{height}h{width}v{height}z"


def _number(month: str) -> int:
    """Months since year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1
