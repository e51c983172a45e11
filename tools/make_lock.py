"""Writes the lock that `dossier init` hands on as `requirements.txt`: all that Dossier needs beside itself.

    python -m tools.make_lock      (or: make lock)

The newest versions that `pyproject.toml` allows, for every system and Python, each file with its checksum. Dossier
itself is not in it: its wheel holds this file, and so cannot be told its own checksum.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "templates" / "starter" / "requirements.txt"

_HEAD = """\
# What `pip install` takes, file by file: all that Dossier needs beside itself, for all systems and Pythons. The version
# of Dossier stands in requirements.in; README.md says how to renew both.
"""

_OPTIONS = "--quiet --universal --generate-hashes --upgrade --no-header --python-version 3.11 --extra search"


def main() -> None:
    command = [find_uv_bin(), "pip", "compile", *_OPTIONS.split(), "pyproject.toml"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    LOCK.write_text(_HEAD + lines, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
