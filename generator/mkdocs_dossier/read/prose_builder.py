"""Puts a `Prose` together, piece by piece, and keeps account of where in the file each stretch of text stands.

`prose.py` makes one for each article; `plain_prose.py` and `marked_prose.py` fill it.
"""

from __future__ import annotations

from unicodedata import is_normalized

from mkdocs_dossier.model.prose import BLOCK_END, Break, Close, Code, HandLink, Open, Piece, Prose, Run, Text
from mkdocs_dossier.read.addresses import bare_addresses
from mkdocs_dossier.read.compose import composed_parts

Stretch = tuple[str, int, int]
"""Text that stands unchanged in the file, its line, its column."""


class ProseBuilder:
    """Text collects as stretches until something else than text follows, then it is composed and becomes one piece."""

    def __init__(self, line: int, column: int) -> None:
        """line, column: where the text begins."""
        self.pieces: list[Piece] = []
        self.runs = [Run(0, line, column)]
        self.opaque: list[tuple[int, int]] = []
        self.length = 0
        self._texts: list[str] = []
        self._stretches: list[Stretch] = []
        self._new_block = False

    def build(self) -> Prose:
        self.flush()
        return Prose("".join(self._texts), tuple(self.pieces), tuple(self.opaque), tuple(self.runs))

    def begin_block(self) -> None:
        """What follows is apart from what was written so far."""
        self.flush()
        self._new_block = True

    def text(self, text: str, line: int, column: int) -> None:
        """Add text that stands at this place, or that is written there in another way."""
        if text:
            self._stretches.append((text, line, column))

    def open(self, tag: str, *attributes: tuple[str, str]) -> None:
        self.flush()
        self.pieces.append(Open(tag, attributes))

    def close(self, tag: str) -> None:
        """Close an element; one with nothing in it is taken back."""
        self.flush()
        if tag in _NEEDS_CONTENT and self.is_empty(tag):
            self.pieces.pop()
        else:
            self.pieces.append(Close(tag))

    def is_empty(self, tag: str) -> bool:
        """Tell whether nothing was added since this element was opened."""
        last = self.pieces[-1]
        return not self._stretches and isinstance(last, Open) and last.tag == tag

    def hard_break(self, *, rule: bool = False) -> None:
        self.flush()
        self.pieces.append(Break(rule))

    def code(self, *, block: bool = False, language: str = "") -> None:
        """Make code of the text added since the last piece."""
        start, end = self._write()
        if start < end:
            self.pieces.append(Code(start, end, block, language))
            self.opaque.append((start, end))

    def hand_link(self, target: str) -> None:
        """Make a link by hand of the text added since the last piece."""
        start, end = self._write()
        if start < end:
            self.pieces.append(HandLink(start, end, target))

    def flush(self) -> None:
        """End the piece of text that is being collected."""
        if not self._stretches:
            return
        start, end = self._write()
        self.pieces.append(Text(start, end))
        text = self._texts[-1]
        self.opaque += ((start + a, start + b) for a, b in bare_addresses(text))

    def _write(self) -> tuple[int, int]:
        """Write the collected stretches as one text; return its span."""
        stretches, self._stretches = self._stretches, []
        if self._new_block and stretches:
            self._texts.append(BLOCK_END)
            self.length += 1
            self._new_block = False
        start = self.length
        text = "".join(stretch[0] for stretch in stretches)
        if text.isascii() or is_normalized("NFC", text):
            for part, line, column in stretches:
                self._run(line, column)
                self.length += len(part)
        else:
            text = self._compose(text, stretches)
        self._texts.append(text)
        return start, self.length

    def _compose(self, text: str, stretches: list[Stretch]) -> str:
        places = [(line, column + n) for part, line, column in stretches for n in range(len(part))]
        composed = []
        for offset, part in composed_parts(text):
            self._run(*places[offset])
            self.length += len(part)
            composed.append(part)
        return "".join(composed)

    def _run(self, line: int, column: int) -> None:
        """Note the place of the next character, unless it follows from the place of the last one."""
        last = self.runs[-1]
        if last.line != line or last.column - last.offset != column - self.length:
            self.runs.append(Run(self.length, line, column))


_NEEDS_CONTENT = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "em", "strong", "s", "a", "blockquote", "ul", "ol"))
