"""`mkdocs build` under another theme, or with a plugin that sees generated pages: MkDocs builds each of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from mkdocs_dossier.site_build.building import Building
from mkdocs_dossier.site_build.home_page import add_home_page
from mkdocs_dossier.site_build.mkdocs_pages import add_all_pages
from mkdocs_dossier.site_build.page import DossierPage
from mkdocs_dossier.site_build.page_layout import PageLayout, shell_of
from mkdocs_dossier.site_build.report import report_in_build
from mkdocs_dossier.site_build.run_settings import RunSettings
from mkdocs_dossier.site_build.site_run import SiteRun
from mkdocs_dossier.site_build.staged_site import StagedSite

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage

    from mkdocs_dossier.build import Snapshot


class PlainRun(SiteRun):
    """What is the same wherever MkDocs builds each page."""

    _layout: PageLayout | None = None  # where it is our theme after all

    def use_templates(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        themed = config.theme.name == "dossier"
        self._layout = shell_of(env, self.nav, files, config, config.site_dir) if themed else None

    def page_context(self, page: SitePage) -> Mapping[str, Any]:
        if self._layout is None or not isinstance(page, DossierPage):
            return {}
        return self._layout.shared(page) | {"page": page}


class PlainBuild(PlainRun):
    """building: as in `ThemedBuild`. staged: None where MkDocs writes among the files that are there."""

    def __init__(
        self, config: MkDocsConfig, settings: RunSettings, building: Building, staged: StagedSite | None
    ) -> None:
        self._settings, self._building = settings, building
        self._snapshot: Snapshot | None = None
        if staged is not None:
            staged.build_into("new", config)

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        snapshot = self._snapshot = self._building.snapshots.make(self._settings.options)
        self._building.tell(snapshot.problems)
        add_home_page(files, config)
        report_in_build(add_all_pages(files, snapshot, config))
        return files

    def home(self, file: File) -> str:
        from mkdocs_dossier.build import write_home

        assert self._snapshot is not None
        home, problems = write_home(self._snapshot, file.src_uri)
        report_in_build(problems)
        return home

    def finish(self, config: MkDocsConfig) -> None:
        if self._settings.search:
            self._building.search.make(config.site_dir)


class BuildWithin(PlainBuild):
    """A build that a plugin begins within another one, as mkdocs-static-i18n does for each further language.

    Pages written by hand are added to the site. Generated pages are the same in all of them, and stay as they lie.
    """

    def written(self, text: str, page: SitePage, config: MkDocsConfig) -> str:
        place = Path(page.file.abs_dest_path)
        is_there = isinstance(page, DossierPage) and place.is_file()
        return place.read_text(encoding="utf-8") if is_there else text
