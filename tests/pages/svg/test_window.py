"""Which time a timeline shows."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.pages.svg.times.window import SHORTEST, Window, crowded_window, known_days, whole_window


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _around(*days: str) -> list[tuple[int, int]]:
    return [(_day(day), _day(day)) for day in days]


AUGUST = [f"2016-08-{day:02}" for day in range(6, 27)]


def test_all_evidence_is_shown_with_little_around_it() -> None:
    window = whole_window(_around("2014-07-10", "2016-09-09"), [])
    assert window is not None
    assert window.first <= _day("2014-07-10") and window.last >= _day("2016-09-09")
    assert window.days < 1.1 * (_day("2016-09-09") - _day("2014-07-10"))


def test_the_end_of_an_office_that_is_near_is_shown_too() -> None:
    window = whole_window(_around("2016-08-14", "2018-01-02"), _around("2016-01-31"))
    assert window is not None
    assert window.first < _day("2016-01-31") - 14


def test_an_office_that_began_long_before_does_not_press_the_evidence_together() -> None:
    evidence = _around("2016-08-14", "2016-09-20")
    assert whole_window(evidence, _around("1999-12-31")) == whole_window(evidence, [])


def test_without_evidence_the_offices_are_shown() -> None:
    window = whole_window([], _around("2004-05-01", "2014-05-01"))
    assert window is not None
    assert window.first < _day("2004-05-01") and window.last > _day("2014-05-01")


def test_without_any_date_there_is_nothing_to_show() -> None:
    assert whole_window([], []) is None


def test_a_single_day_has_days_around_it() -> None:
    window = whole_window(_around("2016-08-18"), [])
    assert window is not None
    assert window.days >= SHORTEST
    assert window.first < _day("2016-08-18") < window.last


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_calendar_has_an_end(day: date) -> None:
    window = whole_window([(day.toordinal(), day.toordinal())], [])
    assert window is not None
    assert date.min.toordinal() <= window.first <= window.last <= date.max.toordinal()


def test_where_most_events_are_crowded_only_their_time_is_shown() -> None:
    whole = Window(_day("2011-10-01"), _day("2018-01-10"))
    events = [_day(day) for day in ("2011-10-04", "2015-09-30", *AUGUST, "2016-09-05", "2018-01-01")]
    window = crowded_window(events, whole)
    assert window is not None
    assert _day("2016-07-20") < window.first <= _day("2016-08-06")
    assert _day("2016-09-05") <= window.last < _day("2016-09-20"), "what lies near is taken in"


def test_events_spread_over_the_time_are_not_crowded() -> None:
    whole = Window(_day("2010-01-01"), _day("2019-12-31"))
    assert crowded_window(range(whole.first, whole.last, 40), whole) is None
    assert crowded_window([whole.first], whole) is None
    assert crowded_window([], whole) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-08", "2016-08-01", "2016-08-31"),
        ("2016-08-17/2016-08-18", "2016-08-17", "2016-08-18"),
        ("../2016-08-18", "2016-08-18", "2016-08-18"),
        ("2016-08/..", "2016-08-01", "2016-08-01"),
    ],
)
def test_of_an_open_date_the_known_end_counts(text: str, first: str, last: str) -> None:
    assert known_days(parse_edtf(text)) == (_day(first), _day(last))
