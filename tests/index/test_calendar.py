"""On which days, months and years a thing stands, and which pages there are."""

from __future__ import annotations

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.model.index import CalendarPage
from tests.conftest import MakeCollection, article

Calendar = dict[str, CalendarPage]


def _calendar(collection: MakeCollection, files: dict[str, str]) -> tuple[Calendar, set[str]]:
    """The calendar, and the paths of the date pages."""
    site, problems = write_site(collection({"data/actors.yml": "x: {name: X, type: other}\n", **files}))
    assert problems == ()
    return dict(site.site.index.calendar), {path for path in site.pages if path.startswith("dates/")}


def _with_date(date: str) -> dict[str, str]:
    """An article, published on 1 January 2020, in which `then` means a date."""
    return {"data/articles/a.md": article("It was then.", date="2020-01-01", mentions=f"{{then: {date}}}")}


SAID = {
    "a day": ("2016-08-18", ["2016-08-18"]),
    "a day that is not sure": ("2016-08-14~", ["2016-08-14"]),
    "a month": ("2015-09", ["2015-09"]),
    "a year": ("2011", ["2011"]),
    "a week in one month": ("2016-08-15/2016-08-21", ["2016-08"]),
    "a week in two months": ("2016-08-29/2016-09-04", ["2016-08", "2016-09"]),
    "a week in two years": ("2015-12-28/2016-01-03", ["2015-12", "2016-01"]),
    "two days": ("2016-08-17/2016-08-18", ["2016-08"]),
    "three months": ("2016-06/2016-08", ["2016-06", "2016-07", "2016-08"]),
    "two years": ("2011/2012", ["2011", "2012"]),
    "since a month": ("2011-03/..", ["2011"]),
}


@pytest.mark.parametrize("what", SAID)
def test_what_was_said_of_a_date_stands_on_its_pages_and_no_other(what: str, collection: MakeCollection) -> None:
    date, expected = SAID[what]
    calendar, paths = _calendar(collection, _with_date(date))
    assert [page for page, content in calendar.items() if content.dated] == expected
    for page in expected:
        (appearance,) = calendar[page].dated
        assert [mention.key for mention in appearance.mentions] == [date]
        assert "dates/" + page.replace("-", "/") in {
            path.removesuffix("/index.md").removesuffix(".md") for path in paths
        }


EVENTS = {
    "a day": ("2016-08-18", ["2016-08-18"]),
    "a month": ("2016-08", ["2016-08"]),
    "a year": ("2016", ["2016"]),
    "two days": ("2016-08-17/2016-08-18", ["2016-08-17", "2016-08-18"]),
    "two days in two years": ("2015-12-31/2016-01-01", ["2015-12-31", "2016-01-01"]),
    "a fortnight": ("2016-08-01/2016-08-14", [f"2016-08-{day:02}" for day in range(1, 15)]),
    "forty days": ("2016-08-01/2016-09-09", ["2016-08", "2016-09"]),
    "a war": ("2011-03-15/2016-08-18", ["2011", "2012", "2013", "2014", "2015", "2016"]),
    "a war that goes on": ("2011-03-15/..", ["2011"]),
    "about a day": ("2016-08-14~", ["2016-08-14"]),
}


@pytest.mark.parametrize("what", EVENTS)
def test_an_event_stands_on_its_days_or_where_it_is_long_on_its_months(what: str, collection: MakeCollection) -> None:
    date, expected = EVENTS[what]
    calendar, _ = _calendar(collection, {"data/events.yml": f"e: {{title: E, date: {date}}}\n"})
    assert [page for page, content in calendar.items() if content.events] == expected


def test_the_months_and_years_above_a_page_exist_and_no_others(collection: MakeCollection) -> None:
    files = {
        "data/events.yml": "e: {title: E, date: 2011-03-15}\nf: {title: F, date: 2013-05}\n",
        "data/articles/a.md": article("Nothing.", date="2016-08-18"),
    }
    calendar, paths = _calendar(collection, files)
    pages = ["2011", "2011-03", "2011-03-15", "2013", "2013-05", "2016", "2016-08", "2016-08-18"]
    assert list(calendar) == pages
    assert paths == {
        "dates/index.md",
        "dates/2011/index.md",
        "dates/2011/03/index.md",
        "dates/2011/03/15.md",
        "dates/2013/index.md",
        "dates/2013/05/index.md",
        "dates/2016/index.md",
        "dates/2016/08/index.md",
        "dates/2016/08/18.md",
    }


def test_an_early_year_has_pages_like_any_other(collection: MakeCollection) -> None:
    calendar, _ = _calendar(collection, {"data/events.yml": "e: {title: E, date: 0987-05}\n"})
    assert list(calendar) == ["0987", "0987-05"]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2016-08-18", "2016-08-18"),
        ("2016-08-18T23:30:00+03:00", "2016-08-18"),
        ("2016-08-18T00:30:00+03:00", "2016-08-18"),
        ("2016-08-18T23:59:59-11:00", "2016-08-18"),
        ("2016-08-18T12:00:00Z", "2016-08-18"),
    ],
)
def test_an_article_stands_on_the_day_on_which_it_appeared_where_it_appeared(
    date: str, day: str, collection: MakeCollection
) -> None:
    calendar, _ = _calendar(collection, {"data/articles/a.md": article("Nothing.", date=date)})
    assert [page for page, content in calendar.items() if content.published] == [day]


def test_a_day_lists_its_articles_and_its_events_each_once(collection: MakeCollection) -> None:
    files = {
        "data/events.yml": "e: {title: E, date: 2016-08-18}\nd: {title: D, date: 2016-08-18}\n",
        "data/articles/b.md": article("It was then and then again.", mentions="{then: 2016-08-18}"),
        "data/articles/a.md": article("Nothing."),
    }
    calendar, _ = _calendar(collection, files)
    day = calendar["2016-08-18"]
    assert [event.id for event in day.events] == ["d", "e"]
    assert [a.id for a in day.published] == ["a", "b"]
    assert [(a.article.id, len(a.mentions)) for a in day.dated] == [("b", 2)]
    assert day.count == 2 + 2 + 1


def test_what_an_article_says_of_its_own_day_stands_there(collection: MakeCollection) -> None:
    files = {"data/articles/a.md": article("It was then.", mentions="{then: 2016-08-18}")}
    site, _ = write_site(collection({"data/actors.yml": "x: {name: X, type: other}\n", **files}))
    assert "It was" in site.pages["dates/2016/08/18.md"].markdown
    assert "It was" not in site.pages["dates/2016/08/index.md"].markdown
