"""How a reader goes from day to day: from each page of the calendar to the next, and from a month to its days."""

from __future__ import annotations

from mkdocs_dossier.build import make_snapshot
from mkdocs_dossier.pages.site import Site
from tests.conftest import MakeCollection, article

DAYS = ("2015-12-31", "2016-02-01", "2016-02-02", "2016-02-10", "2016-02-29", "2016-03-01", "2017-01-01")


def _site(collection: MakeCollection) -> Site:
    files = {f"data/articles/{day}.md": article("Nothing.", date=day) for day in DAYS}
    return make_snapshot(collection(files)).site


def test_each_day_leads_to_the_one_before_and_the_one_after(collection: MakeCollection) -> None:
    site = _site(collection)
    for before, day, after in zip((None, *DAYS), DAYS, (*DAYS[1:], None), strict=False):
        assert site.around(day) == (before, after)


def test_months_and_years_lead_to_months_and_years(collection: MakeCollection) -> None:
    site = _site(collection)
    assert site.around("2016-02") == ("2015-12", "2016-03")
    assert site.around("2017-01") == ("2016-03", None)
    assert site.around("2016") == ("2015", "2017")


def test_a_month_and_a_year_lead_to_all_that_lies_in_them_and_nothing_else(collection: MakeCollection) -> None:
    site = _site(collection)
    assert site.below("2016-02") == ("2016-02-01", "2016-02-02", "2016-02-10", "2016-02-29")
    assert site.below("2016") == ("2016-02", "2016-03", *DAYS[1:6])
    assert site.below("2016-02-29") == ()
