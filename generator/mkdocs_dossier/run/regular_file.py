"""Reads a file only if it is an ordinary one: to open a pipe would wait for whoever writes into it, perhaps for ever.

What is looked at is what was opened, so nobody can put something else there in between.
"""

from __future__ import annotations

import errno
import os
import stat

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_regular(path: str, most: int, *, follow: bool = True) -> bytes:
    """Return the first `most` bytes of a file. Raises `OSError`, also for a pipe, a device, a socket and a folder.

    Args:
        follow: Whether the name may be that of a link.
    """
    descriptor = os.open(path, _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "this is not an ordinary file", path)
    except OSError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most)
