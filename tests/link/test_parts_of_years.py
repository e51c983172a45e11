"""Seasons, quarters, halves, decades; intervals from a day to a month or a month to a year; several days of a month."""

from __future__ import annotations

import datetime

import pytest

from tests.link.reading import check, read, read_article

LISTS = [
    ("On [August 14], [15] and [16] they met.", "2016-08-14 day-month*, 2016-08-15 day-month*, 2016-08-16 day-month*"),
    ("On [14], [15] and [16 August] they met.", "2016-08-14 day-month*, 2016-08-15 day-month*, 2016-08-16 day-month*"),
    ("On [July 14], [15], and [16] they met.", "2016-07-14 day-month*, 2016-07-15 day-month*, 2016-07-16 day-month*"),
    ("On [3], [5], [7] and [9 May 2015] it rained.", ", ".join(f"2015-05-0{day} full-date" for day in (3, 5, 7, 9))),
    ("On [May 3], [5] and [7, 2015], it rained.", "2015-05-03 full-date, 2015-05-05 full-date, 2015-05-07 full-date"),
    ("On the [3rd], [5th] and [7th of May] it rained.", ", ".join(f"2016-05-0{day} day-month*" for day in (3, 5, 7))),
    ("They meet on [September 3], [4] and [5].", ", ".join(f"2016-09-0{day} day-month*" for day in (3, 4, 5))),
    ("On [August 14], 15 and 16 people died.", "2016-08-14 day-month*"),
    ("On [August 14], 15 and 9 died.", "2016-08-14 day-month*"),
    ("On [August 14], [15] or [16] he left.", "2016-08-14 day-month*, 2016-08-15 day-month*, 2016-08-16 day-month*"),
]

PARTS = [
    ("It snowed in the [winter of 2018-19].", "2018-12/2019-02 season"),
    ("It snowed in the [winter of 1918–1919].", "1918-12/1919-02 season"),
    ("In the [Autumn of 2007] it fell.", "2007-09/2007-11 season"),
    ("[Summer 2012] saw many leave.", "2012-06/2012-08 season"),
    ("It fell [last fall].", "2015-09/2015-11 told-season*"),
    ("It fell [last winter].", "2015-12/2016-02 told-season*"),
    ("It fell [last spring].", "2016-03/2016-05 told-season*"),
    ("It fell [last summer].", "2015-06/2015-08 told-season*"),
    ("It opens [this summer].", "2016-06/2016-08 told-season*"),
    ("It opens [this autumn].", "2016-09/2016-11 told-season*"),
    ("It opens [next spring].", "2017-03/2017-05 told-season*"),
    ("It opens [next winter].", "2016-12/2017-02 told-season*"),
    ("In the [first quarter of 2016] it grew.", "2016-01/2016-03 quarter"),
    ("In the [last quarter of 2014] it grew.", "2014-10/2014-12 quarter"),
    ("[Third-quarter 2015] sales fell.", "2015-07/2015-09 quarter"),
    ("It grew in [Q3 2015].", "2015-07/2015-09 quarter"),
    ("In the [second half of 2015] it fell.", "2015-07/2015-12 half-year"),
    (
        "In the [first half of 2016] it rose, in [H2 2015] it fell.",
        "2016-01/2016-06 half-year, 2015-07/2015-12 half-year",
    ),
    ("In the [1990s] it was open.", "1990/1999 decade"),
    ("Since the [late 1980s] it has grown.", "1980/1989 decade"),
    ("In the [1980s] and [1990s] it grew.", "1980/1989 decade, 1990/1999 decade"),
    ("In the [1920’s] it was shut.", "1920/1929 decade"),
    ("He leaves in [the coming year].", "2017 relative-year*"),
]

MIXED = [
    ("It ran [20 May – November 2018].", "2018-05-20/2018-11 day-range"),
    ("It ran from [20 May to November 2018].", "2018-05-20/2018-11 day-range"),
    ("It ran from [20 May 2017 until November 2018].", "2017-05-20/2018-11 day-range"),
    ("It ran from [20 November to May 2018].", "2017-11-20/2018-05 day-range"),
    ("He led it [June 2013 – 2020].", "2013-06/2020 month-range"),
    ("He led it from [May 2016 until 2018].", "2016-05/2018 month-range"),
    ("He led it from [May 2016 to 2018].", "2016-05/2018 month-range"),
    ("He led it from [May 2012] and left in [2014].", "2012-05 month-year, 2014 year"),
]

NONE = [
    "Prices fall, and they fall again; a spring broke and the summer house fell.",
    "The next fall hurt him; this spring is dry, and so is that well of last resort.".replace(
        "this spring", "his spring"
    ),
    "A first-quarter profit, the second half and the last quarter of the moon.",
    "It opens this winter.",
    "His 1990s hairstyle.",
]


@pytest.mark.parametrize(("text", "expected"), [*LISTS, *PARTS, *MIXED])
def test_parts_of_years_and_lists_of_days_are_read(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", NONE)
def test_words_that_are_seasons_only_at_times_are_left_out(text: str) -> None:
    assert read(text) == []


DIGITS = [
    ("en", "5/6/2016", ""),
    ("en", "5.6.2016", ""),
    ("en-GB", "5/6/2016", ""),
    ("fr", "5/6/2016", "2016-06-05"),
    ("fr", "05/06/2016", "2016-06-05"),
    ("es", "5/6/2016", "2016-06-05"),
    ("de", "5.6.2016", "2016-06-05"),
    ("nl", "5-6-2016", "2016-06-05"),
    ("nl", "05-06-2016", "2016-06-05"),
    ("it", "5/6/2016", "2016-06-05"),
    ("fr", "13/25/2016", ""),
    ("en", "25/6/2016", "2016-06-25"),
    ("zh", "5/6/2016", ""),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DIGITS)
def test_days_in_digits_come_first_where_the_language_writes_them_so(lang: str, text: str, expected: str) -> None:
    assert [found[1] for found in read(f"({text})", lang=lang)] == ([expected] if expected else [])


def test_a_list_of_days_is_of_the_year_of_its_passage() -> None:
    found = read_article("It began on 3 May 2014. On 14, 15 and 16 June it rained.", datetime.date(2016, 8, 18))
    assert [edtf for _, edtf, _ in found] == ["2014-05-03", "2014-06-14", "2014-06-15", "2014-06-16"]


def test_a_month_with_an_open_year_behind_it_passes_the_year_on() -> None:
    found = read_article("He led it from May 2012 until 2014. On 14 June he left.", datetime.date(2016, 8, 18))
    assert [edtf for _, edtf, _ in found] == ["2012-05/2014", "2014-06-14"]
