"""Where the files of a project lie, as messages name them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_dossier.diagnostics import Place

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class ProjectPaths:
    """The places of a project.

    Attributes:
        root: The project folder.
        settings: The file `mkdocs.yml`.
        docs: The folder of the pages written by hand.
    """

    root: Path
    settings: Path
    docs: Path

    def shown(self, path: str | Path) -> str:
        """Return a path as messages name it: relative to the project, POSIX."""
        absolute = Path(os.path.abspath(path))
        return absolute.relative_to(self.root).as_posix() if absolute.is_relative_to(self.root) else absolute.as_posix()

    def place(self, path: Path, words: tuple[str, ...] = ()) -> Place:
        """Return where in a file the first of `words` stands that it has; its beginning, where it has none."""
        try:
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            lines = []
        for word in words:
            whole = re.compile(rf"(?<![\w.-]){re.escape(word)}(?![\w-])")
            for number, line in enumerate(lines, 1):
                found = whole.search(line)
                if found is not None:
                    return Place(self.shown(path), number, found.start() + 1)
        return Place(self.shown(path))


def project_paths_of(config: MkDocsConfig) -> ProjectPaths:
    """Return where the files of the project lie."""
    settings = settings_file(config).absolute()
    return ProjectPaths(settings.resolve().parent, settings, Path(config.docs_dir).absolute())


def settings_file(config: MkDocsConfig) -> Path:
    """Return where MkDocs read its settings."""
    return Path(config.config_file_path or "mkdocs.yml")
