"""`dossier schema`: what editors need to complete and check the files of a collection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.export.choices import country_choices
from mkdocs_dossier.export.schema import schemas
from mkdocs_dossier.read.files import read_files
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import read_records
from mkdocs_dossier.validate.records import Records
from mkdocs_dossier.vscode.files import (
    ID_SCHEMAS,
    IGNORED,
    NotOurs,
    put_ignored,
    put_settings,
    refresh_id_schemas,
    schema_files,
    write_id_schemas,
)
from mkdocs_dossier.vscode.first_line import named_schemas as named_schemas  # the command names it, too
from mkdocs_dossier.vscode.settings import settings_text


class NotSetUp(Exception):
    """An editor's settings stay as they are, since they are not understood. settings: what is to be added by hand."""

    def __init__(self, message: str, settings: str) -> None:
        super().__init__(message)
        self.settings = settings


@dataclass(frozen=True, slots=True)
class EditorSetUp:
    """Files of the project, POSIX. settings: of the editor. ids: the folder of the schemas with the collection's ids.

    ignored: the file that keeps that folder out of commits, if a line was added to it. overruled: the files that name a
    schema themselves.
    """

    settings: str
    ids: str
    ignored: str | None
    overruled: tuple[str, ...]


def write_schemas(folder: Path) -> int:
    """Write the schemas of all input files into a folder, and return how many there are. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = schemas(country_choices(built_in_territories()))
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return len(made)


def set_up_vscode(options: Options) -> EditorSetUp:
    """Write schemas that know the collection's ids, and tell Visual Studio Code of them.

    Raises `NotSetUp`, when the schemas are written already, and `OSError`.
    """
    records, _ = read_records(options)
    files = schema_files(options.data_dir)
    ignored = put_ignored(options.root)
    write_id_schemas(options.root, records.all())
    try:
        settings = put_settings(options.root, files)
    except NotOurs as error:
        raise NotSetUp(str(error), settings_text(files)) from error
    return EditorSetUp(
        settings.as_posix(),
        ID_SCHEMAS.as_posix(),
        IGNORED.as_posix() if ignored else None,
        tuple(_overruling(options)),
    )


def _overruling(options: Options) -> Iterator[str]:
    """The files that name a schema themselves."""
    for file in read_files(options.data_folder, options.root, max_size=options.max_file_size).files:
        first = (file.text or "").split("\n", 5)[:5] if file.path.endswith(".yml") else ()
        if any(line.startswith("# yaml-language-server:") for line in first):
            yield file.path


def knows_ids(root: Path) -> bool:
    """Whether an editor was set up for the project in the folder `root`, so that it proposes ids."""
    return (root / ID_SCHEMAS).is_dir()


def renew_ids(root: Path, records: Records) -> None:
    """Let an editor that was set up propose the ids of these records, whatever happens to the files."""
    refresh_id_schemas(root, records.all())
