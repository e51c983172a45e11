"""The house (CONTRIBUTING.md): which room may import from which, and one door for each third-party package."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"

ROOMS = {
    "visible": set(),
    "tally": {"diagnostics"},
    "progress": set(),
    "progress_bar": {"progress"},
    "vscode": {"export", "model", "read", "write"},
    "excerpt": {"config", "diagnostics", "model", "read", "validate", "visible"},
    "diagnostics": {"visible"},
    "config": {"diagnostics", "validate"},
    "memory": set(),
    "garbage": set(),
    "resources": set(),
    "model": {"diagnostics"},
    "pictures": set(),
    "ordinary": set(),
    "read": {"ordinary", "diagnostics", "memory", "model", "pictures", "progress"},
    "validate": {"diagnostics", "memory", "model", "pictures", "progress", "read"},
    "link": {"diagnostics", "memory", "model", "progress"},
    "suggest": {"diagnostics", "edit", "link", "memory", "model", "progress", "visible"},
    "index": {"model", "memory"},
    "pages": {"model", "ordinary"},
    "export": {"model", "pages"},
    "write": {"model", "diagnostics"},
    "template_sources": {"config", "diagnostics", "pages", "resources"},
    "edit": {"diagnostics", "model", "read", "validate"},
    "explain": {"model", "validate", "visible"},
    "imports": {"diagnostics", "edit", "model", "read", "validate"},
    "cache": {"ordinary"},
    "signature": {"cache", "config", "diagnostics", "read"},
    "drafts": {"memory", "model"},
    "facts": {"cache", "link", "model"},
    "corpus": {
        *(
            "cache",
            "config",
            "diagnostics",
            "link",
            "memory",
            "model",
            "pictures",
            "progress",
            "read",
            "signature",
            "validate",
            "workers",
        ),
    },
    "inbox": {
        *(
            "cache",
            "config",
            "corpus",
            "diagnostics",
            "memory",
            "model",
            "progress",
            "read",
            "suggest",
            "validate",
            "write",
        ),
    },
    "check": {"progress", "cache", "config", "corpus", "diagnostics", "memory", "model", "read", "signature"},
    "press": {"diagnostics", "model", "pages"},
    "build": {
        *(
            "cache",
            "config",
            "corpus",
            "diagnostics",
            "drafts",
            "export",
            "index",
            "memory",
            "model",
            "pages",
            "pictures",
            "press",
        ),
        *("progress", "read", "template_sources", "validate", "workers"),
    },
    "cli": {
        *("build", "check", "config", "corpus", "diagnostics", "edit", "excerpt", "explain", "export"),
        *("garbage", "imports", "inbox", "memory", "model", "ordinary", "pages", "progress", "progress_bar", "read"),
        *("resources", "suggest", "tally", "validate", "visible", "vscode", "workers", "write"),
    },
    "plugin": {
        *("build", "cache", "config", "corpus", "diagnostics", "export", "facts", "garbage", "inbox", "memory"),
        *("model", "pages", "press", "read", "resources", "signature", "template_sources", "workers", "write"),
        *("progress", "progress_bar", "tally", "validate", "vscode"),
    },
    "workers": set(),
}
"""What each room may import, besides itself, the standard library and its own packages."""

DOORS = {
    "ahocorasick_rs": {"link/automaton.py"},
    "anyascii": {"model/ids.py"},
    "click": {"cli/"},
    "edtf": {"model/edtf.py"},
    "jinja2": {"pages/render.py"},
    "lxml": {"imports/page.py"},
    "markdown_it": {"read/"},
    "mkdocs": {"plugin/"},
    "pydantic": {"model/", "validate/record.py"},
    "pydantic_core": {"model/", "validate/record.py"},
    "pypdf": {"imports/pdf.py"},
    "pyromark": {"pages/html.py"},
    "trafilatura": {"imports/body.py"},
    "watchdog": {"plugin/watch.py"},
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
        if top == "generator" and rest:
            other = rest.partition(".")[0]
            assert other == room or other in ROOMS[room], f"{name} may not import {module}"
        elif top not in sys.stdlib_module_names and top != "generator":
            assert any(name.startswith(door) for door in DOORS[top]), f"{name} is no door for {top}"


def test_every_room_is_in_the_table() -> None:
    rooms = {file.relative_to(PACKAGE).parts[0].removesuffix(".py") for file in FILES} - {"__init__"}
    assert rooms <= ROOMS.keys()
