"""A collection's time: days where it is short, months where it is long, years where it is very long."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.svg.times import activity_calendar as activity_calendar_module
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check
from tests.pages.svg.pictured import caption, marks, texts

activity_calendar = partial(activity_calendar_module.activity_calendar, words=words_in("en"))

SHORT = {"2015-12-14": 2, "2016-01-31": 1, "2016-08-18": 12, "2016-08-19": 5}
LONG = {"2011-10-04": 6, "2014-07-10": 2, "2016-08-18": 12, "2016-08-19": 22, "2018-01-01": 1}


def _url(page: str) -> str:
    return f"{page}.md"


def _titles(counts: dict[str, int]) -> list[str]:
    return [mark.title for mark in marks(activity_calendar(counts, _url, "Activity"))]


def test_a_short_time_is_shown_by_days() -> None:
    assert _titles(SHORT) == ["14 December 2015: 2", "31 January 2016: 1", "18 August 2016: 12", "19 August 2016: 5"]


def test_a_long_time_is_shown_by_months() -> None:
    assert _titles(LONG) == ["October 2011: 6", "July 2014: 2", "August 2016: 34", "January 2018: 1"]
    assert [text for text in texts(activity_calendar(LONG, _url, "x")) if text.isdigit()] == [
        str(year) for year in range(2011, 2019)
    ]


def test_a_very_long_time_is_shown_by_years_in_decades() -> None:
    counts = {f"{year}-05-08": 1 for year in range(1950, 2000)}
    assert _titles(counts)[:2] == ["1950: 1", "1951: 1"]
    assert "1990s" in texts(activity_calendar(counts, _url, "x"))


def test_an_early_year_is_said_with_its_era() -> None:
    counts = {"0079-08-24": 1, "1789-07-14": 2, "9999-12-31": 1}
    assert _titles(counts) == ["August AD 79: 1", "July 1789: 2", "December 9999: 1"]
    assert {"AD 79", "1789", "9999", "…"} <= set(texts(activity_calendar(counts, _url, "x")))


def test_a_time_of_too_many_decades_is_shown_by_centuries() -> None:
    counts = {f"{year:04}-05-08": 1 for year in range(5, 10000, 37)} | {"0079-08-24": 3}
    found = marks(activity_calendar(counts, _url, "x"))
    assert (found[0].url, found[0].title) == (None, "AD 1–99: 6")
    assert (found[17].url, found[17].title) == (None, "1700–1799: 3")
    lone = marks(activity_calendar({f"{year}-05-08": 1 for year in range(1005, 9000, 100)}, _url, "x"))
    assert (lone[0].url, lone[0].title) == ("1005.md", "1000–1099: 1")


@given(st.dictionaries(st.dates().map(date.isoformat), st.integers(1, 9), min_size=1, max_size=200))
def test_however_long_the_time_the_calendar_is_bounded_and_holds_everything(counts: dict[str, int]) -> None:
    picture = activity_calendar(counts, _url, "x")
    assert float(ElementTree.fromstring(picture)[0].attrib["height"]) <= 62 * 24
    assert sum(int(mark.title.rpartition(": ")[2]) for mark in marks(picture)) == sum(counts.values())


def test_where_some_things_are_known_to_the_month_only_all_is_shown_by_months() -> None:
    assert _titles({"2016-08-18": 2, "2016-08": 1, "2016-09-01": 1}) == ["August 2016: 3", "September 2016: 1"]


def test_many_years_without_anything_are_left_out() -> None:
    shown = texts(activity_calendar({"1945-05-08": 1, "1947-01-01": 1, "2016-08-18": 1}, _url, "x"))
    assert [text for text in shown if not text.isalpha()] == ["1945", "1946", "1947", "…", "2016"]


@pytest.mark.parametrize("days", range(1, 420, 13))
@pytest.mark.parametrize("start", [date(2016, 1, 1), date(2015, 12, 17), date(2016, 8, 31)])
def test_names_of_months_meet_neither_each_other_nor_the_edge(start: date, days: int) -> None:
    picture = activity_calendar({start.isoformat(): 1, (start + timedelta(days)).isoformat(): 1}, _url, "x")
    tree = ElementTree.fromstring(picture)
    width = float(tree[0].attrib["width"])
    places = [float(text.attrib["x"]) for text in tree.iter("text") if text.get("y") == "26"]
    assert places, "no month is named"
    assert all(place + 26 < following for place, following in pairwise(places))
    assert places[-1] + 26 < width <= 640
    assert "2015" in texts(picture) or "2016" in texts(picture)


def test_the_highest_has_the_strongest_colour() -> None:
    looks = {mark.title: re.findall(r'class="(l\d)"', mark.looks) for mark in marks(activity_calendar(LONG, _url, "x"))}
    assert looks["August 2016: 34"] == ["l5"]
    assert looks["January 2018: 1"] == ["l1"]
    assert caption(activity_calendar(LONG, _url, "x")).endswith("up to 34 in one month.")


@pytest.mark.parametrize("counts", [{}, {"2016": 3}, {"2016-08-18": 0}])
def test_without_days_or_months_there_is_no_picture(counts: dict[str, int]) -> None:
    assert activity_calendar(counts, _url, "x") == ""


def test_calendars_look_as_they_did(refresh: bool) -> None:
    check("activity-calendar-days", activity_calendar(SHORT, _url, "What was published, by day"), refresh)
    check("activity-calendar-months", activity_calendar(LONG, _url, "What was published, by month"), refresh)
