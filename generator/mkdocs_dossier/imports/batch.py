"""Rows to the files of records: ids, the collection's own checks, references that all lead somewhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.imports.rows import Row, RowKind, Trouble
from mkdocs_dossier.imports.table import MODELS
from mkdocs_dossier.imports.words import one_line
from mkdocs_dossier.imports.yaml_text import comment, mapping
from mkdocs_dossier.model.ids import is_id, slug
from mkdocs_dossier.model.near_names import did_you_mean
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.references import RecordKind, references
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.yaml_tree import Mapping as YamlMapping
from mkdocs_dossier.read.yaml_tree import Node, Scalar, Sequence, plain
from mkdocs_dossier.validate.parsed_record import ParsedRecord, check_file
from mkdocs_dossier.validate.record import Tree, check_record, locate

_FOLDERS: dict[RowKind, str] = {"actor": "actors", "event": "events"}
_STATUSES = ("published", "draft", "withheld")
_TRIED = 1000


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids that there are, of each kind, those that actors and events had, and where their records are.

    names: ids by other names.

    closed: the kinds of which all ids are known; of the others a file could not be read.
    """

    there: Mapping[RecordKind, frozenset[str]]
    former: Mapping[RecordKind, frozenset[str]]
    places: Mapping[RecordKind, Mapping[str, str]]
    names: Mapping[str, str]
    closed: frozenset[RecordKind]


@dataclass(frozen=True, slots=True)
class Destination:
    """data, schema: folders below the project, POSIX. folder: below that of the kind. status: of rows without one."""

    data: str = "data"
    schema: str | None = "schema"
    folder: str = ""
    status: str = "draft"


@dataclass(frozen=True, slots=True)
class RecordFile:
    """path: below the project, POSIX. row: what it was made of."""

    path: str
    text: str
    row: Row


@dataclass(frozen=True, slots=True)
class _Made:
    row: Row
    record: Record
    tree: Tree


def record_files(
    rows: Iterable[Row], ids: Ids, place: Destination
) -> tuple[tuple[RecordFile, ...], tuple[Trouble, ...]]:
    """Return the files of the rows that make valid records, and what is wrong with the others."""
    named, troubles = _named(rows, ids)
    by_key = {row.key: row.id for row in named if row.key}
    by_name = {**_names(named), **ids.names}
    made: list[_Made] = []
    for row in named:
        row, lost = _followed(_with_ids(_with_codes(row), by_name, ids), by_key)
        row, also = _linked(row, by_key)
        lost += also
        troubles += lost
        record, tree, problems = _checked(row)
        troubles += problems
        if record is not None:
            made.append(_Made(row, record, tree))
    made, unknown = _resolved(made, ids)
    files = [_file(one, place) for one in made]
    return tuple(file for file in files if isinstance(file, RecordFile)), (
        *troubles,
        *unknown,
        *(file for file in files if isinstance(file, Trouble)),
    )


def _named(rows: Iterable[Row], ids: Ids) -> tuple[list[Row], list[Trouble]]:
    """Give each row an id that no other has; one that the collection has is reported, and never written over."""
    used: dict[tuple[RowKind, str], Row] = {}
    named: list[Row] = []
    troubles: list[Trouble] = []
    for row in rows:
        id = row.id or _proposal(row, used)
        if id and not is_id(id):
            hint = f"a-z, 0-9 and hyphens, as '{slug(id)}'" if slug(id) else "use a-z, 0-9 and hyphens, 80 at most"
            troubles.append(Trouble(row.path, row.number, "id", f"'{id[:80]}' is not an id", hint))
        elif id and (first := used.get((row.kind, id))) is not None:
            hint = "give each an id of its own, in a column 'id'"
            troubles.append(
                Trouble(row.path, row.number, "id", f"'{id}' is the id of row {first.number} of {first.path}", hint)
            )
        elif id and id in ids.former[row.kind]:
            hint = "links to that address lead on; give another id"
            troubles.append(Trouble(row.path, row.number, "id", f"a record was called '{id}' before", hint))
        elif id and id in ids.there[row.kind]:
            where = ids.places[row.kind].get(id, "the collection")
            hint = "nothing is written over; change that record, or give another id"
            troubles.append(Trouble(row.path, row.number, "id", f"there is '{id}' already, in {where}", hint))
        else:
            used[row.kind, id] = row
            named.append(replace(row, id=id or "record"))
    return named, troubles


