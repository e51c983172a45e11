"""Finds the line that a place names. Files are read once, however many diagnostics there are on them; one that is gone
or cannot be read by now has nothing to show.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from generator.config import Options
from generator.diagnostics import Place
from generator.excerpt.open_lines import IsOpen, open_lines
from generator.excerpt.shown_line import ShownLine, show_line
from generator.excerpt.span import span_length
from generator.read.names import on_disk

Excerpt = Callable[[Place, str, str], ShownLine | None]
"""Shows the line at a place, for a code and a message; None where there is nothing to show."""

_WHOLE_FILE = frozenset(
    ("no-data", "unreadable-file", "outside-data", "too-big", "encoding", "empty-file", "unexpected-file")
)
"""Codes of what is wrong with a file, not with a line of it."""

_DAMAGED = frozenset(("front-matter", "yaml-syntax", "yaml-feature", "yaml-depth", "yaml-size", "duplicate-key"))
"""Codes that leave it open, in an article, what was meant to be private."""


@dataclass(frozen=True, slots=True)
class _File:
    """is_open: which lines may be shown, if the front matter is whole, and if it is damaged."""

    lines: list[str]
    is_open: IsOpen
    is_open_damaged: IsOpen


def excerpts(options: Options, *, width: int = 100) -> Excerpt:
    """Return what shows the lines of a project's files. width: cells that there are for a line."""
    data, templates = (os.path.realpath(folder) for folder in (options.data_folder, options.templates_folder))

    @lru_cache(maxsize=64)
    def file(path: str) -> _File | None:
        real = os.path.realpath(os.path.join(options.root, on_disk(path)))
        in_data, in_templates = _below(data, real), _below(templates, real)
        lines = _lines(real, options.max_file_size) if in_data or in_templates else None
        if lines is None:
            return None
        if in_data is None:
            return _File(lines, lambda line: True, lambda line: True)
        return _File(lines, *(open_lines(in_data, lines, damaged=damaged) for damaged in (False, True)))

    def excerpt(place: Place, code: str, message: str) -> ShownLine | None:
        found = None if code in _WHOLE_FILE else file(place.path)
        if found is None or not 0 < place.line <= len(found.lines):
            return None
        line = found.lines[place.line - 1]
        is_open = found.is_open_damaged if code in _DAMAGED else found.is_open
        if not line.strip() or _says_nothing(line, place) or not is_open(place.line):
            return None
        return show_line(line, place.column, span_length(line, place.column, code, message), width=width)

    return excerpt


def _says_nothing(line: str, place: Place) -> bool:
    """Whether a place is that of the whole file, and its first line a mere beginning."""
    return (
        (place.line, place.column) == (1, 1) and line.startswith(("---", "#")) and place.path.endswith((".md", ".yml"))
    )


def _below(folder: str, path: str) -> str | None:
    """The path from the folder on, POSIX; None if it does not lie there."""
    return path[len(folder) + 1 :].replace(os.sep, "/") if path.startswith(folder + os.sep) else None


def _lines(path: str, max_size: int) -> list[str] | None:
    """The lines of a file as the reader counts them."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > max_size:
            return None
        with open(path, "rb") as file:
            text = file.read(max_size).decode("utf-8")
    except (OSError, ValueError):
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
