"""A mark of privacy that stands where nobody reads it: `status: draft` in the text, or indented below another key.

Whoever wrote it meant the record to be kept back, so it is kept back until that is mended.
"""

from __future__ import annotations

import re
import unicodedata

from generator.diagnostics import Diagnostic, Place
from generator.read.yaml_tree import Mapping, Node, Scalar, Sequence
from generator.validate.record import Tree

_WORDS = "draft|withheld"
_IN_TEXT = re.compile(
    rf"""
    (?: \A | (?<=\s) )
    [^\w\s]* status [^\w\s]* \s{{0,9}} [:=] \s{{0,9}} ["']? (?: {_WORDS} ) \b
    | (?: \A | (?<=\s) ) [^\w\s]* embargo [^\w\s]* \s{{0,9}} [:=] \s{{0,9}} ["']? \d{{4}} -
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ON_A_LINE = re.compile(
    rf"""
    ^ (?: [^\w\n]{{0,9}} \w{{1,20}} [^\w\n]{{0,9}} [:=] [^\w\n]{{0,9}} (?: {_WORDS} ) [^\w\n]{{0,9}}
        | [^\w\n]{{0,9}} embargo [^\w\n]{{0,9}} [:=] [^\w\n]{{0,9}} \d{{4}}-\d\d [^\n]{{0,20}} ) $
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_KEYS = frozenset(("status", "embargo"))
_HINT = "move it up to the record's own fields; if it belongs to the text, say 'status: published' there"


def is_mark(key: str) -> bool:
    """Whether a key can only be meant to keep a record back."""
    return key.strip().casefold() in _KEYS


def misplaced_mark(tree: Tree, body: str = "", *, first_line: int = 1) -> Diagnostic | None:
    """Return a diagnostic if a mark of privacy stands in the wrong place, and the record says nothing of its status.

    body: of an article, which begins on `first_line` of its file.
    """
    if not isinstance(tree.root, Mapping) or "status" in tree.root.items:
        return None
    place = _in_fields(tree) or _in_body(body, first_line, tree.path)
    if place is None:
        return None
    return Diagnostic(place, "bad-status", "this keeps nothing back where it stands", _HINT)


def _in_fields(tree: Tree) -> Place | None:
    todo: list[Node] = [tree.root]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            if _IN_TEXT.search(node.value) is not None:
                return Place(tree.path, node.line + tree.below, node.column)
        elif isinstance(node, Sequence):
            todo += node.items
        else:
            for key, item in node.items.items():
                if node is not tree.root and is_mark(key):
                    return Place(tree.path, node.keys[key].line + tree.below, node.keys[key].column)
                todo.append(item)
    return None


def _in_body(body: str, first_line: int, path: str) -> Place | None:
    plain = body if body.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFKC", body))
    if not any(word in plain.lower() for word in ("draft", "withheld", "embargo")):
        return None
    found = _ON_A_LINE.search(plain)
    return None if found is None else Place(path, first_line + plain.count("\n", 0, found.start()))
