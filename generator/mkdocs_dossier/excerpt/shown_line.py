"""A line of a file, as a terminal can show it, with what stands below it: `^~~~` under the place that is meant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from mkdocs_dossier.diagnostics.visible import HIDDEN, escaped

TAB = 4
"""A tab goes on to the next multiple of so many cells."""

_AROUND = 600
"""So many characters on each side are looked at, at most: a line may have millions."""

_LEFT_TO_RIGHT = "\u200e"
"""Around what is meant, in a line with letters that are written from right to left: where a terminal turns these, it
still stands above its mark."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as a terminal shows it.

    Attributes:
        text: The line, `…` in place of what is cut off.
        before: Cells to the left of what is meant.
        marked: How many cells are meant.
    """

    text: str
    before: int
    marked: int

    @property
    def mark(self) -> str:
        return " " * self.before + "^" + "~" * (self.marked - 1)


_Cell = tuple[str, int]
"""A character as it is shown, and how many cells of the terminal it takes."""


def show_line(line: str, column: int, length: int = 1, *, width: int = 100) -> ShownLine:
    """Return `line` in at most `width` cells.

    Args:
        column: Of what is meant, 1-based in code points.
        length: Code points.
    """
    first = max(0, column - 1 - _AROUND)
    meant = min(column - 1, len(line)) - first
    part = line[first : column - 1 + length + _AROUND]
    cells = _cells(part)
    end = max(min(meant + length, len(cells)), meant)
    more_left, more_right = first > 0, first + len(part) < len(line)
    start, stop = _window(cells, meant, width) if _width(cells) > width or more_left or more_right else (0, len(cells))
    end = min(end, stop)
    left = "…" if start > 0 or more_left else ""
    right = "…" if stop < len(cells) or more_right else ""
    mark = _LEFT_TO_RIGHT if any(unicodedata.bidirectional(char) in ("R", "AL") for char in part) else ""
    parts = (left, cells[start:meant], mark, cells[meant:end], mark, cells[end:stop], right)
    text = "".join(part if isinstance(part, str) else "".join(shown for shown, _ in part) for part in parts)
    return ShownLine(text, len(left) + _width(cells[start:meant]), max(1, _width(cells[meant:end])))


def _cells(text: str) -> list[_Cell]:
    cells: list[_Cell] = []
    at = 0
    for char in text:
        cell = (" " * (TAB - at % TAB), TAB - at % TAB) if char == "\t" else _cell(char)
        cells.append(cell)
        at += cell[1]
    return cells


def _cell(char: str) -> _Cell:
    if " " <= char <= "~":
        return char, 1
    if HIDDEN.match(char):
        shown = escaped(char)
        return shown, len(shown)
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _width(cells: list[_Cell]) -> int:
    return sum(width for _, width in cells)


def _window(cells: list[_Cell], meant: int, width: int) -> tuple[int, int]:
    """From which cell to which the line is shown: a third of the room before what is meant, if there is that much."""
    room = width - 2
    start, used = meant, 0
    while start > 0 and used + cells[start - 1][1] <= room // 3:
        start -= 1
        used += cells[start][1]
    stop = meant
    while stop < len(cells) and used + cells[stop][1] <= room:
        used += cells[stop][1]
        stop += 1
    while stop == len(cells) and start > 0 and used + cells[start - 1][1] <= room:
        start -= 1
        used += cells[start][1]
    while start < meant and cells[start][1] == 0:  # a mark without its letter
        start += 1
    return start, stop
