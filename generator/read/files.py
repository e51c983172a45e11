"""Finds and reads the files below `data/`: the first stage. Nothing outside `data/` is ever opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.diagnostics import Diagnostic, Place

SourceKind = Literal["article", "actors", "actor", "events", "event", "countries"]

_LISTS: dict[str, SourceKind] = {"actors.yml": "actors", "events.yml": "events", "countries.yml": "countries"}
_FOLDERS: dict[str, tuple[str, SourceKind]] = {
    "articles": (".md", "article"),
    "actors": (".yml", "actor"),
    "events": (".yml", "event"),
}
_OTHER_ENDINGS = {".yml": (".yaml",), ".md": (".markdown", ".mdown", ".txt")}
"""Endings that a user may have meant, and that are not read."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the collection. path: relative to the project, POSIX. name: below its folder, without ending.

    text is None where the file could not be read, which a diagnostic explains.
    """

    kind: SourceKind
    path: str
    name: str
    text: str | None


def read_files(folder: Path, root: Path, *, max_size: int) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """Return every file of the collection in `folder`, in the order of their paths. max_size: bytes."""
    if not folder.is_dir():
        place = Place(_relative(folder, root))
        hint = "make it, with a folder 'articles' and a file 'actors.yml' in it"
        return (), (Diagnostic(place, "no-data", "there is no such folder", hint),)
    files: list[SourceFile] = []
    problems: list[Diagnostic] = []
    for path, kind, name in _candidates(folder, problems, root):
        found = _read(path, kind, name, root, max_size)
        if isinstance(found, Diagnostic):
            problems.append(found)
            found = SourceFile(kind, found.place.path, name, None)
        files.append(found)
    return tuple(files), tuple(problems)


def _candidates(folder: Path, problems: list[Diagnostic], root: Path) -> Iterator[tuple[Path, SourceKind, str]]:
    inside = folder.resolve()
    for path in _walk(folder, inside, root, problems):
        parts = path.relative_to(folder).parts
        if len(parts) == 1 and parts[0] in _LISTS:
            yield path, _LISTS[parts[0]], path.stem
        elif len(parts) > 1 and parts[0] in _FOLDERS:
            ending, kind = _FOLDERS[parts[0]]
            if path.suffix == ending:
                yield path, kind, "/".join(parts[1:])[: -len(ending)]
            elif path.suffix.lower() in (ending, *_OTHER_ENDINGS[ending]):
                problems.append(_misnamed(path, root, ending))
        elif len(parts) == 1 and path.with_suffix(".yml").name in _LISTS and path.suffix == ".yaml":
            problems.append(_misnamed(path, root, ".yml"))


def _misnamed(path: Path, root: Path, ending: str) -> Diagnostic:
    hint = f"rename it so that it ends in '{ending}'"
    return Diagnostic(Place(_relative(path, root)), "unexpected-file", "this file is not read", hint)


def _walk(folder: Path, inside: Path, root: Path, problems: list[Diagnostic]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(folder, root, error))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith((".", "#")) or entry.name.endswith("~"):
            continue
        if entry.is_symlink() and not _stays_inside(path, inside):
            hint = "copy here what it leads to"
            message = "this link is not followed: it leads to no file inside the data folder"
            problems.append(Diagnostic(Place(_relative(path, root)), "outside-data", message, hint))
        elif entry.is_dir():
            yield from _walk(path, inside, root, problems)
        else:
            yield path


def _stays_inside(link: Path, inside: Path) -> bool:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    # A link to a folder above itself would never end.
    return target.is_file() and target.is_relative_to(inside)


def _read(path: Path, kind: SourceKind, name: str, root: Path, max_size: int) -> SourceFile | Diagnostic:
    place = Place(_relative(path, root))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Diagnostic(place, "unreadable-file", "this is not an ordinary file", "remove it")
        if status.st_size > max_size:
            hint = "split it, or raise the option 'max_file_size'"
            return Diagnostic(place, "too-big", f"the file has more than {max_size} bytes", hint)
        content = path.read_bytes()
    except OSError as error:
        return _unreadable(path, root, error)
    return _decode(content, SourceFile(kind, place.path, name, ""))


def _decode(content: bytes, file: SourceFile) -> SourceFile | Diagnostic:
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        start = content.rfind(b"\n", 0, error.start) + 1
        column = len(content[start : error.start].decode("utf-8", "replace")) + 1
        hint = "save it as UTF-8"
        return Diagnostic(Place(file.path, line, column), "encoding", "the file is not UTF-8", hint)
    if not text.strip():
        return Diagnostic(Place(file.path), "empty-file", "the file is empty", "write a record in it, or remove it")
    return SourceFile(file.kind, file.path, file.name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _unreadable(path: Path, root: Path, error: OSError) -> Diagnostic:
    reason = (error.strerror or "unknown reason").lower()
    return Diagnostic(
        Place(_relative(path, root)), "unreadable-file", f"cannot be read: {reason}", "check its permissions"
    )


def _relative(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
