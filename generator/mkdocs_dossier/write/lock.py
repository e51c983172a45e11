"""One process at a time: a lock on an open file, which the system releases when its owner ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from errno import EACCES, EAGAIN, EDEADLK, ENOLCK, ENOSYS, ENOTSUP

from mkdocs_dossier.write.errors import Busy

PATIENCE = 3.0
"""Seconds: the other one may be about to end, or its workers about to notice that it has."""

_TAKEN = (EACCES, EAGAIN, EDEADLK)
_NO_LOCKS = (ENOLCK, ENOSYS, ENOTSUP)
"""What some network drives say: then there is nothing that could keep two processes apart."""

_FAR = 1 << 30
"""On Windows a byte is locked that nobody reads, so that the number of the process can be read."""


def take_lock(path: str, what: str) -> int | None:
    """Lock the file at `path`, which is made if need be, and return its handle. None: it was removed meanwhile. Raises
    `Busy`, and `OSError`.

    Args:
        what: For the message.
    """
    end = time.monotonic() + PATIENCE
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while not _locks(handle):
            if time.monotonic() > end:
                owner = os.read(handle, 20).decode("ascii", "replace")
                by = f"process {owner}" if owner.isdigit() else "another process"
                raise Busy(f"{by} is writing {what} right now; try again when it has ended")
            time.sleep(0.02)
        if _is(handle, path):
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
            return handle
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def drop_lock(handle: int, path: str) -> None:
    """Remove the file and let go of it."""
    if sys.platform == "win32":  # where an open file cannot be removed
        os.close(handle)
        with suppress(OSError):
            os.unlink(path)
        return
    with suppress(OSError):
        os.unlink(path)
    os.close(handle)


def _is(handle: int, path: str) -> bool:
    """Tell whether an open file is the one that is found at `path`."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def _locks(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return True
        if error.errno in _TAKEN:
            os.lseek(handle, 0, os.SEEK_SET)
            return False
        raise
    return True
