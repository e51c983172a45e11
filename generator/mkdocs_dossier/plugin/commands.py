"""How MkDocs was started: each way keeps what remains from build to build, and begins each build in the form it needs.

    BuildCall       a program calls MkDocs' `build`, and nothing else: the site is put in its place when it is built
    BuildCommand    `mkdocs build` and `gh-deploy`: it is put in its place when MkDocs ends
    ServeCommand    `mkdocs serve`
    CleanServe      `mkdocs serve --clean`: MkDocs says that it builds, and serves what is in its place

What belongs to `mkdocs serve` alone is imported there: to import it takes longer than a build with nothing new.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_dossier.run.gc_tuning import keep_until_exit, tune_gc
from mkdocs_dossier.site_build.building import Building
from mkdocs_dossier.site_build.plain_build import BuildWithin, PlainBuild
from mkdocs_dossier.site_build.project_paths import project_paths_of
from mkdocs_dossier.site_build.report import report_in_build
from mkdocs_dossier.site_build.search import SearchIndex
from mkdocs_dossier.site_build.snapshots import BuildSnapshots
from mkdocs_dossier.site_build.staged_site import StagedSite
from mkdocs_dossier.site_build.themed_build import ThemedBuild

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_dossier.diagnostics import Diagnostic
    from mkdocs_dossier.serve.preview import Preview
    from mkdocs_dossier.site_build.run_settings import RunSettings
    from mkdocs_dossier.site_build.site_run import SiteRun


class MkDocsCommand(ABC):
    """is_serve: whether what is built is shown to an editor alone, with drafts, and what is broken as it was before."""

    is_serve = False

    @abstractmethod
    def begin(self, config: MkDocsConfig, settings: RunSettings) -> SiteRun:
        """Begin a build. It is the current one from now on."""

    @abstractmethod
    def complete(self) -> None:
        """Go on when a build is complete: every plugin has done its work."""

    @abstractmethod
    def fail(self, error: Exception) -> None:
        """Leave the last site where it is. Raises what is to be said of an error, if we know better.

        With `--strict`, this is how MkDocs tells of warnings, too.
        """

    @abstractmethod
    def serve(self, server: LiveReloadServer, config: MkDocsConfig, settings: RunSettings) -> None:
        """Stand between the server and the requests."""

    @abstractmethod
    def end(self) -> None:
        """End what is still at work."""


class BuildCall(MkDocsCommand):
    """dirty: whether MkDocs writes into the site that is there only what changed."""

    def __init__(self, *, dirty: bool = False) -> None:
        self._building = Building(BuildSnapshots(), SearchIndex(background=False))
        self._dirty = dirty
        self._staged: StagedSite | None = None  # which is not in its place yet
        self._within = 0  # how many builds a plugin has begun within this one, which are not complete

    def begin(self, config: MkDocsConfig, settings: RunSettings) -> SiteRun:
        if self._staged is not None and self._staged.holds(config.site_dir):
            self._within += 1
            return BuildWithin(config, settings, self._building, staged=None)
        self._within = 0
        if self._dirty and not settings.writes_pages:
            return PlainBuild(config, settings, self._building, staged=None)
        self._staged = StagedSite(config)
        kind = ThemedBuild if settings.writes_pages else PlainBuild
        return kind(config, settings, self._building, self._staged)

    def complete(self) -> None:
        if self._ends_within():
            return
        if self._staged is not None:
            self._staged.complete()
        self._close()

    def _ends_within(self) -> bool:
        """Whether what ends is a build within another one, which goes on."""
        is_within = self._within > 0
        self._within -= is_within
        return is_within

    def fail(self, error: Exception) -> None:
        if self._ends_within():
            return
        said = self._dropped(error)
        self._close()
        if said is not None:
            raise said from error

    def _dropped(self, error: Exception) -> PluginError | None:
        """Give the site up. Return what is to be said of the error, if we know better."""
        if self._staged is None:
            return None
        self._staged.drop()
        return self._staged.explain(error)

    def _close(self) -> None:
        """Put the site in its place if it is complete; else leave the last one there."""
        staged, self._staged = self._staged, None
        if staged is not None:
            staged.close()

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, settings: RunSettings) -> None:
        """Leave it to MkDocs: whoever serves what a program built is unknown to us."""

    def end(self) -> None:
        self._building.search.stop()
        self._close()


class BuildCommand(BuildCall):
    """MkDocs says when it ends; until then, what it says of warnings may make an error of the build (`--strict`)."""

    def __init__(self, *, dirty: bool) -> None:
        super().__init__(dirty=dirty)
        tune_gc()

    def complete(self) -> None:
        if not self._ends_within() and self._staged is not None:
            self._staged.complete()

    def fail(self, error: Exception) -> None:
        if self._ends_within():
            return
        said = self._dropped(error)
        if said is not None:
            raise said from error

    def end(self) -> None:
        keep_until_exit(self)
        super().end()


class CleanServe(BuildCall):
    """The first build is one as any other; then its folder is served, and what goes wrong is told on the pages."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None

    def begin(self, config: MkDocsConfig, settings: RunSettings) -> SiteRun:
        if self._preview is None or settings.writes_pages:
            return super().begin(config, settings)
        from mkdocs_dossier.serve.clean_preview import CleanPreview

        return CleanPreview(config, settings, self._building, self._preview)

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, settings: RunSettings) -> None:
        from mkdocs_dossier.serve.preview import Preview

        preview = self._preview = Preview(lambda: self._building.snapshots.make(settings.options), still=False)
        preview.serve(server, config, settings.options.own_folders, project_paths_of(config))

        def tell(problems: Iterable[Diagnostic]) -> None:
            problems = tuple(problems)
            preview.reload_state.say("data", problems)
            report_in_build(problems)

        self._building = replace(self._building, tell=tell)

    def end(self) -> None:
        if self._preview is not None:
            self._preview.stop()
        super().end()


class ServeCommand(MkDocsCommand):
    """Nothing that is wrong ends it."""

    is_serve = True

    def __init__(self) -> None:
        from mkdocs_dossier.serve.serving import Serving

        self._serving = Serving(still="--no-livereload" in sys.argv)

    def begin(self, config: MkDocsConfig, settings: RunSettings) -> SiteRun:
        from mkdocs_dossier.serve.plain_preview import PlainPreview
        from mkdocs_dossier.serve.themed_preview import ThemedPreview

        kind = ThemedPreview if settings.writes_pages else PlainPreview
        return kind(config, settings, self._serving)

    def complete(self) -> None:
        """The preview took over what was built."""

    def fail(self, error: Exception) -> None:
        """The preview tells of it."""

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, settings: RunSettings) -> None:
        self._serving.preview.serve(server, config, settings.options.own_folders, project_paths_of(config))

    def end(self) -> None:
        self._serving.stop()
