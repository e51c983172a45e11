"""What remains from build to build of a process that builds sites."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.site_build.report import Report, report_in_build
from mkdocs_dossier.site_build.search import SearchIndex
from mkdocs_dossier.site_build.snapshots import BuildSnapshots


@dataclass(frozen=True, slots=True)
class Building:
    """snapshots: of what pages are made of. search: makes full-text indexes. tell: says what is wrong with the
    collection.
    """

    snapshots: BuildSnapshots
    search: SearchIndex
    tell: Report = report_in_build
