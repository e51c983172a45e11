"""Writes a former id into a record's YAML: in the list `formerly`, or with a new line, in the manner of the rest.

Positions tell where a text begins, not where it ends; so there are several ways to write it, and whoever takes one asks
whether the record then says what it should.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_dossier.edit.scalars import id_span
from mkdocs_dossier.edit.text import FileText, TextEdit
from mkdocs_dossier.read.yaml_tree import Mapping, Scalar, Sequence
from mkdocs_dossier.validate.record import Tree


def ways_to_add(text: FileText, tree: Tree, old: str) -> Iterator[TextEdit]:
    """Yield changes, the best first, that write that the record of `tree` was called `old`."""
    assert isinstance(tree.root, Mapping)
    listed = tree.root.items.get("formerly")
    if isinstance(listed, Sequence):
        yield _into_list(text, tree, listed, old)
    elif isinstance(listed, Scalar):
        at = _offset(text, tree, listed)
        yield TextEdit(at, at, f" [{old}]")
    else:
        yield from _new_fields(text, tree, f"formerly: [{old}]")


def _into_list(text: FileText, tree: Tree, listed: Sequence, old: str) -> TextEdit:
    at = _offset(text, tree, listed)
    if text.content[at : at + 1] != "[":
        start, (_, newline) = text.start_of(at), text.end_of(at)
        return TextEdit(start, start, f"{text.content[start:at]}- {old}{newline}")
    if not listed.items:
        return TextEdit(at + 1, at + 1, old)
    first = _offset(text, tree, listed.items[0])
    return TextEdit(first, first, f"{old}, ")


def _new_fields(text: FileText, tree: Tree, field: str) -> Iterator[TextEdit]:
    assert isinstance(tree.root, Mapping)
    keys = tree.root.keys
    first = min(_offset(text, tree, key) for key in keys.values())
    named = next((_offset(text, tree, keys[key]) for key in ("name", "title") if key in keys), first)
    indent = text.content[text.start_of(named) : named]
    end, newline = text.end_of(named)
    if not indent.strip(" "):
        yield TextEdit(end, end, f"{newline}{indent}{field}")  # below the name
    start = text.start_of(first)
    yield TextEdit(start, start, f"{text.content[start:first]}{field}{newline}")  # above all
    yield TextEdit(first, first, f"{field}, ")  # between braces


def replaced_in_list(text: FileText, tree: Tree, old: str, new: str) -> Iterator[TextEdit]:
    """Yield the changes that put `new` where the list `formerly` of a record has `old`."""
    assert isinstance(tree.root, Mapping)
    listed = tree.root.items.get("formerly")
    for item in listed.items if isinstance(listed, Sequence) else ():
        if isinstance(item, Scalar) and item.value.strip() == old:
            span = id_span(text.content, _offset(text, tree, item), old)
            if span is not None:
                yield TextEdit(*span, new)


def _offset(text: FileText, tree: Tree, node: Scalar | Sequence | Mapping) -> int:
    return text.offset(node.line + tree.below, node.column)
