"""Checks the file of a page written by hand: MkDocs prints damaged front matter as text, and gives up on bad bytes."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.site_settings import syntax_problem
from mkdocs_dossier.run.regular_file import read_regular

_FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*(?:\n|$)", re.DOTALL)
_BEGUN = re.compile(r"-{3}[ \t]*\n[ \t]*[\w-]+:(?:\s|$)")
_MOST = 50_000_000
_HINT = "front matter is 'key: value' lines between two lines '---'"


def read_site_page(path: Path, shown: str) -> tuple[str, Diagnostic | None]:
    """Return the text of a page, and why it cannot be shown.

    Args:
        shown: Its path in messages.
    """
    try:
        content = read_regular(str(path), _MOST)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return "", Diagnostic(Place(shown), "unreadable-file", f"cannot be read: {reason}", "fix or remove it")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        start = content.rfind(b"\n", 0, error.start) + 1
        column = len(content[start : error.start].decode("utf-8", "replace")) + 1
        place = Place(shown, content.count(b"\n", 0, error.start) + 1, column)
        return "", Diagnostic(place, "encoding", "the file is not UTF-8", "save it as UTF-8")
    if not text.strip():
        return "", Diagnostic(Place(shown), "empty-file", "the file is empty", "write a page in it, or remove it")
    return text, _matter_problem(text, shown)


def _matter_problem(text: str, shown: str) -> Diagnostic | None:
    found = _FRONT_MATTER.match(text)
    if found is None:
        message = "the front matter that begins here has no end"
        return Diagnostic(Place(shown), "front-matter", message, _HINT) if _BEGUN.match(text) else None
    try:
        fields = yaml.load(found[1], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return syntax_problem(error, shown, first_line=2)
    if fields is not None and not isinstance(fields, dict):
        return Diagnostic(Place(shown, 2), "front-matter", "this is not made of 'key: value' lines", _HINT)
    return None
