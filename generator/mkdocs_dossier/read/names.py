"""Names of files as UTF-8, whatever the locale. Python takes them for the locale's encoding, in which the same file
would have another name on another computer, and so another id.
"""

from __future__ import annotations

import os
import sys

_AS_IT_IS = sys.getfilesystemencoding() == "utf-8"


def spelled(name: str) -> str:
    """Return a name or path that the system gave as it is spelled in UTF-8."""
    return name if _AS_IT_IS else os.fsencode(name).decode("utf-8", "surrogateescape")


def on_disk(path: str) -> str:
    """Return what `spelled` was given: what the system knows the file by."""
    return path if _AS_IT_IS else os.fsdecode(path.encode("utf-8", "surrogateescape"))
