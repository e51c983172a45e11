"""Notices edits at once. MkDocs itself looks twice a second, and gives up on a folder that is gone for a moment."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from mkdocs_dossier.serve.editors import is_temporary

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

DELAY = 0.02
"""So many seconds without a further edit, and the edits are read. Editors save a file in several steps."""

GRACE = 0.25
"""So many seconds a file may be gone while it is saved: some editors put the old one away before they write."""

LOOK = 0.2
"""Every so many seconds it is looked whether a folder or `mkdocs.yml` is there, and another one than before."""

LOOK_AT_FILES = 1.0
"""Every so many seconds the state of every file is looked at. Some drives tell of no edit: those of another system
(Docker Desktop, WSL's `/mnt`), and network drives where it was made elsewhere."""

SHARE = 20
"""At most the twentieth part of the time goes into looking at the files, however many they are."""

_EDITS = frozenset(("created", "modified", "moved", "deleted", "closed", "attrib"))
_OF_FOLDERS = frozenset(("created", "moved", "deleted"))

_Identity = tuple[int, ...]


class Watcher:
    """Watches files and folders by what the system reports, and wakes the server.

    It wakes it with an event for a folder of its own, the bell, into which nobody writes: the server watches that one
    instead of all that we watch.
    """

    def __init__(self, server: LiveReloadServer) -> None:
        self._server = server
        self._bell = tempfile.mkdtemp(prefix="dossier_")
        server.build_delay = DELAY
        server.watch(self._bell)
        self._observer: Any = Observer()
        self._roots: dict[str, _Identity | None] = {}
        self._watches: dict[str, ObservedWatch | None] = {}  # None: the server itself watches that folder
        self._lock = threading.RLock()
        self._stopped = threading.Event()
        self._told: set[str] = set()  # what the system told of since all files were looked at
        self._seen: dict[str, dict[str, tuple[int, ...]]] = {}  # at the last look: root, file, its state
        self._next_look = time.monotonic()
        try:
            self._observer.start()
        except OSError:  # the system has no room for more watches
            self._observer = None
        threading.Thread(target=self._keep_looking, daemon=True).start()

    def follow(self, roots: Iterable[str]) -> None:
        """Watch these files and folders, with all below them, and no others. They need not exist yet."""
        wanted = {os.path.abspath(root) for root in roots}
        with self._lock:
            for root in self._roots.keys() - wanted:
                self._let_go(root)
                del self._roots[root]
            for root in sorted(wanted - self._roots.keys()):
                self._roots[root] = _identity(root)
                self._hold(root)
            self._look_at_files()  # what is edited from now on is noticed

    def stop(self) -> None:
        self._stopped.set()
        if self._observer is not None:
            self._observer.stop()
        shutil.rmtree(self._bell, ignore_errors=True)

    def _keep_looking(self) -> None:
        while not self._stopped.wait(LOOK):
            with self._lock:
                changed = [root for root, known in self._roots.items() if known != _identity(root)]
                for root in changed:
                    self._let_go(root)
                    self._roots[root] = _identity(root)
                    self._hold(root)
            if changed:
                self._ring()
            if time.monotonic() >= self._next_look:
                self._look_at_files()

    def _look_at_files(self) -> None:
        """Ring for edits since the last look that the system told nothing of."""
        started = time.monotonic()
        with self._lock:
            roots = tuple(self._roots)
        before, self._seen = self._seen, {root: stamps((root,)) for root in roots if os.path.isdir(root)}
        told, self._told = self._told, set()
        ended = time.monotonic()
        self._next_look = ended + max(LOOK_AT_FILES, SHARE * (ended - started))
        silent = [
            path
            for root in before.keys() & self._seen.keys()
            for path in _changed(before[root], self._seen[root])
            if not is_temporary(path) and told.isdisjoint((path, *_folders_of(path, root)))
        ]
        if any(os.path.lexists(path) for path in silent):
            self._ring()
        elif silent:
            self._ring_later()

    def _hold(self, root: str) -> None:
        if not os.path.isdir(root):
            return  # what is no folder is looked at again and again
        handler = FileSystemEventHandler()
        handler.on_any_event = lambda event: self._tell(event, root)  # type: ignore[method-assign]
        try:
            if self._observer is not None:
                self._watches[root] = self._observer.schedule(handler, root, recursive=True)
                return
        except OSError:
            pass
        with contextlib.suppress(OSError):
            self._server.watch(root)
            self._watches[root] = None

    def _let_go(self, root: str) -> None:
        if root not in self._watches:
            return
        watch = self._watches.pop(root)
        with contextlib.suppress(KeyError, OSError, RuntimeError):
            if watch is None:
                self._server.unwatch(root)
            else:
                self._observer.unschedule(watch)

    def _tell(self, event: Any, root: str) -> None:
        kind = event.event_type
        if kind not in (_OF_FOLDERS if event.is_directory else _EDITS):
            return
        source, target = os.fsdecode(event.src_path), os.fsdecode(getattr(event, "dest_path", "") or "")
        if event.is_directory and source == root:
            with self._lock:
                self._roots[root] = ()  # whatever comes in its place is another one
        lasting = [path for path in (source, target) if path and not is_temporary(path)]
        if not lasting:
            return
        self._told.update(lasting)
        # A file that goes may come back at once: some editors move the old one away before they write the new one.
        if kind == "deleted" or (kind == "moved" and target not in lasting):
            self._ring_later()
        else:
            self._ring()

    def _ring_later(self) -> None:
        """Tell of a file that is gone, which perhaps is only being saved."""
        timer = threading.Timer(GRACE, self._ring)
        timer.daemon = True
        timer.start()

    def _ring(self) -> None:
        watch = ObservedWatch(os.path.abspath(self._bell), recursive=True)
        self._server.observer.event_queue.put((FileModifiedEvent(self._bell), watch))


def _identity(path: str) -> _Identity | None:
    """Return what tells a folder, or the state of a file, from another one at the same path."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    if os.path.isdir(path):
        return status.st_dev, status.st_ino
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _changed(before: dict[str, tuple[int, ...]], now: dict[str, tuple[int, ...]]) -> set[str]:
    """Return the files that came, went, or are in another state."""
    return {path for path, _ in before.items() ^ now.items()}


def _folders_of(path: str, root: str) -> Iterator[str]:
    """Yield the folders that a file lies in, up to `root`."""
    while len(path) > len(root):
        path = os.path.dirname(path)
        yield path


def stamps(paths: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the state of files, and of all files in folders: size and time, by path."""
    return {path: stamp for start in paths if start for path, stamp in _stamps(start, frozenset())}


def _stamps(path: str, around: frozenset[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the state of a file, or of all files in a folder.

    Args:
        around: The folders on the way here, by their real paths: a link back to one of them would never end.
    """
    try:
        if os.path.isdir(path):
            real = os.path.realpath(path)
            if real in around:
                return
            for entry in os.scandir(path):
                yield from _stamps(entry.path, around | {real})
        else:
            status = os.stat(path)
            yield path, (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
    except OSError:
        return
