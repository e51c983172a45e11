"""A year that the words around a day or month name in another way than by four digits right behind it."""

from __future__ import annotations

import pytest

from tests.link.reading import check, read

FROM_NOW = [
    ("He fled on [3 May last year].", "2015-05-03 day-month*"),
    ("He fled on [May 3 last year].", "2015-05-03 day-month*"),
    ("He fled on [May 3, last year], with her.", "2015-05-03 day-month*"),
    ("He fled on [May 3 of last year].", "2015-05-03 day-month*"),
    ("He fled on [3 May this year].", "2016-05-03 day-month*"),
    ("It opens on [3 May next year].", "2017-05-03 day-month*"),
    ("He stayed from [3 to 5 May last year].", "2015-05-03/2015-05-05 day-range*"),
    ("In [January last year] he fled.", "2015-01 month*"),
    ("In [January of last year] he fled.", "2015-01 month*"),
    ("In [early January last year] he fled.", "2015-01 month*"),
    ("In [July this year] he fled.", "2016-07 month*"),
    ("In [January next year] it opens.", "2017-01 month*"),
    ("It was shut from [May 2013 until June last year].", "2013-05/2015-06 month-range*"),
]

EARLY = [
    ("In [1755] an earthquake struck.", "1755 year"),
    ("The quake struck in [1755].", "1755 year"),
    ("It was founded in [1607] and burned in [1699].", "1607 year, 1699 year"),
    ("In [1453] Constantinople fell.", "1453 year"),
    ("It has stood since [1683], they say.", "1683 year"),
    ("In [1066], ten ships came.", "1066 year"),
    ("In [1500] the king died.", "1500 year"),
    ("Born in [1703], he died young.", "1703 year"),
    ("In [early 1755] it rained.", "1755 year"),
]

NO_YEARS = [
    "In 1500 homes and in 1000 villages the lights went out.",
    "In 1200 people fled, in 1234 cases nothing was found.",
    "By 1600 GMT it was over, until 1500 local time it was not.",
    "In 1100 Syrians fled.",
    "He died in 44 BC, in 1200 BC and in 1441 AH.",
    "On 3 May 1441 AH and in May 1441 A.H. he came.",
    "In May '76 he came, and on 3 May ’76 he left.",
    "One in 1500 was ill, and 1755 others were not.",
]


@pytest.mark.parametrize(("text", "expected"), [*FROM_NOW, *EARLY])
def test_the_year_is_read_that_the_words_name(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", NO_YEARS)
def test_a_number_that_is_no_year_of_the_calendar_is_none(text: str) -> None:
    assert read(text) == []


def test_a_heading_that_is_only_a_year_is_that_year() -> None:
    assert [found[:3] for found in read("2013\u2029It rained.\u20291830\u2029It rained.")] == [
        ("2013", "2013", "year"),
        ("1830", "1830", "year"),
    ]
    assert read("2031\u2029It rained.\u20292013 2014\u2029It rained 2013") == []
