"""The site in other forms than pages, as one table: which files there are beside the pages, and what makes them.

A new export is a row in `EXPORTS`, and a module with the function that makes its files. All else follows: builds write
them, and leave those as they lie whose questions to the site are answered as before; `mkdocs serve` makes one when it
is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mkdocs_dossier.export.connections import connections_file
from mkdocs_dossier.export.names import names_file
from mkdocs_dossier.pages.kinds import Unit
from mkdocs_dossier.pages.site_view import SiteView

SCRIPT = "application/javascript"
"""The media type of scripts, as the preview gives it to every other one."""


@dataclass(frozen=True, slots=True)
class Export:
    """name: of the export. media_type: of its files. paths: where these lie below the root of the built site, in their
    order: one file for the whole site, or one for each record. content: what the file at a path holds.

    for_theme: whether the scripts of our theme alone read it, so that it is left out where the site has another one.
    """

    name: str
    media_type: str
    paths: Callable[[SiteView], Iterable[str]]
    content: Callable[[SiteView, str], bytes]
    for_theme: bool = False


def _one_text(
    name: str, path: str, media_type: str, text: Callable[[SiteView], str], *, for_theme: bool = False
) -> Export:
    """Return the export that is a single text file, made of the whole site."""
    return Export(name, media_type, lambda site: (path,), lambda site, path: text(site).encode(), for_theme)


EXPORTS = (
    _one_text("names", "dossier/names.js", SCRIPT, names_file, for_theme=True),
    _one_text("connections", "dossier/connections.js", SCRIPT, connections_file, for_theme=True),
)
"""All exports, in the order of their files."""


_UNIT = "export:"
"""Before the name of an export stands this, where its files are units."""


def export_files(site: SiteView, *, themed: bool) -> Iterator[tuple[str, bytes]]:
    """Yield where each file lies, and what it holds. themed: whether the site has our theme."""
    wanted = (one for one in EXPORTS if themed or not one.for_theme)
    return ((path, one.content(site, path)) for one in wanted for path in one.paths(site))


def find_export(site: SiteView, path: str) -> Export | None:
    """Return the export that has a file at `path`."""
    return next((one for one in EXPORTS if path in one.paths(site)), None)


def export_units(site: SiteView) -> Iterator[Unit]:
    """Yield the files of a site with our theme as units, which are kept from build to build as those of pages are."""
    return ((f"{_UNIT}{one.name}", path) for one in EXPORTS for path in one.paths(site))


def unit_file(site: SiteView, unit: Unit) -> tuple[str, bytes]:
    """Return where the file of a unit lies, and what it holds."""
    name, path = unit
    export = next(one for one in EXPORTS if f"{_UNIT}{one.name}" == name)
    return path, export.content(site, path)
