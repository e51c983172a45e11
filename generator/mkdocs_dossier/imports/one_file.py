"""The records of a table as one list: `data/actors.yml`, `data/events.yml`, new or with the new ones at its end."""

from __future__ import annotations

import os
from collections.abc import Sequence

from mkdocs_dossier.imports.batch import RecordFile
from mkdocs_dossier.imports.draft import Refusal
from mkdocs_dossier.imports.rows import RowKind
from mkdocs_dossier.read.files import SourceFile, SourceKind
from mkdocs_dossier.validate.parsed_record import ParsedRecord, check_file

LISTS: dict[RowKind, SourceKind] = {"actor": "actors", "event": "events"}
MANY = 200
"""Rows of one kind above which they become one file where nothing is said."""


def list_text(files: Sequence[RecordFile], path: str, schema: str | None, before: str) -> str | Refusal:
    """Return the list with these records at its end.

    Refused is a list in which they would be something else than records, as one written in braces.

    Args:
        path: Of the list.
        schema: The folder of schemas that a new list names; None for none.
        before: What stands in the list, empty if it is new.
    """
    kind = LISTS[files[0].row.kind]
    start = before if before.strip() else _first_line(f"{schema}/{kind}.schema.json", path) if schema else ""
    start += "" if start.endswith("\n") or not start else "\n"
    text = start + "".join(map(_entry, files))
    given = check_file(SourceFile(kind, path, kind, text)).given
    found = {one.id for one in given if isinstance(one, ParsedRecord) and one.record is not None}
    if not found.issuperset(file.row.id for file in files):
        return Refusal(f"{path} takes no more records at its end", "say --own-files, or fix it first (dossier check)")
    return text


def _first_line(schema: str, path: str) -> str:
    up = os.path.relpath(schema, os.path.dirname(path)).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={up}\n"


def _entry(file: RecordFile) -> str:
    """A record of the list: its id, and below it what a file of its own would hold."""
    lines = [line for line in file.text.splitlines() if not line.startswith("# yaml-language-server")]
    return "\n".join([f"{file.row.id}:", *(f"  {line}" if line else line for line in lines)]) + "\n"
