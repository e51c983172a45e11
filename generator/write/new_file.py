"""Writes files that are not there yet, below one folder, and never over another."""

from __future__ import annotations

import os
from pathlib import Path

from generator.write.tree import CannotWrite


def write_new(root: Path, path: str, text: str, *, inside: Path) -> None:
    """Write a new file. path: below `root`, POSIX. inside: the folder that no link may lead out of.

    Raises `CannotWrite`: also where there is such a file already. One that could not be written whole is removed.
    """
    target = root / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(inside.resolve()):
            raise CannotWrite(f"cannot write {path}: a link on the way leads out of {inside.name}/")
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError as error:
        raise CannotWrite(f"cannot write {path}: there is such a file already") from error
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {_reason(error)}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
    except OSError as error:
        target.unlink(missing_ok=True)
        raise CannotWrite(f"cannot write {path}: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()
