"""A span of days laid out from left to right, with the labels of its days, months or years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.pages.say import say_year, short_months
from mkdocs_dossier.pages.svg.labels import text_width
from mkdocs_dossier.pages.svg.marks import SIZE
from mkdocs_dossier.words.catalogue import Words

_GAP = 14


@dataclass(frozen=True, slots=True)
class Scale:
    """Days as ordinals (`date.toordinal`), `last` included, drawn from `left` to `right` in user units."""

    first: int
    last: int
    left: float
    right: float

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    def x(self, day: int) -> float:
        """Where a day begins; outside of the span at its nearer end."""
        inside = min(max(day, self.first), self.last + 1)
        return self.left + (self.right - self.left) * (inside - self.first) / self.days

    def middle(self, day: int) -> float:
        return (self.x(day) + self.x(day + 1)) / 2

    def shows(self, first: int, last: int) -> bool:
        """Whether any day between the two is drawn."""
        return first <= self.last and last >= self.first


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis."""

    x: float
    label: str


def ticks(scale: Scale, words: Words) -> tuple[Tick, ...]:
    """Return the labels of the finest step of days, months or years that leaves room between them."""
    for days in (1, 2, 7, 14):
        found = _fitting(scale, _each_day(scale, days, words))
        if found:
            return found
    for months in (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000))):
        found = _fitting(scale, _each_month(scale, months, words))
        if found:
            return found
    return ()


def _fitting(scale: Scale, days: Iterator[tuple[date, str]]) -> tuple[Tick, ...]:
    """The labels, none where two of them would meet or there is only one. The last one must not leave the picture."""
    found: list[Tick] = []
    free = scale.left
    for day, label in days:
        x = scale.x(day.toordinal())
        width = text_width(label, SIZE)
        if x < free:
            return ()
        if x + width <= scale.right:
            found.append(Tick(x, label))
        free = x + width + _GAP
    return tuple(found) if len(found) > 1 else ()


def _each_day(scale: Scale, step: int, words: Words) -> Iterator[tuple[date, str]]:
    """Every day, or every second, Monday or second Monday; the first one and the first of a year with its year."""
    if scale.days > 366:
        return
    day = scale.first if step < 7 else scale.first + (-date.fromordinal(scale.first).weekday()) % 7
    year = None
    for ordinal in range(day, scale.last + 1, step):
        when = date.fromordinal(ordinal)
        month = short_months(words)[when.month - 1]
        if when.year == year:
            yield when, words.pgettext("short date", "%(day)s %(month)s", day=when.day, month=month)
        else:
            said = say_year(when.year, words)
            yield (
                when,
                words.pgettext("short date", "%(day)s %(month)s %(year)s", day=when.day, month=month, year=said),
            )
        year = when.year


def _each_month(scale: Scale, step: int, words: Words) -> Iterator[tuple[date, str]]:
    """Every month whose number since year 0 is a multiple of `step`; only its year where `step` is whole years."""
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    start, end = first.year * 12 + first.month - 1 + (first.day > 1), last.year * 12 + last.month - 1
    year = None
    for month in range(max(12, start + -start % step), end + 1, step):
        when = date(month // 12, month % 12 + 1, 1)
        name = short_months(words)[when.month - 1]
        if step >= 12:
            yield when, say_year(when.year, words)
        elif when.year == year:
            yield when, name
        else:
            said = say_year(when.year, words)
            yield when, words.pgettext("short date", "%(month)s %(year)s", month=name, year=said)
        year = when.year
