"""Bytes under a key, on disk: what an earlier run worked out. Whatever is damaged or was written for another key is not
there; what cannot be written is worked out again.
"""

from __future__ import annotations

import os
import tempfile
from hashlib import blake2b
from pathlib import Path

FOLDER = Path(".cache", "dossier")
"""Below the project."""


class Cache:
    """One file for each slot, which holds the last thing that was kept in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, slot: str, key: str) -> bytes | None:
        """Return what was kept in `slot` under this very key."""
        try:
            content = (self._folder / slot).read_bytes()
        except OSError:
            return None
        head, _, body = content.partition(b"\n")
        return body if head == _head(key, body) else None

    def keep(self, slot: str, key: str, body: bytes) -> None:
        """Keep something in `slot`, in the place of what was there."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".new-")
            with os.fdopen(handle, "wb") as file:
                file.write(_head(key, body) + b"\n" + body)
            os.replace(name, self._folder / slot)
        except OSError:
            return


def _head(key: str, body: bytes) -> bytes:
    return f"{key} {digest(body)}".encode()


def digest(*parts: bytes) -> str:
    """Return what tells these bytes from others."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(b"%d\0" % len(part))
        found.update(part)
    return found.hexdigest()
