"""What the theme's scripts read: files beside the pages, made of the same index."""

from __future__ import annotations

from generator.export.connections import connections_file
from generator.export.names import names_file
from generator.pages.site import Site
from generator.pages.urls import CONNECTIONS_FILE, NAMES_FILE


def data_files(site: Site) -> dict[str, str]:
    """Return the text of each file, by its path below the root of the built site."""
    return {NAMES_FILE: names_file(site), CONNECTIONS_FILE: connections_file(site)}
