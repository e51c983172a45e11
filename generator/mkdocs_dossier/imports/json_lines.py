"""A file of JSON Lines to rows: objects with the fields of an actor or event, or FollowTheMoney entities."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.imports.money import is_entity, read_entity
from mkdocs_dossier.imports.money_links import LINKS, POST, with_links
from mkdocs_dossier.imports.rows import Row, RowKind, Rows, Trouble
from mkdocs_dossier.imports.table import kind_of_table
from mkdocs_dossier.imports.words import visible
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence

_DEEPEST = 20


class _TooDeep(Exception):
    """An object nests deeper than a record can."""


def read_json_lines(text: str, path: str, kind: RowKind | None, countries: frozenset[str]) -> Rows:
    """Return the rows of JSON Lines. countries: the codes that there are."""
    rows: list[Row] = []
    troubles: list[Trouble] = []
    skipped: Counter[str] = Counter()
    links: list[dict[str, Any]] = []
    for number, value in _values(visible(text), path):
        if isinstance(value, Trouble):
            troubles.append(value)
        elif is_entity(value) and value["schema"] in (*LINKS, POST):
            links.append(value)
        elif is_entity(value):
            entity = read_entity(value, path, number, countries)
            if isinstance(entity, str):
                skipped[entity] += 1
            else:
                rows.append(entity[0])
                troubles += entity[1]
        else:
            row = _row(value, path, number, kind)
            if isinstance(row, Trouble):
                troubles.append(row)
            else:
                rows.append(row)
    linked, unused = with_links(rows, links)
    return Rows(linked, tuple(troubles), dict(sorted((skipped + unused).items())))


def _values(text: str, path: str) -> Iterator[tuple[int, dict[str, Any] | Trouble]]:
    """Yield the objects of a list, or of lines, with their numbers. A first line that is none ends it."""
    if text.lstrip().startswith("["):
        try:
            items = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
        except (ValueError, RecursionError):
            items = None
        if isinstance(items, list) and all(isinstance(item, dict) for item in items):
            yield from enumerate(items, 1)
            return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            value = _parsed(line, path, number)
            yield number, value
            if number == 1 and isinstance(value, Trouble) and not line.strip().startswith("{"):
                return


def _parsed(line: str, path: str, number: int) -> dict[str, Any] | Trouble:
    try:
        value = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        reason = str(error).partition(":")[0].lower()
        return Trouble(path, number, "", f"this line is not JSON: {reason}", "write one object on each line")
    if not isinstance(value, dict):
        return Trouble(
            path, number, "", "this line is no JSON object", "write one object on each line, without a list around"
        )
    return value


def _row(value: dict[str, Any], path: str, number: int, kind: RowKind | None) -> Row | Trouble:
    kind = kind or kind_of_table(list(value), path)
    if kind is None:
        return Trouble(path, number, "", "nobody knows what this is", "say --as actors or --as events")
    names = dict(enumerate(value, 1))
    root = Mapping(number, 1)
    try:
        for at, (name, item) in enumerate(value.items(), 1):
            if name != "id" and (node := _node(item, number, at, 0)) is not None:
                root.items[name], root.keys[name] = node, Scalar(name, number, at)
    except _TooDeep:
        return Trouble(path, number, "", f"this nests deeper than {_DEEPEST} levels", "make it flatter")
    given = value.get("id")
    return Row(path, number, kind, root, names, given.strip() if isinstance(given, str) else "")


def _node(value: Any, line: int, column: int, depth: int) -> Node | None:
    """Return the tree of a value: all scalars are text, what is null or empty is left out."""
    if depth > _DEEPEST:
        raise _TooDeep
    if isinstance(value, dict):
        mapping = Mapping(line, column)
        for key, item in value.items():
            if (node := _node(item, line, column, depth + 1)) is not None:
                mapping.items[key], mapping.keys[key] = node, Scalar(key, line, column)
        return mapping if mapping.items else None
    if isinstance(value, list):
        items = list(_nodes(value, line, column, depth))
        return Sequence(line, column, items) if items else None
    if value is None or value == "":
        return None
    return Scalar(str(value).lower() if isinstance(value, bool) else str(value), line, column)


def _nodes(values: list[Any], line: int, column: int, depth: int) -> Iterator[Node]:
    for value in values:
        if (node := _node(value, line, column, depth + 1)) is not None:
            yield node
