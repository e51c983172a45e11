"""JSON Schemas of the input files, generated from the models, for editors that complete and check while one types.

The words are JSON Schema's, with two that the language servers for YAML know besides: `defaultSnippets` propose a value
by a name, `markdownDescription` and `markdownEnumDescriptions` say in Markdown what something is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from mkdocs_dossier.export.as_written import as_written
from mkdocs_dossier.export.choices import Choices
from mkdocs_dossier.model.fields import STANDS_FOR
from mkdocs_dossier.model.ids import ID
from mkdocs_dossier.model.records import (
    ACTOR_TYPES,
    EVENT_TYPES,
    RELATION_INVERSES,
    RESERVED,
    STATUSES,
    Actor,
    Article,
    Country,
    Event,
    Record,
)
from mkdocs_dossier.model.references import REFERS

_BASE = "https://json-schema.org/draft/2020-12/schema"

_RELATIONS = {name: f"On the other's page: {inverse}." for name, inverse in RELATION_INVERSES.items()}
_DESCRIBED = {tuple(names): names for names in (ACTOR_TYPES, STATUSES)}
"""Closed vocabularies: what each word means."""

_OPEN = {tuple(names): names for names in (EVENT_TYPES, _RELATIONS)}
"""The core sets of open ones."""

_ONE_LINE = re.compile(r"\{\n\s+(\"label\": .*)\n\s+(\"body\": .*?)(?:\n\s+(\"description\": .*))?\n\s+\}")

_MUTED = {
    "title": "Muted names",
    "description": "Names that `dossier suggest` never proposes.",
    "type": ["array", "null"],
    "items": {"type": "string", "minLength": 1},
    "uniqueItems": True,
}


def schemas(choices: Choices) -> dict[str, str]:
    """Return the text of each schema by its file name.

    Args:
        choices: What to propose where a record is referred to.
    """
    trees = {
        "actor.schema.json": _record(Actor, choices),
        "actors.schema.json": _list(Actor, f"^{ID.pattern}$", choices),
        "event.schema.json": _record(Event, choices),
        "events.schema.json": _list(Event, f"^{ID.pattern}$", choices),
        "countries.schema.json": _list(Country, "^[A-Z]{2}$", choices),
        "article.schema.json": _record(Article, choices),
        "muted.schema.json": _MUTED,
    }
    return {name: _text({"$schema": _BASE, **as_written(tree)}) for name, tree in trees.items()}


def _text(tree: dict[str, Any]) -> str:
    text = json.dumps(tree, indent=2, ensure_ascii=False) + "\n"
    return _ONE_LINE.sub(lambda found: f"{{ {' '.join(filter(None, found.groups()))} }}", text)


def _record(model: type[Record], choices: Choices) -> dict[str, Any]:
    tree = model.model_json_schema(by_alias=True)
    properties = {key: value for key, value in tree["properties"].items() if key not in RESERVED}
    definitions = {key: value for key, value in tree.get("$defs", {}).items() if key != "Place"}
    # Leave out what only the reader fills in.
    plain: dict[str, Any] = _without_noise({**tree, "properties": properties, "$defs": definitions})
    told: dict[str, Any] = _told(plain, plain.get("$defs", {}), choices)
    used = {kind: of_kind for kind, of_kind in choices.items() if f'"#/$defs/{kind}-id"' in json.dumps(told)}
    ids = {f"{kind}-id": _ids(kind, choices) for kind in used}
    return {**told, "$defs": {**told.get("$defs", {}), **ids}}


def _ids(kind: str, choices: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the schema of the ids of one kind."""
    pattern = {"pattern": "^[A-Z]{2}$"} if kind == "country" else {}
    return {"type": "string", **pattern, "defaultSnippets": [choice.snippet() for choice in choices[kind]]}


def _list(model: type[Record], pattern: str, choices: Choices) -> dict[str, Any]:
    """Return a mapping from id to record."""
    record = _record(model, choices)
    definitions = record.pop("$defs", {})
    name = model.__name__
    return {
        "title": f"{name}s by id" if name != "Country" else "Countries by code",
        "description": " ".join((model.__doc__ or "").split()),
        "type": "object",
        "propertyNames": {"pattern": pattern},
        "additionalProperties": {"$ref": f"#/$defs/{name}"},
        "$defs": {**definitions, name: record},
    }


def _without_noise(value: Any) -> Any:
    """Leave out what tells an editor nothing."""
    if isinstance(value, list):
        return [_without_noise(item) for item in value]
    if not isinstance(value, dict):
        return value
    if (options := value.get("anyOf")) is not None and {"type": "null"} in options:
        rest = [option for option in options if option != {"type": "null"}]
        merged = {key: item for key, item in value.items() if key not in ("anyOf", "default")}
        return _without_noise({**merged, **(rest[0] if len(rest) == 1 else {"anyOf": rest})})
    noise = {
        key for key in ("title",) if isinstance(value.get(key), str) and "type" in value and "properties" not in value
    }
    return {key: _without_noise(item) for key, item in value.items() if key not in noise}


def _told(value: Any, definitions: Mapping[str, Any], choices: Choices) -> Any:
    """Put in what an editor can tell: ids with names, what each word of a vocabulary means, Markdown as Markdown."""
    if isinstance(value, list):
        return [_told(item, definitions, choices) for item in value]
    if not isinstance(value, dict):
        return value
    told = {key: _told(item, definitions, choices) for key, item in _standing(value, definitions).items()}
    kind = told.pop(REFERS, None)
    if kind in choices:
        told = {key: item for key, item in told.items() if key not in ("type", "pattern")}
        told["$ref"] = f"#/$defs/{kind}-id"
    if isinstance(told.get("enum"), list) and (words := _DESCRIBED.get(tuple(told["enum"]))) is not None:
        told |= {"enumDescriptions": [*words.values()], "markdownEnumDescriptions": [*words.values()]}
    if isinstance(told.get("examples"), list) and (words := _OPEN.get(tuple(told["examples"]))) is not None:
        told["defaultSnippets"] = [
            {"label": word, "body": word, "description": meaning} for word, meaning in words.items()
        ]
    if isinstance(told.get("description"), str) and "`" in told["description"]:
        told["markdownDescription"] = told["description"]
    return told


def _standing(value: dict[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Let a lone text that stands for a key of a mapping refer to what that key does."""
    options = value.get("anyOf")
    if not isinstance(options, list) or not any(STANDS_FOR in option for option in options):
        return value
    models = (definitions[option["$ref"].rpartition("/")[2]] for option in options if "$ref" in option)
    properties = next(models)["properties"]

    def meant(option: dict[str, Any]) -> dict[str, Any]:
        key = option.get(STANDS_FOR)
        refers = {} if key is None else {name: properties[key][name] for name in (REFERS,) if name in properties[key]}
        return {**{name: item for name, item in option.items() if name != STANDS_FOR}, **refers}

    return {**value, "anyOf": [meant(option) for option in options]}
