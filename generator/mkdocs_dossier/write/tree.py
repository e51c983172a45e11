"""Writes a tree of files, remembers which, and removes what an earlier run wrote and this one does not: all at once, so
that after a crash, too, there is the old tree or the new one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.write.errors import CannotWrite
from mkdocs_dossier.write.paths import folders_of, is_below, make_room, remove_empty
from mkdocs_dossier.write.stage import Stage, link_files, replace_files, replace_whole, staged

MANIFEST = ".dossier-manifest.json"

MANY = 2_000
"""Of more files only those that changed are moved into the folder, which is then the new one within a moment."""


@dataclass(frozen=True, slots=True)
class TreeChange:
    """Numbers of files."""

    written: int
    unchanged: int
    removed: int


def write_tree(folder: Path, files: Mapping[str, bytes]) -> TreeChange:
    """Make `folder` hold `files` (POSIX paths below it). Raises `CannotWrite`: then it is as it was.

    A file that is there and was not written by an earlier run is neither overwritten nor removed.
    """
    with staged(str(folder)) as stage:
        before = _manifest(folder)
        _refuse_foreign(folder, files, before)
        changed = [path for path, content in files.items() if _differs(folder / path, content)]
        gone = [path for path in before if path not in files and (folder / path).is_file()]
        listed = _listed(files)
        if changed or gone or _differs(folder / MANIFEST, listed):
            _write_new(stage, {path: files[path] for path in changed} | {MANIFEST: listed})
            _put_in_place(stage, set(files) - set(changed), [*changed, MANIFEST], gone, before | {MANIFEST})
    return TreeChange(len(changed), len(files) - len(changed), len(gone))


def _put_in_place(stage: Stage, same: set[str], changed: list[str], gone: list[str], before: frozenset[str]) -> None:
    """Put a tree that was written aside in place of the one that is there.

    Args:
        same: Files that stay.
        before: All that is ours in the folder, as it is.
    """
    few = len(same) <= max(MANY, len(changed))
    if few and _is_all_ours(stage.target, before | same):
        link_files(stage, sorted(same))
        if replace_whole(stage, changed):
            with suppress(OSError):  # the tree is in its place
                _bring_over(stage, before | same)
            return
    replace_files(stage, changed, gone)


def _listed(paths: Iterable[str]) -> bytes:
    return (json.dumps(sorted(paths), indent=0, ensure_ascii=False) + "\n").encode()


def _manifest(folder: Path) -> frozenset[str]:
    """Return the paths that an earlier run wrote; none where its list is damaged, so that nothing is removed."""
    try:
        paths = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, RecursionError):
        return frozenset()
    return frozenset(path for path in paths if is_below(path)) if isinstance(paths, list) else frozenset()


def _refuse_foreign(folder: Path, files: Mapping[str, bytes], before: frozenset[str]) -> None:
    for parent in sorted({parent for path in (*files, *before) for parent in folders_of(path)}):
        if (folder / parent).is_symlink():
            raise CannotWrite(f"{folder / parent} is a symbolic link, and a folder belongs there; move it away")
    for path, content in files.items():
        target = folder / path
        if target.is_symlink():
            raise CannotWrite(f"{target} is a symbolic link, and a file belongs there; move it away")
        if target.is_dir():
            raise CannotWrite(f"{target} is a folder, and a file belongs there; move it away")
        if path not in before and target.exists() and _differs(target, content):
            raise CannotWrite(f"{target} was not written by dossier; move it away, or choose another folder")


def _differs(target: Path, content: bytes) -> bool:
    return not target.is_file() or target.stat().st_size != len(content) or target.read_bytes() != content


def _write_new(stage: Stage, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        make_room(stage.new, path)
        Path(stage.new, path).write_bytes(content)


def _is_all_ours(folder: str, ours: Iterable[str]) -> bool:
    """Tell whether nothing lies in a folder but these files, and the folders they lie in."""
    if not os.path.isdir(folder):
        return True
    files = set(ours)
    folders = {parent for path in files for parent in folders_of(path)}
    for parent, names, others in os.walk(folder, onerror=_raised):
        below = os.path.relpath(parent, folder).replace(os.sep, "/")
        below = "" if below == "." else f"{below}/"
        if not folders.issuperset(below + name for name in names) or not files.issuperset(below + n for n in others):
            return False
    return True


def _raised(error: OSError) -> None:
    raise error


def _bring_over(stage: Stage, ours: Iterable[str]) -> None:
    """Bring over what somebody put into the old folder while the new one took its place."""
    for old in (f"{stage.work}/old", stage.new):
        if not os.path.isdir(old) or _is_all_ours(old, ours):
            continue
        for path in ours:
            with suppress(OSError):
                os.unlink(f"{old}/{path}")
            remove_empty(old, path)
        for parent, _, names in os.walk(old):
            for name in names:
                path = os.path.relpath(os.path.join(parent, name), old).replace(os.sep, "/")
                if not os.path.lexists(f"{stage.target}/{path}"):
                    make_room(stage.target, path)
                    os.rename(f"{old}/{path}", f"{stage.target}/{path}")
