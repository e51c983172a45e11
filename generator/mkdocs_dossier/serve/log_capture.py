"""Turns what MkDocs logs during its build into diagnostics with a place, for the banner: nobody who looks at a page
sees the log.
"""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.site_build.project_paths import ProjectPaths

_OURS = ("mkdocs.plugins.dossier", "mkdocs.livereload")
_CHOSEN = "A 'dirty' build is being performed"  # by who gave that option
_QUOTED = re.compile(r"'([^'\n]+)'|\"([^\"\n]+)\"")
_LONGEST = 400
_MOST = 50


class LogCapture(logging.Handler):
    """Keeps the warnings and errors that MkDocs and its plugins log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._captured: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if not record.name.startswith(_OURS) and not text.startswith(_CHOSEN) and len(self._captured) < _MOST:
            self._captured.append((record.levelno, text))

    def clear(self) -> None:
        """Forget all messages."""
        self._captured.clear()

    def problems(self, paths: ProjectPaths) -> tuple[Diagnostic, ...]:
        """Return the messages since the last `clear`, as diagnostics."""
        return tuple(told(level, text, paths) for level, text in self._captured)


def told(level: int, text: str, paths: ProjectPaths) -> Diagnostic:
    """Return a message of MkDocs as a problem, with the place that it names: a page's, or one in `mkdocs.yml`."""
    words = [single or double for single, double in _QUOTED.findall(text)]
    page = next((word for word in words if _is_page(word, paths)), None)
    named = next((word for word in words if word.startswith(f"{paths.root}{os.sep}")), None)
    path = paths.docs / page if page is not None else Path(named) if named is not None else paths.settings
    place = paths.place(path, tuple(word for word in reversed(words) if word not in (page, named)))
    code = "site-error" if level >= logging.ERROR else "site-warning"
    return Diagnostic(place, code, in_one_line(text.replace(f"{paths.root}{os.sep}", "")))


def in_one_line(text: str) -> str:
    """Return a message without line breaks, and not endless."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _is_page(word: str, paths: ProjectPaths) -> bool:
    try:
        return word.endswith(".md") and (paths.docs / word).is_file()
    except (OSError, ValueError):
        return False
