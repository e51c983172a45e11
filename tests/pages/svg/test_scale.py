"""The days of a picture from left to right, and their labels."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.svg.labels import text_width
from mkdocs_dossier.pages.svg.marks import SIZE
from mkdocs_dossier.pages.svg.times import scale as scale_module
from mkdocs_dossier.pages.svg.times.scale import Scale
from mkdocs_dossier.words.catalogue import words_in

ticks = partial(scale_module.ticks, words=words_in("en"))


def _scale(first: str, last: str) -> Scale:
    return Scale(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), 10, 630)


def test_days_share_the_room_and_what_lies_outside_stays_at_the_end() -> None:
    scale = Scale(101, 110, 10, 110)
    assert [scale.x(day) for day in (101, 106, 111)] == [10, 60, 110]
    assert (scale.x(1), scale.x(999)) == (10, 110)
    assert scale.middle(101) == 15


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2016-08-14", "2016-08-18", ["14 Aug 2016", "15 Aug", "16 Aug", "17 Aug", "18 Aug"]),
        ("2016-08-05", "2016-08-31", ["8 Aug 2016", "15 Aug", "22 Aug", "29 Aug"]),
        ("2015-11-20", "2016-04-10", ["Dec 2015", "Jan 2016", "Feb", "Mar", "Apr"]),
        ("2014-06-25", "2015-06-12", ["Jul 2014", "Sep", "Nov", "Jan 2015", "Mar", "May"]),
        ("2009-07-01", "2018-01-01", [str(year) for year in range(2010, 2018)]),
    ],
)
def test_labels_name_days_months_or_years(first: str, last: str, labels: list[str]) -> None:
    assert [tick.label for tick in ticks(_scale(first, last))] == labels


@given(st.dates(), st.integers(20, 900_000))
def test_labels_have_room_and_stand_where_their_day_begins(first: date, days: int) -> None:
    last = min(first.toordinal() + days, date.max.toordinal())
    found = ticks(Scale(first.toordinal(), last, 10, 630))
    ends = [tick.x + text_width(tick.label, SIZE) for tick in found]
    assert all(tick.x >= 10 for tick in found)
    assert all(end < tick.x for end, tick in zip(ends, found[1:], strict=False))
    assert ends[-1] <= 630
    assert len(found) >= 2
