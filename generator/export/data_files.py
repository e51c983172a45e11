"""What the theme's scripts read: files beside the pages, made of the same index."""

from __future__ import annotations

from generator.export.connections import connections_file
from generator.export.names import names_file
from generator.pages.site_view import SiteView
from generator.pages.urls import DATA_FILES, NAMES_FILE


def data_files(site: SiteView) -> dict[str, str]:
    """Return the text of each file, by its path below the root of the built site."""
    return {path: data_file(site, path) for path in DATA_FILES}


def data_file(site: SiteView, path: str) -> str:
    """Return the text of one of them."""
    return names_file(site) if path == NAMES_FILE else connections_file(site)