def _proposal(row: Row, used: Mapping[tuple[RowKind, str], Row]) -> str:
    """The id that a name makes. A second event of that name gets its day, an entity a number."""
    name = row.root.items.get("name" if row.kind == "actor" else "title")
    base = slug(name.value, longest=65) if isinstance(name, Scalar) else ""
    if not is_id(base):
        base = f"{row.kind}-{base}" if base else ""
    if not base or (row.kind, base) not in used:
        return base
    when = row.root.items.get("date")
    dated = slug(f"{base}-{when.value}") if isinstance(when, Scalar) else ""
    numbered = [f"{base}-{n}" for n in range(2, _TRIED)] if row.key else []
    return next((id for id in (dated, *numbered) if id and (row.kind, id) not in used), base)


def _with_codes(row: Row) -> Row:
    """Country codes in capitals."""
    countries = row.root.items.get("countries")
    if not isinstance(countries, Sequence):
        return row
    items: list[Node] = [
        item._replace(value=item.value.upper()) if isinstance(item, Scalar) else item for item in countries.items
    ]
    return _with(row, "countries", Sequence(countries.line, countries.column, items))


def _with(row: Row, key: str, node: Node | None) -> Row:
    items = {name: item for name, item in row.root.items.items() if name != key or node is not None}
    if node is not None:
        items[key] = node
    return replace(row, root=YamlMapping(row.root.line, row.root.column, items, row.root.keys))


