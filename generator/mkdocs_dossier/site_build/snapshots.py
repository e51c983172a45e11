"""What the pages of a build are made of; a second build in the same process takes over what did not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_dossier.incremental.cache import FOLDER, Cache
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress_bar import progress_bar
from mkdocs_dossier.run.workers import WorkersError

if TYPE_CHECKING:
    from mkdocs_dossier.build import Snapshot
    from mkdocs_dossier.read.files import FilesRead


class BuildSnapshots:
    """Remembers the latest one of this process."""

    def __init__(self) -> None:
        self._latest: Snapshot | None = None

    def make(self, options: Options, files: FilesRead | None = None) -> Snapshot:
        """Make one of what the files say now. files: where they are read already.

        Raises MkDocs' `PluginError` where worker processes fail.
        """
        from mkdocs_dossier.build import make_snapshot

        cache = Cache(options.root / FOLDER)
        try:
            with progress_bar() as progress:
                self._latest = make_snapshot(options, self._latest, cache, files=files, progress=progress)
        except WorkersError as error:
            raise PluginError(str(error)) from error
        return self._latest
