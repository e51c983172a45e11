"""What the pages under `mkdocs serve` are made of, one snapshot after another: what is broken stays as it was."""

from __future__ import annotations

import logging
import os
from dataclasses import replace

from mkdocs_dossier.build import Snapshot, make_snapshot
from mkdocs_dossier.run.options import Options, moment
from mkdocs_dossier.run.workers import WorkersError
from mkdocs_dossier.serve.editor_ids import EditorIds
from mkdocs_dossier.site_build.report import report

log = logging.getLogger("mkdocs.plugins.dossier")


class ServedSnapshots:
    """Remembers the latest one, and logs what is wrong with each.

    options: of the last settings that were valid; set before anything is made. MkDocs hands over others too.
    """

    options: Options

    def __init__(self) -> None:
        self._latest: Snapshot | None = None
        self._editor_ids = EditorIds()

    @property
    def latest(self) -> Snapshot:
        """The one that was made last."""
        return self.make() if self._latest is None else self._latest

    def make(self) -> Snapshot:
        """Make one of what the files say now, and let the editor know its ids."""
        options = replace(self.options, now=moment(os.environ))
        try:
            made = make_snapshot(options, self._latest, keep_good=True)
        except WorkersError as error:
            log.error("%s; this process does it", error)
            made = make_snapshot(replace(options, executor="serial"), self._latest, keep_good=True)
        self._latest = made
        report(made.problems)
        self._editor_ids.later(made)
        return made

    def stop(self) -> None:
        """Let the editor be."""
        self._editor_ids.stop()
