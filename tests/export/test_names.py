"""The file of names, as the search box reads it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_dossier.export.names import names_file
from mkdocs_dossier.index.corpus import make_index
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """\
    guan-youfei:
      name: Guan Youfei
      type: person
      countries: [CN]
      aliases: [{name: 关友飞, lang: zh}, {name: Adm. Guan, weak: true}, Guan Youfei]
    hostile:
      name: "</script><b> 'x' \\\\ \\"y\\""
      type: armed-group
"""
EVENTS = """\
    visit:
      title: A visit
      date: 2016-08-17/2016-08-18
      place: Damascus
      actors: [guan-youfei]
"""

Read = Callable[[dict[str, str]], tuple[str, dict[str, Any]]]


@pytest.fixture
def read(collection: MakeCollection) -> Read:
    """Return the text of a collection's file, and what it holds."""

    def read(files: dict[str, str]) -> tuple[str, dict[str, Any]]:
        corpus, _ = link(collection(files))
        text = names_file(SiteView(Site(make_index(corpus))))
        return text, json.loads(text.removeprefix("globalThis.dossierNames=").removesuffix(";\n"))

    return read


FILES = {
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/articles/a.md": article("Guan Youfei came to Syria. Adm. Guan left on 17 August."),
}


def _entry(found: dict[str, Any], path: str) -> tuple[str, str, int, list[str]]:
    """Name, line, how often named, other names."""
    _, name, line, count, *others = next(page for page in found["pages"] if page[0] == path)
    return name, found["lines"][line], count, others


def test_an_actor_has_its_other_names_its_line_and_how_often_it_is_named(read: Read) -> None:
    _, found = read(FILES)
    assert _entry(found, "actors/guan-youfei") == ("Guan Youfei", "person, China", 2, ["关友飞", "Adm. Guan"])


def test_a_country_that_has_a_page_has_its_names_in_all_languages_and_its_demonyms(read: Read) -> None:
    _, found = read(FILES)
    name, line, count, others = _entry(found, "countries/syria")
    assert (name, line, count) == ("Syria", "country", 1)
    assert {"سوريا", "Сирия", "叙利亚", "Syrien", "Syrian"} <= set(others)
    assert len(others) == len(set(others))
    assert not any(path == "countries/france" for path, *_ in found["pages"])


def test_an_event_has_its_date_and_place(read: Read) -> None:
    _, found = read(FILES)
    assert _entry(found, "events/visit")[:2] == ("A visit", "event, 17–18 August 2016, Damascus")


def test_every_page_of_the_calendar_is_there_by_its_name_and_its_number(read: Read) -> None:
    _, found = read(FILES)
    dates = [page[0] for page in found["pages"] if page[0].startswith("dates/")]
    assert dates == ["dates/2016/", "dates/2016/08/", "dates/2016/08/17", "dates/2016/08/18"]
    assert _entry(found, "dates/2016/08/18") == ("18 August 2016", "date", 2, ["2016-08-18"])
    assert _entry(found, "dates/2016/08/")[0] == "August 2016"


def test_a_month_and_a_year_count_what_stands_on_their_days(read: Read) -> None:
    _, found = read(FILES)
    days = sum(_entry(found, f"dates/2016/08/{day}")[2] for day in (17, 18))
    assert _entry(found, "dates/2016/08/")[2] == _entry(found, "dates/2016/")[2] == days


def test_a_hostile_name_cannot_end_the_script_or_its_line(read: Read) -> None:
    text, found = read(FILES)
    assert "<" not in text
    assert text.count("\n") == 1
    assert _entry(found, "actors/hostile")[:2] == ("</script><b> 'x' \\ \"y\"", "armed group")


def test_what_is_withheld_is_not_in_it(read: Read) -> None:
    text, _ = read(FILES | {"data/actors.yml": ACTORS.replace("type: person", "type: person\n      status: withheld")})
    assert "Guan Youfei" not in text
    assert "关友飞" not in text


def test_an_empty_collection_makes_an_empty_file(read: Read) -> None:
    _, found = read({})
    assert found == {"lines": [], "pages": []}
