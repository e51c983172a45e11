"""What records say of each other: followed, or left out with a hint, and the record stays."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.diagnostics import Severity
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """
    john-kerry: {name: John Kerry, type: person, aliases: [Secretary of State Kerry, 约翰·克里]}
    sergei-lavrov: {name: Sergei Lavrov, type: person}
    reuters: {name: Reuters, type: media}
    """
EVENTS = "war: {title: The war, date: 2011-03-15/..}\n"
BASE = {
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/articles/2016/talks.md": article("A word.", title="The talks in Geneva"),
}


def _one_more(field: str) -> Mapping[str, str]:
    """The base collection and an event with this field."""
    return {**BASE, "data/events/talks.yml": f"title: Talks\ndate: 2016-08-26\n{field}\n"}


SUGGESTED = {
    "an id with a slip": ("actors: [jon-kerry]", "unknown-actor", "john-kerry"),
    "an id that is cut short": ("actors: [sergei-lavro]", "unknown-actor", "sergei-lavrov"),
    "an id the other way round": ("actors: [lavrov-sergei]", "unknown-actor", "sergei-lavrov"),
    "a surname": ("actors: [Lavrov]", "unknown-actor", "sergei-lavrov"),
    "an event's title": ("part_of: 'The War'", "unknown-event", "war"),
    "an article's title": ("sources: [the talks in geneva]", "unknown-article", "2016/talks"),
    "the name of an article's file": ("sources: [talks.md]", "unknown-article", "2016/talks"),
    "the path of an article's file": ("sources: [data/articles/2016/talks.md]", "unknown-article", "2016/talks"),
    "an event with a slip": ("part_of: wars", "unknown-event", "war"),
    "an article with a slip": ("sources: [2016/talk]", "unknown-article", "2016/talks"),
    "a code in small letters": ("countries: [sy]", "unknown-country", "SY"),
    "a country's name": ("countries: [Syria]", "unknown-country", "SY"),
    "a country's name with a slip": ("countries: [Syra]", "unknown-country", "SY"),
    "a code of three letters": ("countries: [SYR]", "unknown-country", "SY"),
    "the people of a country": ("countries: [Syrian]", "unknown-country", "SY"),
    "a country's name in its own language": ("countries: [Россия]", "unknown-country", "RU"),
}


@pytest.mark.parametrize("what", SUGGESTED)
def test_an_unknown_reference_comes_with_the_likeliest_known_one(what: str, collection: MakeCollection) -> None:
    field, code, likeliest = SUGGESTED[what]
    corpus, problems = link(collection(_one_more(field)))
    assert "talks" in corpus.collection.events
    found = [p for p in problems if f"'{likeliest}'" in p.hint]
    assert [p.code for p in found] == [code], problems
    assert found[0].place.path == "data/events/talks.yml" and found[0].place.line == 3


@pytest.mark.parametrize(
    "name",
    ["John Kerry", "Secretary of State Kerry", "约翰·克里", "john kerry", "Jon Kerry", "JohnKerry", "Kerry, John"],
)
def test_a_name_where_an_id_belongs_gets_the_id(name: str, collection: MakeCollection) -> None:
    corpus, problems = link(collection(_one_more(f"actors: ['{name}']")))
    assert len(problems) == 1
    assert "john-kerry" in problems[0].hint
    assert "talks" in corpus.collection.events


def test_where_two_have_the_name_both_are_proposed(collection: MakeCollection) -> None:
    actors = "a-one: {name: A, type: party, aliases: [NC]}\nb-one: {name: B, type: party, aliases: [NC]}\n"
    files = {"data/actors.yml": actors, "data/events.yml": "x: {title: X, date: 2016, actors: [NC]}\n"}
    (problem,) = link(collection(files))[1]
    assert problem.hint == "did you mean 'a-one' (NC) or 'b-one' (NC)?"


UNKNOWN = {
    "event actors": "actors: [sergei-lavrov, nobody, {actor: nobody, role: host}, john-kerry]",
    "event countries": "countries: [SY, QQ, RU]",
    "event place": "place: {name: Nowhere, country: QQ}",
    "event part_of": "part_of: nothing",
    "event sources": "sources: [none, {article: none, quote: a}, 2016/talks]",
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_cannot_be_followed_is_left_out_and_the_record_stays(what: str, collection: MakeCollection) -> None:
    site, problems = write_site(collection(_one_more(UNKNOWN[what])))
    event = site.site.collection.events["talks"]
    assert problems and all(p.code.startswith("unknown-") and p.severity is Severity.ERROR for p in problems)
    assert {a.actor for a in event.actors} <= {"sergei-lavrov", "john-kerry"}
    assert set(event.countries) <= {"SY", "RU"}
    assert event.part_of is None
    assert [source.article for source in event.sources] in ([], ["2016/talks"])
    assert "Talks" in site.pages["events/talks.md"].markdown
    assert event.place is None or event.place.name == "Nowhere"


def test_what_can_be_followed_stays_in_its_order(collection: MakeCollection) -> None:
    field = "actors: [nobody, sergei-lavrov, {actor: no-one, role: x}, {actor: john-kerry, role: host}, none]"
    corpus, problems = link(collection(_one_more(field)))
    kept = [(actor.actor, actor.role) for actor in corpus.collection.events["talks"].actors]
    assert kept == [("sergei-lavrov", None), ("john-kerry", "host")]
    assert [p.code for p in problems] == ["unknown-actor"] * 3


def test_a_role_and_a_relation_lose_what_is_unknown(collection: MakeCollection) -> None:
    actor = """
        name: A
        type: person
        roles: [{title: Aide, country: QQ, sources: [none, {title: External}]}]
        relations: [{type: ally-of, actor: nobody}, {type: ally-of, actor: john-kerry, sources: [none]}]
        """
    corpus, problems = link(collection({**BASE, "data/actors/a.yml": actor}))
    found = corpus.collection.actors["a"]
    assert [(role.title, role.country, len(role.sources)) for role in found.roles] == [("Aide", None, 1)]
    assert [(relation.actor, relation.sources) for relation in found.relations] == [("john-kerry", ())]
    assert sorted(p.code for p in problems) == [
        "unknown-actor",
        "unknown-article",
        "unknown-article",
        "unknown-country",
    ]
    assert [p.place.line for p in problems] == [3 + 1, 3 + 1, 4 + 1, 4 + 1]


@pytest.mark.parametrize("outlet", ["reuters", "Reuters", "The Nowhere Gazette"])
def test_an_outlet_is_an_id_or_any_text(outlet: str, collection: MakeCollection) -> None:
    site, problems = write_site(collection({**BASE, "data/articles/b.md": article("B.", outlet=outlet)}))
    assert problems == ()
    said = "Gazette" if "Gazette" in outlet else "Reuters"
    assert said in site.pages["articles/b.md"].markdown


def test_an_organization_is_an_id_or_any_text(collection: MakeCollection) -> None:
    actor = "{name: A, type: person, roles: [{title: Editor, organization: reuters}, {title: Cook, organization: Inn}]}"
    site, problems = write_site(collection({**BASE, "data/actors/a.yml": actor}))
    assert problems == ()
    page = site.pages["actors/a.md"].markdown
    assert "](reuters.md)" in page and "Inn" in page


def test_what_looks_like_an_id_in_place_of_a_text_and_is_none_is_reported(collection: MakeCollection) -> None:
    files = {
        "data/actors/a.yml": "{name: A, type: person, roles: [{title: Editor, organization: reuterz}]}",
        "data/articles/b.md": article("B.", outlet="reuterz"),
    }
    _, problems = link(collection({**BASE, **files}))
    assert [(p.code, p.place.path) for p in problems] == [("unknown-actor", path) for path in files]
    assert all("did you mean 'reuters'?" in p.hint for p in problems)


OVERRULES = {
    "an actor that there is not": ("{word: nobody}", "unknown-actor"),
    "an actor with a slip": ("{word: jon-kerry}", "unknown-actor"),
    "a country that there is not": ("{word: QQ}", "unknown-country"),
}


@pytest.mark.parametrize("what", OVERRULES)
def test_an_overrule_that_leads_nowhere_is_reported_and_the_site_is_built(
    what: str, collection: MakeCollection
) -> None:
    mentions, code = OVERRULES[what]
    site, problems = write_site(collection({**BASE, "data/articles/b.md": article("A word.", mentions=mentions)}))
    assert [(p.code, p.place.line) for p in problems] == [(code, 4)]
    (linked,) = [a for a in site.site.index.corpus.articles if a.id == "b"]
    assert linked.mentions == ()


QUOTES = [
    ("said the talks failed", True),
    ("said  the\\n talks failed", True),
    ("“peace”", True),
    ("'peace'", False),
    ("Talks Failed", False),
    ("he said it", False),
]


@pytest.mark.parametrize(("quote", "stands"), QUOTES)
def test_a_quote_must_stand_in_its_article(quote: str, stands: bool, collection: MakeCollection) -> None:
    files = {
        **_one_more(f'sources: [{{article: q, quote: "{quote}"}}]'),
        "data/articles/q.md": article('Lavrov said\nthe talks failed, and there is no "peace" to be had.'),
    }
    corpus, problems = link(collection(files))
    assert [p.code for p in problems] == ([] if stands else ["quote-not-found"])
    assert corpus.collection.events["talks"].sources[0].article == "q"


def test_a_quote_that_does_not_stand_there_gets_the_nearest_passage(collection: MakeCollection) -> None:
    files = {
        **_one_more("sources: [{article: q, quote: talks in Geneva have failed}]"),
        "data/articles/q.md": article("Nobody listened. He said that the talks in Geneva had failed. It rained."),
    }
    (problem,) = link(collection(files))[1]
    assert "the talks in Geneva had failed" in problem.hint or "talks in Geneva had failed" in problem.hint


def test_quotes_of_roles_relations_and_articles_are_checked_too(collection: MakeCollection) -> None:
    source = "sources: [{article: 2016/talks, quote: nowhere}]"
    actor = f"""
        name: A
        type: person
        roles: [{{title: Aide, {source}}}]
        relations: [{{type: ally-of, actor: reuters, {source}}}]
        """
    files = {**BASE, "data/actors/a.yml": actor, "data/articles/b.md": article("B.", sources=source[9:])}
    assert [p.code for p in link(collection(files))[1]] == ["quote-not-found"] * 3
