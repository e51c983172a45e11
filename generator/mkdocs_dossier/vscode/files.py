"""What `dossier schema --vscode` writes: schemas that hold the ids of a collection, and the settings that name them.

The ids are those of private records too. So these schemas lie in a folder of their own, which is kept out of every
commit, and neither a site nor the cache is made of them.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from mkdocs_dossier.export.choices import record_choices
from mkdocs_dossier.export.schema import schemas
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.vscode.settings import Schemas, with_schemas
from mkdocs_dossier.write.inside import leads_out

ID_SCHEMAS = Path(".dossier-ids")
"""Below the project."""

IGNORED = Path(".gitignore")

SETTINGS = Path(".vscode", "settings.json")


class NotOurs(Exception):
    """The settings that are there are not understood; the message says so."""


def schema_files(data_dir: str) -> Schemas:
    """Return for each schema the files that it is for, relative to the project.

    Args:
        data_dir: Relative to it too.
    """
    data = Path(data_dir).as_posix()
    files = {
        "actors": [f"{data}/actors.yml"],
        "actor": [f"{data}/actors/**/*.yml"],
        "events": [f"{data}/events.yml"],
        "event": [f"{data}/events/**/*.yml"],
        "countries": [f"{data}/countries.yml"],
        "muted": [f"{data}/muted.yml"],
    }
    return {f"{ID_SCHEMAS.as_posix()}/{name}.schema.json": paths for name, paths in files.items()}


def write_id_schemas(root: Path, records: Iterable[Record]) -> bool:
    """Write the schemas with the ids of these records. Return whether any is another than before. Raises `OSError`."""
    folder = root / ID_SCHEMAS
    if leads_out(folder / "any", root):
        raise OSError(errno.ELOOP, "a link leads out of the project", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    made = schemas(record_choices(records, built_in_territories()))
    changed = [_write(folder / name, text.encode()) for name, text in {".gitignore": "*\n", **made}.items()]
    return any(changed)


def refresh_id_schemas(root: Path, records: Iterable[Record]) -> bool:
    """As `write_id_schemas`, but only where they have been written before, and whatever happens to the files."""
    try:
        return (root / ID_SCHEMAS).is_dir() and write_id_schemas(root, records)
    except OSError:
        return False


def put_ignored(root: Path) -> bool:
    """Name the folder in the project's `.gitignore` too, and return whether it was not there. Raises `OSError`.

    The folder has one of its own, which goes with it when it is copied elsewhere or cleaned up.
    """
    target = root / IGNORED
    before = target.read_bytes() if target.is_file() and not target.is_symlink() else b""
    known = {line.strip().strip(b"/") for line in before.splitlines()}
    if ID_SCHEMAS.name.encode() in known or target.is_symlink():
        return False
    end = b"\r\n" if b"\r\n" in before else b"\n"
    start = end if before and not before.endswith(b"\n") else b""
    _write(target, before + start + ID_SCHEMAS.name.encode() + b"/" + end)
    return True


def put_settings(root: Path, files: Schemas) -> Path:
    """Put the schemas into the project's settings, and return their path. Raises `NotOurs` and `OSError`."""
    target = Path(os.path.realpath(root / SETTINGS))
    if not target.is_relative_to(os.path.realpath(root)):
        raise NotOurs(f"{SETTINGS.as_posix()} is a link that leads out of the project, and stays as it is")
    try:
        before = target.read_bytes().decode("utf-8") if target.exists() else ""
    except UnicodeDecodeError as error:
        raise NotOurs(f"{SETTINGS.as_posix()} is not UTF-8") from error
    text = with_schemas(before, files)
    if text is None:
        raise NotOurs(f"{SETTINGS.as_posix()} is not understood, and stays as it is")
    if text != before:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, text.encode())
    return SETTINGS


def _write(target: Path, content: bytes) -> bool:
    """Write aside and rename, so that an editor reads the old file or the new one. Return whether it changed."""
    if target.is_file() and target.read_bytes() == content:
        return False
    mode = target.stat().st_mode if target.exists() else 0o644
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(aside, mode & 0o777)
        os.replace(aside, target)
    except OSError:
        os.unlink(aside)
        raise
    return True
