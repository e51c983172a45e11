"""What records refer to, read off the models: found where it stands, and taken out without harm to the rest."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.records import Actor, Article, Country, Event, Record
from mkdocs_dossier.model.references import references, without

SOURCE = {"article": "a1", "quote": "q"}
RECORDS: dict[str, tuple[type[Record], dict[str, Any], list[tuple[tuple[str | int, ...], str, str]]]] = {
    "an actor": (
        Actor,
        {
            "name": "A",
            "type": "person",
            "countries": ["SY", "RU"],
            "roles": [{"title": "T", "organization": "org", "country": "US", "sources": [SOURCE, {"title": "X"}]}],
            "relations": [{"type": "ally-of", "actor": "b", "sources": ["a2"]}, {"type": "x", "actor": "c"}],
            "sources": ["a3"],
        },
        [
            (("sources", 0, "article"), "a3", "article"),
            (("countries", 0), "SY", "country"),
            (("countries", 1), "RU", "country"),
            (("roles", 0, "organization"), "org", "actor"),
            (("roles", 0, "country"), "US", "country"),
            (("roles", 0, "sources", 0, "article"), "a1", "article"),
            (("relations", 0, "actor"), "b", "actor"),
            (("relations", 0, "sources", 0, "article"), "a2", "article"),
            (("relations", 1, "actor"), "c", "actor"),
        ],
    ),
    "an event": (
        Event,
        {
            "title": "T",
            "date": "2016",
            "place": {"name": "P", "country": "SY"},
            "countries": ["RU"],
            "actors": ["a", {"actor": "b", "role": "host"}],
            "part_of": "war",
            "sources": [SOURCE, "a2"],
        },
        [
            (("sources", 0, "article"), "a1", "article"),
            (("sources", 1, "article"), "a2", "article"),
            (("place", "country"), "SY", "country"),
            (("countries", 0), "RU", "country"),
            (("actors", 0, "actor"), "a", "actor"),
            (("actors", 1, "actor"), "b", "actor"),
            (("part_of",), "war", "event"),
        ],
    ),
    "an article": (
        Article,
        {"title": "T", "date": "2016-08-18", "outlet": "o", "actors": ["a"], "countries": ["SY"], "events": ["e", "f"]},
        [
            (("outlet",), "o", "actor"),
            (("actors", 0), "a", "actor"),
            (("countries", 0), "SY", "country"),
            (("events", 0), "e", "event"),
            (("events", 1), "f", "event"),
        ],
    ),
    "a country": (Country, {"name": "X"}, []),
}


def _record(what: str) -> Record:
    model, fields, _ = RECORDS[what]
    return model.model_validate(fields)


@pytest.mark.parametrize("what", RECORDS)
def test_every_reference_is_found_where_it_is_written(what: str) -> None:
    found = [(ref.location, ref.value, ref.mark.kind) for ref in references(_record(what))]
    assert found == RECORDS[what][2]


def test_only_outlets_and_organizations_may_be_mere_texts() -> None:
    soft = {ref.location[-1] for what in RECORDS for ref in references(_record(what)) if ref.mark.soft}
    assert soft == {"outlet", "organization"}


@given(st.sampled_from(sorted(RECORDS)), st.data())
def test_what_is_taken_out_is_gone_and_the_rest_is_as_it_was(what: str, data: st.DataObject) -> None:
    record = _record(what)
    found = list(references(record))
    unwanted = data.draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    left = [ref.value for ref in references(without(record, unwanted))]
    gone = {ref.location for ref in unwanted}
    # A relation that has lost its actor is gone whole, with the sources in it.
    lost = [ref.location[:2] for ref in unwanted if ref.mark.whole and ref.location[0] == "relations"]
    lost = [place for place in lost if (*place, "actor") in gone]
    kept = [ref.value for ref in found if ref.location not in gone and ref.location[:2] not in lost]
    assert left == kept
    assert (without(record, unwanted) == record) == (not unwanted)


def test_a_role_stays_without_its_country_and_a_place_too() -> None:
    for what in ("an actor", "an event"):
        record = _record(what)
        bare = without(record, [ref for ref in references(record) if ref.mark.kind == "country"])
        assert not getattr(bare, "countries")  # noqa: B009
        assert (bare.roles if isinstance(bare, Actor) else getattr(bare, "place", None)) is not None
    assert isinstance(bare, Event) and bare.place is not None and bare.place.name == "P"
