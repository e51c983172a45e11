"""The pages on the whole collection, and the pictures that pages ask for."""

from __future__ import annotations

import re

from mkdocs_dossier.build import WrittenSite, write_site
from tests.conftest import MakeCollection, article

PEOPLE = {name: f"{name.title()} {name.title()}son" for name in ("ann", "bob", "cid", "dee")}
FILES = {
    "data/actors.yml": "".join(
        f"{id}:\n  name: {name}\n  type: person\n  countries: [SY]\n" for id, name in PEOPLE.items()
    ),
    "data/events.yml": (
        "talks:\n  title: Talks\n  date: 2016-08-14\n  type: meeting\n  actors: [ann, bob]\n"
        "  place: {name: Damascus, country: SY, lat: 33.5, lon: 36.3}\n"
        "truce:\n  title: Truce\n  date: 2016-08-20\n  type: ceasefire\n  countries: [SY]\n"
        "  place: {name: Moscow, country: RU}\n"
        "war:\n  title: War\n  date: 2011/2024\n  type: clash\n"
        "march:\n  title: March\n  date: 2016-08-22\n  type: protest\n"
    ),
    "data/articles/one.md": article(
        "Ann Annson and Bob Bobson met in Syria. Cid Cidson was there. Cid Cidson saw Bob Bobson."
    ),
    "data/articles/two.md": article("Ann Annson wrote to Bob Bobson and Dee Deeson.", date="2016-09-01"),
}


def _pages(collection: MakeCollection, **options: object) -> dict[str, str]:
    site: WrittenSite
    site, problems = write_site(collection(FILES, **options))
    assert problems == ()
    return {path: written.markdown for path, written in site.pages.items()}


def test_there_are_four_views_and_an_entry_that_leads_to_each(collection: MakeCollection) -> None:
    pages = _pages(collection)
    assert {path for path in pages if path.startswith("explore/")} == {
        "explore/index.md",
        *(f"explore/{view}.md" for view in ("connections", "map", "network", "timeline")),
    }
    assert re.findall(r"\]\((\w+\.md)\)", pages["explore/index.md"]) == [
        "network.md",
        "connections.md",
        "timeline.md",
        "map.md",
    ]


def test_the_network_leads_to_its_actors_and_lists_them_by_cluster(collection: MakeCollection) -> None:
    page = _pages(collection)["explore/network.md"]
    assert {f"../actors/{id}.md" for id in PEOPLE} <= set(re.findall(r'<a href="([^"]*)"', page))
    assert "- [Ann Annson](../actors/ann.md)" in page


def test_a_collection_of_two_actors_has_no_network_and_says_so(collection: MakeCollection) -> None:
    files = {"data/actors.yml": "ann:\n  name: Ann Annson\n  type: person\n"}
    site, _ = write_site(collection(files))
    page = site.pages["explore/network.md"].markdown
    assert "<svg" not in page and "Too few actors" in page


def test_the_closest_pairs_are_listed_for_who_has_no_javascript(collection: MakeCollection) -> None:
    page = _pages(collection)["explore/connections.md"]
    assert "- [Ann Annson](../actors/ann.md) and [Bob Bobson](../actors/bob.md): 2 sentences, 2 articles" in page


def test_the_timeline_has_a_lane_for_each_type_and_all_events_by_year(collection: MakeCollection) -> None:
    page = _pages(collection)["explore/timeline.md"]
    assert all(f">{name}</text>" in page for name in ("Meeting", "Ceasefire", "Clash", "Protest"))
    assert re.findall("^## (.*)", page, re.MULTILINE) == ["2011", "2016"]


def test_the_map_shows_the_events_that_say_where_they_were(collection: MakeCollection) -> None:
    page = _pages(collection)["explore/map.md"]
    assert re.findall(r'<a href="([^"]*)" data-from="([^"]*)"', page) == [("../events/talks.md", "2016-08-14")]


def test_a_site_may_leave_maps_out(collection: MakeCollection) -> None:
    pages = _pages(collection, maps=False)
    assert not any("dossier-map" in page or "dossier-locator" in page for page in pages.values())
    with_maps = _pages(collection)
    assert "dossier-locator" in with_maps["countries/syria.md"] and "dossier-map" in with_maps["countries/syria.md"]
    assert "dossier-map" in with_maps["events/talks.md"]


def test_the_map_of_a_country_shows_what_happened_there_not_what_concerns_it(collection: MakeCollection) -> None:
    page = _pages(collection)["countries/syria.md"]
    assert re.findall(r'<a href="([^"]*)" data-from', page) == ["../events/talks.md"]
    assert "[Truce](../events/truce.md)" in page


def test_an_event_names_what_else_happened_within_a_week_but_nothing_that_lasted_for_years(
    collection: MakeCollection,
) -> None:
    pages = _pages(collection)
    near = pages["events/talks.md"].split("## Other events within a week")[1]
    assert "(truce.md)" in near.split("dossier-neighbours")[0] and "(march.md)" not in near
    assert "Other events within a week" not in pages["events/war.md"]


def test_each_line_of_the_picture_of_company_leads_to_the_sentences_below_it(collection: MakeCollection) -> None:
    page = _pages(collection)["actors/bob.md"]
    assert set(re.findall(r'<a href="#(with-\w+)"', page)) == {"with-ann", "with-cid", "with-dee"}
    ann = page.split('<span id="with-ann"></span>')[1].split("###")[0]
    assert ann.count("**[Ann Annson]") == 2 and ann.count("**[Bob Bobson]") == 2
