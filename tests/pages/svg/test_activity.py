"""The bars of activity: one for each month with articles, none for those between, years where time is long."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.svg.times import activity as activity_module
from mkdocs_dossier.pages.svg.times.activity import MOST_MONTHS, WIDTH
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check
from tests.pages.svg.pictured import marks, texts

activity = partial(activity_module.activity, words=words_in("en"))


def _url(page: str) -> str | None:
    return f"dates/{page}.md"


def _bars(picture: str) -> list[tuple[float, int]]:
    """Where the room of each bar begins, and how high it is."""
    paths = [re.findall(r' d="M([\d.]+) [\d.]+(?:v-(\d+))?', mark.looks) for mark in marks(picture)]
    return [(float(room[0]), int(bar[1])) for room, bar in paths]


MONTHS = {"2016-08": 12, "2016-11": 3, "2017-01": 1}


def test_each_month_has_its_bar_at_its_place_and_the_highest_fills_the_picture() -> None:
    bars = _bars(activity(MONTHS, "Xinhua", _url))
    assert [round(place) for place, _ in bars] == [0, 320, 533]
    assert [height for _, height in bars] == [64, 16, 5]


def test_each_bar_leads_to_its_month() -> None:
    assert [(mark.url, mark.title) for mark in marks(activity(MONTHS, "Xinhua", _url))] == [
        ("dates/2016-08.md", "August 2016: 12 articles"),
        ("dates/2016-11.md", "November 2016: 3 articles"),
        ("dates/2017-01.md", "January 2017: 1 article"),
    ]


def test_a_month_without_a_page_has_a_bar_all_the_same() -> None:
    found = marks(activity(MONTHS, "Xinhua", lambda page: None))
    assert (found[0].url, found[0].title) == (None, "August 2016: 12 articles")
    assert "<a" not in activity(MONTHS, "Xinhua", lambda page: None)


def test_a_long_time_is_shown_by_years() -> None:
    months = {f"{1990 + n // 12}-{n % 12 + 1:02}": 1 for n in range(MOST_MONTHS + 12)}
    found = marks(activity(months, "Xinhua", _url))
    assert [(mark.url, mark.title) for mark in found][:2] == [
        ("dates/1990.md", "1990: 12 articles"),
        ("dates/1991.md", "1991: 12 articles"),
    ]


def test_a_very_long_time_is_shown_by_decades_or_centuries() -> None:
    found = marks(activity({"1215-06": 1, "1789-07": 2, "1789-08": 3, "1799-11": 1, "2016-08": 4}, "Xinhua", _url))
    assert [(mark.url, mark.title) for mark in found] == [
        ("dates/1215.md", "1210–1219: 1 article"),
        ("dates/1789.md", "1780–1789: 5 articles"),
        ("dates/1799.md", "1790–1799: 1 article"),
        ("dates/2016.md", "2010–2019: 4 articles"),
    ]
    found = marks(activity({"0079-08": 1, "1789-07": 2, "1799-11": 3, "9999-12": 1}, "Xinhua", _url))
    assert [(mark.url, mark.title) for mark in found] == [
        ("dates/0079.md", "AD 1–99: 1 article"),
        (None, "1700–1799: 5 articles"),
        ("dates/9999.md", "9900–9999: 1 article"),
    ]


@given(st.sets(st.dates(), min_size=2, max_size=40))
def test_however_long_the_time_the_bars_are_apart_and_in_the_picture(days: set[date]) -> None:
    months = {day.isoformat()[:7]: 1 for day in days}
    picture = activity(months, "Xinhua", _url)
    if picture:
        places = [place for place, _ in _bars(picture)]
        assert places == sorted(places) and all(0 <= place < WIDTH for place in places)
        assert all(b - a > WIDTH / (MOST_MONTHS + 2) for a, b in pairwise(places))
        assert sum(int(mark.title.rpartition(": ")[2].split()[0]) for mark in marks(picture)) == len(months)


def test_the_ends_and_the_highest_value_are_written_out() -> None:
    shown = texts(activity({f"{2000 + n // 12}-{n % 12 + 1:02}": n % 20 + 1 for n in range(170)}, "Xinhua", _url))
    assert shown[:3] == ["20 articles", "January 2000", "February 2014"]
    assert "2007" in shown


def test_few_months_are_all_named() -> None:
    shown = texts(activity({"2016-08": 1, "2016-10": 2}, "Xinhua", _url))
    assert shown == ["2 articles", "August 2016", "September 2016", "October 2016"]


@pytest.mark.parametrize("months", [{}, {"2016-08": 9}])
def test_one_month_makes_no_picture(months: dict[str, int]) -> None:
    assert activity(months, "Xinhua", _url) == ""


def test_a_name_cannot_break_out_of_the_picture() -> None:
    picture = activity({"2016-08": 1, "2016-09": 1}, 'A "><script>alert(1)</script>', _url)
    assert "<script" not in picture
    assert re.search(r'aria-label="Articles that name A &quot;&gt;&lt;script', picture)


def test_activity_looks_as_it_did(refresh: bool) -> None:
    check("activity", activity(MONTHS, "Xinhua", _url), refresh)
