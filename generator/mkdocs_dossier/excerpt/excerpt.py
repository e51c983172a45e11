"""Finds the line that a place names. Files are read once, however many diagnostics there are on them; one that is gone
or cannot be read by now has nothing to show.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.excerpt.proven_line import proven_line
from mkdocs_dossier.excerpt.public_texts import PublicTexts, public_texts
from mkdocs_dossier.excerpt.shown_line import ShownLine, show_line
from mkdocs_dossier.excerpt.span import span_length
from mkdocs_dossier.read.files import SourceFile, kind_of
from mkdocs_dossier.read.names import on_disk
from mkdocs_dossier.run.options import Options

Excerpt = Callable[[Place, str, str], ShownLine | None]
"""Shows the line at a place, for a code and a message; None where there is nothing to show."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file from which lines are shown.

    Attributes:
        public: What in it is public; None for a template, of which all may be shown.
    """

    lines: list[str]
    public: PublicTexts | None

    def shown(self, number: int) -> str | None:
        """Return what may be shown of a line (1-based)."""
        if not 0 < number <= len(self.lines):
            return None
        return self.lines[number - 1] if self.public is None else proven_line(self.lines, number, self.public)


def excerpts(options: Options, *, width: int = 100) -> Excerpt:
    """Return what shows the lines of a project's files.

    Args:
        width: Cells that there are for a line.
    """
    data, templates = (os.path.realpath(folder) for folder in (options.data_folder, options.templates_folder))

    @lru_cache(maxsize=64)
    def file(path: str) -> _File | None:
        real = os.path.realpath(os.path.join(options.root, on_disk(path)))
        in_data, in_templates = _below(data, real), _below(templates, real)
        text = _text(real, options.max_file_size) if in_data or in_templates else None
        if text is None:
            return None
        return _File(text.split("\n"), None if in_data is None else _public(in_data, text))

    def excerpt(place: Place, code: str, message: str) -> ShownLine | None:
        found = file(place.path)
        line = None if found is None else found.shown(place.line)
        if line is None or not line.strip():
            return None
        return show_line(line, place.column, span_length(line, place.column, code, message), width=width)

    return excerpt


def _public(path: str, text: str) -> PublicTexts:
    kind = kind_of(path)
    return PublicTexts() if kind is None else public_texts(SourceFile(kind, path, path, text))


def _below(folder: str, path: str) -> str | None:
    """Return the path from the folder on, POSIX; None if it does not lie there."""
    return path[len(folder) + 1 :].replace(os.sep, "/") if path.startswith(folder + os.sep) else None


def _text(path: str, max_size: int) -> str | None:
    """Return the text of a file, as the reader has it."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > max_size:
            return None
        with open(path, "rb") as file:
            text = file.read(max_size).decode("utf-8")
    except (OSError, ValueError):
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
