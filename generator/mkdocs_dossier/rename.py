"""`dossier rename`: gives a record another id, wherever it is referred to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.edit.choose import check_new_id, kind_of
from mkdocs_dossier.edit.refused import Refused
from mkdocs_dossier.edit.rename import FileEdit, plan_rename
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.project import NotChanged, read_editable
from mkdocs_dossier.read.site_settings import read_site
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.write.edits import Edit, write_edits


@dataclass(frozen=True, slots=True)
class Renaming:
    """What becomes of each file where a record of this kind gets another id."""

    kind: RecordKind
    edits: tuple[FileEdit, ...]


def plan_renaming(options: Options, old: str, new: str, kind: RecordKind | None = None) -> Renaming:
    """Work out what it takes that the record `old` is called `new`. kind: where several records are called so.

    Raises `NotChanged` where it cannot be called so, and `Unreadable`.
    """
    root, collection, site = options.root, read_editable(options), read_site(options.root)
    try:
        of = kind_of(collection.records, old, kind, options.now)
        check_new_id(collection.records, of, new, old)
        pages, names = _pages(site.docs, root), (of, old, new)
        edits = plan_rename(
            *(collection.files, collection.records, names, lambda path: (root / path).read_bytes(), pages),
            site.place("nav").path,
        )
    except Refused as refused:
        raise NotChanged(str(refused)) from refused
    return Renaming(of, edits)


def write_renaming(options: Options, renaming: Renaming) -> None:
    """Change all of these files, or none. Raises `CannotWrite`."""
    root = options.root
    write_edits([Edit(root / edit.path, root / edit.to, edit.before, edit.after) for edit in renaming.edits])


def _pages(docs: Path, root: Path) -> dict[str, str]:
    """Return the pages written by hand: their paths below the docs folder, by their paths in the project."""
    found = [path for path in sorted(docs.rglob("*.md")) if path.is_file()]
    return {_shown(path, root): path.relative_to(docs).as_posix() for path in found}


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
