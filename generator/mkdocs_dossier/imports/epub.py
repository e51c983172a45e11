"""A book (.epub) to articles: one for each of its documents that holds text, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from mkdocs_dossier.imports.archive import Archive, opened
from mkdocs_dossier.imports.decode import decode
from mkdocs_dossier.imports.draft import Clue, Draft, Refusal
from mkdocs_dossier.imports.html_blocks import html_blocks
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken
from mkdocs_dossier.imports.words import one_line

_CHAPTERS = 2000
_LEAST = 200
"""Documents that are read; letters below which one is a title page or a list of contents."""


def read_epub(source: ImportSource) -> Found | Refusal:
    """Return the chapters of a book; its title is the outlet of all of them."""
    archive = opened(source.content)
    if isinstance(archive, Refusal):
        return archive
    if "META-INF/encryption.xml" in archive.names and b"EncryptedData" in archive.read("META-INF/encryption.xml"):
        return Refusal(
            "this book is locked (DRM)", "import a copy that is not, or the passages that you quote, as text"
        )
    if archive.declares_entities(("META-INF/container.xml",)):
        return Refusal("its XML declares entities", "save it anew, and import that")
    package = _package(archive)
    text = archive.read(package).decode("utf-8", "replace")
    about = tuple(_about(text))
    drafts: list[Draft] = []
    notes: list[NotTaken] = []
    for number, name in enumerate(_order(text, package), 1):
        blocks = html_blocks(decode(archive.read(name), declares=True))
        if isinstance(blocks, Refusal):
            return blocks
        if sum(len(block.text) for block in blocks) < _LEAST:
            notes += [NotTaken("too short to be a chapter", name)]
            continue
        heading = next((block for block in blocks[:3] if block.kind == "heading"), None)
        title = one_line(heading.text) if heading is not None else f"Part {number}"
        rest = tuple(block for block in blocks if block is not heading)
        language = guess_language("\n".join(block.text for block in rest))
        guessed = (Clue("lang", (language,), "the words of the text"),) if language else ()
        drafts.append(Draft((Clue("title", (title,), "the first heading"), *about, *guessed), rest, name=name))
    if not drafts:
        return Refusal(
            "there is no text in this book", "if it holds pictures of pages, recognise their text first (OCR)"
        )
    return Found(tuple(drafts), tuple(notes))


def _package(archive: Archive) -> str:
    match = re.search(rb'full-path="([^"]{1,300})"', archive.read("META-INF/container.xml"))
    named = match[1].decode("utf-8", "replace") if match else ""
    return named or next((name for name in archive.names if name.endswith(".opf")), "")


def _about(package: str) -> Iterator[Clue]:
    for field, name in (("outlet", "title"), ("authors", "creator"), ("lang", "language"), ("date", "date")):
        values = re.findall(rf"<dc:{name}(?:\s[^>]*)?>([^<]{{1,500}})</dc:{name}>", package)
        texts = tuple(one_line(unescape(value)) for value in values[:20])
        if texts:
            yield Clue(field, texts if field == "authors" else texts[:1], "the book's own data", given=True)  # type: ignore[arg-type]


def _order(package: str, path: str) -> Iterator[str]:
    """Yield the names of the book's documents as they are read."""
    folder = PurePosixPath(path).parent
    items: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?item\s[^>]{1,1000}>", package):
        id, href = (re.search(rf'\b{name}="([^"]*)"', tag) for name in ("id", "href"))
        if id and href and "html" in tag:
            items[id[1]] = (folder / unquote(unescape(href[1]).partition("#")[0])).as_posix()
    for number, ref in enumerate(re.findall(r'<(?:\w+:)?itemref\s[^>]*\bidref="([^"]*)"', package)):
        if number < _CHAPTERS and ref in items:
            yield items[ref]
