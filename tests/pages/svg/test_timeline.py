"""Timelines: everything that happened can be seen and followed, and what is unsure looks so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations
from xml.etree import ElementTree

import pytest

from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.pages.svg.times import timeline as timeline_module
from mkdocs_dossier.pages.svg.times.lanes import EventPoint, Lane, TimeSpan
from mkdocs_dossier.pages.svg.times.timeline import MOST_BARS
from mkdocs_dossier.words.catalogue import words_in
from tests.pages.svg.golden import check
from tests.pages.svg.pictured import Mark, caption, marks, texts

timeline = partial(timeline_module.timeline, words=words_in("en"))


def _point(when: str, title: str = "A meeting") -> EventPoint:
    return EventPoint(title, f"{title.lower().replace(' ', '-')}.md", parse_edtf(when))


def _points(*when: str) -> tuple[EventPoint, ...]:
    return tuple(_point(text, f"Event {number}") for number, text in enumerate(when))


def _span(text: str, since: str | None, until: str | None) -> TimeSpan:
    return TimeSpan(
        f"{text}, the government",
        text,
        "government.md",
        parse_edtf(since) if since else None,
        parse_edtf(until) if until else None,
    )


def _url(page: str) -> str | None:
    return f"dates/{page}.md"


def _draw(*lanes: Lane, articles: dict[str, int] | None = None) -> str:
    return timeline("Over time", lanes, articles or {}, _url)


def _x(mark: Mark) -> float:
    return float(re.findall(r'\bcx="([\d.]+)"', mark.looks)[0])


CROWDED = ("2011-10-04", "2012-07-19", "2015-09-30", *["2016-08-18"] * 6, "2016-08-24", "2016-09-12", "2018-01-01")


def test_offices_events_and_articles_are_links_with_titles() -> None:
    picture = _draw(
        Lane("Offices", spans=(_span("Director", "2016-01", None),)),
        Lane("Events", points=(_point("2016-08-14"),)),
        articles={"2016-08-18": 2, "2016-08-20": 1, "2018-01-02": 1},
    )
    assert [(mark.url, mark.title) for mark in marks(picture)] == [
        ("government.md", "Director, the government, since January 2016"),
        ("a-meeting.md", "14 August 2016: A meeting"),
        ("dates/2016-08.md", "August 2016: 3 articles"),
        ("dates/2018-01.md", "January 2018: 1 article"),
    ]
    assert {"Offices", "Director", "Events", "Articles, at most 3 a month"} <= set(texts(picture))


def test_events_stand_in_the_order_of_time() -> None:
    places = [_x(mark) for mark in marks(_draw(Lane("", points=_points("2016-08-01", "2016-09-01", "2017-01-01"))))]
    assert places == sorted(places)
    assert places[2] - places[1] > 3 * (places[1] - places[0])


def test_an_event_known_to_the_day_is_a_full_point() -> None:
    picture = _draw(Lane("", points=_points("2016-08-01", "2016-09-01")))
    seen = [circle for circle in marks(picture)[0].element.iter("circle") if circle.get("fill") != "none"]
    assert [circle.attrib["r"] for circle in seen] == ["6"]
    assert caption(picture) == ""


@pytest.mark.parametrize("when", ["2016-08-14~", "2016-08-14?", "2016-08?", "2016~"])
def test_an_uncertain_event_is_dashed(when: str) -> None:
    found = marks(_draw(Lane("", points=_points(when, "2018-01-01"))))
    assert 'class="unsure"' in found[0].looks
    assert "uncertain" in caption(_draw(Lane("", points=_points(when, "2018-01-01"))))


def test_an_event_known_to_the_month_is_as_long_as_that_month() -> None:
    picture = _draw(Lane("", points=_points("2016-08-01", "2016-09", "2016-12-01")))
    start, month, end = marks(picture)
    wide = float(month.element.findall("{*}rect")[-1].attrib["width"])
    assert wide == pytest.approx((_x(end) - _x(start)) * 30 / 122, abs=3)
    assert "unsure" not in month.looks


def test_events_on_one_day_lie_above_each_other() -> None:
    found = marks(_draw(Lane("", points=_points("2016-08-14", "2016-08-14", "2016-12-01"))))
    heights = [re.findall(r'\bcy="([\d.]+)"', mark.looks)[0] for mark in found]
    assert len(set(heights[:2])) == 2


def test_events_that_have_no_room_are_counted_and_named_in_the_title() -> None:
    picture = _draw(Lane("", points=_points("2016-08-01", *["2016-08-14"] * 7, "2016-08-25")))
    gathered = next(mark for mark in marks(picture) if mark.text)
    assert gathered.text == "4"
    assert gathered.title == "14 August 2016, 4 events: Event 4; Event 5; Event 6; Event 7"
    assert gathered.url == "dates/2016-08-14.md"


def test_what_is_gathered_leads_to_an_event_where_the_calendar_has_no_page() -> None:
    picture = timeline("x", [Lane("", points=_points(*["2016-08-14"] * 7))], {}, lambda page: None)
    assert next(mark for mark in marks(picture) if mark.text).url == "event-3.md"


def test_of_a_crowded_time_the_rest_is_counted_beside_it() -> None:
    picture = _draw(Lane("Events", points=_points(*CROWDED)), articles={"2012-07-20": 3, "2016-08-19": 2})
    titles = [mark.title for mark in marks(picture)]
    assert "4 October 2011 – 30 September 2015, 3 events: Event 0; Event 1; Event 2" in titles
    assert "3 articles before the time shown" in titles
    assert "19 August 2016: 2 articles" in titles
    assert {"earlier", "later"} <= set(texts(picture))
    single = next(mark for mark in marks(picture) if mark.title == "1 January 2018: Event 11")
    assert single.url == "event-11.md"


def test_every_event_is_in_the_picture_once() -> None:
    for when in (CROWDED, ("2016-08", "2016-08-14~", "2015/2017", "2016-01/..", "../2015-06-01")):
        titles = " ".join(mark.title for mark in marks(_draw(Lane("", points=_points(*when)))))
        assert sorted(re.findall(r"Event \d+", titles)) == sorted(f"Event {n}" for n in range(len(when)))


def test_too_many_events_are_shown_as_bars() -> None:
    days = [(date(2010, 1, 1) + timedelta(9 * n)).isoformat() for n in range(300)]
    picture = _draw(Lane("Events", points=_points(*days)))
    found = marks(picture)
    assert (found[0].url, found[0].title) == ("dates/2010-01.md", "January 2010: 4 events")
    assert sum(int(re.findall(r": (\d+) event", mark.title)[0]) for mark in found) == 300
    assert "Events, at most 4 a month" in texts(picture)


def test_offices_without_dates_and_outside_the_time_are_counted_in_words() -> None:
    spans = (_span("Undated", None, None), _span("Long ago", "1970", "1980"), _span("Then", "2016-08-15", "2016-08-20"))
    picture = _draw(Lane("Offices", spans=spans), Lane("", points=_points("2016-08-14", "2016-08-30")))
    assert [mark.text for mark in marks(picture) if mark.text] == ["Then"]
    said = caption(picture)
    assert "1 office without dates is not shown. 1 office outside this time is not shown." in said


def test_offices_and_relations_that_are_not_shown_are_counted_apart() -> None:
    undated = [replace(_span(f"Tie {n}", None, None), series="relations") for n in range(2)]
    lanes = Lane("Relations", spans=tuple(undated)), Lane("", points=_points("2016-08-14", "2016-08-30"))
    assert caption(_draw(*lanes)) == "2 relations without dates are not shown."


def test_many_offices_are_cut_and_the_rest_counted() -> None:
    spans = tuple(_span(f"Office {n}", "2012", "2014") for n in range(MOST_BARS + 3))
    picture = _draw(Lane("Offices", spans=spans))
    assert len(marks(picture)) == MOST_BARS
    assert "3 more offices are not shown, for lack of space." in caption(picture)


def test_offices_alone_make_a_picture() -> None:
    spans = _span("Chief", "2011~", "2012-07-18"), _span("Minister", "2012-07-18", None)
    picture = _draw(Lane("Offices", spans=spans))
    assert [mark.title for mark in marks(picture)] == [
        "Chief, the government, about 2011 – 18 July 2012",
        "Minister, the government, since 18 July 2012",
    ]
    assert caption(picture).startswith("A bar thins out where no start or end is known.")


@pytest.mark.parametrize(
    "picture",
    [
        _draw(),
        _draw(Lane("Offices", spans=(_span("Undated", None, None),))),
        _draw(Lane("Events", points=_points("2016-08-14"))),
        _draw(articles={"2016-08-14": 3, "2016-08-15": 1}),
    ],
)
def test_with_less_than_two_things_there_is_no_picture(picture: str) -> None:
    assert picture == ""


def test_names_cannot_break_out_of_the_picture() -> None:
    bad = '"><script>alert(1)</script>{{ x }}'
    span, point = (
        TimeSpan(bad, bad, "x.md", parse_edtf("2016-08"), None),
        EventPoint(bad, "x.md", parse_edtf("2016-09")),
    )
    picture = timeline(bad, [Lane(bad, (span,), (point,))], {"2016-08-18": 1}, lambda page: None)
    assert "<script" not in picture
    assert "{" not in picture
    assert ElementTree.fromstring(picture)[0].attrib["aria-label"].startswith(bad)
    assert bad in texts(picture)


@pytest.mark.parametrize(
    "when", [CROWDED, tuple(f"2016-08-{n:02}" for n in range(1, 31)), ("2016-08-01", "2016-08-02")]
)
def test_marks_of_a_lane_can_be_told_apart_by_a_finger(when: tuple[str, ...]) -> None:
    found = marks(_draw(Lane("", points=_points(*when))))
    places = [(_x(mark), float(re.findall(r'\bcy="([\d.]+)"', mark.looks)[0])) for mark in found]
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert max(abs(x - other_x), abs(y - other_y)) >= 23.9


def test_timelines_look_as_they_did(refresh: bool) -> None:
    offices = Lane("Offices", spans=(_span("Deputy", None, "2016-01"), _span("Director", "2016-01", None)))
    member = TimeSpan("member of: A", "member of: A", "a.md", parse_edtf("2009"), None, "relations")
    relations = Lane("Relations", spans=(member,))
    events = Lane("Events", points=_points("2016-08-14", "2016-08-15?", "2017-03", "2017-06-01~"))
    articles = {"2016-08-18": 2, "2016-09-02": 1, "2018-01-02": 1}
    check("timeline-actor", _draw(offices, relations, events, articles=articles), refresh)
    check("timeline-crowded", _draw(Lane("Events", points=_points(*CROWDED)), articles=articles), refresh)
    days = [(date(2010, 1, 1) + timedelta(40 * n)).isoformat() for n in range(90)]
    check("timeline-counts", _draw(Lane("Events", points=_points(*sorted(days * 4)))), refresh)
