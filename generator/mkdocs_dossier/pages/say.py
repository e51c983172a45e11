"""Dates and numbers in the words of a language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mkdocs_dossier.model.edtf import Edtf, parse_edtf
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_, NP_

_MONTHS = (
    NP_("month", "January"),
    NP_("month", "February"),
    NP_("month", "March"),
    NP_("month", "April"),
    NP_("month", "May"),
    NP_("month", "June"),
    NP_("month", "July"),
    NP_("month", "August"),
    NP_("month", "September"),
    NP_("month", "October"),
    NP_("month", "November"),
    NP_("month", "December"),
)
"""By themselves, or before a year."""

_MONTHS_IN_DATES = (
    NP_("month in a date", "January"),
    NP_("month in a date", "February"),
    NP_("month in a date", "March"),
    NP_("month in a date", "April"),
    NP_("month in a date", "May"),
    NP_("month in a date", "June"),
    NP_("month in a date", "July"),
    NP_("month in a date", "August"),
    NP_("month in a date", "September"),
    NP_("month in a date", "October"),
    NP_("month in a date", "November"),
    NP_("month in a date", "December"),
)
"""As they stand beside a day: many languages have another form there."""

_SHORT_MONTHS = (
    NP_("short month", "Jan"),
    NP_("short month", "Feb"),
    NP_("short month", "Mar"),
    NP_("short month", "Apr"),
    NP_("short month", "May"),
    NP_("short month", "Jun"),
    NP_("short month", "Jul"),
    NP_("short month", "Aug"),
    NP_("short month", "Sep"),
    NP_("short month", "Oct"),
    NP_("short month", "Nov"),
    NP_("short month", "Dec"),
)
_SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


@lru_cache(maxsize=8)
def month_names(words: Words) -> tuple[str, ...]:
    """Return the names of the months, as they stand by themselves."""
    return tuple(words.pgettext(*name) for name in _MONTHS)


@lru_cache(maxsize=8)
def months_in_dates(words: Words) -> tuple[str, ...]:
    """Return the names of the months, as they stand beside a day."""
    return tuple(words.pgettext(*name) for name in _MONTHS_IN_DATES)


@lru_cache(maxsize=8)
def short_months(words: Words) -> tuple[str, ...]:
    """Return the names of the months in a few letters."""
    return tuple(words.pgettext(*name) for name in _SHORT_MONTHS)


@lru_cache(maxsize=8)
def short_weekdays(words: Words) -> tuple[str, ...]:
    """Return the names of the weekdays in a few letters, Monday first."""
    return tuple(map(words.gettext, _SHORT_WEEKDAYS))


def say_year(year: int, words: Words) -> str:
    """`2016`, `AD 79`: fewer than four digits alone are not seen to be a year."""
    return str(year) if year > 999 else words.gettext("AD %(year)s", year=year)


def say_years(first: int, last: int, words: Words) -> str:
    """`1780–1789`, `AD 1–99`"""
    if first > 999:
        return words.pgettext("years", "%(first)s–%(last)s", first=first, last=last)
    return words.gettext("AD %(first)s–%(last)s", first=first, last=last)


@lru_cache(maxsize=1 << 14)  # each day is said on many pages
def say_day(day: date, words: Words) -> str:
    """`18 August 2016`"""
    month, year = months_in_dates(words)[day.month - 1], say_year(day.year, words)
    return words.gettext("%(day)s %(month)s %(year)s", day=day.day, month=month, year=year)


@lru_cache(maxsize=1 << 14)
def say_page(page: str, words: Words) -> str:
    """Name a page of the calendar: `18 August 2016`, `August 2016`, `2016`, `24 August AD 79`."""
    year, *rest = page.split("-")
    if not rest:
        return say_year(int(year), words)
    if len(rest) == 2:
        return say_day(date(int(year), int(rest[0]), int(rest[1])), words)
    return words.gettext(
        "%(month)s %(year)s", month=month_names(words)[int(rest[0]) - 1], year=say_year(int(year), words)
    )


def say_date(when: Edtf, words: Words) -> str:
    """`18 August 2016`, `17–18 August 2016`, `about 2011`, `until March 2011`, with `(uncertain)` where it is."""
    text = _interval(when, words) if when.precision == "interval" else _plain(when, words)
    text = words.gettext("about %(date)s", date=text) if when.approximate else text
    return words.gettext("%(date)s (uncertain)", date=text) if when.uncertain else text


def _interval(when: Edtf, words: Words) -> str:
    if "/" not in when.text:
        return when.text
    start, end = ("" if part == ".." else part for part in when.text.split("/"))
    if not start:
        return words.gettext("until %(date)s", date=say_date(parse_edtf(end), words))
    if not end:
        return words.gettext("since %(date)s", date=say_date(parse_edtf(start), words))
    return say_span(parse_edtf(start), parse_edtf(end), words)


def say_span(start: Edtf, end: Edtf, words: Words) -> str:
    """`17–18 August 2016`, `17 August – 2 September 2016`, `August 2016 – 2017`."""
    if start.precision == end.precision == "day" and start.first.year == end.first.year:
        one, other, months = start.first, end.first, months_in_dates(words)
        days = {"first": one.day, "last": other.day, "year": say_year(other.year, words)}
        if one.month == other.month:
            return words.gettext("%(first)s–%(last)s %(month)s %(year)s", month=months[one.month - 1], **days)
        return words.gettext(
            "%(first)s %(first_month)s – %(last)s %(last_month)s %(year)s",
            first_month=months[one.month - 1],
            last_month=months[other.month - 1],
            **days,
        )
    return words.gettext("%(start)s – %(end)s", start=_plain(start, words), end=_plain(end, words))


def _plain(when: Edtf, words: Words) -> str:
    return say_page(when.text.rstrip("~?%"), words)


def say_when(since: Edtf | None, until: Edtf | None, words: Words, *, over: bool = False) -> str:
    """How long something lasted: `since 2016`, `until 2018`, `2012 – 2018`; empty where nothing is known.

    over: it lasts no more, though it is not known when it ended: `from 2016`.
    """
    if since is None:
        return words.gettext("until %(date)s", date=say_date(until, words)) if until else ""
    start = say_date(since, words)
    if until:
        return words.gettext("%(start)s – %(end)s", start=start, end=say_date(until, words))
    return words.gettext("from %(date)s", date=start) if over else words.gettext("since %(date)s", date=start)
