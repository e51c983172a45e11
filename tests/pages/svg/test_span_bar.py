"""The bar of an office: what is known of its start and end can be seen."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest

from mkdocs_dossier.model.edtf import Edtf, parse_edtf
from mkdocs_dossier.pages.svg.times.scale import Scale
from mkdocs_dossier.pages.svg.times.span_bar import SpanBar, span_bar

SCALE = Scale(date(2010, 1, 1).toordinal(), date(2019, 12, 31).toordinal(), 10, 630)


def _bar(since: str | None, until: str | None) -> SpanBar:
    return span_bar(SCALE, _date(since), _date(until), 0)


def _date(text: str | None) -> Edtf | None:
    return None if text is None else parse_edtf(text)


def test_between_two_days_the_bar_is_solid() -> None:
    bar = _bar("2012-01-01", "2015-12-31")
    assert (round(bar.left), round(bar.right)) == (134, 382)
    assert bar.drawn.count("<path") == 1 and "<rect" not in bar.drawn
    assert not (bar.fades or bar.leads_on or bar.hollow)


def test_where_an_end_is_unknown_the_bar_thins_out_to_the_edge() -> None:
    assert (_bar(None, "2015").fades, _bar(None, "2015").left) == (True, 10)
    assert (_bar("2015", None).fades, _bar("2015", None).right) == (True, 630)


def test_where_an_end_lies_outside_an_arrow_leads_there() -> None:
    assert (_bar("1999", "2015").leads_on, _bar("1999", "2015").fades) == (True, False)
    assert (_bar("2012-01-01", "2024").leads_on, _bar("2012-01-01", "2024").right) == (True, 630)


def test_an_end_known_to_the_year_is_hollow_for_that_year() -> None:
    bar = _bar("2012", "2015-12-31")
    assert bar.hollow
    assert re.findall(r'<rect [^>]* x="([\d.]+)"[^>]* width="([\d.]+)"', bar.drawn) == [("134.7", "60.5")]
    assert "unsure" not in bar.drawn


@pytest.mark.parametrize("since", ["2012~", "2012?", "2012-05-01?"])
def test_an_uncertain_end_is_dashed(since: str) -> None:
    assert 'class="unsure"' in _bar(since, "2015-12-31").drawn


@pytest.mark.parametrize(
    ("since", "until"),
    [
        *product(
            [None, "1999", "2010-01-02", "2012~", "2012", "2016-08"],
            ["2012-02~", "2012", "2019-12-30", "2024", None],
        )
    ],
)
def test_a_bar_always_shows_something_and_stays_in_its_time(since: str | None, until: str | None) -> None:
    bar = _bar(since, until)
    assert bar.drawn
    places = [float(place) for place in re.findall(r'(?:M|H| x=")(-?[\d.]+)', bar.drawn)]
    assert all(10 <= place <= 630 for place in places), bar.drawn
