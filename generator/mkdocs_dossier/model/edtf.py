"""EDTF dates (ISO 8601-2, https://www.loc.gov/standards/datetime/): a day, month, year or interval, perhaps uncertain.

Plain dates and intervals take a fast path; everything else (`199X`, `2016-08-XX`) is left to the `edtf` package,
which is slow to import and so is imported only then.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year", "interval"]

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?", re.ASCII)
_OPEN = ("", "..")


class EdtfError(ValueError):
    """The text is no EDTF date."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date: its EDTF text and the first and last day it may mean (`date.min`, `date.max` where open)."""

    text: str
    first: date
    last: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def starts_open(self) -> bool:
        """Whether its beginning is not known: `../2016`. The year 1 is a beginning that is known."""
        return self.text.startswith(("/", ".."))

    @property
    def ends_open(self) -> bool:
        return self.text.endswith(("/", ".."))

    @property
    def year(self) -> int:
        """The year in which it is looked up: of its beginning, or of its end where that is not known."""
        return self.last.year if self.starts_open else self.first.year

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> Edtf:
    """Return the date that `text` writes. Raises `EdtfError` with a message for its author."""
    text = text.strip()
    if "/" in text:
        return _interval(text)
    if plain := _PLAIN.fullmatch(text):
        return _plain(text, *plain.groups())
    return _uncommon(text)


def _plain(text: str, year: str, month: str | None, day: str | None, mark: str | None) -> Edtf:
    first, last, precision = _bounds(int(year), month, day, text)
    return Edtf(text, first, last, precision, mark in ("~", "%"), mark in ("?", "%"))


def _bounds(year: int, month: str | None, day: str | None, text: str) -> tuple[date, date, Precision]:
    if year == 0:
        raise EdtfError(f"the year of '{text}' is not between 0001 and 9999")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not 1 <= int(month) <= 12:
        raise EdtfError(f"'{text}' has no month {month}")
    days = monthrange(year, int(month))[1]
    if day is None:
        return date(year, int(month), 1), date(year, int(month), days), "month"
    if not 1 <= int(day) <= days:
        raise EdtfError(f"there is no day {day} in {year:04}-{int(month):02}")
    exact = date(year, int(month), int(day))
    return exact, exact, "day"


def _interval(text: str) -> Edtf:
    start, _, end = text.partition("/")
    if "/" in end:
        raise EdtfError(f"'{text[:80]}' has more than a start and an end")
    if start in _OPEN and end in _OPEN:
        raise EdtfError(f"'{text}' has neither a start nor an end")
    opening = None if start in _OPEN else parse_edtf(start)
    closing = None if end in _OPEN else parse_edtf(end)
    first = date.min if opening is None else opening.first
    last = date.max if closing is None else closing.last
    if first > last:
        raise EdtfError(f"'{text}' ends before it starts")
    known = [part for part in (opening, closing) if part is not None]
    approximate, uncertain = any(p.approximate for p in known), any(p.uncertain for p in known)
    return Edtf(text, first, last, "interval", approximate, uncertain)


def _uncommon(text: str) -> Edtf:
    if not re.search(r"[0-9]", text) or not text.isascii() or len(text) > 80:
        raise EdtfError(f"'{text[:80]}' is not a date")
    from edtf import parse_edtf as parse
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse(text)
        first, last = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise EdtfError(f"'{text}' is not a date") from error
    return Edtf(text, first, last, "interval", "~" in text or "%" in text, "?" in text or "%" in text)


def interval_text(first: date, last: date) -> str:
    """Return the EDTF text of an interval of days, `2016-08-15/2016-08-21`."""
    return f"{first.isoformat()}/{last.isoformat()}"


def calendar_pages(when: Edtf, *, days: int = 1) -> tuple[str, ...]:
    """Return the calendar pages (`2016-08-18`, `2016-08` or `2016`) on which a date stands.

    A day, month or year stands on its own page. An interval is never pressed into one day: with up to `days` days it
    stands on each of them, else on the months that it touches (three at most), else on its years (ten at most).
    """
    if when.precision == "day":
        return (when.first.isoformat(),)
    if when.precision == "month":
        return (when.first.isoformat()[:7],)
    if when.precision == "year":
        return (when.first.isoformat()[:4],)
    first, last = when.first, when.last
    if when.starts_open or when.ends_open:
        known = last if when.starts_open else first
        return (f"{known.year:04}",)
    if (last - first).days < days:
        return tuple((first + timedelta(n)).isoformat() for n in range((last - first).days + 1))
    return _months(first, last) or tuple(f"{year:04}" for year in range(first.year, last.year + 1)[:10])


def _months(first: date, last: date) -> tuple[str, ...]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if count > 3:
        return ()
    months = (first.year * 12 + first.month - 1 + n for n in range(count))
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in months)
