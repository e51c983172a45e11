"""`mkdocs serve` with our theme: MkDocs builds the pages written by hand; generated ones are made when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from mkdocs_dossier.build import write_home
from mkdocs_dossier.pages.kinds import has_page, page_title
from mkdocs_dossier.serve.serving import Serving
from mkdocs_dossier.serve.theme_trial import try_theme
from mkdocs_dossier.site_build.home_page import add_home_page
from mkdocs_dossier.site_build.page_layout import shell_of
from mkdocs_dossier.site_build.project_paths import project_paths_of
from mkdocs_dossier.site_build.report import report
from mkdocs_dossier.site_build.run_settings import RunSettings
from mkdocs_dossier.site_build.site_files import with_generated
from mkdocs_dossier.site_build.site_run import SiteRun
from mkdocs_dossier.words.catalogue import words_in

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class ThemedPreview(SiteRun):
    """Tells the preview what MkDocs was told of generated pages: when that is no longer so, MkDocs builds again."""

    def __init__(self, config: MkDocsConfig, settings: RunSettings, serving: Serving) -> None:
        self._settings, self._serving = settings, serving
        serving.begin(config, settings)

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        self._serving.hand_written.look_at(files, config, project_paths_of(config), ours=True)
        self._serving.snapshots.make()
        add_home_page(files, config)
        return with_generated(files, config, self, words_in(self._settings.options.language))

    def has_page(self, path: str) -> bool:
        """Whether there is a generated page at `path`."""
        there = has_page(self._serving.snapshots.latest.site, path)
        self._serving.preview.link(path, there=there)
        return there

    def title(self, path: str) -> str:
        """Return what a generated page is called by itself."""
        title = page_title(self._serving.snapshots.latest.site, path) or ""
        self._serving.preview.has_title(path, title)
        return title

    def places(self, path: str) -> None:
        """No generated page lies anywhere before it is asked for."""

    def home(self, file: File) -> str:
        home, problems = write_home(self._serving.snapshots.latest, file.src_uri)
        report(problems)
        self._serving.preview.has_home(file.dest_uri)
        return home

    def use_templates(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        def try_out() -> None:
            layout = shell_of(env, self.nav, files, config, config.site_dir)
            try_theme(layout, alone=self._settings.tries_templates)

        serving = self._serving
        serving.stand(env, config, files, self._settings, try_out)
        layout = shell_of(env, self.nav, files, config, config.site_dir)
        serving.preview.show(serving.snapshots.latest, layout)

    def finish(self, config: MkDocsConfig) -> None:
        self._serving.take_over(config, self._settings)
