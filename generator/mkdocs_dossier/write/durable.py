"""Bytes that outlast a loss of power: on the disk before they stand under their name."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from errno import EINVAL, ENOTSUP
from pathlib import Path

from mkdocs_dossier.write.paths import folders_of

FEW = 50
"""So many files are brought to the disk one by one; with more it is quicker to ask for all of the file system."""


def write_file(target: Path, content: bytes) -> None:
    """Write a file so that readers, and whoever looks after a crash, see the old one or the new one.

    One that is there keeps its mode; a symbolic link goes on leading to it. Raises `OSError`: then all is as it was.
    """
    target = Path(os.path.realpath(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".dossier-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        os.chmod(aside, _mode(target))
        os.replace(aside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(aside)
        raise
    with suppress(OSError):  # it stands there now, the old one or the new one
        _sync(str(target.parent))


def _mode(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return 0o644


def sync_files(folder: str, files: Iterable[str]) -> None:
    """Bring files below a folder, and the folders they lie in, to the disk. Raises `OSError`."""
    files = list(files)
    if len(files) > FEW and _sync_file_system(folder):
        return
    for path in files:
        _sync(f"{folder}/{path}")
    sync_folders(folder, {parent for path in files for parent in folders_of(path)})


def sync_folders(folder: str, below: Iterable[str]) -> None:
    """Bring a folder, and some of those below it, to the disk. One that is not there any more is passed over."""
    paths = {folder, *(f"{folder}/{path}" for path in below)}
    if len(paths) > FEW and _sync_file_system(folder):
        return
    for path in paths:
        with suppress(FileNotFoundError):
            _sync(path)


def _sync(path: str) -> None:
    """Bring a file or a folder to the disk."""
    if os.name == "nt" and os.path.isdir(path):
        return  # cannot be opened there
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (EINVAL, ENOTSUP):  # not every file system does it for folders
            raise
    finally:
        os.close(handle)


def _sync_file_system(folder: str) -> bool:
    """Bring all of the file system that a folder lies in to the disk. Return whether this system can do it."""
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if call is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), folder)
    finally:
        os.close(handle)
    return True
