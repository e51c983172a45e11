"""What was meant by a date that is written as people do, and not as EDTF has it. For hints: nothing is read so."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()

_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"

_WAYS = [
    re.compile(way)
    for way in (
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})(?:[-/.]{_DAY})?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"(?P<one>[0-9]{{1,2}})[-/.](?P<other>[0-9]{{1,2}})[-/.]{_YEAR}",
        rf"{_DAY}(?: of)? {_NAME},? {_YEAR}",
        rf"{_NAME} {_DAY},? {_YEAR}",
        rf"{_NAME},? {_YEAR}",
        rf"{_YEAR},? {_NAME}(?: {_DAY})?",
    )
]


_WEEKDAY = re.compile(r"(?i)(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]* (?=.*[0-9])")
_AROUND = " “”„‟‘’"
"""Quotes of word processors, which are no part of a date."""


def meant_date(text: str) -> str:
    """Return the day or month, as EDTF writes it, that a text says in another way; empty where that is not certain."""
    said = _WEEKDAY.sub("", " ".join(text.strip(_AROUND).split()))
    found = next(filter(None, (way.fullmatch(said) for way in _WAYS)), None)
    if found is None:
        return ""
    parts = {name: part for name, part in found.groupdict().items() if part}
    month, day = _month_and_day(parts)
    try:
        meant = date(int(parts["year"]), month, 1 if day is None else day).isoformat()
    except ValueError:
        return ""
    return meant if day is not None else meant[:7]


def _month_and_day(said: dict[str, str]) -> tuple[int, int | None]:
    """Return the month, 0 where it is none, and the day, where there is one."""
    if "one" in said:  # 18.8.2016, 8/18/2016; but 8/9/2016 may be two days
        first, second = int(said["one"]), int(said["other"])
        if first != second and max(first, second) <= 12:
            return 0, None
        return min(first, second), max(first, second)
    month = _number(said["name"]) if "name" in said else int(said["month"])
    return month, int(said["day"]) if "day" in said else None


def _number(name: str) -> int:
    low = name.lower()
    return next((at for at, one in enumerate(_MONTHS, 1) if low in (one, one[:3]) or (low, at) == ("sept", 9)), 0)
