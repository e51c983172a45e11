"""A kind of input: one row of the table in `kinds.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mkdocs_dossier.imports.draft import Refusal
from mkdocs_dossier.imports.head import Head, HeadTest
from mkdocs_dossier.imports.source import Found, ImportSource

Reader = Callable[[ImportSource], Found | Refusal]
Makes = Literal["articles", "records", ""]


def never(_: Head) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class ImportKind:
    """One kind of input.

    what: as a message says it (`this is …`). endings: of names. marked: its content says so beyond doubt. looks: its
    content looks so, where the name tells nothing. read: gives its articles. makes: articles, records (which
    `tables.py` reads), or nothing; then `hint` says how to go on. many: it may hold several articles.
    """

    name: str
    what: str
    endings: tuple[str, ...] = ()
    marked: HeadTest = never
    looks: HeadTest = never
    read: Reader | None = None
    makes: Makes = "articles"
    many: bool = False
    hint: str = ""
