"""`mkdocs build` with our theme: generated pages are written by us, or stay as they lie, beside what MkDocs builds.

The stages are imported where something has to be made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_dossier.pages.urls import is_page, target_of
from mkdocs_dossier.run.workers import WorkersError
from mkdocs_dossier.site_build.building import Building
from mkdocs_dossier.site_build.home_page import add_home_page
from mkdocs_dossier.site_build.output import Output
from mkdocs_dossier.site_build.page_layout import shell_of
from mkdocs_dossier.site_build.report import report_in_build
from mkdocs_dossier.site_build.run_settings import RunSettings
from mkdocs_dossier.site_build.search import can_be_made
from mkdocs_dossier.site_build.site_files import with_generated
from mkdocs_dossier.site_build.site_run import SiteRun
from mkdocs_dossier.site_build.staged_site import StagedSite
from mkdocs_dossier.words.catalogue import words_in

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.build import Snapshot
    from mkdocs_dossier.read.files import FilesRead


class ThemedBuild(SiteRun):
    """building: what remains from build to build. staged: where the site is written until it is complete."""

    def __init__(self, config: MkDocsConfig, settings: RunSettings, building: Building, staged: StagedSite) -> None:
        self._settings, self._building = settings, building
        self._directories = config.use_directory_urls
        self._output = Output(config, settings.options, staged, alone=settings.leaves_site)
        self._read: FilesRead | None = None
        self._snapshot: Snapshot | None = None  # None as long as nothing new has to be made

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        self._read = self._output.look_back()
        last = self._output.last
        self._building.tell(self._here().problems if last is None else last.diagnostics())
        add_home_page(files, config)
        return with_generated(files, config, self, words_in(self._settings.options.language))

    def _here(self) -> Snapshot:
        """What the pages are made of, made now where it was thought that nothing has to be."""
        if self._snapshot is None:
            self._snapshot = self._building.snapshots.make(self._settings.options, self._read)
        return self._snapshot

    # -- what is told of generated pages -------------------------------------------------------

    def has_page(self, path: str) -> bool:
        """Whether there is a generated page at `path`."""
        last, target = self._output.last, target_of(path, directories=self._directories)
        if last is not None and target not in last.by_hand:  # else that one is gone, and hid what is here
            return target in last.left and target not in last.moved
        from mkdocs_dossier.pages.kinds import has_page

        return has_page(self._here().site, path)

    def title(self, path: str) -> str:
        """Return what a generated page is called by itself."""
        last = self._output.last
        title = None if last is None else last.titles.get(path)
        if title is None:
            from mkdocs_dossier.pages.kinds import page_title

            title = page_title(self._here().site, path) or ""
        self._output.titles[path] = title
        return title

    def places(self, path: str) -> tuple[str, str]:
        """Return where the file of a generated page may lie."""
        return self._output.places(target_of(path, directories=self._directories))

    def home(self, file: File) -> str:
        path, last = file.src_uri, self._output.last
        home = None if last is None else last.homes.get(path)
        if home is None:
            from mkdocs_dossier.build import write_home

            home, problems = write_home(self._here(), path)
            report_in_build(problems)
        self._output.homes[path] = home
        return home

    # -- the way to the site -------------------------------------------------------------------

    def use_templates(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        layout = shell_of(env, self.nav, files, config, self._output.folder)
        try:
            problems = self._output.write(layout, self._here)
        except WorkersError as error:
            raise PluginError(str(error)) from error
        report_in_build(problems)

    def sitemap(self) -> Iterable[str]:
        return filter(is_page, self._output.targets)

    def finish(self, config: MkDocsConfig) -> None:
        has_search = self._settings.search and can_be_made()
        self._output.finish(config, self._snapshot, self._building.search if has_search else None)
