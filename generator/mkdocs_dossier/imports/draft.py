"""What was read of one input, before anything is decided: clues on its fields, its text, what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Field = Literal["title", "date", "outlet", "authors", "url", "lang", "summary"]
BlockKind = Literal["paragraph", "heading", "item", "quote", "code", "row", "markdown"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an input, or a part of it, was not imported, and how to go on."""

    reason: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.reason}; {self.hint}" if self.hint else self.reason


@dataclass(frozen=True, slots=True)
class Clue:
    """What an input says of a field. source: where; given: it says so in as many words, else it is guessed."""

    field: Field
    values: tuple[str, ...]
    source: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one manner. address: where it leads. code: its marks are no Markdown."""

    text: str
    strong: bool = False
    emphasis: bool = False
    address: str = ""
    code: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, … level: of a heading from 2, of nesting from 0. cells: of a table's row.

    `code` keeps its line breaks; `markdown` is written as it is.
    """

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    level: int = 0
    ordered: bool = False
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans) or " ".join(self.cells)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line of the input that is not in the article. rule: the name of what left it out."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Draft:
    """clues: the most trusted first. near: short lines at the head of the text, one of which may name the outlet.

    name: what it is called in an input of many (`message 3`). extra: further fields of the front matter (`tags`). held:
    its author says that it is no text for readers yet.
    """

    clues: tuple[Clue, ...]
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()
    near: tuple[str, ...] = field(default=())
    name: str = ""
    extra: tuple[tuple[str, tuple[str, ...] | str], ...] = ()
    held: bool = False


def paragraph(text: str) -> Block:
    return Block("paragraph", (Span(text),))
