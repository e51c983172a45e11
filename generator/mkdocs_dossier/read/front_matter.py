"""Splits an article's file into its front matter and its body. Damaged front matter fails closed: no body comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.plain_fields import plain_fields
from mkdocs_dossier.read.yaml_slips import BLANK_HINT, is_field_without_blank
from mkdocs_dossier.read.yaml_tree import Mapping, Scalar, parse_yaml

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)

_LONGEST = 200_000
"""Characters of front matter: far more than anybody writes, and read at once."""

_HINT = "an article begins with a line '---', its fields, and a second line '---'"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article's file, divided into front matter and body.

    Attributes:
        fields: The front matter's tree.
        first_line: The 1-based line of the file on which `body` begins.
    """

    fields: Mapping
    body: str
    first_line: int


def split_article(file: SourceFile, text: str) -> tuple[RawArticle | None, tuple[Diagnostic, ...]]:
    """Return the two parts of the article that is `text`, or None and why not."""
    opening = _FENCE.match(text)
    if opening is None:
        return None, (_damaged(file, 1, "the first line is not '---'"),)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        return None, (_damaged(file, 1, "the front matter that begins here has no end"),)
    written = text[opening.end() + 1 : closing.start()]
    if len(written) > _LONGEST:
        return None, (_too_long(file, written),)
    lines = written.split("\n")
    body, first_line = text[closing.end() + 1 :], len(lines) + 2
    fields = plain_fields(lines[:-1], first_line=2)
    if fields is not None:
        return RawArticle(fields, body, first_line), ()
    node, problems = parse_yaml(written, file.path, first_line=2)
    if node is None or problems:
        return None, problems or (_damaged(file, 1, "the front matter is empty"),)
    if not isinstance(node, Mapping):
        problem = _damaged(file, node.line, "the front matter is not made of 'key: value' lines")
        if isinstance(node, Scalar) and is_field_without_blank(node.value):
            problem = replace(problem, hint=BLANK_HINT)
        return None, (problem,)
    return RawArticle(node, body, first_line), ()


def _too_long(file: SourceFile, written: str) -> Diagnostic:
    place = Place(file.path, written.count("\n", 0, _LONGEST) + 2)
    message = f"front matter of more than {_LONGEST:,} characters"
    return Diagnostic(place, "yaml-size", message, "shorten it, or end it with a line '---'")


def _damaged(file: SourceFile, line: int, message: str) -> Diagnostic:
    return Diagnostic(Place(file.path, line), "front-matter", message, _HINT)
