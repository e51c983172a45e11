"""A collection's time as a calendar: by days in weeks where it is short, else by months, years or centuries, so that
there are never more rows than can be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.say import say_year, say_years, short_months, short_weekdays
from mkdocs_dossier.pages.svg.level import levels
from mkdocs_dossier.pages.svg.marks import SIZE, svg_text
from mkdocs_dossier.pages.svg.times.squares import (
    BY_CENTURY,
    BY_DAY,
    BY_MONTH,
    BY_YEAR,
    GAP,
    PITCH,
    PageUrl,
    calendar_figure,
    calendar_svg,
    outline,
    square,
)
from mkdocs_dossier.words.catalogue import Words

WIDTH, WIDTH_OF_YEARS = 640, 460
"""The most of a calendar by days, in user units, and of one by months or years."""

LONGEST_BY_DAY = 430
"""About 14 months, in days: what lasts longer is shown by months."""

MOST_YEARS, MOST_DECADES = 30, 60
"""How many rows of years there may be; more are shown by decades, and more of these by centuries."""

_LEFT, _TOP, _NAME = 32, 32, 30
"""The room of the weekdays, of the years and months above the weeks, and of the name of a month."""


def activity_calendar(counts: Mapping[str, int], url: PageUrl, label: str, words: Words) -> Markdown:
    """Return a calendar in which each day, month or year with something is a link; empty where there is none.

    counts: by day (`2016-08-18`) or month; only where all are days, and not over 14 months apart, are days shown.
    label: what the picture shows, in words.
    """
    held = {page: counts[page] for page in sorted(counts) if counts[page] > 0 and len(page) > 4}
    if not held:
        return Markdown("")
    if all(len(page) == 10 for page in held):
        first, last = date.fromisoformat(min(held)), date.fromisoformat(max(held))
        if (last - first).days <= LONGEST_BY_DAY:
            return _by_day(_Weeks(first, last), held, url, label, words)
    months = _summed(held, 7)
    rows = _rows([page[:4] for page in months])
    if len(rows) <= MOST_YEARS:
        heads = short_months(words)
        return _grid(
            *(_Table(rows, heads, _year, lambda year, n: f"{year}-{n + 1:02}", BY_MONTH), months, url, label, words)
        )
    years = _summed(held, 4)
    rows, heads = _rows([page[:3] for page in years]), tuple("0123456789")
    if len(rows) <= MOST_DECADES:
        return _grid(_Table(rows, heads, _decade, lambda decade, n: f"{decade}{n}", BY_YEAR), years, url, label, words)
    centuries = _summed(held, 2)
    rows, heads = _rows([page[0] for page in centuries]), tuple(f"{n}00" for n in range(10))
    table = _Table(rows, heads, _millennium, lambda row, n: f"{row}{n}", BY_CENTURY, _century)
    return _grid(table, centuries, lambda page: _only_year(page, years, url), label, words)


def _year(row: str, words: Words) -> str:
    return say_year(int(row), words)


def _decade(row: str, words: Words) -> str:
    if not int(row):
        return say_years(1, 9, words)
    return words.gettext("%(year)ss", year=say_year(int(row) * 10, words))


def _millennium(row: str, words: Words) -> str:
    return words.gettext("%(year)ss", year=row + "000") if int(row) else say_years(1, 999, words)


def _century(page: str, words: Words) -> str:
    return say_years(max(1, int(page) * 100), int(page) * 100 + 99, words)


def _only_year(century: str, years: Mapping[str, int], url: PageUrl) -> str | None:
    """The address of the year of a century that holds something, None where several do."""
    held = [year for year in years if year.startswith(century)]
    return url(held[0]) if len(held) == 1 else None


def _summed(counts: Mapping[str, int], length: int) -> dict[str, int]:
    sums: dict[str, int] = {}
    for page, count in counts.items():
        sums[page[:length]] = sums.get(page[:length], 0) + count
    return sums


@dataclass(frozen=True, slots=True)
class _Weeks:
    """The days from `first` to `last`, a column for each week, Monday at the top."""

    first: date
    last: date

    @property
    def monday(self) -> int:
        return self.first.toordinal() - self.first.weekday()

    @property
    def columns(self) -> int:
        return (self.last.toordinal() - self.monday) // 7 + 1

    @property
    def pitch(self) -> int:
        return min(PITCH, (WIDTH - _LEFT) // self.columns)

    def x(self, day: date) -> int:
        return _LEFT + (day.toordinal() - self.monday) // 7 * self.pitch

    def days(self) -> Iterator[date]:
        for n in range((self.last - self.first).days + 1):
            yield self.first + timedelta(n)


def _by_day(weeks: _Weeks, held: Mapping[str, int], url: PageUrl, label: str, words: Words) -> Markdown:
    level = levels(held)
    pitch = weeks.pitch
    empty, squares = [], []
    for day in weeks.days():
        page = day.isoformat()
        shape = outline(weeks.x(day), _TOP + day.weekday() * pitch, pitch - 1, pitch - 1)
        if page in held:
            squares.append(square(page, held[page], level[page], url, shape, words))
        else:
            empty.append(shape)
    names = "".join(
        f'<text y="{_TOP + row * pitch + pitch // 2 + 4}">{svg_text(short_weekdays(words)[row])}</text>'
        for row in range(0, 7, 1 if pitch > SIZE else 2)
    )
    size = max(_LEFT + weeks.columns * pitch, 96), _TOP + 7 * pitch
    names = _label(names + "".join(_month_names(weeks, size[0], words)))
    drawn = calendar_svg(*size, label, names=names, empty=empty, squares=squares)
    wide = " dossier-wide" if size[0] > WIDTH_OF_YEARS else ""
    return calendar_figure(f"dossier-activity-calendar{wide}", drawn, max(held.values()), BY_DAY, words)


def _month_names(weeks: _Weeks, width: int, words: Words) -> Iterator[str]:
    """The months above the week in which they begin, and their years above them. A name that would meet the one
    before it, or leave the picture, is left out.
    """
    starts = [day for day in weeks.days() if day.day == 1 or day == weeks.first]
    if len(starts) > 1 and weeks.x(starts[1]) < weeks.x(starts[0]) + _NAME:
        starts = starts[1:]  # a month cut off at the start gives way to the next one
    year, free = 0, 0
    for day in starts:
        x = weeks.x(day)
        if free <= x <= width - _NAME:
            yield f'<text x="{x}" y="26">{svg_text(short_months(words)[day.month - 1])}</text>'
            free = x + _NAME
            if day.year != year:
                yield f'<text class="strong" x="{x}" y="11">{svg_text(say_year(day.year, words))}</text>'
                year = day.year


def _label(names: str) -> str:
    return f'<g class="label" font-size="{SIZE}" fill="currentColor">{names}</g>'


def _rows(found: Sequence[str]) -> tuple[str, ...]:
    """Every year or decade from the first to the last; an empty text stands for three or more without anything."""
    rows: list[str] = []
    for row in found:
        if rows and rows[-1] != row:
            between = range(int(rows[-1]) + 1, int(row))
            rows += [""] if len(between) > 2 else [f"{n:0{len(row)}}" for n in between]
        if not rows or rows[-1] != row:
            rows.append(row)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Table:
    """Years of months, decades of years, or millennia of centuries.

    name: what a row is called. page: the page of the calendar in a row's column. note: what stands under the calendar.
    called: what a page is called that the calendar does not have.
    """

    rows: tuple[str, ...]
    heads: tuple[str, ...]
    name: Callable[[str, Words], str]
    page: Callable[[str, int], str]
    note: str
    called: Callable[[str, Words], str] = lambda page, words: ""


def _grid(table: _Table, held: Mapping[str, int], url: PageUrl, label: str, words: Words) -> Markdown:
    left, y, high = 60 if any(len(table.name(row, words)) > 7 for row in table.rows if row) else 52, 20, PITCH
    wide = (WIDTH_OF_YEARS - left) // len(table.heads)
    level = levels(held)
    names = [f'<text x="{left + n * wide}" y="13">{svg_text(head)}</text>' for n, head in enumerate(table.heads)]
    empty, squares = [], []
    for row in table.rows:
        names.append(f'<text class="strong" y="{y + 15}">{svg_text(table.name(row, words))}</text>' if row else "")
        for n in range(len(table.heads) if row else 0):
            shape, page = outline(left + n * wide, y, wide - GAP, high - GAP), table.page(row, n)
            if page in held:
                squares.append(square(page, held[page], level[page], url, shape, words, name=table.called(page, words)))
            else:
                empty.append(shape)
        if not row:
            names.append(f'<text y="{y + 9}">…</text>')
        y += high if row else 16
    size = left + len(table.heads) * wide - GAP, y - GAP
    drawn = calendar_svg(*size, label, names=_label("".join(names)), empty=empty, squares=squares)
    return calendar_figure("dossier-activity-calendar", drawn, max(held.values()), table.note, words)
