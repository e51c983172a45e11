"""Keeps the ids that the editor proposes up to date under `mkdocs serve`. It waits until the pages are done."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mkdocs_dossier.schema import knows_ids, renew_ids

if TYPE_CHECKING:
    from mkdocs_dossier.build import Snapshot

QUIET = 1.0
"""So many seconds after the last edit."""


class EditorIds:
    """Writes the schemas of `dossier schema --vscode` again where the user has them."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None

    def later(self, snapshot: Snapshot) -> None:
        """Write the ids of its records once nothing has been edited for a while."""
        self.stop()
        if knows_ids(snapshot.root):
            root, records = snapshot.root, snapshot.records
            self._timer = threading.Timer(QUIET, lambda: renew_ids(root, records))
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
