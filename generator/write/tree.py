"""Writes a tree of files, remembers which, and removes what an earlier run wrote and this one does not."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".dossier-manifest.json"


class CannotWrite(Exception):
    """A file cannot be written; the message says which and why."""


@dataclass(frozen=True, slots=True)
class TreeChange:
    """Numbers of files."""

    written: int
    unchanged: int
    removed: int


def write_tree(folder: Path, files: Mapping[str, bytes]) -> TreeChange:
    """Make `folder` hold `files` (POSIX paths below it). Raises `CannotWrite`.

    A file that is there and was not written by an earlier run is never overwritten: then nothing is written at all.
    """
    try:
        before = _manifest(folder)
        _refuse_foreign(folder, files, before)
        # First what may be there, so that a run that is cut short leaves nothing that a later one takes for foreign.
        _write(folder / MANIFEST, _listed({*before, *files}))
        written = sum([_write(folder / path, content) for path, content in files.items()])
        removed = sum([_remove(folder, path) for path in sorted(before) if path not in files])
        _write(folder / MANIFEST, _listed(files))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotWrite(f"cannot write {error.filename or folder}: {reason}") from error
    return TreeChange(written, len(files) - written, removed)


def _listed(paths: Iterable[str]) -> bytes:
    return (json.dumps(sorted(paths), indent=0, ensure_ascii=False) + "\n").encode()


def _manifest(folder: Path) -> frozenset[str]:
    """The paths that an earlier run wrote; none where its list is damaged, so that nothing is removed."""
    try:
        paths = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return frozenset()
    return frozenset(path for path in paths if _is_below(path)) if isinstance(paths, list) else frozenset()


def _is_below(path: object) -> bool:
    """Whether a path of the list can only lead to a file below the folder."""
    if not isinstance(path, str) or "\0" in path or "\\" in path:
        return False
    parts = path.split("/")
    return not {"", ".", ".."}.intersection(parts) and all(len(part.encode()) < 256 for part in parts)


def _refuse_foreign(folder: Path, files: Mapping[str, bytes], before: frozenset[str]) -> None:
    for path, content in files.items():
        target = folder / path
        if target.is_dir():
            raise CannotWrite(f"{target} is a folder, and a file belongs there; move it away")
        if path not in before and target.exists() and target.read_bytes() != content:
            raise CannotWrite(f"{target} was not written by dossier; move it away, or choose another folder")


def _write(target: Path, content: bytes) -> bool:
    """Write aside and rename, so that a reader sees the old file or the new one. Return whether anything changed."""
    if target.is_file() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".dossier-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(aside, 0o644)
        os.replace(aside, target)
    except OSError:
        os.unlink(aside)
        raise
    return True


def _remove(folder: Path, path: str) -> bool:
    """Remove a file that an earlier run wrote, and the folders that it leaves empty."""
    target = folder / path
    if not target.is_file():
        return False
    target.unlink()
    for parent in target.relative_to(folder).parents:
        try:
            if parent.parts:
                (folder / parent).rmdir()
        except OSError:  # something else lies in it
            break
    return True
