"""`data/muted.yml`: the names that are never suggested, a plain list."""

from __future__ import annotations

import unicodedata

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.yaml_tree import Node, Scalar, Sequence, parse_yaml

_HOW = "write one name a line, each after '- '"


def muted_names(source: SourceFile) -> tuple[tuple[str, ...] | None, tuple[Diagnostic, ...]]:
    """Return the names that the file lists, and what is wrong with it; None where it cannot be read."""
    if source.text is None:
        return None, ()
    root, problems = parse_yaml(source.text, source.path)
    if root is None:
        return (None, problems) if problems else ((), ())  # a list of which only the comments are left is empty
    if isinstance(root, Scalar) and root.empty:
        return (), problems
    if not isinstance(root, Sequence):
        return None, (*problems, _wrong(root, source.path, "the file is not a list of names"))
    return _names(root, source.path)


def _names(root: Sequence, path: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    first: dict[str, Scalar] = {}
    found: list[Diagnostic] = []
    for item in root.items:
        if not isinstance(item, Scalar) or not item.value.strip():
            found.append(_wrong(item, path, "this is not a name"))
            continue
        earlier = first.setdefault(_plain(item.value), item)
        if earlier is not item:
            found.append(_twice(item, earlier, path))
    return tuple(item.value for item in first.values()), tuple(found)


def _plain(name: str) -> str:
    """Return what is the same of two names that mute the same: without case, marks, and hyphens."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("-", " "))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _wrong(node: Node, path: str, message: str) -> Diagnostic:
    return Diagnostic(Place(path, node.line, node.column), "bad-value", message, _HOW)


def _twice(item: Scalar, earlier: Scalar, path: str) -> Diagnostic:
    first = Place(path, earlier.line, earlier.column)
    related = ((first, "first muted here"),)
    place = Place(path, item.line, item.column)
    return Diagnostic(place, "duplicate-name", "this name is muted already", "keep one of the two", related)
