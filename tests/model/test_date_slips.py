"""Dates as people write them: what EDTF calls them is said where it is certain."""

from __future__ import annotations

import pytest

from mkdocs_dossier.edit.new import wrong_value
from mkdocs_dossier.model.date_slips import meant_date
from mkdocs_dossier.model.edtf import parse_edtf


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("18 August 2016", "2016-08-18"),
        ("18th of August 2016", "2016-08-18"),
        ("August 18, 2016", "2016-08-18"),
        ("Aug. 18th 2016", "2016-08-18"),
        ("1 Sept. 2016", "2016-09-01"),
        ("2016 August 18", "2016-08-18"),
        ("2016-8-1", "2016-08-01"),
        ("2016/08/18", "2016-08-18"),
        ("2016.8.18", "2016-08-18"),
        ("20160818", "2016-08-18"),
        ("18.08.2016", "2016-08-18"),
        ("8/18/2016", "2016-08-18"),
        ("8/8/2016", "2016-08-08"),
        ("August 2016", "2016-08"),
        ("2016-8", "2016-08"),
        ("Thursday, 18 August 2016", "2016-08-18"),
        ("Thu 18 Aug 2016", "2016-08-18"),
        ("Sat., August 20, 2016", "2016-08-20"),
        ("“2016-08-18”", "2016-08-18"),
        ("„18.08.2016“", "2016-08-18"),
        ("8/9/2016", ""),
        ("Thursday", ""),
        ("Monday 2016", ""),
        ("31 June 2016", ""),
        ("2016-13-01", ""),
        ("2016-02-30", ""),
        ("18 Brumaire 2016", ""),
        ("yesterday", ""),
        ("99/99/2016", ""),
        ("May 0, 2016", ""),
        ("1 May 0000", ""),
        ("", ""),
    ],
)
def test_the_day_that_was_meant_is_said_where_it_is_certain(text: str, meant: str) -> None:
    assert meant_date(text) == meant
    if meant:
        assert parse_edtf(meant)


def test_the_hint_says_what_to_write() -> None:
    assert wrong_value("event", "date", "18 August 2016") == "'18 August 2016' is not a date (write 2016-08-18)"
    assert wrong_value("event", "date", "August 2016").endswith("(write 2016-08)")
    assert wrong_value("article", "date", "2016-8-1").endswith("(write 2016-08-01)")


def test_no_month_is_proposed_where_a_day_has_to_stand() -> None:
    assert "write" not in wrong_value("article", "date", "August 2016")
