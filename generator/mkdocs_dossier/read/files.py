"""Finds and reads the files below `data/`: the first stage. Nothing outside `data/` is ever opened."""

from __future__ import annotations

import os
import stat
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.names import spelled
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.run.regular_file import read_regular

SourceKind = Literal["article", "actors", "actor", "events", "event", "countries", "muted", "picture"]

_LISTS: dict[str, SourceKind] = {
    "actors.yml": "actors",
    "events.yml": "events",
    "countries.yml": "countries",
    "muted.yml": "muted",
}
_FOLDERS: dict[str, tuple[str, SourceKind]] = {
    "articles": (".md", "article"),
    "actors": (".yml", "actor"),
    "events": (".yml", "event"),
}
_OTHER_ENDINGS = {".yml": (".yaml",), ".md": (".markdown", ".mdown", ".txt")}
"""Endings that a user may have meant, and that are not read."""

_TO_IMPORT = {
    "articles": (".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".eml"),
    "actors": (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl"),
    "events": (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json", ".jsonl"),
    None: (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".jsonl"),
}
"""Endings of texts and tables that a user may expect to be read, by the folder below `data/`; None: `data/` itself."""

_PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp"))
"""Endings of files that articles may show. They are read where an article does."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the collection.

    Attributes:
        path: Relative to the project, POSIX.
        name: Its path below its folder, without ending.
        text: None if the file could not be read, which a diagnostic explains. Of a picture, no more than what tells one
            state of the file from another.
    """

    kind: SourceKind
    path: str
    name: str
    text: str | None


_Stamp = tuple[int, int, int, int]
"""When a file was last written and changed (nanoseconds), its size and its inode: it holds what it held while these
stay."""

_DEEPEST = 30
"""Folders in folders below `data/articles` and the like."""

_SETTLED = 2_000_000_000
"""Nanoseconds. What is written twice within one tick of a coarse clock leaves the same stamp twice."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What was read of a file, or why nothing was.

    Attributes:
        settled: Its stamp was old enough then to be trusted.
    """

    stamp: _Stamp
    file: SourceFile
    problem: Diagnostic | None
    settled: bool


FileStates = Mapping[str, Mapping[str, FileState]]
"""What is known of each file, by folder and name."""


@dataclass(frozen=True, slots=True)
class FilesRead:
    """All files of a collection as they were read.

    Attributes:
        files: In the order of their paths.
        problems: What could not be read.
        states: What was seen of each file. It serves the next reading from the same folder and root, with the same
            limit on the size of files: these three are `asked`.
    """

    files: tuple[SourceFile, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    states: FileStates = field(default_factory=dict)
    asked: tuple[Path, Path, int] | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """One walk through the folder.

    Attributes:
        before, now: What was known of each file the last time, and is now.
        inside: The folder, with no links in its path.
        started: Nanoseconds since 1970.
    """

    inside: Path
    max_size: int
    started: int
    before: FileStates
    progress: Progress
    now: dict[str, dict[str, FileState]] = field(default_factory=dict)
    files: list[SourceFile] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder on the way.

    Attributes:
        shown: What stands before a file's name in its path.
        top: Below which folder of `data/`.
        named: What stands before a file's name in its `SourceFile.name`.
    """

    path: str
    shown: str
    top: str | None = None
    named: str = ""


def read_files(
    folder: Path,
    root: Path,
    *,
    max_size: int,
    before: FilesRead | None = None,
    clock: Callable[[], int] = time.time_ns,
    progress: Progress = silent,
) -> FilesRead:
    """Read every file of the collection in `folder`.

    Args:
        max_size: The size in bytes from which a file is not read.
        before: The same of the last run. A file that is as it was then is not opened, and is the same object again.
    """
    if not folder.is_dir():
        place = Place(_relative(folder, root))
        hint = "make it, with a folder 'articles' and a file 'actors.yml' in it"
        return FilesRead(problems=(Diagnostic(place, "no-data", "there is no such folder", hint),))
    if _is_led_away(folder, root):
        message = "this link is not followed: it leads out of the project"
        hint = "copy here what it leads to, or name that folder in the option 'data_dir'"
        return FilesRead(problems=(Diagnostic(Place(_relative(folder, root)), "outside-data", message, hint),))
    asked = folder, root, max_size
    known = before.states if before is not None and before.asked == asked else {}
    run = _Run(folder.resolve(), max_size, clock(), known, progress)
    shown = _relative(folder, root)
    _walk(_Folder(str(folder), "" if shown == "." else f"{shown.rstrip('/')}/"), run)
    return FilesRead(tuple(run.files), tuple(run.problems), run.now, asked)


def _is_led_away(folder: Path, root: Path) -> bool:
    """Tell whether a link on the way to a folder of the project leads out of that."""
    told = Path(os.path.normpath(folder))
    return told.is_relative_to(os.path.normpath(root)) and not folder.resolve().is_relative_to(root.resolve())


def _walk(folder: _Folder, run: _Run) -> None:
    try:
        entries = _listed(folder.path, follow=folder.top is None)
    except OSError as error:
        run.problems.append(_unreadable(folder.shown.rstrip("/"), error))
        return
    before, now = run.before.get(folder.path, {}), run.now.setdefault(folder.path, {})
    for name, entry, status in entries:
        known = before.get(name)
        if known is None or status is None or not known.settled or known.stamp != _stamp(status):
            known = _visit(folder, entry, status, known, run)
        if known is not None:
            now[name] = known
            run.files.append(known.file)
            run.progress("reading files", len(run.files), 0)
            if known.problem is not None:
                run.problems.append(known.problem)


def _visit(
    folder: _Folder, entry: os.DirEntry[str], status: os.stat_result | None, known: FileState | None, run: _Run
) -> FileState | None:
    """Read an entry if it is a file of the collection, walk through it if it is a folder.

    Args:
        known: What it held before. What is returned holds the same objects, where they still say the same.
    """
    if entry.name.startswith((".", "#")) or entry.name.endswith("~"):
        return None
    if entry.is_symlink() and not _stays_inside(Path(folder.path, entry.name), run.inside):
        message = "this link is not followed: it leads to no file inside the data folder"
        place = Place(folder.shown + spelled(entry.name))
        run.problems.append(Diagnostic(place, "outside-data", message, "copy here what it leads to"))
        return None
    if entry.is_dir(follow_symlinks=False):
        if _is_named_as_file(folder.top, entry.name):
            place, message = Place(folder.shown + entry.name), "this is a folder, where a file is expected"
            run.problems.append(Diagnostic(place, "unreadable-file", message, "rename it, or remove it"))
        elif folder.top is None and entry.name not in _FOLDERS and _meant(entry.name) in _FOLDERS:
            place, hint = Place(f"{folder.shown}{spelled(entry.name)}"), f"rename it to '{_meant(entry.name)}'"
            run.problems.append(Diagnostic(place, "unexpected-file", "this folder is not read", hint))
        elif folder.named.count("/") >= _DEEPEST:
            place, message = Place(folder.shown + spelled(entry.name)), f"this is more than {_DEEPEST} folders deep"
            run.problems.append(Diagnostic(place, "unreadable-file", message, "move it up"))
        else:
            _walk(_below(folder, entry.name), run)
        return None
    found = _read_entry(folder, entry.name, status, run)
    if found is None or known is None or (known.file, known.problem) != (found.file, found.problem):
        return found
    return replace(known, stamp=found.stamp, settled=found.settled)


_Listed = list[tuple[str, os.DirEntry[str], os.stat_result | None]]
"""What is in a folder, by name. The status is that of a plain file; None where it cannot be had."""


def _listed(folder: str, *, follow: bool) -> _Listed:
    """Return what is in a folder.

    Args:
        follow: Whether to look also where its name is that of a link.
    """
    if os.scandir not in os.supports_fd:
        return _statuses(folder)
    # By a descriptor, no path is looked up for each file.
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | (0 if follow else os.O_NOFOLLOW))
    try:
        return _statuses(descriptor)
    finally:
        os.close(descriptor)


def _statuses(folder: str | int) -> _Listed:
    listed: _Listed = []
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                status = entry.stat() if entry.is_file(follow_symlinks=False) else None
            except OSError:
                status = None
            listed.append((entry.name, entry, status))
    listed.sort(key=lambda found: spelled(found[0]))
    return listed


def _stamp(status: os.stat_result) -> _Stamp:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def _below(folder: _Folder, name: str) -> _Folder:
    path, utf8 = os.path.join(folder.path, name), spelled(name)
    shown = f"{folder.shown}{utf8}/"
    if folder.top is None:
        return _Folder(path, shown, utf8)
    return _Folder(path, shown, folder.top, f"{folder.named}{utf8}/")


def _read_entry(folder: _Folder, name: str, status: os.stat_result | None, run: _Run) -> FileState | None:
    expected = _expected(folder.top, name)
    if expected is None:
        if os.path.splitext(_meant(name))[1] in _TO_IMPORT.get(folder.top, ()):
            hint = "move it out of the data folder, and import it: dossier import FILE"
            run.problems.append(
                Diagnostic(Place(folder.shown + spelled(name)), "unexpected-file", "this file is not read", hint)
            )
        return None
    kind, ending = expected
    utf8 = spelled(name)
    shown = folder.shown + utf8
    if kind == "picture":
        return (
            None
            if status is None
            else FileState(_stamp(status), _picture(shown, folder.named + utf8, status), None, settled=True)
        )
    if not (name == ending if folder.top is None else name.endswith(ending)):
        hint = f"rename it to '{ending}'" if folder.top is None else f"rename it so that it ends in '{ending}'"
        run.problems.append(Diagnostic(Place(shown), "unexpected-file", "this file is not read", hint))
        return None
    blank = SourceFile(kind, shown, folder.named + utf8.removesuffix(".yml" if folder.top is None else ending), None)
    path = os.path.join(folder.path, name)
    try:
        if status is None:
            path = os.path.realpath(path)  # of a link, which was looked at
            status = os.stat(path)
        found = _read(path, blank, status, run.max_size)
    except OSError as error:
        # Whatever is in the way may be gone the next time, though the file be the same.
        return FileState((0, 0, 0, 0), blank, _unreadable(shown, error), settled=False)
    file, problem = (blank, found) if isinstance(found, Diagnostic) else (found, None)
    settled = run.started - max(status.st_mtime_ns, status.st_ctime_ns) >= _SETTLED
    return FileState(_stamp(status), file, problem, settled)


def _picture(shown: str, name: str, status: os.stat_result) -> SourceFile:
    return SourceFile("picture", shown, name, f"{status.st_size} {status.st_mtime_ns}")


def kind_of(path: str) -> SourceKind | None:
    """Return the kind of a file.

    Args:
        path: Below the data folder, POSIX.
    """
    top, _, rest = path.partition("/")
    if not rest:
        return _LISTS.get(path)
    ending, kind = _FOLDERS.get(top, ("", None))
    return kind if path.endswith(ending) else None


def _expected(top: str | None, name: str) -> tuple[SourceKind, str] | None:
    """Return the kind of a file and how its name should end, or None if it is none of the collection's."""
    if os.path.splitext(name)[1].lower() in _PICTURES:
        return "picture", ""
    meant = _meant(name)
    if top is None:
        stem, ending = os.path.splitext(meant)
        listed = ending in (".yml", ".yaml") and f"{stem}.yml" in _LISTS
        return (_LISTS[f"{stem}.yml"], f"{stem}.yml") if listed else None
    if top not in _FOLDERS:
        return None
    ending, kind = _FOLDERS[top]
    endings = (ending, *_OTHER_ENDINGS[ending])
    return (kind, ending) if os.path.splitext(meant)[1] in endings else None


def _meant(name: str) -> str:
    """Return a name without what some systems do not tell apart, or nobody sees."""
    return (name if name.isascii() else unicodedata.normalize("NFKC", name)).lower().strip(" .\u200b\ufeff")


def _is_named_as_file(top: str | None, name: str) -> bool:
    expected = _expected(top, name)
    return expected is not None and name.endswith(expected[1])


def _stays_inside(link: Path, inside: Path) -> bool:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    # A link to a folder above itself would never end.
    return target.is_file() and target.is_relative_to(inside)


def _read(path: str, blank: SourceFile, status: os.stat_result, max_size: int) -> SourceFile | Diagnostic:
    if not stat.S_ISREG(status.st_mode):
        return Diagnostic(Place(blank.path), "unreadable-file", "this is not an ordinary file", "remove it")
    if status.st_size > max_size:
        return _too_big(blank.path, max_size)
    content = read_regular(path, max_size + 1, follow=False)
    return _decode(content, blank) if len(content) <= max_size else _too_big(blank.path, max_size)


def _too_big(shown: str, max_size: int) -> Diagnostic:
    hint = "split it, or raise the option 'max_file_size'"
    return Diagnostic(Place(shown), "too-big", f"the file has more than {max_size} bytes", hint)


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


def _unreadable(shown: str, error: OSError) -> Diagnostic:
    reason = (error.strerror or "unknown reason").lower()
    return Diagnostic(Place(shown), "unreadable-file", f"cannot be read: {reason}", "check its permissions")


def _relative(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
