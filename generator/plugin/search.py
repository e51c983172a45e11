"""The full-text index of the built site, made by Pagefind."""

from __future__ import annotations

import logging
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from generator.plugin.settled_index import settle_index

INDEX = "pagefind"
"""The folder of the built site in which the index lies."""

log = logging.getLogger("mkdocs.plugins.dossier")


def can_be_made() -> bool:
    """Whether Pagefind is installed."""
    return find_spec("pagefind") is not None


class SearchIndex:
    """background: make it while pages are served already, without being in the way of what is waited for."""

    def __init__(self, *, background: bool) -> None:
        self._background = background
        self._indexing: subprocess.Popen[bytes] | None = None

    def make(self, site: str) -> None:
        """Make the index of the pages in the folder `site`, into it."""
        if not can_be_made():
            log.info("no search: install it with 'pip install mkdocs-dossier[search]'")
            return
        command = [sys.executable, "-m", "pagefind", "--site", site, "--exclude-selectors", ".headerlink", "--quiet"]
        if self._background and (nice := which("nice")):
            command = [nice, *command]  # the next rebuild comes first
        self.stop()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if self._background:
            self._indexing = process
        elif process.wait() != 0:
            log.info("no search: the index could not be made")
        else:
            settle_index(Path(site, INDEX))

    def stop(self) -> None:
        """End what is still at work."""
        if self._indexing is not None:
            self._indexing.terminate()
            self._indexing.wait()
            self._indexing = None
