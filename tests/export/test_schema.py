"""The JSON Schemas: they let pass what is right, refuse what is wrong, and say in words what belongs where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from mkdocs_dossier.export.choices import record_choices
from mkdocs_dossier.export.schema import schemas
from mkdocs_dossier.model.records import ACTOR_TYPES, EVENT_TYPES, RELATION_INVERSES
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.stages import read_records
from tests.conftest import ROOT, MakeCollection, article
from tests.test_diagnostics import CASES

SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "schema").iterdir()}


class _AsEditors(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does: `NO` is a text, and so is a date."""


_AsEditors.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["~", "n", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    _AsEditors.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def _schema_of(path: str) -> str | None:
    """The schema for a file of a collection."""
    if path.startswith("data/articles/") and path.endswith(".md"):
        return "article.schema.json"
    found = re.fullmatch(r"data/(?:(actors|events|countries|muted)\.yml|(actor|event)s/.+\.yml)", path)
    return None if found is None else f"{found[1] or found[2]}.schema.json"


def _faults(path: str, text: str) -> list[str]:
    name = _schema_of(path)
    if name is None:
        return []
    text = text.split("---\n")[1] if path.endswith(".md") else text
    validator = jsonschema.Draft202012Validator(SCHEMAS[name])
    # S506: a subclass of SafeLoader
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader=_AsEditors))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_valid_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


DEMO = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "data").rglob("*.md")]


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_the_demo_passes(path: Path) -> None:
    assert _faults(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) == []


REFUSED = ("unknown-key", "missing-key", "bad-value", "bad-status", "unknown-country")
"""Codes that an editor can tell by the schema alone."""


@pytest.mark.parametrize("code", REFUSED)
def test_wrong_examples_are_refused(code: str) -> None:
    assert [fault for path, text in CASES[code]["wrong"].items() for fault in _faults(path, text)]


READABLE = sorted(set(CASES) - {"front-matter", "empty-file"})


@pytest.mark.parametrize("code", READABLE)
def test_right_examples_pass(code: str) -> None:
    assert [fault for path, text in CASES[code]["right"].items() for fault in _faults(path, text)] == []


def test_an_overrule_may_be_false() -> None:
    assert _faults("data/articles/a.md", article("A.", mentions='{"Clinton": false, "Kerry": john-kerry}')) == []


def _properties(tree: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(tree, dict):
        yield from tree.get("properties", {}).items()
        for value in tree.values():
            yield from _properties(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _properties(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_in_words_what_it_is(name: str) -> None:
    fields = dict(_properties(SCHEMAS[name]))
    assert fields or SCHEMAS[name]["description"]
    assert [key for key, field in fields.items() if not field.get("description", "").strip()] == []
    assert "x-refers" not in json.dumps(SCHEMAS[name]) and "x-stands" not in json.dumps(SCHEMAS[name])


def test_types_are_listed_each_with_what_it_is() -> None:
    actor, event = (SCHEMAS[f"{kind}.schema.json"] for kind in ("actor", "event"))
    kind = actor["properties"]["type"]
    assert dict(zip(kind["enum"], kind["markdownEnumDescriptions"], strict=True)) == ACTOR_TYPES
    assert [one["body"] for one in event["properties"]["type"]["defaultSnippets"]] == [*EVENT_TYPES]
    relation = actor["$defs"]["Relation"]["properties"]["type"]
    assert [one["body"] for one in relation["defaultSnippets"]] == [*RELATION_INVERSES]
    assert all(one["description"] for one in relation["defaultSnippets"])
    assert "host" in event["$defs"]["EventActor"]["properties"]["role"]["examples"]


def test_countries_are_proposed_by_their_names_in_schemas_of_a_reasonable_size() -> None:
    for name in ("actors.schema.json", "event.schema.json", "article.schema.json"):
        proposed = SCHEMAS[name]["$defs"]["country-id"]["defaultSnippets"]
        assert {"label": "SY (Syria)", "body": "SY"} in proposed
        assert [one["body"] for one in proposed] == [*built_in_territories()]
        assert (ROOT / "schema" / name).stat().st_size < 40_000


FILES = {
    "data/actors.yml": """
        guan-youfei: {name: Guan Youfei, type: person}
        source-one: {name: A source, type: person, status: withheld}
        """,
    "data/events.yml": "talks: {title: The talks, date: 2016-08}\n",
    "data/countries.yml": "XR: {name: Rojava}\n",
    "data/articles/2016/visit.md": article("A.", title="A visit", outlet="Example Post"),
}


def test_the_ids_of_a_collection_are_proposed_wherever_it_is_referred_to(collection: MakeCollection) -> None:
    records, _ = read_records(collection(FILES))
    made = schemas(record_choices(records.all(), built_in_territories()))
    event = json.loads(made["event.schema.json"])
    actors = event["$defs"]["actor-id"]["defaultSnippets"]
    assert actors == [
        {"label": "guan-youfei (Guan Youfei)", "body": "guan-youfei", "description": "person"},
        {"label": "source-one (A source)", "body": "source-one", "description": "person, withheld"},
    ]
    assert [one["label"] for one in event["$defs"]["event-id"]["defaultSnippets"]] == ["talks (The talks)"]
    visit = {"label": "2016/visit (A visit)", "body": "2016/visit", "description": "2016-08-18, Example Post"}
    assert event["$defs"]["article-id"]["defaultSnippets"] == [visit]
    assert {"label": "XR (Rojava)", "body": "XR"} in event["$defs"]["country-id"]["defaultSnippets"]
    places = {
        "actor": [
            event["properties"]["actors"]["items"]["anyOf"][0],
            event["$defs"]["EventActor"]["properties"]["actor"],
        ],
        "event": [event["properties"]["part_of"]["anyOf"][0]],
        "article": [event["properties"]["sources"]["items"]["anyOf"][0]],
        "country": [
            event["properties"]["countries"]["items"],
            event["$defs"]["EventPlace"]["properties"]["country"]["anyOf"][0],
        ],
    }
    for kind, fields in places.items():
        assert [field["$ref"] for field in fields] == [f"#/$defs/{kind}-id"] * len(fields)
    for text in made.values():
        jsonschema.Draft202012Validator.check_schema(json.loads(text))
