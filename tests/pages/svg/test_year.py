"""A year as twelve months, and in them the days with something."""

from __future__ import annotations

import re
from functools import partial
from xml.etree import ElementTree

import pytest

from mkdocs_dossier.pages.svg.times import year as year_module
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check
from tests.pages.svg.pictured import caption, marks, texts

year_calendar = partial(year_module.year_calendar, words=words_in("en"))

COUNTS = {"2015-12-31": 40, "2016-01-01": 1, "2016-02-29": 3, "2016-08-18": 12, "2016-08": 99, "2016-12-31": 1}
PAGES = {page for day in COUNTS for page in (day, day[:7], day[:4])}


def _url(page: str) -> str | None:
    return f"{page}.md" if page in PAGES else None


def test_each_day_with_something_is_a_link_in_the_order_of_the_year() -> None:
    days = [mark for mark in marks(year_calendar(2016, COUNTS, _url)) if len(mark.url or "") == len("2016-08-18.md")]
    assert [(day.url, day.title, day.text) for day in days] == [
        ("2016-01-01.md", "1 January 2016: 1", "1"),
        ("2016-02-29.md", "29 February 2016: 3", "29"),
        ("2016-08-18.md", "18 August 2016: 12", "18"),
        ("2016-12-31.md", "31 December 2016: 1", "31"),
    ]
    assert [re.findall(r'class="(l\d)"', day.looks) for day in days] == [["l1"], ["l3"], ["l5"], ["l1"]]


def test_a_month_is_a_link_where_it_has_a_page() -> None:
    picture = year_calendar(2016, COUNTS, _url)
    months = [mark.title for mark in marks(picture) if len(mark.url or "") == len("2016-08.md")]
    assert months == ["January 2016", "February 2016", "August 2016", "December 2016"]
    assert sum(text.isalpha() for text in texts(picture)) == 12


def test_weeks_start_on_monday() -> None:
    # 1 August 2016 was a Monday, 7 August a Sunday.
    first, last = marks(year_calendar(2016, {"2016-08-01": 1, "2016-08-07": 1}, lambda page: None))
    places = [re.findall(r'd="M(\d+) (\d+)', mark.looks)[0] for mark in (first, last)]
    assert places == [("0", "24"), ("144", "24")]


@pytest.mark.parametrize(("year", "days"), [(2015, 365), (2016, 366), (1, 365), (9999, 365)])
def test_every_day_of_the_year_has_its_square(year: int, days: int) -> None:
    picture = year_calendar(year, {f"{year:04}-05-09": 1}, lambda page: None)
    assert sum(path.attrib["d"].count("M") for path in ElementTree.fromstring(picture).iter("path")) == days


@pytest.mark.parametrize("counts", [{}, {"2016-08-18": 0}, {"2016": 4, "2016-08": 4}, {"2015-08-18": 4}])
def test_a_year_without_days_makes_no_picture(counts: dict[str, int]) -> None:
    assert year_calendar(2016, counts, _url) == ""


def test_the_colours_are_told_in_words() -> None:
    assert caption(year_calendar(2016, COUNTS, _url)).endswith("up to 12 on one day.")


def test_a_year_looks_as_it_did(refresh: bool) -> None:
    check("year", year_calendar(2016, COUNTS, _url), refresh)
