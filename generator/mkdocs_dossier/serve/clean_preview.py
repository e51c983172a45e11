"""`mkdocs serve --clean` where MkDocs builds every page, once pages are served: it builds beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_dossier.serve.preview import Preview
from mkdocs_dossier.site_build.building import Building
from mkdocs_dossier.site_build.plain_build import PlainBuild
from mkdocs_dossier.site_build.project_paths import project_paths_of
from mkdocs_dossier.site_build.run_settings import RunSettings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class CleanPreview(PlainBuild):
    """preview: takes over what was built."""

    def __init__(self, config: MkDocsConfig, settings: RunSettings, building: Building, preview: Preview) -> None:
        super().__init__(config, settings, building, staged=None)
        self._preview = preview
        preview.build_aside(config, project_paths_of(config))

    def finish(self, config: MkDocsConfig) -> None:
        search = self._building.search if self._settings.search else None
        self._preview.take_over(config, search, self._settings.options.own_folders, (), frozenset())
