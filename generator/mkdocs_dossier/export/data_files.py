"""What the theme's scripts read: files beside the pages, made of the same index."""

from __future__ import annotations

from mkdocs_dossier.export.connections import connections_file
from mkdocs_dossier.export.names import names_file
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import DATA_FILES, NAMES_FILE


def data_files(site: SiteView) -> dict[str, str]:
    """Return the text of each file, by its path below the root of the built site."""
    return {path: data_file(site, path) for path in DATA_FILES}


def data_file(site: SiteView, path: str) -> str:
    """Return the text of one of them."""
    return names_file(site) if path == NAMES_FILE else connections_file(site)
