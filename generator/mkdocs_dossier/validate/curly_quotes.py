"""Finds values in curly quotes, as word processors write them: to YAML they are a part of the value.

`name: “Ann Other”` is a name that no text says. Where a text is free, as a headline is, such quotes may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.curly import STRAIGHT, in_curly_quotes
from mkdocs_dossier.read.yaml_tree import Node, Scalar, Sequence
from mkdocs_dossier.validate.record import Tree

_FREE = frozenset(("title", "quote", "summary", "says", "notes", "role", "mentions", "tags"))
"""What stands behind these keys is told to readers as it is."""


def curly_quotes(tree: Tree) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each value of a record that was meant to stand in quotes."""
    for scalar in _curly(tree.root):
        place = Place(tree.path, scalar.line + tree.below, scalar.column)
        yield Diagnostic(place, "curly-quotes", "curly quotes stand around this value", STRAIGHT)


def _curly(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if in_curly_quotes(node.value) and not _is_quoted(node):
            yield node
    elif isinstance(node, Sequence):
        yield from _torn(node)
        for item in node.items:
            yield from _curly(item)
    else:
        for key, item in node.items.items():
            if key not in _FREE:
                yield from _curly(item)


def _torn(list: Sequence) -> Iterator[Scalar]:
    """Yield the first half of `[“Other, Ann”]`, which YAML takes for two items."""
    for one, other in zip(list.items, list.items[1:], strict=False):
        if isinstance(one, Scalar) and isinstance(other, Scalar) and not (_is_quoted(one) or _is_quoted(other)):
            whole = f"{one.value}, {other.value}"
            if one.line == other.line and in_curly_quotes(whole):
                yield one


def _is_quoted(scalar: Scalar) -> bool:
    """Tell whether straight quotes stand around it too: then the curly ones are meant."""
    return scalar.end_line != scalar.line or scalar.end_column - scalar.column != len(scalar.value)
