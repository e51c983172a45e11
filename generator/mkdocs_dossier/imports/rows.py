"""What a table or a file of JSON Lines gives: rows, each one record to be, and what is wrong with the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from mkdocs_dossier.read.yaml_tree import Mapping

RowKind = Literal["actor", "event"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong in a file. row: 1-based, 0 for the whole file; column: its name. note: nothing is lost but this
    value.
    """

    path: str
    row: int
    column: str
    message: str
    hint: str = ""
    note: bool = False

    def __str__(self) -> str:
        where = [self.path, *([str(self.row)] if self.row else []), *([self.column] if self.column else [])]
        return f"{':'.join(where)}: {self.message}" + (f" ({self.hint})" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Row:
    """A record to be. columns: their names by number. id: as given, else empty. key: what others in its file call it.

    comment: to be written at its head.
    """

    path: str
    number: int
    kind: RowKind
    root: Mapping
    columns: dict[int, str] = field(default_factory=dict)
    id: str = ""
    key: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """skipped: numbers of rows that are of no kind we import, by their kind."""

    rows: tuple[Row, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    skipped: dict[str, int] = field(default_factory=dict)
