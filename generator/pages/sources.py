"""The page templates as they were read, before anything is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read. path: of its file."""

    text: str
    path: str


def read_templates(folders: Sequence[Path]) -> dict[str, Source]:
    """Return the page templates of `folders` by name, the first folder that has one winning."""
    found: dict[str, Source] = {}
    for folder in reversed(folders):
        for file in sorted(folder.rglob("*.jinja")):
            name = file.relative_to(folder).as_posix()
            found[name] = Source(file.read_text(encoding="utf-8", errors="replace"), str(file))
    return found
