"""Dates as tables write them, in EDTF: days in all styles that can be one day only, months, years, about when."""

from __future__ import annotations

import re

from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.months import month
from mkdocs_dossier.model.edtf import EdtfError, parse_edtf

_ABOUT = re.compile(r"(?:approximately|approx\.?|about|around|circa|ca?\.?(?=\s?\d)|est\.?|~)\s*", re.IGNORECASE)
_NUMERIC = re.compile(r"(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})")
_CLOCK = re.compile(
    r"(?<=\d)(?:T|\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?\Z"
)
_MONTH = re.compile(
    r"(?P<name>[^\W\d_]{3,12})\.?[\s,-]+(?:of\s+)?(?P<year>\d{4})|(?P<number>\d{1,2})[/.](?P<then>\d{4})"
)
_WHOLE = re.compile(r"(?P<year>\d{4})\.0+")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_DECADE = re.compile(r"(?P<three>\d{3})0s")
_YEARS = re.compile(r"(?P<start>\d{4})\s*(?:-|–|—|to)\s*(?P<end>\d{4})")


class TwoDays(ValueError):
    """A date that may be two days. The message names both."""


def edtf_of(cell: str, *, day_first: bool | None = None) -> str | None:
    """Return a cell's date as EDTF, None where it is none.

    day_first: whether `01/02/1955` is in February; None where nobody said. Raises `TwoDays`.
    """
    text = _CLOCK.sub("", " ".join(cell.split()))
    if _valid(text):
        return text
    about = _ABOUT.match(text)
    text = text[about.end() :] if about else text
    found = _exact(text, day_first)
    return found if found is None or not about or found.endswith("~") else f"{found}~"


def _exact(text: str, day_first: bool | None) -> str | None:
    if _valid(text):
        return text
    if match := _NUMERIC.fullmatch(text):
        return _numeric(match, day_first)
    if match := _COMPACT.fullmatch(text):
        return _checked(f"{match['year']}-{match['month']}-{match['day']}")
    if match := _WHOLE.fullmatch(text):
        return match["year"]
    if match := _DECADE.fullmatch(text):
        return f"{match['three']}X"
    if match := _YEARS.fullmatch(text):
        return _checked(f"{match['start']}/{match['end']}")
    if match := _MONTH.fullmatch(text):
        number = month(match["name"]) if match["name"] else int(match["number"])
        return _checked(f"{match['year'] or match['then']}-{number:02}") if number else None
    found = first_date(text)
    return found.value[:10] if found is not None and not text[: found.start].strip(" ,") else None


def _numeric(match: re.Match[str], day_first: bool | None) -> str | None:
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    as_day = _checked(f"{year}-{second:02}-{first:02}")
    as_month = _checked(f"{year}-{first:02}-{second:02}")
    if as_day and as_month and as_day != as_month and match["sign"] != ".":
        if day_first is None:
            raise TwoDays(f"'{match[0]}' is {as_day} or {as_month}")
        return as_day if day_first else as_month
    return as_day if match["sign"] == "." else as_day or as_month


def _valid(text: str) -> bool:
    return _checked(text) is not None


def _checked(text: str) -> str | None:
    try:
        return text if text and parse_edtf(text) else None
    except EdtfError:
        return None
