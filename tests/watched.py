"""Runs a command and writes down every file that it opens, lists, makes, moves or removes: `python -m tests.watched LOG
mkdocs build`. Only Python's own doings are seen, which are all that the tool does with a project.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_READING = frozenset(("os.listdir", "os.scandir"))
_CHANGING = frozenset(
    ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.utime")
)


def _watch(log: int) -> None:
    def noted(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            _note(log, "write" if isinstance(flags, int) and flags & _WRITES else "read", path)
        elif event in _READING or event in _CHANGING:
            for path in arguments[:2]:
                _note(log, "read" if event in _READING else "write", path)

    sys.addaudithook(noted)


def _note(log: int, kind: str, path: Any) -> None:
    if isinstance(path, str | bytes | os.PathLike):
        os.write(log, f"{kind} {os.path.abspath(os.fsdecode(path))!a}\n".encode())


def main(log: str, command: str, arguments: list[str]) -> None:
    _watch(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    sys.argv = [command, *arguments]
    if command == "mkdocs":
        from mkdocs.__main__ import cli

        cli()
    else:
        from mkdocs_dossier.cli import main as dossier

        dossier()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
