"""Our own contenders' projects: a collection, a `mkdocs.yml`, no page written by hand."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.race import BIN

BUILD = (str(BIN / "mkdocs"), "build", "-q")
CHECK = (str(BIN / "dossier"), "check")
CHECK_IS_GOOD = (0, 1)
"""`dossier check` says with 1 that it found something, which is no failure of the command."""

SECTIONS = ("actors", "countries", "events", "dates", "articles", "explore")
NAV = ", ".join(f"{section}/index.md" for section in SECTIONS)
"""With all pages in its nav MkDocs takes many times as long."""

SETTINGS = "site_name: Bench\ntheme: {{name: dossier}}\nplugins: [dossier: {options}]\nnav: [{nav}]\nnot_in_nav: '*'\n"


def dossier_project(folder: Path, data: Path, **options: str | bool) -> Path:
    """Make a project of ours from a copy of a collection. options: the plugin's."""
    settings = SETTINGS.format(options=json.dumps(options), nav=NAV)
    project = write_files(folder, {"mkdocs.yml": settings})
    shutil.copytree(data, project / "data")
    (project / "docs").mkdir()
    return project


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write texts below a folder, and return it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
