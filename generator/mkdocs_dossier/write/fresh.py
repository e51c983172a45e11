"""Writes files that are not there yet: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_dossier.write.edits import write_new
from mkdocs_dossier.write.errors import CannotWrite, cannot_write
from mkdocs_dossier.write.inside import leads_out


def write_fresh(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files in their order. None that is there is overwritten, and none is written where a link leads elsewhere.

    Args:
        files: Their contents, by POSIX paths below `root`.

    Raises:
        CannotWrite: One of them could not be written; then none is.
    """
    made: list[Path] = []
    try:
        for folder in _missing([root, *((root / path).parent for path in files)]):
            folder.mkdir()
            made.append(folder)
        for path, content in files.items():
            if leads_out(root / path, root):
                raise CannotWrite(f"{(root / path).parent} is a link that leads elsewhere; nothing was written")
            write_new(root / path, content)
            made.append(root / path)
    except OSError as error:
        _take_back(made)
        raise CannotWrite(f"{cannot_write(error, str(root))}; nothing was written") from error
    except BaseException:
        _take_back(made)
        raise


def _missing(folders: list[Path]) -> list[Path]:
    """The folders that are not there, the outer ones first."""
    wanted = {above for folder in folders for above in (folder, *folder.parents)}
    return sorted(folder for folder in wanted if not folder.is_dir())


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        try:
            path.rmdir() if path.is_dir() else path.unlink()
        except OSError:  # somebody else put something there in this moment
            continue
