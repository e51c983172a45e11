"""The text of one article as linking sees it: one string, the marks around its parts, and where each part came from.

`read/prose.py` makes it from Markdown, `link/` finds mentions in it, `pages/prose.py` writes it back as safe Markdown.
All offsets are code points into `Prose.text`; lines and columns are 1-based and count from the top of the file.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

BLOCK_END = "\u2029"
"""Stands between two blocks in `Prose.text`, so that nothing is ever matched across them."""


@dataclass(frozen=True, slots=True)
class Open:
    """The start of an element, named as in HTML: h1-h6 p ul ol li blockquote table thead tbody tr th td em strong
    s a img. What stands in an image is what it says in words.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Close:
    tag: str


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text, `Prose.text[start:end]`; a soft line break inside it is one `\\n`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Code:
    """Inline code, or with `block` a code block; never matched."""

    start: int
    end: int
    block: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class HandLink:
    """A link made by hand, `[[target]]` or `[[target|text]]`; `Prose.text[start:end]` is the text shown."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break, or with `rule` a thematic break."""

    rule: bool = False


Piece = Open | Close | Text | Code | HandLink | Break


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of `Prose.text` that stands unchanged in the file, from (line, column) on."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Prose:
    """An article's title and body. The title is the first block, an `h1`; the highest heading of the body is an `h2`.

    `opaque`: sorted spans that no mention may touch (code, addresses of the web and of mail).
    `runs`: sorted by offset, the first at offset 0.
    """

    text: str
    pieces: tuple[Piece, ...]
    opaque: tuple[tuple[int, int], ...]
    runs: tuple[Run, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        run = self.runs[bisect_right(self.runs, offset, key=lambda run: run.offset) - 1]
        return run.line, run.column + offset - run.offset
