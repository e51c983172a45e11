"""A folder that is written aside, whole, until it takes the place of the one that is there.

`site` is written in `.site.dossier`, beside it: what an interrupted run leaves there is finished or swept away by the
next one. A folder that nothing beside it can take the place of (a volume of a container, say) has it inside.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.write.durable import sync_files, sync_folders, write_file
from mkdocs_dossier.write.errors import CannotWrite, cannot_write
from mkdocs_dossier.write.exchange import exchange
from mkdocs_dossier.write.journal import BACK, FORWARD, finish_moves, move_all
from mkdocs_dossier.write.lock import drop_lock, take_lock
from mkdocs_dossier.write.paths import make_room

LOCK, SWAP = "lock", "swap"
"""Locked as long as somebody writes; there while a folder gives way to another in two steps."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder in which something is written aside.

    Attributes:
        target: The folder that is to be replaced.
        work: The folder aside.
        shown: The target, as the user wrote it.
        finished: Whether an interrupted run was found, and finished.
    """

    target: str
    work: str
    shown: str
    handle: int
    finished: bool = False

    @property
    def new(self) -> str:
        """The folder in which what is new is to be put."""
        return f"{self.work}/new"


def open_stage(target: str) -> Stage:
    """Make the folder aside, once nobody else writes there. Raises `CannotWrite`."""
    real = os.path.realpath(target)
    try:
        if os.path.lexists(real) and not os.path.isdir(real):
            raise CannotWrite(f"{target} is no folder; move it away, or choose another")
        os.makedirs(os.path.dirname(real), exist_ok=True)
        stage = _opened(real, target)
    except OSError as error:
        raise cannot_write(error, target) from error
    try:
        finished = _finish(stage)
        _sweep(stage)
        os.mkdir(stage.new)
    except OSError as error:
        close_stage(stage)
        raise cannot_write(error, target) from error
    return Stage(stage.target, stage.work, target, stage.handle, finished)


def close_stage(stage: Stage) -> None:
    """Remove the folder aside; not where it holds what the next run has to finish."""
    if _is_halfway(stage) or not _swept(stage):
        os.close(stage.handle)  # by the lock in it the next run knows the folder for ours
        return
    with suppress(OSError), _same_time(stage):
        drop_lock(stage.handle, f"{stage.work}/{LOCK}")
        os.rmdir(stage.work)


@contextmanager
def staged(target: str) -> Iterator[Stage]:
    """Yield a folder aside, for as long as it is needed. Raises `CannotWrite`, also for every `OSError` within."""
    stage = open_stage(target)
    try:
        yield stage
    except OSError as error:
        raise failed(stage, error) from error
    finally:
        close_stage(stage)


def failed(stage: Stage, error: OSError) -> CannotWrite:
    """Return what is to be said where the folder could not be replaced."""
    said = cannot_write(error, stage.shown)
    rest = "the next run finishes what is half done" if _is_halfway(stage) else "nothing was changed"
    return CannotWrite(f"{said}; {rest}")


def replace_whole(stage: Stage, files: Iterable[str]) -> bool:
    """Let `stage.new` take the place of the target; return False where it cannot, and nothing was done. Raises
    `OSError`.

    Args:
        files: What is to be on the disk before that. What was the target lies in `stage.work` then.
    """
    sync_files(stage.new, files)
    if not os.path.lexists(stage.target):
        os.rename(stage.new, stage.target)
    else:
        shutil.copymode(stage.target, stage.new)
        try:
            exchange(stage.new, stage.target)
        except OSError:
            if not _in_two_steps(stage):
                return False
    with suppress(OSError):
        sync_folders(os.path.dirname(stage.target), ())
    return True


def replace_files(stage: Stage, put: Iterable[str], gone: Iterable[str]) -> None:
    """Move files from `stage.new` into the target, and others out of it: all or none. Raises `OSError`."""
    put = list(put)
    sync_files(stage.new, put)
    os.makedirs(stage.target, exist_ok=True)
    move_all(stage.work, stage.target, put, gone)


def link_files(stage: Stage, files: Iterable[str]) -> None:
    """Let files of the target lie in `stage.new` too. Raises `OSError`."""
    for path in files:
        old, new = f"{stage.target}/{path}", f"{stage.new}/{path}"
        try:
            os.link(old, new, follow_symlinks=False)  # most have their folder already
        except (OSError, NotImplementedError):
            make_room(stage.new, path)
            _link(old, new)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):  # not every file system has hard links
        shutil.copy2(old, new, follow_symlinks=False)


# -- the folder aside --------------------------------------------------------------------------


def _opened(target: str, shown: str) -> Stage:
    parent, name = os.path.split(target)
    beside, inside = f"{parent.rstrip(os.sep)}/.{name}.dossier", f"{target}/.dossier"
    if name and not os.path.exists(f"{inside}/{LOCK}"):
        try:
            stage = _locked(target, beside, shown)
        except OSError:
            if not os.path.isdir(target):
                raise
        else:
            if _reaches(stage):
                return stage
            close_stage(stage)
    return _locked(target, inside, shown)


def _locked(target: str, work: str, shown: str) -> Stage:
    while True:
        with _same_time(Stage(target, work, shown, -1)):
            with suppress(FileExistsError):
                os.mkdir(work)
            if os.listdir(work) and not os.path.isfile(f"{work}/{LOCK}"):
                raise CannotWrite(f"{work} is in the way, and was not made by dossier; move it away")
            with suppress(FileNotFoundError):  # somebody else is just removing it
                handle = take_lock(f"{work}/{LOCK}", shown)
                if handle is not None:
                    return Stage(target, work, shown, handle)


def _reaches(stage: Stage) -> bool:
    """Tell whether what lies aside can be moved into the target. It cannot if the two are on different drives."""
    if not os.path.isdir(stage.target):
        return True
    one, other = f"{stage.work}/try", f"{stage.target}/.dossier-try"
    status = os.stat(stage.target)
    with suppress(OSError):
        os.rmdir(other)  # of a run that was interrupted just there
    try:
        os.mkdir(one)
        os.rename(one, other)
        os.rmdir(other)
        os.utime(stage.target, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        with suppress(OSError):
            os.rmdir(one)
        return False
    return True


@contextmanager
def _same_time(stage: Stage) -> Iterator[None]:
    """Let a folder that has it inside keep its time: by that one sees whether something was put into it."""
    if os.path.dirname(stage.work) != stage.target:
        yield
        return
    status = os.stat(stage.target)
    try:
        yield
    finally:
        os.utime(stage.target, ns=(status.st_atime_ns, status.st_mtime_ns))


def _is_halfway(stage: Stage) -> bool:
    return any(os.path.lexists(f"{stage.work}/{name}") for name in (FORWARD, BACK, SWAP))


def _swept(stage: Stage) -> bool:
    """Remove all that lies aside but the lock; return whether that was possible."""
    try:
        with _same_time(stage):
            _sweep(stage)
    except OSError:
        return False
    return True


def _sweep(stage: Stage) -> None:
    """Remove all that lies aside but the lock."""
    for name in os.listdir(stage.work):
        path = f"{stage.work}/{name}"
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif name != LOCK:
            os.unlink(path)


def _finish(stage: Stage) -> bool:
    """Finish what an interrupted run had begun to put in place."""
    if os.path.lexists(f"{stage.work}/{SWAP}"):
        missing = not os.path.lexists(stage.target)
        if missing:
            os.rename(stage.new, stage.target)
        os.unlink(f"{stage.work}/{SWAP}")
        return missing
    return finish_moves(stage.work, stage.target)


def _in_two_steps(stage: Stage) -> bool:
    """Replace the folder in two steps, where folders cannot change places at one stroke: for a moment there is none.

    Return False if the system lets neither be moved.
    """
    write_file(Path(stage.work, SWAP), b"")
    old = f"{stage.work}/old"
    try:
        os.rename(stage.target, old)
        os.rename(stage.new, stage.target)
    except BaseException as error:
        if not os.path.lexists(stage.target):
            os.rename(old, stage.target)
        os.unlink(f"{stage.work}/{SWAP}")
        if isinstance(error, OSError):  # it is in use, or the root of a drive
            return False
        raise
    os.unlink(f"{stage.work}/{SWAP}")
    return True
