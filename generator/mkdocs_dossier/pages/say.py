"""Dates and numbers in words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mkdocs_dossier.model.edtf import Edtf, parse_edtf

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def say_year(year: int) -> str:
    """`2016`, `AD 79`: fewer than four digits alone are not seen to be a year."""
    return str(year) if year > 999 else f"AD {year}"


@lru_cache(maxsize=1 << 14)  # each day is said on many pages
def say_day(day: date) -> str:
    """`18 August 2016`"""
    return f"{day.day} {MONTHS[day.month - 1]} {say_year(day.year)}"


@lru_cache(maxsize=1 << 14)
def say_page(page: str) -> str:
    """Name a page of the calendar: `18 August 2016`, `August 2016`, `2016`, `24 August AD 79`."""
    year, *rest = page.split("-")
    if not rest:
        return say_year(int(year))
    month = f"{MONTHS[int(rest[0]) - 1]} {say_year(int(year))}"
    return month if len(rest) == 1 else f"{int(rest[1])} {month}"


def say_date(when: Edtf) -> str:
    """`18 August 2016`, `17–18 August 2016`, `about 2011`, `until March 2011`, with `(uncertain)` where it is."""
    text = _interval(when) if when.precision == "interval" else say_page(when.text.rstrip("~?%"))
    text = f"about {text}" if when.approximate else text
    return f"{text} (uncertain)" if when.uncertain else text


def _interval(when: Edtf) -> str:
    if "/" not in when.text:
        return when.text
    start, end = ("" if part == ".." else part for part in when.text.split("/"))
    if not start:
        return f"until {say_date(parse_edtf(end))}"
    if not end:
        return f"since {say_date(parse_edtf(start))}"
    return say_span(parse_edtf(start), parse_edtf(end))


def say_span(start: Edtf, end: Edtf) -> str:
    """`17–18 August 2016`, `17 August – 2 September 2016`, `August 2016 – 2017`."""
    if start.precision == end.precision == "day":
        one, other = start.first, end.first
        if (one.year, one.month) == (other.year, other.month):
            return f"{one.day}–{say_day(other)}"
        if one.year == other.year:
            return f"{one.day} {MONTHS[one.month - 1]} – {say_day(other)}"
    return f"{_plain(start)} – {_plain(end)}"


def _plain(when: Edtf) -> str:
    return say_page(when.text.rstrip("~?%"))


def say_when(since: Edtf | None, until: Edtf | None, *, over: bool = False) -> str:
    """How long something lasted: `since 2016`, `until 2018`, `2012 – 2018`; empty where nothing is known.

    over: it lasts no more, though it is not known when it ended: `from 2016`.
    """
    if since is None:
        return f"until {say_date(until)}" if until else ""
    if until:
        return f"{say_date(since)} – {say_date(until)}"
    return f"{'from' if over else 'since'} {say_date(since)}"


def say_type(type: str) -> str:
    """`armed-group` is an armed group."""
    return type.replace("-", " ")


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
