"""Nobody holds an office before birth or after death, nor in a body that is not yet founded or is dissolved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.build import write_site
from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.pages.tenure import tenure
from tests.conftest import MakeCollection
from tests.pages.svg.pictured import marks

ACTORS = """
ann:
  name: Ann Example
  type: person
  {life}
  roles:
    - {{title: Minister, organization: council, {role}}}
council:
  name: Example Council
  type: government
  {body}
"""
EVENTS = """
gathering: {{title: The Gathering, date: {day}, actors: [ann]}}
other: {{title: Another, date: 2020-01-01, actors: [ann]}}
"""


def _pages(collection: MakeCollection, *, life: str, body: str, role: str, day: str) -> dict[str, str]:
    files = {
        "data/actors.yml": ACTORS.format(life=life, body=body, role=role),
        "data/events.yml": EVENTS.format(day=day),
    }
    site, problems = write_site(collection(files))
    assert problems == ()
    return {path: page.markdown for path, page in site.pages.items()}


@pytest.mark.parametrize(
    ("life", "body", "role", "day", "held"),
    [
        ("died: 2014-05-01", "", "from: 2010", "2014-05-01", True),
        ("died: 2014-05-01", "", "from: 2010", "2014-05-02", False),
        ("died: 2014", "", "from: 2010", "2014-12-31", True),
        ("died: 2014", "", "from: 2010", "2015-01-01", False),
        ("died: 2014-02", "", "from: 2010", "2014-03-01", False),
        ("died: 2013/2014", "", "from: 2010", "2014-06-01", True),
        ("died: 2013/2014", "", "from: 2010", "2015", False),
        ("died: 2014~", "", "from: 2010", "2015-06", False),
        ("died: 2014", "", "from: 2010, until: 2016", "2015-06-01", False),
        ("died: 2014", "", "until: 2016", "2015-06-01", False),
        ("died: 2014", "", "from: 2010", "2014/2016", True),
        ("died: 2014", "", "from: 2010", "2015/2016", False),
        ("born: 1960", "", "until: 2010", "1959-12-31", False),
        ("born: 1960", "", "until: 2010", "1960-01-01", True),
        ("born: 1960-07-01", "", "until: 2010", "1960-06-30", False),
        ("", "dissolved: 2011", "from: 2010", "2011-12-31", True),
        ("", "dissolved: 2011", "from: 2010", "2012-01-01", False),
        ("", "dissolved: 2011-03-01", "from: 2010", "2015-01-01", False),
        ("", "founded: 2009", "until: 2015", "2008-12-31", False),
        ("", "founded: 2009", "until: 2015", "2009-01-01", True),
        ("died: 2014", "dissolved: 2011", "from: 2010", "2013-01-01", False),
        ("died: 2011", "dissolved: 2014", "from: 2010", "2013-01-01", False),
        ("", "", "from: 2010", "2099-01-01", True),
        ("died: 2014", "dissolved: 2014", "country: CN", "2013-01-01", False),
    ],
)
def test_an_office_is_held_on_the_day_of_an_event_as_far_as_that_is_possible(
    life: str, body: str, role: str, day: str, held: bool, collection: MakeCollection
) -> None:
    page = _pages(collection, life=life, body=body, role=role, day=day)["events/gathering.md"]
    assert ("in office then: Minister" in page) is held, page


@pytest.mark.parametrize(
    ("life", "body", "role", "said"),
    [
        ("died: 2014", "", "from: 2010", "**Former office:** Minister, [Example Council](council.md), from 2010"),
        ("", "dissolved: 2014", "from: 2010", "**Former office:** Minister, [Example Council](council.md), from 2010"),
        ("died: 2014", "", "country: CN", "**Former office:** Minister, [Example Council](council.md)"),
        ("", "", "from: 2010, until: 2014", "**Former office:** Minister, [Example Council](council.md), 2010 – 2014"),
        (
            "born: 1960",
            "founded: 1950",
            "from: 2010",
            "**Office:** Minister, [Example Council](council.md), since 2010",
        ),
    ],
)
def test_whoever_is_dead_or_was_in_a_body_that_is_no_more_was_formerly_in_office(
    life: str, body: str, role: str, said: str, collection: MakeCollection
) -> None:
    page = _pages(collection, life=life, body=body, role=role, day="2012")["actors/ann.md"]
    assert f"- {said}\n" in page
    assert ("since 2010" in page) is ("since 2010" in said)


def _right(picture: str, title: str) -> float:
    """How far to the right a mark reaches."""
    ((looks),) = [mark.looks for mark in marks(picture) if title in mark.title]
    return max(float(place) for place in re.findall(r"(?:M|H|cx=\")([\d.]+)", looks))


@pytest.mark.parametrize(
    ("life", "body", "role"),
    [
        ("died: 2014", "", "from: 2010"),
        ("died: 2014-02-03", "", "from: 2010, until: 2018"),
        ("", "dissolved: 2014", "from: 2010"),
        ("died: 2014", "", "from: 2010-01-01, until: 2014"),
    ],
)
def test_the_bar_of_an_office_ends_with_its_holder_or_the_body(
    life: str, body: str, role: str, collection: MakeCollection
) -> None:
    page = _pages(collection, life=life, body=body, role=role, day="2015-01-01")["actors/ann.md"]
    picture = page[page.index("<figure") : page.index("</figure>") + len("</figure>")]
    assert _right(picture, "Minister") < _right(picture, "The Gathering") < _right(picture, "Another")


def test_the_bar_of_an_office_begins_with_its_holder_or_the_body(collection: MakeCollection) -> None:
    page = _pages(collection, life="born: 1960", body="founded: 2016", role="until: 2018", day="2015-01-01")
    text = page["actors/ann.md"]
    picture = text[text.index("<figure") : text.index("</figure>") + len("</figure>")]
    ((looks),) = [mark.looks for mark in marks(picture) if "Minister" in mark.title]
    assert min(map(float, re.findall(r"(?:M|H)([\d.]+)", looks))) > _right(picture, "The Gathering")


DATES = st.none() | st.sampled_from(
    ["2009", "2010-05", "2010-05-06", "2011", "2011~", "2012/2013", "2013-02-03", "2014", "../2012", "2012/..", "0079"]
)
DAYS = st.dates(date(2008, 1, 1), date(2015, 12, 31))
KEYS = ("born", "died", "founded", "dissolved")


def _actor(dates: Mapping[str, str | None], **fields: object) -> Actor:
    known = {key: text for key, text in dates.items() if text is not None}
    return Actor.model_validate({"name": "An Example", "type": "other", **known, **fields})


@given(st.tuples(*[DATES] * 2), st.tuples(*[DATES] * 4), st.tuples(*[DATES] * 4), DAYS)
def test_an_office_is_held_on_a_day_unless_any_of_its_dates_rules_that_out(
    own: tuple[str | None, ...], of_holder: tuple[str | None, ...], of_body: tuple[str | None, ...], day: date
) -> None:
    role = {key: text for key, text in zip(("from", "until"), own, strict=True) if text is not None}
    ann = _actor(
        dict(zip(KEYS, of_holder, strict=True)), roles=[{"title": "Minister", "organization": "council", **role}]
    )
    council = _actor(dict(zip(KEYS, of_body, strict=True)))
    held = tenure(ann.roles[0], ann, {"council": council}.get).overlaps(day, day)

    dates = [parse_edtf(text) if text is not None else None for text in (*own, *of_holder, *of_body)]
    too_early = any(start is not None and day < start.first for start in dates[::2])
    too_late = any(end is not None and day > end.last for end in dates[1::2])
    assert held is (own != (None, None) and not too_early and not too_late)


@pytest.mark.parametrize(
    ("died", "last"),
    [
        ("2014", "2014-12-31"),
        ("2014-02", "2014-02-28"),
        ("2014-02-03", "2014-02-03"),
        ("2014~", "2014-12-31"),
        ("../2014", "2014-12-31"),
        ("2014/..", "9999-12-31"),
    ],
)
def test_of_a_date_not_known_to_the_day_the_last_one_that_is_possible_counts(died: str, last: str) -> None:
    ann = _actor({"died": died}, roles=[{"title": "Chair"}])
    assert tenure(ann.roles[0], ann, {}.get).last == date.fromisoformat(last)
