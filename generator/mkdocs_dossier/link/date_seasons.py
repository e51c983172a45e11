"""Parts of a year: seasons, quarters, halves; and decades.

Seasons are those of the north, as three whole months; winter ends in the year after.
"""

from __future__ import annotations

import re
from datetime import date

from mkdocs_dossier.link.date_phrases import GAP, month_text, shift_month

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month with which each begins."""

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
_PART_BEFORE = re.compile(
    rf"\b(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)(?:{GAP}|-)(?P<part>quarter|half)"
    rf"(?:{GAP}of{GAP}(?:the{GAP}year{GAP})?|{GAP})|(?P<short>[QH])(?P<number>[1-4])(?:{GAP}(?:of{GAP})?|/))\Z"
)
_SEASON_BEFORE = re.compile(rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all){GAP}(?:of{GAP})?\Z")
_WINTER_BEFORE = re.compile(rf"\b[Ww]inter{GAP}of{GAP}\Z|\b[Ww]inter{GAP}\Z")
_WINTER_YEARS = re.compile(r"(?P<first>(?:1\d|20)\d\d)[-–/](?P<last>\d\d(?:\d\d)?)(?!\w|[.,:/-]\d)")
_DECADE = re.compile(r"(?:1\d|20)\d0['’]?s(?!\w)")
_QUALIFIED = re.compile(rf"\b(?:[Ee]arly|[Mm]id|[Ll]ate)(?:{GAP}|-)\Z")


def months_from(year: int, month: int, count: int) -> str:
    """Return so many months as an EDTF interval."""
    last = shift_month(year, month, count - 1)
    return f"{month_text(year, month)}/{month_text(*last)}"


def part_before(text: str, first: int, at: int, year: int) -> tuple[int, str, str] | None:
    """Return the part of a year that the words before the year at `at` name: where they begin, EDTF, rule.

    first: nothing is read before it.
    """
    first = max(first, at - 32)
    part = _PART_BEFORE.search(text, first, at)
    if part is not None:
        return _part(part, year)
    season = _SEASON_BEFORE.search(text, first, at)
    if season is not None and season["season"] != "Spring":
        return season.start(), months_from(year, SEASONS[season["season"].lower()], 3), "season"
    return None


def _part(found: re.Match[str], year: int) -> tuple[int, str, str] | None:
    if found["short"]:
        number, quarter = int(found["number"]), found["short"] == "Q"
    else:
        word = found["ordinal"].lower()
        number, quarter = _ORDINALS.get(word, int(word[0]) if word[0].isdigit() else 0), found["part"] == "quarter"
    number = number or (4 if quarter else 2)
    if not quarter and number > 2:
        return None
    months = 3 if quarter else 6
    return found.start(), months_from(year, months * (number - 1) + 1, months), "quarter" if quarter else "half-year"


def winter_at(text: str, first: int, at: int, end: int) -> tuple[int, int, str] | None:
    """Return the winter of which two years stand at `at`, as in `winter of 2018-19`: start, end, EDTF."""
    years = _WINTER_YEARS.match(text, at, end)
    before = _WINTER_BEFORE.search(text, max(first, at - 16), at) if years is not None else None
    if years is None or before is None:
        return None
    year, last = int(years["first"]), years["last"]
    return (before.start(), years.end(), months_from(year, 12, 3)) if int(last[-2:]) == (year + 1) % 100 else None


def decade_at(text: str, first: int, at: int, end: int) -> tuple[int, int, str] | None:
    """Return the decade at `at`, as in `the 1990s`: start, end, EDTF."""
    found = _DECADE.match(text, at, end)
    if found is None:
        return None
    qualified = _QUALIFIED.search(text, max(first, at - 7), at)
    year = int(found[0][:4])
    return (qualified.start() if qualified is not None else at), found.end(), f"{year}/{year + 9}"


def told_season(published: date, season: str, which: str) -> str:
    """Return the season that `last`, `this` or `next` means on a day, as EDTF; nothing where it may be one of two."""
    begins = SEASONS[season]
    starts = [(year, begins) for year in range(published.year - 2, published.year + 3)]
    now = (published.year, published.month)
    if which == "last":
        over = [start for start in starts if shift_month(*start, 3) <= now]
        return months_from(*over[-1], 3)
    if which == "next":
        return months_from(*next(start for start in starts if start > now), 3)
    if season != "winter":
        return months_from(published.year, begins, 3)
    current = [start for start in starts if start <= now < shift_month(*start, 3)]
    return months_from(*current[0], 3) if current else ""
