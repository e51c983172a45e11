"""Finds full dates in lines such as `18 AUGUST 2016 • 11:13AM`: of publication, so a day, or a time with its zone.

`link/` finds the dates that a text speaks of; here there is no sentence around them, many languages, and a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from mkdocs_dossier.imports.months import month

_YEARS = range(1600, 2101)
_LONGEST = 2000

_SIGNS = (
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3"
)
"""The vowel signs of Devanagari and Bengali, which `\\w` is not."""

_LETTER = rf"[^\W\d_]|[{_SIGNS}]"

_NAME = rf"(?:{_LETTER})+(?:[’'][^\W\d_]+)?"
_OF = r"(?:de|del|of|d['’])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[.º])?"
_YEAR_FIRST = r"(?<![\d.])(?P<year>\d{4})(?:\.?\s?(?:m\.|gada|թ\.|ж\.)|\.)\s?"
"""The year as Lithuanian, Latvian, Armenian, Kazakh, and Hungarian write it before the day."""
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.])(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d|\.\d)",
        r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        rf"(?<![\d.,/]){_DAY}[\s-]{{0,3}}(?:{_OF}\s)?\s?(?P<name>{_NAME})\.?[\s,،-]{{1,3}}(?:{_OF}\s)?(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\w)(?P<name>{_NAME})\.?\s?{_DAY}(?:,|،)?\s(?:{_OF}\s)?(?P<year>\d{{4}})(?!\d)",
        rf"{_YEAR_FIRST}(?P<name>{_NAME})\s(?P<day>\d{{1,2}})(?!\d)",
        rf"{_YEAR_FIRST}(?P<day>\d{{1,2}})\.?\s(?P<name>{_NAME})",
        r"(?<!\d)(?P<day>\d{1,2})\stháng\s(?P<month>\d{1,2}),?\s(?:năm\s)?(?P<year>\d{4})(?!\d)",
        r"(?<![\d.])(?P<first>\d{1,2})\s?(?P<sign>[./-])\s?(?P<second>\d{1,2})\s?(?P=sign)\s?(?P<year>\d{4})(?!\d|\.\d)",
    )
)
_CLOCK = re.compile(
    r"(?:\s?(?:[T,•|·@–—-]|at|um|à|kl\.?)\s?|\s)?(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?P<zone>Z\b|UTC|GMT)?(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<sign>[-_./]?)(?P<month>\d\d)(?P=sign)"
    r"|(?P<other>[-_/])(?P<name>[a-z]{3,9})(?P=other))(?P<day>\d\d?)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """value: a day `2016-08-18`, or a time with zone. start, end: where it stands, its clock included."""

    value: str
    start: int
    end: int


def dates_in(text: str, language: str = "") -> Iterator[Dated]:
    """Yield the full dates in `text`, by kind, then by place. Days of which nobody can tell the month are left out."""
    text = text[:_LONGEST]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match.groupdict(), language)
            if day is not None:
                clock = _CLOCK.match(text, match.end())
                moment = _moment(day, clock) if clock else None
                yield Dated(moment or day.isoformat(), match.start(), clock.end() if clock else match.end())


def first_date(text: str, language: str = "") -> Dated | None:
    return next(dates_in(text, language), None)


def date_in_name(name: str) -> str | None:
    """Return the day in a file's name or an address: `2016-08-18-visit.txt`, `/2016/aug/18/`, `20160818`."""
    for match in _IN_NAME.finditer(name[:_LONGEST]):
        number = month(match["name"], "en") if match["name"] else int(match["month"])
        day = _valid(int(match["year"]), number, int(match["day"])) if number is not None else None
        if day is not None and (match["name"] or len(match["day"]) == 2):
            return day.isoformat()
    return None


def _day(parts: dict[str, str | None], language: str) -> date | None:
    year = int(parts["year"] or 0)
    if parts.get("first"):
        return _numeric(year, int(parts["first"] or 0), int(parts["second"] or 0), parts["sign"])
    number = month(parts["name"] or "", language) if parts.get("name") else int(parts["month"] or 0)
    return None if number is None else _valid(year, number, int(parts["day"] or 0))


def _numeric(year: int, first: int, second: int, sign: str | None) -> date | None:
    """`18.08.2016` has the day first wherever it is written so; `8/9/2016` may be either, and is nothing."""
    if sign == "." or first > 12 or first == second:
        return _valid(year, second, first)
    return _valid(year, first, second) if second > 12 else None


def _valid(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day) if year in _YEARS else None
    except ValueError:
        return None


def _moment(day: date, clock: re.Match[str]) -> str | None:
    """Return the time in its zone, None where no zone is told: nobody knows then which moment it was."""
    zone = _zone(clock["zone"], clock["offset"])
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    if zone is None or hour > 23 or int(clock["minute"]) > 59:
        return None
    moment = datetime(
        day.year, day.month, day.day, hour, int(clock["minute"]), int(clock["second"] or 0) % 60, tzinfo=zone
    )
    return moment.isoformat()


def _zone(name: str | None, offset: str | None) -> timezone | None:
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
        delta = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-delta if offset[0] == "-" else delta) if delta < timedelta(hours=24) else None
    return timezone(timedelta()) if name else None
