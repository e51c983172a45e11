"""What else happened within a week, on the page of an event: the nearest twelve, and a way to the others."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from mkdocs_dossier.build import write_site
from tests.conftest import MakeCollection


def _pages(collection: MakeCollection, dates: Mapping[str, str]) -> dict[str, str]:
    events = (f"{id}: {{title: Event {id}, date: '{date}', type: other}}\n" for id, date in dates.items())
    site, problems = write_site(collection({"data/events.yml": "".join(events)}))
    assert problems == ()
    return {path: written.markdown for path, written in site.pages.items() if path.startswith("events/")}


def _near(page: str) -> str:
    return page.partition("## Other events within a week")[2].partition("dossier-neighbours")[0]


def _listed(page: str) -> list[str]:
    return re.findall(r"^- .*\((?!\.\.)([\w-]+)\.md\)", _near(page), re.MULTILINE)


def test_of_many_events_on_one_day_each_names_the_nearest_twelve_and_leads_to_the_day(
    collection: MakeCollection,
) -> None:
    pages = _pages(collection, {f"e{n:02}": "2016-08-18" for n in range(40)})
    assert _listed(pages["events/e20.md"]) == [f"e{n}" for n in range(14, 27) if n != 20]
    assert _listed(pages["events/e00.md"]) == [f"e{n:02}" for n in range(1, 13)]
    assert _listed(pages["events/e39.md"]) == [f"e{n}" for n in range(27, 39)]
    for page in pages.values():
        if "Other events within a week" in page:
            assert "All of them: [18 August 2016](../dates/2016/08/18.md)." in _near(page)


def test_up_to_twelve_are_all_named(collection: MakeCollection) -> None:
    dates = {f"e{n:02}": f"2016-08-{12 + n:02}" for n in range(13)}
    page = _pages(collection, dates)["events/e06.md"]
    assert _listed(page) == sorted(dates.keys() - {"e06"})
    assert "All of them" not in page


def test_the_nearest_are_those_of_the_nearest_days(collection: MakeCollection) -> None:
    crowd = {f"c{n:02}": "2016-08-19" for n in range(10)} | {f"d{n:02}": "2016-08-14" for n in range(10)}
    page = _pages(collection, {"own": "2016-08-18", "eve": "2016-08-17", "far": "2016-08-25", **crowd})["events/own.md"]
    assert _listed(page) == ["d09", "eve", *(f"c{n:02}" for n in range(10))]
    days = (f"[{day} August 2016](../dates/2016/08/{day}.md)" for day in (14, 17, 18, 19, 25))
    assert f"All of them: {', '.join(days)}." in _near(page)


def test_a_week_is_seven_days_on_either_side_and_holds_the_whole_event(collection: MakeCollection) -> None:
    week = {"first": "2016-08-11", "last": "2016-08-25", "within": "2016-08-20/2016-08-25"}
    beyond = {"before": "2016-08-10", "after": "2016-08-26", "beyond": "2016-08-20/2016-08-26"}
    page = _pages(collection, {"own": "2016-08-18", **week, **beyond})["events/own.md"]
    assert sorted(_listed(page)) == sorted(week)


def test_events_of_several_days_and_of_a_month_are_near_to_those_on_their_days(collection: MakeCollection) -> None:
    dates = {"week": "2016-08-10/2016-08-16", "month": "2016-08", "before": "2016-08-01", "in": "2016-08-12"}
    pages = _pages(collection, {**dates, "long": "2016-07-01/2016-09-20", "year": "2016", "later": "2016-09-08"})
    assert _listed(pages["events/week.md"]) == ["in"]
    assert _listed(pages["events/month.md"]) == ["before", "week", "in"]
    assert _listed(pages["events/in.md"]) == ["week"]
    assert "Other events within a week" not in pages["events/long.md"] + pages["events/year.md"]
    many = _pages(collection, {**dates, **{f"m{n}": "2016-08" for n in range(20)}})
    assert "[August 2016](../dates/2016/08/index.md)" in _near(many["events/m3.md"])


@pytest.mark.parametrize("date", ["2016-08-18", "2016-08", "0001-01-01", "9999-12-31"])
def test_a_page_does_not_grow_with_what_happened_on_its_day(date: str, collection: MakeCollection) -> None:
    few, many = (
        _pages(collection, {f"e{n:03}": date for n in range(number)})["events/e020.md"] for number in (40, 160)
    )
    assert len(many) == len(few)
