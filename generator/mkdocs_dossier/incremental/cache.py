"""Bytes under a key, on disk: what an earlier run worked out. Whatever is damaged or was written for another key is not
there; what cannot be written is worked out again.
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path

from mkdocs_dossier.incremental.digests import digest
from mkdocs_dossier.run.regular_file import read_regular

log = logging.getLogger("dossier")

_MOST = 1 << 32
"""Bytes of a kept result that are read."""

FOLDER = Path(".cache", "dossier")
"""Below the project."""


class Cache:
    """One file for each slot, which holds the last thing that was kept in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, slot: str, key: str) -> bytes | None:
        """Return what was kept in `slot` under this very key."""
        try:
            content = b"" if self._is_led_away() else read_regular(str(self._folder / slot), _MOST, follow=False)
        except OSError:
            return None
        head, _, packed = content.partition(b"\n")
        return zlib.decompress(packed) if head == _head(key, packed) else None

    def keep(self, slot: str, key: str, body: bytes) -> None:
        """Keep something in `slot`, in the place of what was there; readers see the one or the other."""
        packed = zlib.compress(body, 1)
        if self._is_led_away():
            _warn(str(self._folder), "a link leads out of the project")
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            self._write(slot, _head(key, packed) + b"\n" + packed)
        except OSError as error:
            _warn(str(self._folder), (error.strerror or "unknown reason").lower())

    def _is_led_away(self) -> bool:
        """Whether a link in the project, which may come from anybody, leads to a folder elsewhere."""
        project = self._folder.parent.parent
        return not self._folder.resolve().is_relative_to(project.resolve())

    def _write(self, slot: str, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(handle)
            os.replace(name, self._folder / slot)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise

    def _sweep(self) -> None:
        """Remove what runs that were cut short an hour ago or longer have left."""
        for file in self._folder.glob(".new-*"):
            with suppress(OSError):  # another run may sweep as well
                if file.stat().st_mtime < time.time() - 3600:
                    file.unlink()


@cache
def _warn(folder: str, reason: str) -> None:
    """Say it once. Not as a warning of MkDocs: with `--strict` these fail a build, and it is good without a cache."""
    log.warning("warning: nothing is kept in %s for the next run: %s", folder, reason)


def _head(key: str, body: bytes) -> bytes:
    return f"{key} {digest(body)}".encode()
