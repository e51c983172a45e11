"""The keys of kept results: digests of the files, the options and the tool that a result was made with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mkdocs_dossier import __version__
from mkdocs_dossier.diagnostics import as_json
from mkdocs_dossier.incremental.digests import digest
from mkdocs_dossier.read.files import FilesRead
from mkdocs_dossier.run.options import Options

_PACKAGES = (
    "ahocorasick-rs",
    "anyascii",
    "edtf",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "pydantic",
    "pyromark",
    "pyyaml",
)
"""What results come out of besides our own code."""


def collection_key(options: Options, files: FilesRead) -> str:
    """Return a digest of all that checking and linking depend on: the files' texts, the files that could not be read,
    the options and the tool.
    """
    texts = (part for f in files.files for part in (f.kind, f.path, f.text if f.text is not None else "\0"))
    settings = (options.data_dir, str(options.max_file_size), str(options.maps), options.language)
    problems = (as_json(problem) for problem in files.problems)
    return digest(*(part.encode("utf-8", "replace") for part in (tool_key(), *settings, *problems, "\n", *texts)))


@cache  # a process goes on with the tool that it began with
def tool_key() -> str:
    """Return a digest of this tool: its version, its own files, Python, and the packages that results depend on."""
    parts = [__version__, sys.version, *(f"{name} {_version(name)}" for name in _PACKAGES)]
    parts += (f"{path} {size} {time}" for path, size, time in sorted(_own_files(str(Path(__file__).parent.parent))))
    return digest("\n".join(parts).encode())


def _own_files(folder: str) -> Iterable[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _own_files(entry.path)
        else:
            # Size and time will do: to read the whole package would take longer than many a build.
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
