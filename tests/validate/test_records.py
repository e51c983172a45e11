"""One broken record never hides the others, and nothing else reports it as unknown."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

GOOD = "lavrov: {name: Sergei Lavrov, type: person}\n"

BROKEN_ACTORS = {
    "a key with a slip": ("{name: A, type: person, ^alises: [B]}", "unknown-key", "'aliases'"),
    "a key nobody knows": ("{name: A, type: person, ^xyzzy: B}", "unknown-key", "known keys"),
    "the id inside the record": ("{name: A, type: person, ^id: b}", "unknown-key", "id"),
    "the place inside the record": ("{name: A, type: person, ^origin: b}", "unknown-key", "origin"),
    "a type with a slip": ("{name: A, type: ^persn}", "bad-value", "'person'"),
    "a type nobody knows": ("{name: A, type: ^wizard}", "bad-value", "armed-group"),
    "no name": ("{type: person}", "missing-key", "name"),
    "an empty name": ("{name: ^'', type: person}", "bad-value", "name"),
    "a name of spaces": ("{name: ^'  ', type: person}", "bad-value", "name"),
    "a name that is a list": ("{name: ^[A], type: person}", "bad-value", "name"),
    "a text for a list": ("{name: A, type: person, countries: ^SY}", "bad-value", "list"),
    "a mapping for a list": ("{name: A, type: person, aliases: ^{a: b}}", "bad-value", "list"),
    "an impossible day": ("{name: A, type: person, born: ^1943-02-30}", "bad-date", "born"),
    "an impossible month": ("{name: A, type: person, died: ^1943-13}", "bad-date", "died"),
    "a date in words": ("{name: A, type: person, born: ^in May}", "bad-date", "born"),
    "a status nobody knows": ("{name: A, type: person, status: ^publshed}", "bad-status", "'published'"),
    "an embargo that is no day": ("{name: A, type: person, embargo: ^2026-12}", "bad-date", "embargo"),
    "an alias with a slip": ("{name: A, type: person, aliases: [{name: B, ^wek: true}]}", "unknown-key", "'weak'"),
    "an alias of odd case": ("{name: A, type: person, aliases: [{name: B, case: ^all}]}", "bad-value", "any"),
    "a weak that is no truth": ("{name: A, type: person, aliases: [{name: B, weak: ^x}]}", "bad-value", "true"),
    "a role without title": ("{name: A, type: person, roles: [^{country: SY}]}", "missing-key", "title"),
    "a source of two kinds": (
        "{name: A, type: person, sources: [^{article: a, title: b}]}",
        "bad-value",
        "either 'article' or 'title'",
    ),
    "a script for an address": (
        "{name: A, type: person, sources: [{title: b, url: ^'javascript:alert(1)'}]}",
        "bad-link",
        "http",
    ),
    "a mere text": ("A", "bad-value", "fields"),
    "nothing": ("", "bad-value", "fields"),
}


@pytest.mark.parametrize("what", BROKEN_ACTORS)
def test_a_broken_actor_is_reported_at_its_place_and_the_next_one_is_built(
    what: str, collection: MakeCollection
) -> None:
    marked, code, said = BROKEN_ACTORS[what]
    line = f"kerry: {marked}\n"
    corpus, problems = link(collection({"data/actors.yml": line.replace("^", "") + GOOD}))
    assert list(corpus.collection.actors) == ["lavrov"]
    (problem,) = problems
    assert problem.code == code
    assert said in problem.message + problem.hint
    # Without a mark, the place is the record's id.
    assert problem.place == Place("data/actors.yml", 1, max(line.find("^"), 0) + 1)


BROKEN_EVENTS = {
    "no title": ("{date: 2016-08-18}", "missing-key"),
    "no date": ("{title: Talks}", "missing-key"),
    "a latitude beyond the pole": ("{title: Talks, date: 2016, place: {name: X, lat: 91, lon: 0}}", "bad-value"),
    "a longitude in words": ("{title: Talks, date: 2016, place: {name: X, lat: 1, lon: east}}", "bad-value"),
    "a latitude that is no number": ("{title: Talks, date: 2016, place: {name: X, lat: nan, lon: 1}}", "bad-value"),
    "an interval that ends before it starts": ("{title: Talks, date: 2016-08-18/2016-08-17}", "bad-date"),
    "an actor without an id": ("{title: Talks, date: 2016, actors: [{role: host}]}", "missing-key"),
}


@pytest.mark.parametrize("what", BROKEN_EVENTS)
def test_a_broken_event_is_left_out(what: str, collection: MakeCollection) -> None:
    record, code = BROKEN_EVENTS[what]
    corpus, problems = link(collection({"data/events.yml": f"a: {record}\nb: {{title: B, date: 2016}}\n"}))
    assert list(corpus.collection.events) == ["b"]
    assert [p.code for p in problems] == [code]


def test_all_that_is_wrong_in_one_record_is_said_in_one_run(collection: MakeCollection) -> None:
    record = "kerry: {name: '', typ: person, born: x, countries: SY, status: y}\n"
    _, problems = link(collection({"data/actors.yml": record, "data/events.yml": "a: {date: 2016}\n"}))
    assert sorted(p.code for p in problems) == [
        "bad-date", "bad-status", "bad-value", "bad-value", "missing-key", "unknown-key",
    ]  # fmt: skip
    assert list(problems) == sorted(problems)


REFERRING = {
    "data/events.yml": """
        talks: {title: Talks, date: 2016, actors: [kerry, {actor: kerry, role: host}], sources: [broken], part_of: war}
        """,
    "data/actors.yml": """
        lavrov:
          name: Sergei Lavrov
          type: person
          roles: [{title: Aide, organization: kerry, country: XR}]
          relations: [{type: ally-of, actor: kerry}]
          sources: [{article: broken, quote: a b}]
        """,
    "data/articles/good.md": article(
        "Talks of [[kerry]] and [[kerry|Mr Kerry]].",
        actors="[kerry]",
        outlet="kerry",
        events="[war]",
        countries="[XR]",
        mentions="{Talks: kerry}",
    ),
}
BREAKING: dict[str, Mapping[str, str]] = {
    "a wrong field": {
        "data/actors/kerry.yml": "{name: A, type: x}",
        "data/events/war.yml": "{title: War}",
        "data/articles/broken.md": "---\ntitle: A\n---\n",
        "data/countries.yml": "XR: {nam: Rojava}",
    },
    "a key given twice": {
        "data/actors/kerry.yml": "{name: A, type: person, name: B}",
        "data/events/war.yml": "{title: War, date: 2016, date: 2017}",
        "data/articles/broken.md": "---\ntitle: A\ndate: 2016-08-18\ndate: 2016-08-18\n---\n",
        "data/countries.yml": "XR: {name: Rojava, name: B}",
    },
    "a fault of syntax": {
        "data/actors/kerry.yml": "{name: A, type: [}",
        "data/events/war.yml": "title: War: Peace\n",
        "data/articles/broken.md": "---\ntitle: [\n---\n",
        "data/countries.yml": "XR: {name: ''}",
    },
    "an empty file": {
        "data/actors/kerry.yml": "",
        "data/events/war.yml": "",
        "data/articles/broken.md": "",
        "data/countries.yml": "XR: ''",
    },
    "a comment only": {
        "data/actors/kerry.yml": "# later\n",
        "data/events/war.yml": "# later\n",
        "data/articles/broken.md": "---\n# later\n---\n",
        "data/countries.yml": "XR: # later\n",
    },
}


@pytest.mark.parametrize("how", BREAKING)
def test_a_record_broken_by_this_is_reported_once_and_never_as_unknown(how: str, collection: MakeCollection) -> None:
    corpus, problems = link(collection({**REFERRING, **BREAKING[how]}))
    assert [str(p) for p in problems if p.code.startswith("unknown-") and p.code != "unknown-key"] == []
    assert {p.place.path for p in problems} == set(BREAKING[how])
    assert (list(corpus.collection.actors), list(corpus.collection.events)) == (["lavrov"], ["talks"])
    assert list(corpus.collection.documents) == ["good"]


def test_a_list_that_cannot_be_read_does_not_flood_the_user_with_unknown_ids(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": "kerry: {name: John Kerry, type: person}\nlavrov: {name: [}\n",
        "data/events.yml": "talks: {title: Talks, date: 2016, actors: [kerry, lavrov]}\n",
    }
    _, problems = link(collection(files))
    assert [p.code for p in problems] == ["yaml-syntax"]


def test_an_id_given_twice_in_two_files_names_both_places(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": f"{GOOD}kerry: {{name: John Kerry, type: person}}\n",
        "data/actors/us/kerry.yml": "{name: Another Kerry, type: person}\n",
        "data/events/kerry.yml": "{title: An event of the same id is no matter, date: 2016}\n",
    }
    _, problems = link(collection(files))
    (problem,) = problems
    places = {problem.place, problem.related[0][0]}
    assert problem.code == "duplicate-id"
    assert places == {Place("data/actors/us/kerry.yml"), Place("data/actors.yml", 2, 1)}


def test_where_the_first_of_two_with_one_id_is_broken_the_other_does_not_take_its_place(
    collection: MakeCollection,
) -> None:
    files = {
        "data/actors/a/kerry.yml": "{name: John Kerry, type: persn, status: draft}\n",
        "data/actors/b/kerry.yml": "{name: John Kerry, type: person}\n",
    }
    corpus, problems = link(collection(files))
    assert [(p.code, p.place.path) for p in problems] == list(zip(("bad-value", "duplicate-id"), files, strict=True))
    assert corpus.collection.actors == {}


@pytest.mark.parametrize("order", list(permutations(["kerry", "lavrov", "kerry"]))[:3])
def test_an_id_given_twice_in_one_file_takes_no_other_record_with_it(
    order: tuple[str, ...], collection: MakeCollection
) -> None:
    text = "".join(f"{id}:\n  name: Name {n}\n  type: person\n" for n, id in enumerate(order))
    corpus, problems = link(collection({"data/actors.yml": text}))
    assert len(problems) == 1 and problems[0].related
    assert "lavrov" in corpus.collection.actors


def test_a_key_given_twice_breaks_its_own_record_though_all_stand_on_one_line(collection: MakeCollection) -> None:
    text = "{kerry: {name: A, name: B, type: person}, lavrov: {name: Sergei Lavrov, type: person}}\n"
    corpus, problems = link(collection({"data/actors.yml": text}))
    assert [p.code for p in problems] == ["duplicate-key"]
    assert list(corpus.collection.actors) == ["lavrov"]


@pytest.mark.parametrize("other", ["A.md", "a .md", "sub/../A.md"])
def test_article_ids_that_differ_only_in_case_or_punctuation_are_one_id(other: str, collection: MakeCollection) -> None:
    options = collection({"data/articles/a.md": article("One."), "data/articles/sub/b.md": article("Two.")})
    (options.data_folder / "articles" / other).write_text(article("Three."))
    _, problems = link(options)
    assert [p.code for p in problems] == ["duplicate-id"]


@pytest.mark.parametrize("code", ["xx", "X", "XXX", "X1", "ÄÖ"])
def test_a_code_that_is_not_of_two_capital_letters_is_refused(code: str, collection: MakeCollection) -> None:
    corpus, problems = link(collection({"data/countries.yml": f"{code}: {{name: X}}\nXY: {{name: Y}}\n"}))
    assert [(p.code, p.place.line) for p in problems] == [("bad-id", 1)]
    assert "XY" in corpus.collection.territories and code not in corpus.collection.territories


@pytest.mark.parametrize("id", ["Kerry", "john_kerry", "-kerry", "керри", "a" * 81, "index", "readme", "a/b", "''"])
def test_an_id_that_makes_no_address_is_refused(id: str, collection: MakeCollection) -> None:
    corpus, problems = link(collection({"data/actors.yml": f"{id}: {{name: A, type: person}}\n{GOOD}"}))
    assert [(p.code, p.place.line) for p in problems] == [("bad-id", 1)]
    assert list(corpus.collection.actors) == ["lavrov"]


def _pages(options: Options) -> dict[str, str]:
    return {path: page.markdown for path, page in write_site(options)[0].pages.items()}


def test_the_order_of_files_records_and_keys_does_not_matter(collection: MakeCollection) -> None:
    story = article("John Kerry met Sergei Lavrov in Syria on 2016-08-15.", outlet="Reuters")
    one = """
        kerry: {name: John Kerry, type: person, countries: [US], born: 1943}
        lavrov: {name: Sergei Lavrov, type: person, countries: [RU], relations: [{type: ally-of, actor: kerry}]}
        """
    other = """
        lavrov: {relations: [{actor: kerry, type: ally-of}], countries: [RU], type: person, name: Sergei Lavrov}
        kerry: {born: 1943, countries: [US], type: person, name: John Kerry}
        """
    first = _pages(collection({"data/actors.yml": one, "data/articles/a.md": story}))
    assert _pages(collection({"data/actors.yml": other})) == first


def test_a_record_may_move_from_its_list_to_a_file_of_its_own(collection: MakeCollection) -> None:
    story = article("John Kerry met Sergei Lavrov in Syria on 2016-08-15.")
    lavrov, kerry = "{name: Sergei Lavrov, type: person}\n", "{name: John Kerry, type: person}\n"
    first = _pages(collection({"data/actors.yml": f"kerry: {kerry}lavrov: {lavrov}", "data/articles/a.md": story}))
    second = _pages(collection({"data/actors.yml": f"lavrov: {lavrov}", "data/actors/z/kerry.yml": kerry}))
    assert list(second) == list(first)
    assert second == first
