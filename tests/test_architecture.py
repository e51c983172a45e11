"""The house (CONTRIBUTING.md): which room may import from which, and one door for each third-party package."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "mkdocs_dossier"

ENTRANCE = {"build", "check", "explain", "inbox", "stages"}
"""What lies at the top: one job each, called by both doors."""

ROOMS = {
    "diagnostics": set(),
    "model": {"diagnostics"},
    "run": {"diagnostics", "model"},
    "images": set(),
    "incremental": {"diagnostics", "read", "run"},
    "read": {"diagnostics", "images", "model", "run"},
    "validate": {"diagnostics", "images", "model", "read", "run"},
    "link": {"diagnostics", "model", "run"},
    "index": {"model"},
    "pages": {"diagnostics", "incremental", "model", "run"},
    "export": {"model", "pages"},
    "write": {"diagnostics", "model"},
    "suggest": {"diagnostics", "edit", "link", "model", "run"},
    "edit": {"diagnostics", "model", "read", "validate"},
    "imports": {"diagnostics", "edit", "images", "model", "read", "validate"},
    "excerpt": {"diagnostics", "model", "read", "run", "validate"},
    "vscode": {"export", "model", "read", "write"},
    "site_build": {
        *("build", "stages", "diagnostics", "export", "incremental", "model", "pages", "read", "run", "write"),
    },
    "serve": {
        *("build", "inbox", "stages", "site_build", "diagnostics", "export", "incremental", "model", "pages", "read"),
        *("run", "suggest", "validate", "vscode", "write"),
    },
    "plugin": {
        *("build", "serve", "site_build", "diagnostics", "export", "model", "pages", "read", "run", "write"),
    },
    "cli": {
        *ENTRANCE,
        *("diagnostics", "edit", "excerpt", "export", "images", "imports", "model", "pages", "read", "run", "suggest"),
        *("validate", "vscode", "write"),
    },
}
"""What each room may import, besides itself, the standard library and its own packages."""

DOORS = {
    "ahocorasick_rs": {"link/automaton.py"},
    "anyascii": {"model/ids.py"},
    "bibtexparser": {"imports/library.py"},
    "click": {"cli/"},
    "edtf": {"model/edtf.py"},
    "jinja2": {"pages/render.py"},
    "lxml": {"imports/page.py"},
    "mammoth": {"imports/office.py"},
    "markdown_it": {"read/"},
    "mkdocs": {"plugin/", "site_build/", "serve/"},
    "odfdo": {"imports/office.py"},
    "pydantic": {"model/", "validate/record.py"},
    "pydantic_core": {"model/", "validate/record.py"},
    "pypdf": {"imports/pdf.py"},
    "pyromark": {"pages/html.py"},
    "python_calamine": {"imports/sheets.py"},
    "rispy": {"imports/library.py"},
    "striprtf": {"imports/office.py"},
    "trafilatura": {"imports/body.py"},
    "webencodings": {"imports/decode.py"},
    "warcio": {"imports/warc.py"},
    "watchdog": {"serve/watch.py"},
    "yaml": {"read/"},
}
"""Where each third-party package may be imported."""


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_what_the_table_allows(file: Path) -> None:
    name = file.relative_to(PACKAGE).as_posix()
    room = name.partition("/")[0].removesuffix(".py")
    if room == "__init__":
        return
    for module in _imports(file):
        top, _, rest = module.partition(".")
        if top == "mkdocs_dossier" and rest:
            other = rest.partition(".")[0]
            allowed = ROOMS.keys() - {"cli", "plugin", "site_build", "serve"} if room in ENTRANCE else ROOMS[room]
            assert other == room or other in allowed | (ENTRANCE if room in ENTRANCE else set()), (
                f"{name} may not import {module}"
            )
        elif top not in sys.stdlib_module_names and top != "mkdocs_dossier":
            assert any(name.startswith(door) for door in DOORS[top]), f"{name} is no door for {top}"


def test_every_room_is_in_the_table_and_nothing_but_the_entrance_lies_at_the_top() -> None:
    rooms = {file.relative_to(PACKAGE).parts[0] for file in FILES}
    assert {room for room in rooms if not room.endswith(".py")} <= ROOMS.keys()
    assert {room.removesuffix(".py") for room in rooms if room.endswith(".py")} - {"__init__"} == ENTRANCE
