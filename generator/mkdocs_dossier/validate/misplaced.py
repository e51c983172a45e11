"""A mark of privacy that stands where nobody reads it: `status: draft` in the text, or indented below another key.

Whoever wrote it meant the record to be kept back, so it is kept back until that is mended.
"""

from __future__ import annotations

import re

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.yaml_tree import Mapping
from mkdocs_dossier.validate.kept_back import inner_mark
from mkdocs_dossier.validate.private_words import plain
from mkdocs_dossier.validate.record import Tree

_WORDS = "draft|withheld"
_ON_A_LINE = re.compile(
    rf"""
    ^ (?: [^\w\n]{{0,9}} \w{{1,20}} [^\w\n]{{0,9}} [:=] [^\w\n]{{0,9}} (?: {_WORDS} ) [^\w\n]{{0,9}}
        | [^\w\n]{{0,9}} embargo [^\w\n]{{0,9}} [:=] [^\w\n]{{0,9}} \d{{4}}-\d\d [^\n]{{0,20}} ) $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_HINT = "move it up to the record's own fields; if it belongs to the text, say 'status: published' there"


def misplaced_mark(tree: Tree, body: str = "", *, first_line: int = 1) -> Diagnostic | None:
    """Return a diagnostic if a mark of privacy stands in the wrong place, and the record says nothing of its status.

    Args:
        body: Of an article, which begins on `first_line` of its file.
    """
    if not isinstance(tree.root, Mapping) or "status" in tree.root.items:
        return None
    inner = inner_mark(tree.root)
    if inner is None:
        line, column = line_of_mark(body, first_line), 1
    else:
        line, column = inner.line + tree.below, inner.column
    if line is None:
        return None
    return Diagnostic(Place(tree.path, line, column), "bad-status", "this keeps nothing back where it stands", _HINT)


def line_of_mark(body: str, first_line: int = 1) -> int | None:
    """Return the line on which a text says that it is private; None where it does not."""
    if not any(word in (said := plain(body)).lower() for word in ("draft", "withheld", "embargo")):
        return None
    found = _ON_A_LINE.search(said)
    return None if found is None else first_line + said.count("\n", 0, found.start())
