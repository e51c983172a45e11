"""The files that `dossier import` reads and writes, and what the command line says of all of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs_dossier.model.ids import slug

if TYPE_CHECKING:
    from mkdocs_dossier.imports.draft import Clue, Refusal
    from mkdocs_dossier.imports.import_kind import ImportKind
    from mkdocs_dossier.imports.source import Reading
    from mkdocs_dossier.run.options import Options

_UNREAD = frozenset(
    ("node_modules", "_site", "public", "resources", "dist", "vendor", "templates", "layouts", "themes")
)
_OWN = frozenset("README LICENSE LICENCE CHANGELOG CONTRIBUTING CODE_OF_CONDUCT SECURITY 404".split())
"""Folders of sites that hold no texts of their own, and files that tell of the folder itself."""

_MOST_FILES = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says. dates: by the name of a file, where a list gives them."""

    again: bool
    dry_run: bool
    show_dropped: bool
    kind: str | None
    publish: bool
    folder: str | None
    max_size: int
    reading: Reading
    date_from: str = ""
    dates: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    day_first: bool | None = None
    one_file: bool | None = None

    @property
    def status(self) -> str:
        return "published" if self.publish else "draft"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that can be read; its content is read again when its turn comes, so that not all of them lie in memory.

    root: the folder that was named on the command line, where it lies in one.
    """

    path: Path
    kind: ImportKind
    root: Path | None = None

    @property
    def shown(self) -> str:
        return str(self.path)

    @property
    def folder(self) -> str:
        """Its folder below the root, as it is kept below `articles/`."""
        if self.root is None:
            return ""
        parts = self.path.relative_to(self.root).parent.parts
        return "/".join(slug(part) or part for part in parts if part not in ("_posts", "_drafts"))

    def dates(self, asked: Asked) -> tuple[Clue, ...]:
        """What `--date-from` tells of its date."""
        from mkdocs_dossier.imports.dates_from import date_from, listed

        if asked.dates:
            return listed(asked.dates, self.path)
        return date_from(asked.date_from, self.path, self.path.stat().st_mtime) if asked.date_from else ()


@dataclass(slots=True)
class Walked:
    """What a walk through folders finds. missed: lines on what could not be read; others: files of no use, by kind."""

    inputs: list[Input] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def walk(files: tuple[Path, ...], max_size: int) -> Walked:
    """Return what is in each file, and in the folders among them."""
    from mkdocs_dossier.imports.draft import Refusal
    from mkdocs_dossier.imports.kinds import kind_of

    found = Walked()
    for named in files:
        for path in _below(named) if named.is_dir() else (named,):
            content = content_of(path, max_size)
            kind = kind_of(content, path.name) if isinstance(content, bytes) else content
            root = named if path != named else None
            if isinstance(kind, Refusal):
                if root is None or not isinstance(content, bytes):
                    found.missed.append(f"{path}: {kind!s}")
                else:
                    found.others[str(kind).partition(";")[0].removeprefix("this is ")] += 1
            else:
                found.inputs.append(Input(path, kind, root))
    return found


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that may be texts, in the order of their names; links are not followed."""
    count = 0
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[:1] not in (".", "_") or name in ("_posts", "_drafts"))
        folders[:] = [name for name in folders if name not in _UNREAD]
        for name in sorted(names):
            path = Path(base, name)
            if name.startswith((".", "_index.")) or path.stem.upper() in _OWN or path.is_symlink():
                continue
            count += 1
            if count > _MOST_FILES:
                return
            yield path


def content_of(path: Path, max_size: int) -> bytes | Refusal:
    from mkdocs_dossier.imports.draft import Refusal

    try:
        if path.exists() and not path.is_file():
            return Refusal("this is not an ordinary file", "save what it gives in one, and import that")
        with path.open("rb") as file:
            content = file.read(max_size + 1)
    except OSError as error:
        return Refusal(f"it cannot be read: {(error.strerror or 'unknown reason').lower()}")
    return content if len(content) <= max_size else Refusal(f"it has more than {max_size} bytes", "raise --max-size")


def write(path: str, content: str | bytes, options: Options) -> str:
    """Write a file that is not there yet. Return why it could not be written, else nothing."""
    from mkdocs_dossier.new import write_new_file

    return write_new_file(options, path, content, inside=True)


def beside(one: Input, way: str, max_size: int) -> bytes:
    """Return the picture that a text of an imported folder shows, empty where there is none in that folder."""
    from mkdocs_dossier.imports.pictures import candidates

    named = one.root or one.path.parent
    root = named.resolve()
    folder = PurePosixPath(one.path.relative_to(named).parent.as_posix())
    for place in candidates(way, folder):
        path = (root / place).resolve()
        if path.is_file() and path.is_relative_to(root) and isinstance(content := content_of(path, max_size), bytes):
            return content
    return b""
