"""What pages look up: appearances, events, the articles of events, outlets, relations, quotes."""

from __future__ import annotations

import posixpath
import re

from mkdocs_dossier.build import WrittenSite, write_site
from mkdocs_dossier.model.index import Index
from tests.conftest import MakeCollection, article

ACTORS = """
    ann: {name: Ann Archer, type: person, countries: [SY, RU, SY]}
    bob: {name: Bob Barker, type: person, relations: [{type: commands, actor: ann}]}
    reuters: {name: Reuters, type: media, aliases: [Reuters News]}
    xinhua: {name: Xinhua News Agency, type: media}
    ministry: {name: The Gazette, type: government}
    """
EVENTS = """
    late:
      title: Late
      date: 2016-08-19
      actors: [ann, {actor: ann, role: host}, bob]
      place: {name: Aleppo, country: SY}
      countries: [SY, RU]
      sources: [two, {article: one, quote: Ann Archer spoke}, {title: External}]
    early: {title: Early, date: 2016-08-18, actors: [bob], countries: [RU]}
    wide: {title: Wide, date: 2016-08-18/2016-08-20, actors: [ann]}
    """
FILES = {
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/articles/one.md": article("Rain. Ann Archer spoke. Ann Archer left.", date="2016-08-18", outlet="reuters"),
    "data/articles/two.md": article("Bob Barker spoke.", date="2016-08-19", outlet="Reuters", events="[early, late]"),
    "data/articles/three.md": article("Nobody.", date="2016-08-20", actors="[ann, bob]", countries="[SY, TR]"),
    "data/articles/four.md": article("Ann Archer in Syria.", date="2016-08-18T10:00:00Z", outlet="The Gazette"),
}


def _site(collection: MakeCollection, **changed: str) -> WrittenSite:
    site, problems = write_site(collection({**FILES, **changed}))
    assert problems == ()
    return site


def _index(collection: MakeCollection) -> Index:
    return _site(collection).site.index


def test_articles_come_newest_first_and_those_of_a_day_by_id(collection: MakeCollection) -> None:
    assert list(_index(collection).articles) == ["three", "two", "four", "one"]


def test_an_actor_appears_where_the_text_names_it_or_the_article_attaches_it(collection: MakeCollection) -> None:
    found = _index(collection).appearances["actor", "ann"]
    assert [(a.article.id, len(a.mentions)) for a in found] == [("three", 0), ("four", 1), ("one", 2)]


def test_a_country_appears_where_the_text_names_it_or_the_article_attaches_it(collection: MakeCollection) -> None:
    index = _index(collection)
    found = index.appearances["country", "SY"]
    assert [(a.article.id, len(a.mentions)) for a in found] == [("three", 0), ("four", 1)]
    assert [len(a.mentions) for a in index.appearances["country", "TR"]] == [0]


def test_an_attached_actor_that_the_text_names_too_appears_once(collection: MakeCollection) -> None:
    site = _site(collection, **{"data/articles/one.md": article("Ann Archer spoke.", actors="[ann, ann]")})
    found = [a for a in site.site.index.appearances["actor", "ann"] if a.article.id == "one"]
    assert [len(a.mentions) for a in found] == [1]


def test_events_of_actors_and_countries_come_by_date_each_once(collection: MakeCollection) -> None:
    events = {key: [event.id for event in found] for key, found in _index(collection).events.items()}
    assert events == {
        ("actor", "ann"): ["wide", "late"],
        ("actor", "bob"): ["early", "late"],
        ("country", "SY"): ["late"],
        ("country", "RU"): ["early", "late"],
    }


def test_of_events_that_begin_on_one_day_the_shorter_comes_first(collection: MakeCollection) -> None:
    events = "a: {title: A, date: 2016-08, actors: [ann]}\nb: {title: B, date: 2016-08-01, actors: [ann]}\n"
    site, _ = write_site(collection({"data/actors.yml": ACTORS, "data/events.yml": events}))
    assert [event.id for event in site.site.index.events["actor", "ann"]] == ["b", "a"]


def test_the_articles_of_an_event_are_those_that_say_so_and_its_sources(collection: MakeCollection) -> None:
    found = _index(collection).event_articles
    assert [a.id for a in found["late"]] == ["two", "one"]
    assert [a.id for a in found["early"]] == ["two"]
    assert not found.get("wide")


