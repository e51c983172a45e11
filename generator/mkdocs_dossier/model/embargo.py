"""For how long the same records are public: what was worked out on one day holds until the next embargo ends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

EmbargoSpan = tuple[str, str]
"""The first day on which it holds and the first on which it does not, as `2016-08-18`; empty where there is none."""


def same_between(embargoes: Iterable[date | None], now: datetime) -> EmbargoSpan:
    """Return around `now` (UTC) the last embargo that has ended and the next one that will."""
    days = sorted({day.isoformat() for day in embargoes if day is not None})
    today = now.date().isoformat()
    return max((day for day in days if day <= today), default=""), min((day for day in days if day > today), default="")


def is_between(span: Iterable[str], now: datetime) -> bool:
    """Tell whether `now` (UTC) lies in the span that `same_between` returned."""
    since, until = span
    today = now.date().isoformat()
    return since <= today and (not until or today < until)
