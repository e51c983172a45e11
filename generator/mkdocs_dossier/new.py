"""`dossier new`, and whatever else adds files to a collection: no file that is there is ever overwritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.edit.choose import check_new_id
from mkdocs_dossier.edit.new import new_record, problems_of, proposed_id, wrong_value
from mkdocs_dossier.edit.refused import Refused
from mkdocs_dossier.edit.written import FieldValue
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.project import Editable, NotChanged, read_editable
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.vscode.first_line import named_schemas
from mkdocs_dossier.write.edits import write_new
from mkdocs_dossier.write.errors import CannotWrite
from mkdocs_dossier.write.inside import leads_out

FieldValues = Mapping[str, FieldValue]
"""What the fields of a record say, by their names."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is still to be written. path: in the project. problems: of its record, each with the field."""

    path: str
    text: str
    problems: tuple[tuple[str, Diagnostic], ...]


@dataclass(frozen=True, slots=True)
class RecordForm:
    """What is asked before a new record of a kind can be written, and what of the answers cannot be right."""

    options: Options
    kind: RecordKind
    collection: Editable

    def wrong_value(self, key: str, value: str) -> str:
        """Return what is wrong with a value for one field, by itself; empty if nothing is."""
        return wrong_value(self.kind, key, value)

    def check_id(self, id: str) -> None:
        """Raise `NotChanged` where no new record can have this id."""
        try:
            check_new_id(self.collection.records, self.kind, id)
        except Refused as refused:
            raise NotChanged(str(refused)) from refused

    def proposed_id(self, fields: FieldValues) -> str:
        """Return an id that is free, made of the name; empty where nothing of it is left."""
        name = str(fields.get("name") or fields["title"])
        folder = f"{str(fields['date'])[:4]}/" if self.kind == "article" else ""
        return proposed_id(self.collection.records, self.kind, name, folder)

    def taken_before(self, proposal: str) -> str:
        """Return in words which id would have been proposed, had it not been taken; empty where it was free."""
        record_set, first = self.collection.records.record_set(self.kind), re.sub("-[0-9]+$", "", proposal)
        taken = first != proposal and first in record_set.records
        return f"the id '{first}' is taken: {record_set.place_of(first)}" if taken else ""

    def file(self, id: str, fields: FieldValues) -> NewFile:
        """Return the file of the record."""
        options = self.options
        folder, root = options.data_folder, options.root
        data = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()
        schemas = named_schemas(root)
        if schemas is not None and Path(data).is_absolute():
            schemas = str(root / schemas)
        made = new_record(self.kind, id, fields, data, schemas)
        problems = tuple(problems_of(made, self.collection.files, options.now))
        return NewFile(made.source.path, made.source.text or "", problems)


def record_form(options: Options, kind: RecordKind) -> RecordForm:
    """Begin a new record. Raises `Unreadable` where nobody can know which ids there are."""
    return RecordForm(options, kind, read_editable(options, kind))


def write_new_file(options: Options, path: str, content: str | bytes, *, inside: bool = False) -> str:
    """Write a file that is not there yet. Return why it could not be written, else nothing.

    Args:
        path: In the project.
        inside: Whether no link on the way may lead out of the data folder.
    """
    target = options.root / path
    if inside and options.data_folder.exists() and leads_out(target, options.data_folder):
        return f"cannot write {path}: a link on the way leads out of {options.data_dir}/"
    try:
        write_new(target, content.encode() if isinstance(content, str) else content)
    except CannotWrite as error:
        return str(error)
    return ""
