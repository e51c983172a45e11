"""Keeps bytes on disk from run to run, each result under a key that tells all that it depends on.

A result that is damaged, or that was kept under another key, counts as missing. Where nothing can be written, the next
run works it out again.
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
    """Keeps the last result of each slot, as a file of that name in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, slot: str, key: str) -> bytes | None:
        """Return what was kept in `slot` under this very key; None if there is no such thing or it is damaged."""
        try:
            # No link is followed: it could stand for any file of the user's, and its bytes would be unpacked.
            content = b"" if self._is_led_away() else read_regular(str(self._folder / slot), _MOST, follow=False)
        except OSError:
            return None
        # The first line is the key and a digest of the rest, so that a file that was cut short counts as missing.
        head, _, packed = content.partition(b"\n")
        return zlib.decompress(packed) if head == _head(key, packed) else None

    def keep(self, slot: str, key: str, body: bytes) -> None:
        """Keep a result in `slot`, in place of the one before. Another process reads either the old or the new one,
        never a part.
        """
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
        """Tell whether the folder is, or lies behind, a symbolic link that leads out of the project.

        A repository may come from anybody: a link in it must not make us write elsewhere.
        """
        project = self._folder.parent.parent
        return not self._folder.resolve().is_relative_to(project.resolve())

    def _write(self, slot: str, content: bytes) -> None:
        # The file gets its name when all of it is on the disk: a run that is killed leaves the old one as it was.
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
        """Remove unfinished files of runs that were killed. Younger ones than an hour may belong to a run that goes
        on.
        """
        for file in self._folder.glob(".new-*"):
            with suppress(OSError):  # another run may sweep as well
                if file.stat().st_mtime < time.time() - 3600:
                    file.unlink()


@cache
def _warn(folder: str, reason: str) -> None:
    """Warn that nothing can be kept, once in each process.

    It is no warning of MkDocs: under `--strict` such a warning fails the build, and a build is right without a cache.
    """
    log.warning("warning: nothing is kept in %s for the next run: %s", folder, reason)


def _head(key: str, body: bytes) -> bytes:
    return f"{key} {digest(body)}".encode()
