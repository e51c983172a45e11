"""Where a record gets its id: at its key in a list, or from the name of its file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from mkdocs_dossier.edit.formerly import replaced_in_list, ways_to_add
from mkdocs_dossier.edit.pictures import picture_changes
from mkdocs_dossier.edit.scalars import id_span
from mkdocs_dossier.edit.text import FileText, TextEdit
from mkdocs_dossier.edit.trees import LISTS
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.validate.record import Tree

_SCHEMA = re.compile(r"yaml-language-server: *\$schema=(?P<path>\.\.?/\S+)")


def ways_to_define(
    source: SourceFile, text: FileText, tree: Tree, old: str, new: str
) -> Iterator[tuple[str, dict[TextEdit, str]]]:
    """Yield ways to give the record of `tree` the id `new`: the path of its file then, and changes, with what each
    concerns. They differ in how the former id is written, the best first.
    """
    to, named = _named(source, text, tree, old, new)
    back = list(replaced_in_list(text, tree, new, old))
    for former in [back] if back else ([change] for change in ways_to_add(text, tree, old)):
        yield to, {**named, **dict.fromkeys(former, "formerly")}


def _named(source: SourceFile, text: FileText, tree: Tree, old: str, new: str) -> tuple[str, dict[TextEdit, str]]:
    if source.kind in LISTS:
        span = id_span(text.content, text.offset(tree.line, tree.column), old)
        return source.path, {} if span is None else {TextEdit(*span, new): "id"}
    folder, ending = posixpath.dirname(source.path), posixpath.splitext(source.path)[1]
    if source.kind == "article":  # its id is its whole path
        folder = source.path.removesuffix(f"{source.name}{ending}").rstrip("/")
    to = posixpath.join(folder, f"{new}{ending}")
    pictures = picture_changes(source, text.content, to) if source.kind == "article" else ()
    return to, dict.fromkeys(_schema(text, source.path, to), "$schema") | dict.fromkeys(pictures, "picture")


def _schema(text: FileText, path: str, to: str) -> Iterator[TextEdit]:
    """Yield the change of the line that names the schema for editors, where the file comes to lie deeper or less
    deep.
    """
    one, other = posixpath.dirname(path), posixpath.dirname(to)
    found = _SCHEMA.search(text.content)
    if one != other and found is not None:
        target = posixpath.join(one, found["path"])
        way = posixpath.relpath(target, other)
        if way != posixpath.normpath(found["path"]):
            yield TextEdit(*found.span("path"), way)
