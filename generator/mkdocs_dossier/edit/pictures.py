"""The pictures that an article shows, where its file goes to another folder: they stay, and their addresses change."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from mkdocs_dossier.edit.text import TextEdit
from mkdocs_dossier.model.prose import Open
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.prose import parse_prose

_ADDRESS = re.compile(r"\]\([^\S\n]*(?:<(?P<quoted>[^<>\n]+)>|(?P<plain>[^()\s<>]+))")


def picture_changes(source: SourceFile, content: str, to: str) -> Iterator[TextEdit]:
    """Yield the changes of an article by which it shows the same pictures from `to`, its path then."""
    here, there = posixpath.dirname(source.path), posixpath.dirname(to)
    shown = shown_files(source, source.path, source.text or "")
    for found in _ADDRESS.finditer(content) if here != there else ():
        kind = str(found.lastgroup)
        address = found[kind]
        path = posixpath.normpath(posixpath.join(here, unquote(address)))
        if path in shown:
            way = posixpath.relpath(path, there)
            spaced = kind == "quoted" and "%" not in address
            yield TextEdit(*found.span(kind), way if spaced else quote(way))


def shown_files(source: SourceFile, path: str, text: str) -> frozenset[str]:
    """Return the files of the pictures that an article shows which lies at `path`."""
    article, _ = split_article(source, text)
    prose = None if article is None else parse_prose(article.body, title="-", title_place=(1, 1), first_line=1)
    written = (
        () if prose is None else [p.attributes[0][1] for p in prose.pieces if isinstance(p, Open) and p.tag == "img"]
    )
    folder = posixpath.dirname(path)
    return frozenset(posixpath.normpath(posixpath.join(folder, unquote(address))) for address in written)
