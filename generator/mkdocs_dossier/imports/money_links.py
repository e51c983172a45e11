"""Entities of FollowTheMoney that link two others (who directs, belongs to, holds a post, is family) to roles and
relations of the first of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_dossier.imports.money import day_of, texts
from mkdocs_dossier.imports.rows import Row
from mkdocs_dossier.read.yaml_tree import Mapping as YamlMapping
from mkdocs_dossier.read.yaml_tree import Node, Scalar
from mkdocs_dossier.read.yaml_tree import Sequence as YamlSequence


@dataclass(frozen=True, slots=True)
class _Link:
    """whose, of: the properties that name the two. title: of the role where it has none; empty for a relation."""

    whose: str
    of: str
    title: str


LINKS = {
    "Directorship": _Link("director", "organization", "director"),
    "Membership": _Link("member", "organization", "member"),
    "Employment": _Link("employee", "employer", "employee"),
    "Occupancy": _Link("holder", "post", ""),
    "Family": _Link("person", "relative", ""),
}
POST = "Position"
"""What an occupancy is of; it is no record of its own."""


def with_links(rows: Sequence[Row], entities: Iterable[Mapping[str, Any]]) -> tuple[tuple[Row, ...], Counter[str]]:
    """Return the rows with what these entities say of them, and how many of each schema say nothing here."""
    found = list(entities)
    posts = {str(one.get("id")): one["properties"] for one in found if one["schema"] == POST}
    there = {row.key for row in rows if row.key}
    parts: dict[str, list[tuple[str, dict[str, str]]]] = {}
    unused: Counter[str] = Counter()
    for one in found:
        if one["schema"] == POST:
            continue
        part = _part(one, posts)
        if part is not None and part[0] in there:
            parts.setdefault(part[0], []).append(part[1:])
        else:
            unused[one["schema"]] += 1
    return tuple(_with(row, parts[row.key]) if row.key in parts else row for row in rows), unused


def _part(entity: Mapping[str, Any], posts: Mapping[str, Any]) -> tuple[str, str, dict[str, str]] | None:
    """Whose it is, the field it goes into, and what it says. None where it names not both."""
    link, properties = LINKS[entity["schema"]], entity["properties"]
    whose, of = _first(properties, link.whose), _first(properties, link.of)
    if not whose or not of:
        return None
    dates = {"from": day_of(_first(properties, "startDate")), "until": day_of(_first(properties, "endDate"))}
    told = _first(properties, "role") or _first(properties, "relationship") or _first(properties, "position")
    if entity["schema"] == "Family":
        return whose, "relations", {"type": "family-of", "actor": of, "summary": told, **dates}
    if entity["schema"] == "Occupancy":
        post = posts.get(of, {})
        title = _first(post, "name") or told
        return (
            (whose, "roles", {"title": title, "organization": _first(post, "organization"), **dates}) if title else None
        )
    return whose, "roles", {"title": told or link.title, "organization": of, **dates}


def _first(properties: Mapping[str, Any], name: str) -> str:
    return next(texts(properties.get(name)), "")


def _with(row: Row, parts: Sequence[tuple[str, dict[str, str]]]) -> Row:
    """The row with more roles and relations. Each is written once, whoever says it again."""
    items = dict(row.root.items)
    keys = dict(row.root.keys)
    columns = dict(row.columns)
    for field, values in dict.fromkeys(
        (field, tuple((k, v) for k, v in values.items() if v)) for field, values in parts
    ):
        before = items.get(field)
        number = max(columns, default=0) + 1 if field not in items else before.column  # type: ignore[union-attr]
        columns.setdefault(number, field)
        keys.setdefault(field, Scalar(field, row.number, number))
        nodes: dict[str, Node] = {key: Scalar(value, row.number, number) for key, value in values}
        names = {key: Scalar(key, row.number, number) for key in nodes}
        node = YamlMapping(row.number, number, nodes, names)
        old = list(before.items) if isinstance(before, YamlSequence) else []
        items[field] = YamlSequence(row.number, number, [*old, node])
    return replace(row, root=YamlMapping(row.root.line, row.root.column, items, keys), columns=columns)
