"""Makes one snapshot after another in one process. Each takes over what did not change."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_dossier.incremental.cache import FOLDER, Cache
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.run.progress_bar import progress_bar
from mkdocs_dossier.run.workers import WorkersError

if TYPE_CHECKING:
    from mkdocs_dossier.build import Snapshot
    from mkdocs_dossier.read.files import FilesRead

log = logging.getLogger("mkdocs.plugins.dossier")


class Snapshots:
    """serving: under `mkdocs serve`, where what is broken stays as it was. latest: None where it is thought that
    nothing new has to be made. files: those of a build, where they are read already.
    """

    def __init__(self) -> None:
        self.serving = False
        self.latest: Snapshot | None = None
        self.files: FilesRead | None = None

    def make(self, options: Options) -> Snapshot:
        """Make the latest snapshot. Raises MkDocs' `PluginError` in a build whose worker processes fail."""
        from mkdocs_dossier.build import make_snapshot

        cache = None if self.serving else Cache(options.root / FOLDER)
        try:
            with self._bar() as progress:
                self.latest = make_snapshot(
                    options, self.latest, cache, files=self.files, keep_good=self.serving, progress=progress
                )
        except WorkersError as error:
            if not self.serving:
                raise PluginError(str(error)) from error
            log.error("%s; this process does it", error)
            serial = replace(options, executor="serial")
            self.latest = make_snapshot(serial, self.latest, keep_good=True)
        return self.latest

    def here(self, options: Options) -> Snapshot:
        """Return the latest snapshot. It is made now if it was thought that none has to be: its problems were told
        already.
        """
        return self.make(options) if self.latest is None else self.latest

    def _bar(self) -> AbstractContextManager[Progress]:
        """Return where the progress of a long build is told; under `serve` there are pages to look at meanwhile."""
        return nullcontext(silent) if self.serving else progress_bar()
