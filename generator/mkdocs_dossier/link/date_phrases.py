"""What all date rules share: pieces of their patterns, the place that is read, sums with the calendar.

A rule looks at one word that may belong to a date (a month, a weekday, a year, `ago`) and returns the
spans that it makes of it. Patterns end at the sentence's end (`endpos`), so no phrase crosses it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_dossier.model.edtf import interval_text
from mkdocs_dossier.model.mention import DateSpan

Tense = Literal["past", "future"]

# No `\s`: it would match the mark between two blocks.
GAP = r"[ \n\t\u00a0\u2009\u202f]{1,3}"
DASH = r"[ \u00a0]?[-–—‑][ \u00a0]?"
TO = rf"(?:{GAP}(?:to|and|or|until|till|through|thru){GAP}|{DASH})"

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
MONTH = "(?:{}|(?:{})\\.?)(?![A-Za-z])".format(
    "|".join(form for name in _MONTHS for form in (name, name.upper())),
    "|".join(form for name in _SHORT_MONTHS for form in (name, name.upper())),
)
MONTH_WORDS = tuple(form for name in (*_MONTHS, *_SHORT_MONTHS) for form in (name, name.upper()))
_NUMBER_OF = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\w)"
YEAR = r"(?:1\d|20)\d\d(?!\w|[.,:]\d)"

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_LAST_WORD = re.compile(r"([A-Za-z’']+)[ \n\t\u00a0]{1,3}\Z")
_NEXT_WORD = re.compile(rf"{GAP}([A-Za-z]+(?:-[a-z]+)?)")


class NamedDay(NamedTuple):
    """A day that names an event. day: ISO. nouns: words that may follow it, in lower case and in the singular."""

    day: str
    nouns: tuple[str, ...]


class Scene(NamedTuple):
    """The sentence that is read. free: no date may begin before it. published: the article's own day.

    named: days that name an event.
    """

    text: str
    start: int
    end: int
    free: int
    published: date
    previous: DateSpan | None
    named: tuple[NamedDay, ...] = ()


Spans = tuple[DateSpan, ...]


def word_before(scene: Scene, at: int) -> str:
    """Return the word that stands before `at` in the same sentence, or nothing."""
    found = _LAST_WORD.search(scene.text, max(scene.start, at - 24), at)
    return found[1] if found else ""


def words_before(scene: Scene, at: int, count: int) -> list[str]:
    """Return up to `count` words before `at`, the nearest last, in lower case and without punctuation."""
    words = scene.text[max(scene.start, at - 16 * count) : at].split()[-count:]
    return [word.strip("\"'“”‘’(),;:").lower() for word in words]


def word_after(scene: Scene, at: int) -> str:
    """Return the word that follows at `at` after nothing but space, or nothing."""
    found = _NEXT_WORD.match(scene.text, at, scene.end)
    return found[1] if found else ""


def month_number(name: str) -> int:
    return _NUMBER_OF[name[:3].lower()]


def day_number(digits: str) -> int:
    return int(digits.rstrip("stndrhSTNDRH"))


@lru_cache(maxsize=1 << 12)  # the articles of a collection name the days of a few years
def valid_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar, which knows the years 1 to 9999, has no such day."""
    known = MINYEAR <= year <= MAXYEAR and day <= monthrange(year, month)[1]
    return date(year, month, day) if known else None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month, `by` months later (earlier where negative)."""
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def month_text(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def monday_of(day: date) -> date:
    return day - timedelta(day.weekday())


def week_text(monday: date) -> str:
    return interval_text(monday, monday + timedelta(6))


def week_of(day: date) -> str:
    """Return the week that a day names: from that day, if it is a Sunday, else from the Monday before."""
    return week_text(day if day.weekday() == _SUNDAY else monday_of(day))


_SUNDAY = 6

# A verb tells past from future, but copies are dated late and places lie in other time zones: a date as near
# as this (in days) is of this year, whatever the verb.
_GRACE = 3


def nearest(published: date, candidates: Iterable[tuple[date, date]], tense: Tense | None) -> date | None:
    """Return where the period (first, last day) begins that is nearest to publication, as tense allows."""
    options = list(candidates)
    if tense == "past":
        options = [o for o in options if (o[0] - published).days <= _GRACE] or options
    elif tense == "future":
        options = [o for o in options if (published - o[1]).days <= _GRACE] or options
    return min(options, key=lambda o: _distance(published, *o))[0] if options else None


def _distance(published: date, first: date, last: date) -> tuple[int, bool]:
    if first <= published <= last:
        return 0, False
    return (first - published).days if first > published else (published - last).days, first > published


_SOON = 60
"""Days within which the nearest such day is meant, whatever a verb says that does not stand right beside it."""

_BACK, _AHEAD = 8, 4
"""Months. Further back than the former, a past verb is less likely than a month so little ahead; and vice versa."""


def day_without_year(published: date, month: int, day: int, tense: Tense | None) -> date | None:
    """Return the day of that name which is meant. 29 February is looked for in the leap years around."""
    years = range(published.year - 4, published.year + 5)
    days = [found for year in years if (found := valid_day(year, month, day)) is not None]
    return nearest(published, ((found, found) for found in days), tense)


def likely_day(published: date, month: int, day: int, tense: Tense | None, *, firm: bool) -> date | None:
    """Return the day of that name which is meant: the nearest if it is near, unless a verb stands right beside it."""
    near = day_without_year(published, month, day, None)
    if not firm and near is not None and abs((near - published).days) <= _SOON:
        return near
    return day_without_year(published, month, day, tense)


def month_without_year(published: date, month: int, tense: Tense | None) -> str:
    """Return the EDTF month of that name which is meant."""
    years = range(published.year - 1, published.year + 2)
    months = ((date(y, month, 1), date(y, month, monthrange(y, month)[1])) for y in years)
    first = nearest(published, months, tense)
    return first.isoformat()[:7] if first is not None else ""


def likely_month(published: date, month: int, tense: Tense | None, *, firm: bool) -> str:
    """Return the EDTF month of that name which is meant: as the verb says, unless it leads far off without need."""
    meant, other = month_without_year(published, month, tense), month_without_year(published, month, None)
    far, near = _months_off(published, meant), _months_off(published, other)
    return other if not firm and abs(far) > _BACK and abs(near) <= _AHEAD else meant


def _months_off(published: date, month: str) -> int:
    return (int(month[:4]) - published.year) * 12 + int(month[5:7]) - published.month
