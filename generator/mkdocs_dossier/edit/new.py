"""A new record: the id that its name proposes, its file, and what is wrong with it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.edit.choose import is_valid, record_set_of
from mkdocs_dossier.edit.written import FieldValue, article_text, record_text
from mkdocs_dossier.model.ids import slug
from mkdocs_dossier.model.records import Actor, Article, Event, Record
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.read.files import SourceFile, SourceKind
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.read.yaml_tree import Mapping as Fields
from mkdocs_dossier.read.yaml_tree import Scalar
from mkdocs_dossier.validate.collection import make_collection
from mkdocs_dossier.validate.record import Tree, check_record
from mkdocs_dossier.validate.records import Records, check_files

MODELS: dict[RecordKind, type[Record]] = {"actor": Actor, "event": Event, "article": Article}
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that does not exist yet.

    Attributes:
        source: Its file.
        keys: The field that stands on each line of that file.
    """

    source: SourceFile
    keys: tuple[str, ...]


def proposed_id(records: Records, kind: RecordKind, name: str, folder: str = "") -> str:
    """Return an id for `name` that no record of `kind` has or had, private ones too; empty where nothing of the name is
    left.

    Args:
        folder: What an article's id begins with, with its slash.
    """
    record_set = record_set_of(records, kind)
    former = {id for record in record_set.records.values() for id in record.formerly}
    for number in range(1, len(record_set.records) + len(record_set.broken) + len(former) + 4):
        tail = f"-{number}" if number > 1 else ""
        base = slug(name, longest=_LONGEST - len(tail))
        id = f"{folder}{base}{tail}"
        if base and is_valid(kind, id) and not (id in record_set.records or id in record_set.broken or id in former):
            return id
    return ""


def new_record(
    kind: RecordKind, id: str, fields: Mapping[str, FieldValue], data: str, schemas: str | None
) -> NewRecord:
    """Return the record with these fields.

    Args:
        data: The data folder's path.
        schemas: That of the JSON Schemas' folder; None where the file is to name no schema.
    """
    section, ending = f"{kind}s", ".md" if kind == "article" else ".yml"
    path = posixpath.normpath(posixpath.join(data, section, f"{id}{ending}"))
    name, folder = f"{kind}.schema.json", posixpath.dirname(path)
    schema = None if schemas is None else posixpath.relpath(posixpath.join(schemas, name), folder)
    make = article_text if kind == "article" else record_text
    source_kind: SourceKind = "article" if kind == "article" else "actor" if kind == "actor" else "event"
    text = make(schema, fields)
    return NewRecord(
        SourceFile(source_kind, path, id, text), tuple(line.partition(":")[0] for line in text.split("\n"))
    )


def problems_of(new: NewRecord, files: Iterable[SourceFile], now: datetime) -> Iterator[tuple[str, Diagnostic]]:
    """Yield what is wrong with a new record beside the others of the collection, with the field that is concerned."""
    read = check_files([*files, new.source])
    # What others show is not looked at.
    validated = make_collection(read.records, built_in_territories(), now, look=lambda _: "")
    for problem in (*read.problems, *validated.problems):
        if problem.place.path == new.source.path:
            yield new.keys[problem.place.line - 1], problem


def wrong_value(kind: RecordKind, key: str, value: str) -> str:
    """Return what is wrong with a value for one field, by itself; empty if nothing is."""
    tree = Tree(Fields(1, 1, {key: Scalar(value, 1, 1)}, {key: Scalar(key, 1, 1)}), "")
    _, problems = check_record(MODELS[kind], tree, "new")
    found = next((problem for problem in problems if problem.code != "missing-key"), None)
    return "" if found is None else f"{found.message}{f' ({found.hint})' if found.hint else ''}"
