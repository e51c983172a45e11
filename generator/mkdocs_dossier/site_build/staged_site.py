"""The site of a `mkdocs build` until all went well: it is built aside, and takes the place of the last one at the end.

MkDocs empties the folder first, and says that warnings are errors (`--strict`) after everything is written.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EDQUOT, EFBIG, EIO, ENOSPC, EROFS
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from mkdocs_dossier.write.built import files_below
from mkdocs_dossier.write.errors import CannotWrite, cannot_write
from mkdocs_dossier.write.stage import close_stage, failed, link_files, open_stage, replace_files, replace_whole

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.dossier")

_DISK = (ENOSPC, EDQUOT, EFBIG, EIO, EROFS)
"""What is wrong with a disk, and not with a program."""


@dataclass(frozen=True)
class Plan:
    """How the site comes into its place.

    Attributes:
        whole: As a new folder, which holds all of it.
        put: Files that were written; else, these are moved into the folder that is there, and those that are gone out
            of it.
        then: What is to be done after that.
    """

    whole: bool = True
    put: Iterable[str] = ()
    gone: Iterable[str] = ()
    then: Callable[[], None] = lambda: None


class StagedSite:
    """Raises MkDocs' `PluginError` where another process builds this site, or where it cannot be written."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.folder, self._config = config.site_dir, config
        with _as_plugin_error():
            self.stage = open_stage(self.folder)
        self.plan: Plan | None = None
        self._complete = False
        if self.stage.finished:
            log.info("%s: what an interrupted build had left half done is done", self.folder)

    def build_into(self, name: str, config: MkDocsConfig) -> str:
        """Let MkDocs build into a folder of that name, aside."""
        config.site_dir = f"{self.stage.work}/{name}"
        return config.site_dir

    def holds(self, folder: str) -> bool:
        """Whether it is here that MkDocs builds, where it builds into `folder`."""
        return folder.startswith(f"{self.stage.work}/")

    def complete(self) -> None:
        """Note that all is built and that every plugin has done its work."""
        self._complete = True

    def close(self) -> None:
        """Put the site in its place if it is complete; else leave the one that is there. Raises `PluginError`."""
        self._config.site_dir = self.folder
        complete, self._complete = self._complete, False
        with _as_plugin_error():
            try:
                if complete:
                    plan = self.plan or Plan()
                    self._publish(plan)
                    with suppress(OSError):  # it is in its place; the next build finds less to go by
                        plan.then()
            except OSError as error:
                raise failed(self.stage, error) from error
            finally:
                close_stage(self.stage)

    def drop(self) -> None:
        """Give up the site that is being built: something went wrong."""
        self._complete = False

    def explain(self, error: Exception) -> PluginError | None:
        """Return what is to be said of an error of the system, if it is about the disk or about this site."""
        if not isinstance(error, OSError):
            return None
        place = error.filename if isinstance(error.filename, str) else ""
        ours = place.startswith((self.stage.work, self.folder))
        return PluginError(str(cannot_write(error, self.folder))) if ours or error.errno in _DISK else None

    def _publish(self, plan: Plan) -> None:
        stage = self.stage
        if not plan.whole:
            if plan.put or plan.gone:
                replace_files(stage, plan.put, plan.gone)
            return
        os.makedirs(stage.new, exist_ok=True)
        files, folders = _hidden(stage.target)
        link_files(stage, [name for name in files if not os.path.lexists(f"{stage.new}/{name}")])
        if folders or not replace_whole(stage, plan.put or files_below(stage.new)):
            new = files_below(stage.new)
            there = {path for path in files_below(stage.target) if not path.startswith(".")}
            replace_files(stage, new, there - new)


@contextmanager
def _as_plugin_error() -> Iterator[None]:
    """Let MkDocs say what cannot be written: it prints the message of its own errors, and no traceback."""
    try:
        yield
    except CannotWrite as error:
        raise PluginError(str(error)) from error


def _hidden(site: str) -> tuple[list[str], list[str]]:
    """Return the hidden files and folders in the site, which MkDocs leaves where they are."""
    files: list[str] = []
    folders: list[str] = []
    with suppress(FileNotFoundError):
        for entry in os.scandir(site):
            if entry.name.startswith("."):
                (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.name)
    return files, folders
