"""Writes what a command changed in the user's own files: all of it, or nothing."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.write.errors import CannotWrite


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the user's that is to hold `after` in place of `before`, and to lie at `to` if that is given."""

    path: Path
    to: Path
    before: bytes
    after: bytes


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises `CannotWrite`; nothing is ever overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = _aside(path, content, 0o666 & ~_umask())
        try:
            _put_new(aside, path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise _cannot(error, path) from error


def write_edits(edits: Sequence[Edit]) -> None:
    """Write all edits. Raises `CannotWrite`, and then every file is what it was."""
    ready: list[tuple[Edit, Path]] = []
    done: list[Callable[[], None]] = []
    at = Path()
    try:
        for edit in edits:
            at = edit.to
            edit.to.parent.mkdir(parents=True, exist_ok=True)
            real = edit.path.resolve(strict=True)
            ready.append((edit, _aside(real, edit.after, stat.S_IMODE(real.stat().st_mode))))
        for edit, aside in ready:
            at = edit.to
            if edit.path.read_bytes() != edit.before:
                raise CannotWrite(f"{edit.path} was changed by somebody else in this moment; nothing was written")
            done += _written(edit, aside)
    except BaseException as error:
        for undo in reversed(done):
            undo()
        _remove_empty({edit.to.parent for edit in edits})
        if isinstance(error, OSError):
            raise _cannot(error, at) from error
        raise
    finally:
        for _, aside in ready:
            aside.unlink(missing_ok=True)
    _remove_empty({edit.path.parent for edit in edits if edit.path != edit.to})


def _written(edit: Edit, aside: Path) -> list[Callable[[], None]]:
    """Put a file in its place; return what takes that back, the first step first."""
    if edit.to == edit.path:
        real = edit.path.resolve(strict=True)
        mode = stat.S_IMODE(real.stat().st_mode)
        os.replace(aside, real)
        return [lambda: os.replace(_aside(real, edit.before, mode), real)]
    mode = stat.S_IMODE(edit.path.stat().st_mode)
    _put_new(aside, edit.to)
    try:
        edit.path.unlink()
    except OSError:
        edit.to.unlink()
        raise
    return [edit.to.unlink, lambda: os.replace(_aside(edit.path, edit.before, mode), edit.path)]


def _aside(target: Path, content: bytes, mode: int) -> Path:
    """Write a file beside the one that it is to become. Its name is one that nobody reads."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".dossier-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, mode)
    except OSError:
        os.unlink(name)
        raise
    return Path(name)


def _put_new(aside: Path, target: Path) -> None:
    """Let the file lie at `target` too, or raise `FileExistsError`."""
    try:
        os.link(aside, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        with open(target, "xb") as file:
            file.write(aside.read_bytes())
        os.chmod(target, stat.S_IMODE(aside.stat().st_mode))


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders in which nothing lies any more."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            continue


def _cannot(error: OSError, path: Path) -> CannotWrite:
    if isinstance(error, FileExistsError):
        return CannotWrite(f"{path} is there already; nothing was written")
    reason = (error.strerror or "unknown reason").lower()
    return CannotWrite(f"cannot write {path}: {reason}; nothing was written")
