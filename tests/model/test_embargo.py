"""For how long what was worked out holds: from one embargo's end to the next."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from mkdocs_dossier.model.embargo import is_between, same_between

EMBARGOES = [date(2026, 1, 1), None, date(2026, 3, 1), date(2026, 2, 1)]
HOLDS = {
    "2025-12-31": [],
    "2026-01-01": ["2026-01-01", "2026-01-31"],
    "2026-01-15": ["2026-01-01", "2026-01-31"],
    "2026-02-01": ["2026-02-01", "2026-02-28"],
    "2026-03-01": ["2026-03-01", "2999-12-31"],
}
"""For the day on which something was worked out: the first and the last on which it holds."""


def _at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(12), UTC)


@pytest.mark.parametrize("day", HOLDS)
def test_what_was_worked_out_holds_as_long_as_the_same_records_are_public(day: str) -> None:
    span = same_between(EMBARGOES, _at(day))
    first, last = HOLDS[day] or ["1900-01-01", "2025-12-31"]
    for other in ("1900-01-01", *(one for days in HOLDS.values() for one in days), "2025-12-31"):
        assert is_between(span, _at(other)) == (first <= other <= last), other


def test_without_an_embargo_it_holds_for_ever() -> None:
    span = same_between([None], _at("2026-01-01"))
    assert is_between(span, _at("1900-01-01")) and is_between(span, _at("2999-12-31"))