def _names(rows: Iterable[Row]) -> dict[str, str]:
    """The ids of actors by their names in lower case; one that two of them have names neither."""
    found: dict[str, set[str]] = {}
    for row in rows:
        name = row.root.items.get("name")
        if row.kind == "actor" and isinstance(name, Scalar):
            found.setdefault(name.value.casefold(), set()).add(row.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _with_ids(row: Row, by_name: Mapping[str, str], ids: Ids) -> Row:
    """The actors of an event by their ids, where they are given by their names."""
    actors = row.root.items.get("actors")
    if row.key or row.kind != "event" or not isinstance(actors, Sequence):
        return row
    items: list[Node] = [
        item._replace(value=by_name.get(item.value.casefold(), item.value))
        if isinstance(item, Scalar) and item.value not in ids.there["actor"]
        else item
        for item in actors.items
    ]
    return _with(row, "actors", Sequence(actors.line, actors.column, items))


def _followed(row: Row, by_key: Mapping[str, str]) -> tuple[Row, list[Trouble]]:
    """Put our ids in the place of those of FollowTheMoney; who was not imported is left out and noted."""
    actors = row.root.items.get("actors")
    if not row.key or not isinstance(actors, Sequence):
        return row, []
    keys = [item for item in actors.items if isinstance(item, Scalar)]
    found: list[Node] = [item._replace(value=by_key[item.value]) for item in keys if item.value in by_key]
    lost = [
        Trouble(row.path, row.number, "involved", f"'{item.value[:80]}' was not imported, so it is left out", note=True)
        for item in keys
        if item.value not in by_key
    ]
    return _with(row, "actors", Sequence(actors.line, actors.column, found) if found else None), lost


_REFERRING = (("roles", "organization"), ("relations", "actor"))


def _linked(row: Row, by_key: Mapping[str, str]) -> tuple[Row, list[Trouble]]:
    """Put our ids in the roles and relations of FollowTheMoney; those with somebody who was not imported are noted."""
    lost: list[Trouble] = []
    for field, key in _REFERRING if row.key else ():
        parts = row.root.items.get(field)
        if not isinstance(parts, Sequence):
            continue
        kept: list[Node] = []
        for part in parts.items:
            other = part.items.get(key) if isinstance(part, YamlMapping) else None
            if not isinstance(part, YamlMapping) or not isinstance(other, Scalar):
                kept.append(part)
            elif other.value in by_key:
                items = {**part.items, key: other._replace(value=by_key[other.value])}
                kept.append(YamlMapping(part.line, part.column, items, part.keys))
            else:
                message = f"'{other.value[:80]}' was not imported, so it is left out"
                lost.append(Trouble(row.path, row.number, f"{field}.{key}", message, note=True))
        row = _with(row, field, Sequence(parts.line, parts.column, kept) if kept else None)
    return row, lost


def _checked(row: Row) -> tuple[Record | None, Tree, list[Trouble]]:
    """Check a row as a file of the collection is checked. A record's own status hides nothing from who imports it."""
    status = row.root.items.get("status")
    known = isinstance(status, Scalar) and status.value in _STATUSES
    tree = Tree((_with(row, "status", None) if known else row).root, row.path, row.number, 0)
    record, problems = check_record(MODELS[row.kind], tree, row.id)
    return record, tree, [_trouble(row, problem) for problem in problems]


def _trouble(row: Row, problem: Diagnostic) -> Trouble:
    column = row.columns.get(problem.place.column, "")
    return Trouble(row.path, row.number, column, problem.message, problem.hint)


def _resolved(made: list[_Made], ids: Ids) -> tuple[list[_Made], list[Trouble]]:
    """Leave out what refers to something that there is not, until nothing does."""
    troubles: list[Trouble] = []
    while True:
        there = {
            kind: known | {one.row.id for one in made if one.row.kind == kind} for kind, known in ids.there.items()
        }
        found = [(one, list(_lost(one, there, ids))) for one in made]
        troubles += [trouble for _, lost in found for trouble in lost]
        if not any(lost for _, lost in found):
            return made, troubles
        made = [one for one, lost in found if not lost]


def _lost(one: _Made, there: Mapping[RecordKind, frozenset[str]], ids: Ids) -> Iterator[Trouble]:
    for reference in references(one.record):
        kind, value = reference.mark.kind, reference.value
        if value in there[kind] or kind not in ids.closed or (reference.mark.soft and not is_id(value)):
            continue
        column = one.row.columns.get(locate(one.tree, reference.location).column, "")
        named = ids.names.get(value.casefold())
        hint = f"did you mean '{named}'?" if named in there[kind] else did_you_mean(value, sorted(there[kind]))
        yield Trouble(one.row.path, one.row.number, column, f"there is no {kind} '{value[:80]}'", hint)


def _file(one: _Made, place: Destination) -> RecordFile | Trouble:
    row, folder = one.row, "/".join(part for part in (_FOLDERS[one.row.kind], place.folder) if part)
    path = f"{place.data}/{folder}/{row.id}.yml"
    values = plain(row.root)
    status = values.pop("status", place.status)
    head = [comment(row.comment)] if row.comment else []
    if place.schema is not None:
        up = os.path.relpath(f"{place.schema}/{row.kind}.schema.json", os.path.dirname(path)).replace(os.sep, "/")
        head.insert(0, f"# yaml-language-server: $schema={up}")
    head += [f"status: {status}"] if status != "published" else []
    text = "\n".join([*head, *mapping(_in_order(values, MODELS[row.kind]))]) + "\n"
    given = check_file(SourceFile(row.kind, path, row.id, text)).given[0]
    if isinstance(given, ParsedRecord) and isinstance(given.record, Record) and not given.problems:
        return RecordFile(path, text, row)
    problem = given.problems[0] if isinstance(given, ParsedRecord) else given
    return Trouble(
        row.path, row.number, "", f"it would make no valid record: {one_line(problem.message)}", problem.hint
    )


def _in_order(values: dict[str, object], model: type[Record]) -> dict[str, object]:
    """The fields in the order in which the manual has them, those that every record may have last."""
    common = [info.alias or name for name, info in Record.model_fields.items()]
    known = [info.alias or name for name, info in model.model_fields.items()]
    order = [key for key in known if key not in common] + common
    return {key: values[key] for key in sorted(values, key=order.index)}
