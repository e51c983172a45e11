"""The data on how actors are connected: small, complete, safe as a script."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mkdocs_dossier.export import connections
from mkdocs_dossier.export.connections import connections_file
from mkdocs_dossier.export.script import data_script
from mkdocs_dossier.index.corpus import make_index
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """
    ann:
      name: Ann Archer
      type: person
      aliases: [The Archer, {name: Арчер, lang: ru}]
      roles: [{title: Chair, organization: guild, from: 2015, until: 2016}]
      relations: [{type: opposes, actor: bob, from: 2014, summary: For *years*.}]
    bob: {name: Bob Barker, type: person}
    cat: {name: Cat Carter, type: person}
    guild: {name: The Guild, type: organization}
    """
EVENTS = """
    fair: {title: The Fair, date: 2016-08-17, actors: [cat, bob]}
    alone: {title: Alone, date: 2016-08-17, actors: [cat]}
    """


def _script(collection: MakeCollection, articles: dict[str, str], actors: str = ACTORS) -> str:
    files = {f"data/articles/{id}.md": text for id, text in articles.items()}
    corpus, problems = link(collection({"data/actors.yml": actors, "data/events.yml": EVENTS, **files}))
    assert problems == ()
    return connections_file(SiteView(Site(make_index(corpus))))


def _data(script: str) -> dict[str, Any]:
    assert script.startswith("globalThis.dossierConnections={") and script.endswith("};\n")
    data: dict[str, Any] = json.loads(script.partition("=")[2].removesuffix(";\n"))
    return data


def test_actors_have_their_page_and_all_their_names(collection: MakeCollection) -> None:
    data = _data(_script(collection, {"a": article("Ann Archer slept.")}))
    assert data["actors"] == [
        ["actors/ann", "Ann Archer", "The Archer", "Арчер"],
        ["actors/bob", "Bob Barker"],
        ["actors/cat", "Cat Carter"],
        ["actors/guild", "The Guild"],
    ]
    assert data["articles"] == data["pairs"] == data["sentences"] == []


def test_a_pair_has_its_figures_and_its_newest_two_sentences(collection: MakeCollection) -> None:
    both = "Cat Carter slept. Ann Archer met Bob Barker."
    articles = {day: article(both, date=f"2016-08-{day}", title=f"T{day}") for day in ("11", "12", "13")}
    data = _data(_script(collection, articles))
    assert data["pairs"] == [[0, 1, 3, 3, 0, 1]]
    assert data["articles"][0] == ["articles/13", "T13", "2016-08-13", 0, 1, 2]
    assert data["sentences"] == [
        [0, "m2", "Ann Archer met Bob Barker."],
        [1, "m2", "Ann Archer met Bob Barker."],
    ]


def test_a_sentence_of_several_pairs_is_written_once(collection: MakeCollection) -> None:
    data = _data(_script(collection, {"a": article("Ann Archer met Bob Barker and Cat Carter.")}))
    assert data["pairs"] == [[0, 1, 1, 1, 0], [0, 2, 1, 1, 0], [1, 2, 1, 1, 0]]
    assert data["sentences"] == [[0, "m1", "Ann Archer met Bob Barker and Cat Carter."]]


def test_who_shares_only_an_article_is_found_in_its_list(collection: MakeCollection) -> None:
    data = _data(_script(collection, {"x/a": article("Cat Carter slept.\n\nAnn Archer left."), "b": article("Bob.")}))
    assert data["pairs"] == []
    assert data["articles"] == [["articles/x/a", "A brief", "2016-08-18", 0, 2]]


def test_a_title_is_a_sentence_at_the_top_of_the_page(collection: MakeCollection) -> None:
    data = _data(_script(collection, {"a": article("Nothing.", title="Ann Archer meets Bob Barker")}))
    assert data["sentences"] == [[0, "", "Ann Archer meets Bob Barker"]]


def test_relations_and_offices_read_from_both_sides(collection: MakeCollection) -> None:
    data = _data(_script(collection, {"a": article("Nothing.")}))
    assert data["relations"] == [
        [0, 1, "opposes", "opposed by", "since 2014. For years."],
        [0, 3, "Chair, at", "has as Chair", "2015 – 2016"],
    ]


def test_an_event_joins_those_who_took_part(collection: MakeCollection) -> None:
    data = _data(_script(collection, {"a": article("Nothing.")}))
    assert data["events"] == [["events/fair", "The Fair", "17 August 2016", 2, 1]]


def test_a_long_sentence_is_cut_at_a_word(collection: MakeCollection) -> None:
    text = "Ann Archer met Bob Barker " + "and on and on " * 60 + "."
    ((_, _, shown),) = _data(_script(collection, {"a": article(text)}))["sentences"]
    assert len(shown) <= 361 and shown.endswith(("on…", "and…")) and text.startswith(shown[:-1])


def test_of_too_many_names_the_newest_articles_are_listed_and_the_rest_counted(
    collection: MakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_NAMED", 5)
    text = "Ann Archer. Bob Barker."
    data = _data(_script(collection, {day: article(text, date=f"2016-08-{day}") for day in ("11", "12", "13")}))
    assert [(row[0], row[3:]) for row in data["articles"]] == [("articles/13", [0, 1]), ("articles/12", [0, 1])]
    assert data["left_out"] == 1


def test_of_too_many_pairs_the_closest_have_a_second_sentence(
    collection: MakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_EXAMPLES", 1)
    text = "Ann Archer met Bob Barker. " * 3 + "Cat Carter met Ann Archer. " * 2
    data = _data(_script(collection, {"a": article(text)}))
    assert [len(row[4:]) for row in data["pairs"]] == [2, 1]


def test_names_that_are_alike_are_told_apart(collection: MakeCollection) -> None:
    names = {"a": "Ann Archer", "b": "ann archer", "cat": "Cat", "bob": "Bob"}
    actors = "".join(f"{id}: {{name: {name}, type: person}}\n" for id, name in names.items())
    data = _data(_script(collection, {"x": article("Nothing.")}, actors))
    assert [row[1] for row in data["actors"]] == ["Ann Archer (a)", "ann archer (b)", "Bob", "Cat"]


def test_the_data_cannot_end_the_script_or_a_line_of_it() -> None:
    evil = "</script>\u2028\u2029\ud800"
    script = data_script("dossierX", {evil: evil})
    assert script.count("\n") == 1
    assert not {"<", "\u2028", "\u2029"} & set(script)
    script.encode("utf-8")
    assert json.loads(script.removeprefix("globalThis.dossierX=").removesuffix(";\n")) == {evil: evil}
