"""Keeps the ids that the editor proposes up to date under `mkdocs serve`. It waits until the pages are done."""

from __future__ import annotations

import threading
from pathlib import Path

from mkdocs_dossier.validate.records import Records
from mkdocs_dossier.vscode.files import ID_SCHEMAS, refresh_id_schemas

QUIET = 1.0
"""So many seconds after the last edit."""


class EditorIds:
    """Writes the schemas of `dossier schema --vscode` again where the user has them."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None

    def later(self, root: Path, records: Records) -> None:
        """Write the ids of these records once nothing has been edited for a while."""
        self.stop()
        if (root / ID_SCHEMAS).is_dir():
            self._timer = threading.Timer(QUIET, lambda: refresh_id_schemas(root, records.all()))
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
