"""The files that `dossier import` reads and writes, and what the command line says of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_dossier.imports.draft import Refusal
    from mkdocs_dossier.imports.sniff import Kind
    from mkdocs_dossier.run.options import Options


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says. status: of records in bulk that name none."""

    again: bool
    dry_run: bool
    show_dropped: bool
    kind: str | None
    status: str
    folder: str | None
    max_size: int


@dataclass(frozen=True, slots=True)
class Input:
    """A file that can be read; its content is read again when its turn comes, so that not all of them lie in memory."""

    path: Path
    kind: Kind

    @property
    def shown(self) -> str:
        return str(self.path)


def content_of(path: Path, max_size: int) -> bytes | Refusal:
    from mkdocs_dossier.imports.draft import Refusal

    try:
        if path.is_dir():
            return Refusal("this is a folder", "name the files in it")
        if path.exists() and not path.is_file():
            return Refusal("this is not an ordinary file", "save what it gives in one, and import that")
        with path.open("rb") as file:
            content = file.read(max_size + 1)
    except OSError as error:
        return Refusal(f"it cannot be read: {(error.strerror or 'unknown reason').lower()}")
    return content if len(content) <= max_size else Refusal(f"it has more than {max_size} bytes", "raise --max-size")


def write(path: str, text: str, options: Options) -> str:
    """Write a file that is not there yet. Return why it could not be written, else nothing."""
    from mkdocs_dossier.new import write_new_file

    return write_new_file(options, path, text, inside=True)
