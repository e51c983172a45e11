"""The built site as the last build left it: whether it still is, and how to bring it up to date file by file."""

from __future__ import annotations

import filecmp
import os
import posixpath
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

Stamps = Mapping[str, list[int]]
"""Time (ns) and size of files and folders, by their path below the site; the size of a folder says nothing: 0."""


def stamps(site: str, files: Iterable[str]) -> dict[str, list[int]]:
    """Return the stamps of some files, and of all folders that they lie in. What is not there has none."""
    files = list(files)
    found = {path: stamp for path in files if (stamp := _stamp(f"{site}/{path}")) is not None}
    folders: set[str] = {""}
    for path in files:
        folder = posixpath.dirname(path)
        while folder not in folders:
            folders.add(folder)
            folder = posixpath.dirname(folder)
    return found | {
        f"{folder}/": [stamp[0], 0] for folder in folders if (stamp := _stamp(f"{site}/{folder}")) is not None
    }


def _stamp(path: str) -> list[int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return [status.st_mtime_ns, status.st_size]


def is_as_left(site: str, left: Stamps) -> bool:
    """Tell whether every file is what it was, and no file was put beside them."""
    for path, (time, size) in left.items():
        stamp = _stamp(f"{site}/{path}")
        if stamp is None or stamp[0] != time or (stamp[1] != size and not path.endswith("/")):
            return False
    return True


def files_below(folder: str) -> set[str]:
    """Return the paths of all files in a folder; none where there is no such folder. Raises `OSError`."""
    cut = len(folder.rstrip(os.sep)) + 1
    return {
        f"{parent}/{name}"[cut:].replace(os.sep, "/")
        for parent, _, names in os.walk(folder.rstrip(os.sep), onerror=_missing_or_raised)
        for name in names
    }


def _missing_or_raised(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def same_file(new: str, old: str) -> bool:
    """Tell whether a file is there, and says the same."""
    return os.path.isfile(old) and filecmp.cmp(new, old, shallow=False)


def move_files(source: str, target: str, files: Iterable[str]) -> int:
    """Move files into the site, and return how many say something else than what was there.

    One that says the same stays, with its time, so that nobody need fetch it again.
    """
    moved = 0
    for path in files:
        old, new = Path(target, path), Path(source, path)
        if same_file(str(new), str(old)):
            continue
        old.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(new, old)
        moved += 1
    return moved


def remove_files(site: str, files: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    for path in files:
        try:
            os.unlink(f"{site}/{path}")
            folder = posixpath.dirname(path)
            while folder:
                os.rmdir(f"{site}/{folder}")
                folder = posixpath.dirname(folder)
        except OSError:
            continue  # gone already, or not empty
