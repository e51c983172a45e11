"""The first line by which a new file names its schema. It overrules an editor's settings, so it stands only where it
helps: the schema is there, and no schemas that know the collection's ids are.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs_dossier.vscode.files import ID_SCHEMAS

SCHEMAS = "schema"
"""Below the project: where `dossier schema` writes."""


def named_schemas(root: Path) -> str | None:
    """Return the folder, below the project, of the schemas that new files name; None where they name none."""
    is_there = any((root / SCHEMAS).glob("*.schema.json"))
    return SCHEMAS if is_there and not (root / ID_SCHEMAS).is_dir() else None