def test_articles_of_one_day_are_listed_by_id_whether_they_name_the_event_or_it_names_them(
    collection: MakeCollection,
) -> None:
    files = {
        "data/events.yml": "rain: {title: Rain, date: 2016, sources: [a, c]}\n",
        **{f"data/articles/{id}.md": article("It rained.") for id in "ac"},
        **{f"data/articles/{id}.md": article("It rained.", events="[rain]") for id in "bd"},
    }
    site, _ = write_site(collection(files))
    assert [a.document.record.id for a in site.site.index.event_articles["rain"]] == ["a", "b", "c", "d"]


def test_the_articles_of_an_event_are_on_its_page_and_it_is_on_theirs(collection: MakeCollection) -> None:
    pages = _site(collection).pages
    assert "](../articles/two.md" in pages["events/early.md"].markdown
    assert "](../events/early.md)" in pages["articles/two.md"].markdown
    assert "](../articles/one.md" in pages["events/late.md"].markdown


def test_an_outlet_is_known_by_its_id_and_by_its_name(collection: MakeCollection) -> None:
    found = {id: [a.id for a in articles] for id, articles in _index(collection).outlets.items()}
    assert found == {"reuters": ["two", "one"]}


def test_articles_that_write_their_outlet_in_several_ways_come_in_order(collection: MakeCollection) -> None:
    ways = {"2016-08-20": "reuters", "2016-08-19": "Reuters", "2016-08-18": "reuters", "2016-08-17": "Reuters News"}
    files = {f"data/articles/{day}.md": article("Rain.", date=day, outlet=way) for day, way in ways.items()}
    site, _ = write_site(collection({"data/actors.yml": ACTORS, **files}))
    assert [a.id for a in site.site.index.outlets["reuters"]] == list(ways)


def test_the_page_of_an_outlet_lists_its_articles(collection: MakeCollection) -> None:
    pages = _site(collection).pages
    for id in ("one", "two"):
        assert f"](../articles/{id}.md" in pages["actors/reuters.md"].markdown
        assert "](../actors/reuters.md)" in pages[f"articles/{id}.md"].markdown


def test_the_actors_of_a_country_are_on_its_page_each_once(collection: MakeCollection) -> None:
    index = _index(collection)
    assert index.country_actors == {"SY": ("ann",), "RU": ("ann",)}


def test_a_relation_is_seen_from_both_sides(collection: MakeCollection) -> None:
    site = _site(collection)
    relations = site.site.index.relations
    assert [(r.actor, r.inverse) for r in relations["bob"]] == [("ann", False)]
    assert [(r.actor, r.inverse) for r in relations["ann"]] == [("bob", True)]
    assert "](bob.md)" in site.pages["actors/ann.md"].markdown
    assert "](ann.md)" in site.pages["actors/bob.md"].markdown


def test_a_quote_leads_to_its_sentence(collection: MakeCollection) -> None:
    site = _site(collection)
    sentence = site.site.index.quotes["one", "Ann Archer spoke"].sentence
    (linked,) = [a for a in site.site.index.corpus.articles if a.id == "one"]
    start, end = linked.sentences[sentence]
    assert linked.text[start:end] == "Ann Archer spoke."


def test_a_quote_leads_to_its_sentence_in_an_article_that_names_nobody(collection: MakeCollection) -> None:
    files = {
        "data/events.yml": "rain: {title: Rain, date: 2016, sources: [{article: rain, quote: The streets are wet}]}\n",
        "data/articles/rain.md": article("It rained. The streets are wet."),
    }
    site, problems = write_site(collection(files))
    assert problems == ()
    (anchor,) = set(re.findall(r"\]\(../articles/rain\.md#(\w+)\)", site.pages["events/rain.md"].markdown))
    assert f'id="{anchor}"' in site.pages["articles/rain.md"].markdown


def test_a_country_has_a_page_where_there_is_something_to_say_of_it(collection: MakeCollection) -> None:
    pages = {path for path in _site(collection).pages if path.startswith("countries/")}
    assert pages == {f"countries/{name}.md" for name in ("index", "russia", "syria", "turkey")}


def test_every_link_between_pages_leads_to_a_page(collection: MakeCollection) -> None:
    pages = _site(collection).pages
    for path, page in pages.items():
        for target in re.findall(r"\]\(([^)#\s]+\.md)", page.markdown):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in {*pages, "index.md"}, path
