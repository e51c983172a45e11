"""Files of the site that MkDocs is handed ready made, as other plugins expect files to be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def generated_file(config: MkDocsConfig, path: str, content: str | bytes, source: str = "") -> File:
    """Return a file of the site that is made by us.

    MkDocs would leave `abs_src_path` empty. But plugins ask a file for its history, or whether it lies among the docs
    to be translated, and fail where it lies nowhere. Its `content` is read all the same, never what lies there.

    Args:
        path: In the site, as `src_uri`.
        source: The file that it is made of, as a path in the project; the settings, where there is not one alone.
    """
    settings = Path(config.config_file_path or "mkdocs.yml").absolute()
    file = File.generated(config, path, content=content)
    file.abs_src_path = str(settings.parent / source) if source else str(settings)
    return file
