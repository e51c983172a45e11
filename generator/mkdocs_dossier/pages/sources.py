"""The page templates as they were read, before anything is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.run.regular_file import read_regular

_MOST = 10_000_000
"""Bytes of a template that are read."""


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template as it was read. path: of its file."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A template that could not be read, and why. line: 1-based. is_text: whether its bytes could be had."""

    name: str
    path: str
    reason: str
    line: int = 1
    is_text: bool = False


def read_templates(folders: Sequence[Path]) -> tuple[dict[str, TemplateSource], tuple[Unread, ...]]:
    """Return the page templates of `folders` by name, the first folder that has one winning, and those that could not
    be read: for them stands what lies below.
    """
    found: dict[str, TemplateSource] = {}
    unread: list[Unread] = []
    for folder in reversed(folders):
        for file in sorted(folder.rglob("*.jinja")):
            name = file.relative_to(folder).as_posix()
            read = _read(name, file)
            if isinstance(read, TemplateSource):
                found[name] = read
            else:
                unread.append(read)
    return found, tuple(unread)


def _read(name: str, file: Path) -> TemplateSource | Unread:
    try:
        content = read_regular(str(file), _MOST)
    except OSError as error:
        return Unread(name, str(file), (error.strerror or "unknown reason").lower())
    try:
        return TemplateSource(content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"), str(file))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Unread(name, str(file), "the file is not UTF-8", line, is_text=True)
