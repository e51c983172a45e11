"""Paths of files below a folder, POSIX and relative to it."""

from __future__ import annotations

import os
import posixpath


def is_below(path: object) -> bool:
    """Tell whether a path that stands in a file can only lead to a file below the folder."""
    if not isinstance(path, str) or "\0" in path or "\\" in path:
        return False
    parts = path.split("/")
    return not {"", ".", ".."}.intersection(parts) and all(len(part.encode("utf-8", "replace")) < 256 for part in parts)


def folders_of(path: str) -> list[str]:
    """Return the folders that a file lies in, the innermost first, without the outermost."""
    found = []
    while path := posixpath.dirname(path):
        found.append(path)
    return found


def make_room(folder: str, path: str) -> None:
    """Make the folders that a file is to lie in."""
    if "/" in path:
        os.makedirs(posixpath.dirname(f"{folder}/{path}"), exist_ok=True)


def remove_empty(folder: str, path: str) -> None:
    """Remove the folders that a file lay in, as far as they are empty."""
    for parent in folders_of(path):
        try:
            os.rmdir(f"{folder}/{parent}")
        except FileNotFoundError:
            continue
        except OSError:  # something else lies in it
            return
