"""Widens a JSON Schema to what may be written: to us every value of YAML is text, to an editor `007` is a number.

Where a field may be left out, nothing need be written after its key either; a mark that keeps a record back is the
exception (`validate/record.py`).
"""

from __future__ import annotations

from typing import Any

_MARKS = ("status", "embargo")

_WIDER = {"string": ["string", "number"], "number": ["number", "string"], "boolean": ["boolean", "string"]}
"""What an editor may take a value for. `true` is no text to it: it would propose it wherever a text may stand."""


def as_written(schema: Any) -> Any:
    """Return the schema with every value in each form that its text may seem to have."""
    if isinstance(schema, list):
        return [as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: as_written(value) if key not in ("examples", "properties") else value for key, value in schema.items()}
    if isinstance(made.get("properties"), dict):
        needed = (*schema.get("required", ()), *_MARKS)
        made["properties"] = {
            key: as_written(value) if key in needed else _or_nothing(as_written(value))
            for key, value in made["properties"].items()
        }
    if isinstance(made.get("additionalProperties"), dict) and "$ref" not in made["additionalProperties"]:
        made["additionalProperties"] = _or_nothing(made["additionalProperties"])
    if (wider := _WIDER.get(str(made.get("type")))) is not None and "enum" not in made and "const" not in made:
        made["type"] = wider
    return made


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with nothing allowed, too."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" not in schema or "enum" in schema or "const" in schema:
        told: dict[str, Any] = {key: schema[key] for key in ("description", "markdownDescription") if key in schema}
        return {**told, "anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, *(["null"] if "null" not in kinds else [])]}
