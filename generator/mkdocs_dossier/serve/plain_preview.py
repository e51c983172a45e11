"""`mkdocs serve` under another theme, or with a plugin that sees generated pages: MkDocs builds each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from mkdocs_dossier.build import write_home
from mkdocs_dossier.serve.serving import Serving
from mkdocs_dossier.site_build.home_page import add_home_page
from mkdocs_dossier.site_build.mkdocs_pages import add_all_pages
from mkdocs_dossier.site_build.plain_build import PlainRun
from mkdocs_dossier.site_build.project_paths import project_paths_of
from mkdocs_dossier.site_build.report import report
from mkdocs_dossier.site_build.run_settings import RunSettings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage


class PlainPreview(PlainRun):
    """The pages are served as MkDocs built them, so that the problems of the collection are told of here."""

    def __init__(self, config: MkDocsConfig, settings: RunSettings, serving: Serving) -> None:
        self._settings, self._serving = settings, serving
        serving.begin(config, settings)

    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        self._serving.hand_written.look_at(files, config, project_paths_of(config), ours=False)
        snapshot = self._serving.snapshots.make()
        self._serving.preview.reload_state.say("data", snapshot.problems)
        add_home_page(files, config)
        report(add_all_pages(files, snapshot, config))
        return files

    def home(self, file: File) -> str:
        home, problems = write_home(self._serving.snapshots.latest, file.src_uri)
        report(problems)
        return home

    def use_templates(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        self._serving.stand(env, config, files, self._settings, lambda: None)
        super().use_templates(env, config, files)
        self._serving.preview.show_nothing()

    def written(self, text: str, page: SitePage, config: MkDocsConfig) -> str:
        """Keep a preview with drafts out of search engines; our theme does so itself."""
        if not self._settings.options.drafts or config.theme.name == "dossier":
            return text
        return text.replace("<head>", '<head><meta name="robots" content="noindex">', 1)

    def finish(self, config: MkDocsConfig) -> None:
        self._serving.take_over(config, self._settings)
