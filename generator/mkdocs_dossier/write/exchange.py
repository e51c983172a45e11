"""Two folders change places at one stroke: whoever looks sees the one or the other, never neither and never both."""

from __future__ import annotations

import os
import sys
from errno import ENOSYS

_HERE = -100
"""For `renameat2`: paths are not relative to an open folder."""
_SWAP = 2
"""Linux calls it RENAME_EXCHANGE, macOS RENAME_SWAP."""


def exchange(one: str, other: str) -> None:
    """Let two folders of one file system change places. Raises `OSError`, also where the system knows no such thing."""
    import ctypes

    names = (os.fsencode(one), os.fsencode(other))
    library = ctypes.CDLL(None if os.name == "posix" else "msvcrt", use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, names[0], _HERE, names[1], _SWAP)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(*names, _SWAP)
    else:
        raise OSError(ENOSYS, os.strerror(ENOSYS), one)
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), other)
