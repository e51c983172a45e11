"""Splits an article's file into its front matter and its body. Damaged front matter fails closed: no body comes out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place
from generator.read.files import SourceFile
from generator.read.plain_fields import plain_fields
from generator.read.yaml_tree import Mapping, parse_yaml

_HINT = "an article begins with a line '---', its fields, and a second line '---'"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """fields: the front matter's tree. first_line: the 1-based line of the file on which `body` begins."""

    fields: Mapping
    body: str
    first_line: int


def split_article(file: SourceFile, text: str) -> tuple[RawArticle | None, tuple[Diagnostic, ...]]:
    """Return the two parts of the article that is `text`, or None and why not."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, (_damaged(file, 1, "the first line is not '---'"),)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, (_damaged(file, 1, "the front matter that begins here has no end"),)
    fields = plain_fields(lines[1:end], first_line=2)
    if fields is not None:
        return RawArticle(fields, "\n".join(lines[end + 1 :]), end + 2), ()
    node, problems = parse_yaml("\n".join(lines[1:end]) + "\n", file.path, first_line=2)
    if node is None or problems:
        return None, problems or (_damaged(file, 1, "the front matter is empty"),)
    if not isinstance(node, Mapping):
        return None, (_damaged(file, node.line, "the front matter is not made of 'key: value' lines"),)
    return RawArticle(node, "\n".join(lines[end + 1 :]), end + 2), ()


def _damaged(file: SourceFile, line: int, message: str) -> Diagnostic:
    return Diagnostic(Place(file.path, line), "front-matter", message, _HINT)
