"""A file's text as it lies on disk, with its own line breaks, and what is to be changed in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


class TextEdit(NamedTuple):
    """`text` takes the place of what stands from `start` to `end` (offsets, in code points)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text, with the lines in it.

    Attributes:
        content: All that is in the file.
        starts: The offsets at which its lines begin.
    """

    content: str
    starts: tuple[int, ...]

    def offset(self, line: int, column: int) -> int:
        """Return where a place (1-based) is."""
        return min(self.starts[line - 1] + column - 1, len(self.content))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column (1-based) of an offset."""
        line = max(1, bisect_right(self.starts, offset))
        return line, offset - self.starts[line - 1] + 1

    def start_of(self, offset: int) -> int:
        """Return where the line begins in which an offset is."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def end_of(self, offset: int) -> tuple[int, str]:
        """Return where this line ends, and the line break that stands there; that of the first line for the last."""
        found = _BREAK.search(self.content, offset)
        if found is not None:
            return found.start(), found[0]
        first = _BREAK.search(self.content)
        return len(self.content), "\n" if first is None else first[0]


def file_text(content: bytes) -> FileText:
    """Return the text of a file. Raises `UnicodeDecodeError`."""
    text = content.decode("utf-8")
    first = len(_BOM) if text.startswith(_BOM) else 0
    return FileText(text, (first, *(found.end() for found in _BREAK.finditer(text))))


def normalized(text: str) -> str:
    """Return a file's text as it is read: without a byte order mark, lines ended by `\\n`."""
    return _BREAK.sub("\n", text.removeprefix(_BOM))


def changed(text: str, changes: Iterable[TextEdit]) -> str:
    """Return `text` with all changes made. No two of them may touch the same characters."""
    parts, at = [], 0
    for start, end, new in sorted(changes):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
