"""Notices edits at once: MkDocs itself looks twice a second."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.events import FileModifiedEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

DELAY = 0.02
"""So many seconds without a further edit, and the edits are read. Editors save a file in several steps."""

_EDITS = frozenset(("created", "modified", "moved", "deleted", "closed"))


class Watcher:
    """Tells the server's own observer of edits that the system reports. known: a folder that the server watches."""

    def __init__(self, server: LiveReloadServer, known: str) -> None:
        self._server = server
        self._known = ObservedWatch(os.path.abspath(known), recursive=True)
        self._observer: Any = Observer()
        server.build_delay = DELAY
        try:
            self._observer.start()
        except OSError:  # the system has no room for more watches
            self._observer = None

    def watch(self, folder: Path) -> None:
        """Watch a folder and all below it."""
        if not folder.is_dir():
            return
        handler = FileSystemEventHandler()
        handler.on_any_event = self._tell  # type: ignore[method-assign]
        try:
            if self._observer is not None:
                self._observer.schedule(handler, str(folder), recursive=True)
                return
        except OSError:
            pass
        self._server.watch(str(folder))

    def _tell(self, event: Any) -> None:
        if event.event_type in _EDITS and not event.is_directory:
            self._server.observer.event_queue.put((FileModifiedEvent(event.src_path), self._known))

    def stop(self) -> None:
        if self._observer is not None:
            self._observer.stop()


def stamps(paths: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return what tells one state of files, and of all files in folders, from another."""
    return {path: stamp for start in paths if start for path, stamp in _stamps(start)}


def _stamps(path: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    try:
        if os.path.isdir(path):
            for entry in os.scandir(path):
                yield from _stamps(entry.path)
        else:
            status = os.stat(path)
            yield path, (status.st_mtime_ns, status.st_size, status.st_ino)
    except OSError:
        return
