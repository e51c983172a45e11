"""What the pages are made of, one edition after another in one process: each takes over what did not change."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from generator.cache import FOLDER, Cache
from generator.config import Options
from generator.progress import Progress, silent
from generator.progress_bar import progress_bar
from generator.workers import WorkersError

if TYPE_CHECKING:
    from generator.build import Edition
    from generator.read.files import FilesRead

log = logging.getLogger("mkdocs.plugins.dossier")


class Editions:
    """serving: under `mkdocs serve`, where what is broken stays as it was. latest: None where it is thought that
    nothing new has to be made. files: those of a build, where they are read already.
    """

    def __init__(self) -> None:
        self.serving = False
        self.latest: Edition | None = None
        self.files: FilesRead | None = None

    def make(self, options: Options) -> Edition:
        """Make the latest edition. Raises MkDocs' `PluginError` in a build whose worker processes fail."""
        from generator.build import make_edition

        cache = None if self.serving else Cache(options.root / FOLDER)
        try:
            with self._bar() as progress:
                self.latest = make_edition(
                    options, self.latest, cache, files=self.files, keep_good=self.serving, progress=progress
                )
        except WorkersError as error:
            if not self.serving:
                raise PluginError(str(error)) from error
            log.error("%s; this process does it", error)
            serial = replace(options, executor="serial")
            self.latest = make_edition(serial, self.latest, keep_good=True)
        return self.latest

    def here(self, options: Options) -> Edition:
        """The latest edition, made now where it was thought that none has to be: its problems are told already."""
        return self.make(options) if self.latest is None else self.latest

    def _bar(self) -> AbstractContextManager[Progress]:
        """Where the progress of a long build is told; under `serve` there are pages to look at meanwhile."""
        return nullcontext(silent) if self.serving else progress_bar()
