"""What remains of a running `mkdocs serve` from build to build, whichever theme the site has meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.serve.hand_written import HandWritten
from mkdocs_dossier.serve.own_theme import OwnTheme, own_theme_of
from mkdocs_dossier.serve.preview import Preview
from mkdocs_dossier.serve.snapshots import ServedSnapshots
from mkdocs_dossier.serve.theme_trial import wrong_templates
from mkdocs_dossier.site_build.project_paths import project_paths_of
from mkdocs_dossier.site_build.search import SearchIndex

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_dossier.site_build.run_settings import RunSettings


class Serving:
    """hand_written: what is known of the pages written by hand. still: nothing that is edited will be followed."""

    def __init__(self, *, still: bool) -> None:
        self.snapshots = ServedSnapshots()
        self.preview = Preview(self.snapshots.make, still=still)
        self.hand_written = HandWritten()
        self._own_theme = OwnTheme()
        self._search = SearchIndex(background=True)

    def begin(self, config: MkDocsConfig, settings: RunSettings) -> None:
        """Let MkDocs build beside what is served."""
        self.snapshots.options = settings.options
        self.preview.build_aside(config, project_paths_of(config))

    def stand(
        self, env: Any, config: MkDocsConfig, files: Files, settings: RunSettings, render: Callable[[], object]
    ) -> None:
        """Let the theme's own templates work, whatever the user's do; let pages ask for such as there are.

        render: tries the templates out.
        """
        paths = project_paths_of(config)
        own = own_theme_of(config, settings.options.theme_folder)
        problems = self._own_theme.stand(env, config.theme.dirs, own, paths, render)
        self.hand_written.problems += (*problems, *wrong_templates(files, env, paths))

    def take_over(self, config: MkDocsConfig, settings: RunSettings) -> None:
        """Serve what MkDocs has built."""
        search, known = self._search if settings.search else None, self.hand_written
        self.preview.take_over(config, search, settings.options.own_folders, known.problems, known.kept)

    def stop(self) -> None:
        """End what is still at work."""
        self.preview.stop()
        self.snapshots.stop()
        self._own_theme.stop()
        self._search.stop()
