"""JSON Schemas of the input files, generated from the models, for editors that complete and check while one types."""

from __future__ import annotations

import json
from typing import Any

from generator.model.ids import ID
from generator.model.records import RESERVED, Actor, Article, Country, Event, Record

_BASE = "https://json-schema.org/draft/2020-12/schema"


_MUTED = {
    "title": "Muted names",
    "description": "Names that `dossier suggest` never proposes.",
    "type": ["array", "null"],
    "items": {"type": "string", "minLength": 1},
    "uniqueItems": True,
}


def schemas() -> dict[str, str]:
    """Return the text of each schema by its file name."""
    trees = {
        "actor.schema.json": _record(Actor),
        "actors.schema.json": _list(Actor, f"^{ID.pattern}$"),
        "event.schema.json": _record(Event),
        "events.schema.json": _list(Event, f"^{ID.pattern}$"),
        "countries.schema.json": _list(Country, "^[A-Z]{2}$"),
        "article.schema.json": _record(Article),
        "muted.schema.json": _MUTED,
    }
    return {name: json.dumps({"$schema": _BASE, **tree}, indent=2) + "\n" for name, tree in trees.items()}


def _record(model: type[Record]) -> dict[str, Any]:
    return _cleaned(model.model_json_schema(by_alias=True))


def _list(model: type[Record], pattern: str) -> dict[str, Any]:
    """A mapping from id to record."""
    record = _record(model)
    definitions = record.pop("$defs", {})
    name = model.__name__
    return {
        "title": f"{name}s by id" if name != "Country" else "Countries by code",
        "type": "object",
        "propertyNames": {"pattern": pattern},
        "additionalProperties": {"$ref": f"#/$defs/{name}"},
        "$defs": {**definitions, name: record},
    }


def _cleaned(tree: dict[str, Any]) -> dict[str, Any]:
    """Leave out what only the reader fills in, and what tells an editor nothing."""
    properties = {key: value for key, value in tree["properties"].items() if key not in RESERVED}
    definitions = {key: value for key, value in tree.get("$defs", {}).items() if key != "Place"}
    cleaned: dict[str, Any] = _without_noise({**tree, "properties": properties, "$defs": definitions})
    return cleaned


def _without_noise(value: Any) -> Any:
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
