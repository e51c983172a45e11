"""Knows the files that a site under `mkdocs serve` is made of: what is watched, and what MkDocs itself builds from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_dossier.serve.editors import is_temporary
from mkdocs_dossier.serve.watch import stamps

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def watched(config: MkDocsConfig, folders: Sequence[Path]) -> list[str]:
    """Return the paths that are watched. The templates of the theme too, but where they are installed with it.

    Args:
        folders: The user's own, of data, templates and the theme.
    """
    themes = [folder for folder in config.theme.dirs if "site-packages" not in Path(folder).parts]
    found = [*map(str, folders), config.docs_dir, config.config_file_path, *themes, *config.watch]
    whole = {os.path.abspath(path) for path in found if path}
    return sorted(path for path in whole if not any(_is_below(path, other) for other in whole))


def stamps_of(config: MkDocsConfig, folders: Sequence[Path]) -> dict[str, tuple[int, ...]]:
    """Return the state of what MkDocs builds from: hand-written pages, theme, settings.

    Args:
        folders: As in `watched`.
    """
    themes = {*map(str, config.theme.dirs), *map(str, folders[2:])}
    found = stamps([config.docs_dir, config.config_file_path or "", *sorted(themes), *config.watch])
    return {path: stamp for path, stamp in found.items() if not is_temporary(path)}


def _is_below(path: str, other: str) -> bool:
    return path != other and Path(path).is_relative_to(other)
