"""Puts our schemas into `settings.json`: the text is edited, never written anew, so that comments and layout stay."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from mkdocs_dossier.vscode.jsonc import JsoncValue, Member, NotJson, parse

KEY = "yaml.schemas"
"""Where the YAML extension is told which schema is for which files."""

Schemas = Mapping[str, list[str]]
"""The paths of schemas, each with the files that it is for."""


def settings_text(schemas: Schemas) -> str:
    """Return settings that hold nothing but these schemas."""
    return json.dumps({KEY: dict(schemas)}, indent=2) + "\n"


def with_schemas(text: str, schemas: Schemas) -> str | None:
    """Return settings with our schemas put in; None where they are not understood, and so must not be touched."""
    if not text.strip("\ufeff \t\r\n"):
        return settings_text(schemas)
    try:
        before = parse(text)
        edited = _edited(text, before, schemas)
        if edited is None:
            return None
        wanted = {**before.plain, KEY: {**before.plain.get(KEY, {}), **schemas}}
        return edited if parse(edited).plain == wanted else None
    except NotJson:
        return None


def _edited(text: str, settings: JsoncValue, schemas: Schemas) -> str | None:
    if settings.members is None:
        return None
    ours = [member for member in settings.members if member.key == KEY]
    if not ours:
        return _with_member(text, settings, KEY, dict(schemas))
    if len(ours) > 1 or ours[0].value.members is None:
        return None
    for path, files in schemas.items():
        known = _schemas_in(parse(text))
        there = [member for member in known.members or () if member.key == path]
        if len(there) > 1:
            return None
        if not there:
            text = _with_member(text, known, path, files)
        elif there[0].value.plain != files:
            value = there[0].value
            text = text[: value.start] + json.dumps(files) + text[value.end :]
    return text


def _schemas_in(settings: JsoncValue) -> JsoncValue:
    return next(member.value for member in settings.members or () if member.key == KEY)


def _with_member(text: str, owner: JsoncValue, key: str, value: Any) -> str:
    """Return the text with one more member at the end of an object."""
    members = owner.members or ()
    newline = "\r\n" if "\r\n" in text else "\n"
    outer = _indent(text, owner.start)
    inner = _own_indent(text, members) or outer + _step(text)
    written = json.dumps(value, indent=_step(text)).replace("\n", newline + inner)
    member = f"{inner}{json.dumps(key)}: {written}"
    end = len(text[: owner.end - 1].rstrip())
    head = text[:end]
    if members and not owner.comma:
        last = members[-1].value.end
        head = f"{text[:last]},{text[last:end]}"
    return f"{head}{newline}{member}{newline}{outer}{text[owner.end - 1 :]}"


def _indent(text: str, at: int) -> str:
    """Return the blanks before the line on which `at` stands."""
    line = text[text.rfind("\n", 0, at) + 1 : at].lstrip("\ufeff")
    return line[: len(line) - len(line.lstrip(" \t"))]


def _own_indent(text: str, members: tuple[Member, ...]) -> str:
    """Return the blanks before the first member, where it begins its line."""
    if not members:
        return ""
    before = text[text.rfind("\n", 0, members[0].key_start) + 1 : members[0].key_start]
    return before if not before.strip(" \t") else ""


def _step(text: str) -> str:
    """Return what one more level is indented by."""
    lines = (line for line in text.split("\n") if line[:1] in (" ", "\t") and line.strip())
    first = next(lines, "  ")
    return first[: len(first) - len(first.lstrip(" \t"))] or "  "
