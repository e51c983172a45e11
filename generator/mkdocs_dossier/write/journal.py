"""Files are moved into a folder, and others out of it: all of them or none, whatever interrupts it.

What is to be done is written down first. Where a move fails, all are taken back; where the process ends in the midst,
the next one goes on from what is written down.
"""

from __future__ import annotations

import json
import os
import posixpath
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from mkdocs_dossier.write.durable import sync_folders, write_file
from mkdocs_dossier.write.paths import is_below, make_room, remove_empty

FORWARD, BACK = "moves.json", "moves-back.json"
"""What is written down, and what it is called while moves are taken back."""


def move_all(work: str, target: str, put: Iterable[str], gone: Iterable[str]) -> None:
    """Move the files `put` from `work`/new into the target, and the files `gone` out of it. Raises `OSError`.

    Args:
        work: A folder of our own on the same file system. Paths are POSIX, below the target.
    """
    put, gone = sorted(put), sorted(gone)
    os.makedirs(f"{work}/old", exist_ok=True)
    write_file(Path(work, FORWARD), json.dumps([put, gone]).encode())
    _go_on(work, target, put, gone)


def finish_moves(work: str, target: str) -> bool:
    """Finish what a process that is gone had begun; return whether there was anything. Raises `OSError`."""
    back = os.path.exists(f"{work}/{BACK}")
    try:
        put, gone = json.loads(Path(work, BACK if back else FORWARD).read_bytes())
    except (FileNotFoundError, ValueError):
        return False
    if not all(is_below(path) for path in (*put, *gone)):
        return False
    if back:
        _take_back(work, target, put, gone)
    else:
        _go_on(work, target, put, gone)
    return True


def _go_on(work: str, target: str, put: Sequence[str], gone: Sequence[str]) -> None:
    try:
        try:
            _move(work, target, put, gone)
        except KeyboardInterrupt:  # too late for that: it takes no longer to finish than to take back
            _move(work, target, put, gone)
            raise
    except OSError:
        os.replace(f"{work}/{FORWARD}", f"{work}/{BACK}")
        _take_back(work, target, put, gone)
        raise
    os.unlink(f"{work}/{FORWARD}")


def _move(work: str, target: str, put: Sequence[str], gone: Sequence[str]) -> None:
    """Do what has not been done yet. A file whose place is taken is kept in `work`/old, under its number."""
    for number, path in enumerate(gone, len(put)):  # first, for a file may come where a folder was
        if os.path.lexists(f"{target}/{path}"):
            os.replace(f"{target}/{path}", f"{work}/old/{number}")
        remove_empty(target, path)
    for number, path in enumerate(put):
        new, place, old = f"{work}/new/{path}", f"{target}/{path}", f"{work}/old/{number}"
        if os.path.lexists(new):
            if os.path.lexists(place) and not os.path.lexists(old):
                _keep(place, old)
            make_room(target, path)
            os.replace(new, place)
    sync_folders(target, map(posixpath.dirname, (*put, *gone)))


def _take_back(work: str, target: str, put: Sequence[str], gone: Sequence[str]) -> None:
    for number, path in enumerate((*put, *gone)):
        old = f"{work}/old/{number}"
        if os.path.lexists(old):
            make_room(target, path)
            os.replace(old, f"{target}/{path}")
        elif number < len(put) and not os.path.lexists(f"{work}/new/{path}"):
            with suppress(FileNotFoundError):
                os.unlink(f"{target}/{path}")
            remove_empty(target, path)
    os.unlink(f"{work}/{BACK}")


def _keep(place: str, old: str) -> None:
    """Keep what stands at `place`, which goes on standing there where the file system has hard links."""
    try:
        os.link(place, old, follow_symlinks=False)
    except (OSError, NotImplementedError):  # it has none; whatever else is wrong is wrong with this too
        os.replace(place, old)
