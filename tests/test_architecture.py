"""The house (CONTRIBUTING.md): which room may import from which, and one door for each third-party package."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import FILES, PACKAGE, imports

ENTRANCE = {"build", "check", "explain", "inbox", "init", "new", "project", "rename", "schema", "stages", "tree"}
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
    "pages": {"diagnostics", "incremental", "model", "run", "words"},
    "words": set(),
    "export": {"model", "pages", "words"},
    "write": {"diagnostics", "model"},
    "suggest": {"diagnostics", "edit", "link", "model", "run"},
    "edit": {"diagnostics", "model", "read", "validate"},
    "imports": {"diagnostics", "edit", "images", "model", "read", "validate"},
    "excerpt": {"diagnostics", "model", "read", "run", "validate"},
    "vscode": {"export", "model", "read", "write"},
    "starter": {"pages", "vscode"},
    "site_build": {
        *("build", "stages", "diagnostics", "export", "incremental", "model", "pages", "read", "run", "words", "write"),
    },
    "serve": {
        *("build", "inbox", "schema", "site_build", "diagnostics", "export", "incremental", "model", "pages", "read"),
        *("run", "words", "write"),
    },
    "plugin": {"site_build", "serve", "diagnostics", "model", "pages", "run", "words"},
    "cli": {*ENTRANCE, "diagnostics", "excerpt", "imports", "model", "run", "validate", "write"},
}
"""What each room may import, besides itself, the standard library and its own packages."""

MOST_SEEN = 8
"""So many rooms a door may see, the entrance counted as one: what is behind these is none of its business."""

DOORS = {
    "ahocorasick_rs": {"link/automaton.py"},
    "anyascii": {"model/ids.py"},
    "bibtexparser": {"imports/library.py"},
    "cbor2": {"site_build/reproducible_index.py"},
    "click": {"cli/"},
    "edtf": {"model/edtf.py"},
    "jinja2": {"pages/render.py"},
    "lxml": {"imports/page.py"},
    "mammoth": {"imports/office.py"},
    "markdown_it": {"read/"},
    "markupsafe": {"words/html_words.py"},
    "mergedeep": {"read/site_settings.py"},
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
    "warcio": {"imports/warc.py"},
    "watchdog": {"serve/watch.py"},
    "webencodings": {"imports/decode.py"},
    "yaml": {"read/"},
    "yaml_env_tag": {"read/site_settings.py"},
}
"""Where each third-party package may be imported."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_what_the_table_allows(file: Path) -> None:
    name = file.relative_to(PACKAGE).as_posix()
    room = name.partition("/")[0].removesuffix(".py")
    if room == "__init__":
        return
    for module in imports(file):
        top, _, rest = module.partition(".")
        if top == "mkdocs_dossier" and rest:
            other = rest.partition(".")[0]
            allowed = ROOMS.keys() - {"cli", "plugin", "site_build", "serve"} if room in ENTRANCE else ROOMS[room]
            assert other == room or other in allowed | (ENTRANCE if room in ENTRANCE else set()), (
                f"{name} may not import {module}"
            )
        elif top not in sys.stdlib_module_names and top != "mkdocs_dossier":
            assert any(name.startswith(door) for door in DOORS[top]), f"{name} is no door for {top}"


@pytest.mark.parametrize("door", ["cli", "plugin"])
def test_a_door_sees_few_rooms(door: str) -> None:
    modules = (module for file in FILES if file.is_relative_to(PACKAGE / door) for module in imports(file))
    seen = {module.split(".")[1] for module in modules if module.startswith("mkdocs_dossier.")} - {door}
    rooms = {"the entrance" if one in ENTRANCE else one for one in seen}
    assert len(rooms) <= MOST_SEEN, f"{door} sees {', '.join(sorted(rooms))}"


def test_every_room_is_in_the_table_and_nothing_but_the_entrance_lies_at_the_top() -> None:
    rooms = {file.relative_to(PACKAGE).parts[0] for file in FILES}
    assert {room for room in rooms if not room.endswith(".py")} <= ROOMS.keys()
    assert {room.removesuffix(".py") for room in rooms if room.endswith(".py")} - {"__init__"} == ENTRANCE


def _public_types(file: Path) -> Iterator[str]:
    """Yield the classes and type aliases that a module defines for others."""
    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        match statement:
            case ast.ClassDef(name=name):
                pass
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if name.isupper() and len(name) > 1:  # a constant
                    continue
            case _:
                continue
        # A single letter is a type variable: it means nothing outside its module.
        if name[0].isupper() and len(name) > 1:
            yield name


def test_no_two_public_types_have_one_name() -> None:
    defined: dict[str, list[str]] = defaultdict(list)
    for file in FILES:
        for name in _public_types(file):
            defined[name].append(file.relative_to(PACKAGE).as_posix())
    assert len(defined) > 200
    assert {name: files for name, files in defined.items() if len(files) > 1} == {}
