"""EDTF dates: what they mean, what is refused, and on which pages of the calendar they stand."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from mkdocs_dossier.model.edtf import EdtfError, calendar_pages, interval_text, parse_edtf
from mkdocs_dossier.model.fields import EdtfField

MEANINGS = {
    "2016-08-18": (date(2016, 8, 18), date(2016, 8, 18), "day"),
    "2016-08": (date(2016, 8, 1), date(2016, 8, 31), "month"),
    "2016-02": (date(2016, 2, 1), date(2016, 2, 29), "month"),
    "2016": (date(2016, 1, 1), date(2016, 12, 31), "year"),
    "0987": (date(987, 1, 1), date(987, 12, 31), "year"),
    "2016-08-17/2016-08-18": (date(2016, 8, 17), date(2016, 8, 18), "interval"),
    "2016-08/2016-09": (date(2016, 8, 1), date(2016, 9, 30), "interval"),
    "2011/2016-08-18": (date(2011, 1, 1), date(2016, 8, 18), "interval"),
    "2011-03-15/..": (date(2011, 3, 15), date.max, "interval"),
    "2011-03-15/": (date(2011, 3, 15), date.max, "interval"),
    "../2011-03-15": (date.min, date(2011, 3, 15), "interval"),
    "201X": (date(2010, 1, 1), date(2019, 12, 31), "interval"),
    "2016-08-XX": (date(2016, 8, 1), date(2016, 8, 31), "interval"),
    " 2016-08-18 ": (date(2016, 8, 18), date(2016, 8, 18), "day"),
}


SHAPE = TypeAdapter(EdtfField).json_schema()["pattern"]
"""What editors take for a date, by its looks."""


@pytest.mark.parametrize(
    "text", [*MEANINGS, "2016~", "2016-21", "?2016-08", "{2015, 2016..2018}", "Y-170002", "1950S2"]
)
def test_an_editor_marks_no_date(text: str) -> None:
    assert re.search(SHAPE, text)


@pytest.mark.parametrize(
    "text", ["18 August 2016", "2016-8-1", "8/18/2016", "2016-08-32", "2016-13", "soon", "..", "201"]
)
def test_an_editor_marks_what_is_no_date_by_its_looks(text: str) -> None:
    assert not re.search(SHAPE, text)


@pytest.mark.parametrize("text", MEANINGS)
def test_a_date_means_its_first_to_its_last_day(text: str) -> None:
    found = parse_edtf(text)
    assert (found.first, found.last, found.precision) == MEANINGS[text]


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2016-08-14~", True, False),
        ("2016-08?", False, True),
        ("2016%", True, True),
        ("2016-08-14~/2016-08-15", True, False),
        ("2016-08-14/2016-08-15?", False, True),
        ("2016-08-14", False, False),
    ],
)
def test_marks_say_how_sure_a_date_is(text: str, approximate: bool, uncertain: bool) -> None:
    found = parse_edtf(text)
    assert (found.approximate, found.uncertain) == (approximate, uncertain)
    assert str(found) == text


REFUSED = [
    "", "/", "../..", "2016-13", "2016-00", "2016-02-30", "2015-02-29", "2016-04-31", "2016-08-00", "0000",
    "2016-8-18", "2016-8", "16-08-18", "18 August 2016", "August 2016", "18.08.2016", "08/18/2016", "2016/08/18",
    "2016-08-18/2016-08-17", "2016-09/2016-08", "2016-08-18/2016-08-18/2016-08-19", "soon", "20160818", "2016-W33",
    "２０１６-０８-１８", "٢٠١٦", "2016-08-18T11:13", "2016-08-18 11:13",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_with_a_message(text: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse_edtf(text)
    assert str(refused.value) and "\n" not in str(refused.value)


def test_a_refusal_says_what_is_wrong() -> None:
    for text, part in (("2015-02-29", "2015-02"), ("2016-13", "13"), ("2016/2015", "ends before it starts")):
        with pytest.raises(EdtfError, match=part):
            parse_edtf(text)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
LIKELY = st.text(st.sampled_from("0123456789-/.~?%XuYES{}[],: T"), max_size=24)


@given(st.one_of(LIKELY, st.text(max_size=24)))
@example("2016-08-18/open")
@example("Y170000002")
@example("-0044")
@example("[1667,1668, 1670..1672]")
@example("9" * 60)
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = parse_edtf(text)
    except EdtfError:
        return
    assert re.search(SHAPE, text), "an editor would mark it"
    assert found.first <= found.last
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", page) for page in calendar_pages(found))


@given(DAYS)
def test_every_day_is_a_date_that_covers_itself_alone(day: date) -> None:
    found = parse_edtf(day.isoformat())
    assert found.covers(day) and found.first == found.last == day
    assert parse_edtf(found.text) == found


@given(DAYS, DAYS)
def test_an_interval_covers_its_days_and_no_other(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = parse_edtf(interval_text(first, last))
    assert (found.first, found.last) == (first, last)
    assert found.covers(first) and found.covers(last) and found.covers(first + (last - first) // 2)
    assert first == date.min or not found.covers(first - timedelta(1))


PAGES = {
    "a day": ("2016-08-18", 1, ("2016-08-18",)),
    "a day that is not sure": ("2016-08-18~", 1, ("2016-08-18",)),
    "a month": ("2016-08", 1, ("2016-08",)),
    "a year": ("2016", 1, ("2016",)),
    "the first years": ("0001/0003", 1, ("0001", "0002", "0003")),
    "the last years": ("9998/9999", 1, ("9998", "9999")),
    "the first days": ("0001-01-01/0001-01-02", 14, ("0001-01-01", "0001-01-02")),
    "the last days": ("9999-12-30/9999-12-31", 14, ("9999-12-30", "9999-12-31")),
    "an early year": ("0987", 1, ("0987",)),
    "an early month": ("0987-05", 1, ("0987-05",)),
    "an early week": ("0987-05-03/0987-05-09", 1, ("0987-05",)),
    "an interval of one day": ("2016-08-18/2016-08-18", 1, ("2016-08-18",)),
    "a week in one month": ("2016-08-15/2016-08-21", 1, ("2016-08",)),
    "a week in two months": ("2016-08-29/2016-09-04", 1, ("2016-08", "2016-09")),
    "a week in two years": ("2015-12-28/2016-01-03", 1, ("2015-12", "2016-01")),
    "three months": ("2016-06/2016-08", 1, ("2016-06", "2016-07", "2016-08")),
    "four months": ("2016-05/2016-08", 1, ("2016",)),
    "years": ("2011/2013", 1, ("2011", "2012", "2013")),
    "a decade": ("201X", 1, tuple(str(year) for year in range(2010, 2020))),
    "some day in August": ("2016-08-XX", 1, ("2016-08",)),
    "since a day": ("2011-03-15/..", 1, ("2011",)),
    "until a day": ("../2011-03-15", 1, ("2011",)),
    "an event of two days": ("2016-08-31/2016-09-01", 14, ("2016-08-31", "2016-09-01")),
    "an event of fourteen days": (
        "2016-08-01/2016-08-14", 14, tuple(f"2016-08-{day:02}" for day in range(1, 15))
    ),
    "an event of fifteen days": ("2016-08-01/2016-08-15", 14, ("2016-08",)),
}  # fmt: skip


@pytest.mark.parametrize("what", PAGES)
def test_it_stands_on_its_pages_of_the_calendar(what: str) -> None:
    text, days, pages = PAGES[what]
    assert calendar_pages(parse_edtf(text), days=days) == pages


@given(DAYS, st.integers(0, 4000), st.sampled_from([1, 14]))
def test_an_interval_is_never_pressed_into_fewer_days_than_it_has(first: date, length: int, days: int) -> None:
    last = min(first + timedelta(length), date(9999, 12, 30)) if first < date(9990, 1, 1) else first
    pages = calendar_pages(parse_edtf(interval_text(first, last)), days=days)
    assert list(pages) == sorted(set(pages)) and pages
    assert len({len(page) for page in pages}) == 1
    if len(pages[0]) == 10:
        assert pages == tuple((first + timedelta(n)).isoformat() for n in range((last - first).days + 1))
    assert pages[0] == first.isoformat()[: len(pages[0])]
