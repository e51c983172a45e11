"""Documents of word processors to articles: .docx by mammoth, .odt by odfdo, RTF by striprtf, the one door to each.

Nothing that a document refers to is opened, no macro is read, and who made it is told only where the user asks.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from mkdocs_dossier.imports.archive import Archive, opened
from mkdocs_dossier.imports.draft import Block, Clue, Draft, Refusal, Span
from mkdocs_dossier.imports.dump import read_dump
from mkdocs_dossier.imports.html_blocks import html_blocks
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.page import missing_extra
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken, only
from mkdocs_dossier.imports.words import one_line, visible

_ABOUT = "the document's properties"
_TAG = r"<(?:[a-z]+:)?{0}(?:\s[^>]*)?>([^<]{{1,2000}})</"
_PICTURES = re.compile(r"(?:word/media|Pictures)/[^/]+\Z")


def read_docx(source: ImportSource) -> Found | Refusal:
    """Return the article of a Word document."""
    archive = _safe(source)
    if isinstance(archive, Refusal):
        return archive
    try:
        import mammoth
    except ImportError:
        return missing_extra(".docx")
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(source.content),
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda _: {}),
            style_map="p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh",
        )
    except Exception as error:  # whatever a damaged document makes of the library
        return _damaged("Word document", error)
    blocks = html_blocks(made.value)
    if isinstance(blocks, Refusal):
        return blocks
    about = archive.read("docProps/core.xml").decode("utf-8", "replace")
    return _found(blocks, tuple(_clues(about, source)), archive, "word/comments.xml" in archive.names)


def read_odt(source: ImportSource) -> Found | Refusal:
    """Return the article of an OpenDocument text."""
    archive = _safe(source)
    if isinstance(archive, Refusal):
        return archive
    try:
        from odfdo import Document
    except ImportError:
        return missing_extra(".odt")
    try:
        body = Document(io.BytesIO(source.content)).body
        blocks = tuple(_odt_blocks(body, 0))
    except Exception as error:  # whatever a damaged document makes of the library
        return _damaged("document", error)
    about = archive.read("meta.xml").decode("utf-8", "replace")
    return _found(blocks, tuple(_clues(about, source)), archive, b"office:annotation" in archive.read("content.xml"))


def read_rtf(source: ImportSource) -> Found | Refusal:
    """Return the article of an RTF file."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        return missing_extra("RTF")
    try:
        text = rtf_to_text(source.content.decode("cp1252", "replace"), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, TypeError, LookupError, RecursionError) as error:
        return _damaged("RTF file", error)
    return only(read_dump(text))


def _safe(source: ImportSource) -> Archive | Refusal:
    """The archive of a document, where it may be read."""
    archive = opened(source.content)
    if not isinstance(archive, Refusal) and archive.declares_entities(archive.names):
        return Refusal("its XML declares entities, as no word processor writes them", "save it anew, and import that")
    return archive


def _damaged(what: str, error: Exception) -> Refusal:
    return Refusal(f"this {what} is damaged ({type(error).__name__})", "open it, save it anew, and import that")


def _found(blocks: tuple[Block, ...], clues: tuple[Clue, ...], archive: Archive, comments: bool) -> Found | Refusal:
    """The article of a document: its first heading is its title."""
    blocks = tuple(block for block in blocks if block.text.strip())
    if not blocks:
        return Refusal("there is no text in it", "if it holds pictures of pages, recognise their text first (OCR)")
    heading = next((block for block in blocks[:3] if block.kind == "heading"), None)
    titles = (Clue("title", (one_line(heading.text),), "the first heading"),) if heading is not None else ()
    rest = tuple(block for block in blocks if block is not heading) or blocks
    first = () if titles else (Clue("title", (_shortened(rest[0].text),), "the first line of the text"),)
    language = guess_language("\n".join(block.text for block in rest))
    guessed = (Clue("lang", (language,), "the words of the text"),) if language else ()
    pictures = sum(1 for name in archive.names if _PICTURES.search(name))
    notes = [NotTaken("1 picture" if pictures == 1 else f"{pictures} pictures")] if pictures else []
    notes += [NotTaken("the comments in its margin")] if comments else []
    return only(Draft((*titles, *clues, *first, *guessed), rest), *notes)


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= 120 else f"{text[:120].rpartition(' ')[0] or text[:120]} …"


def _clues(about: str, source: ImportSource) -> Iterator[Clue]:
    """What the properties of a document tell. Who made it is often not its author, and may not want to be named."""
    if title := _property(about, "title"):
        yield Clue("title", (title,), _ABOUT)
    if source.reading.people and (author := _property(about, "creator") or _property(about, "initial-creator")):
        yield Clue("authors", (author,), _ABOUT)
    for name in ("created", "creation-date", "date"):
        if day := _day(_property(about, name)):
            yield Clue("date", (day,), f"{_ABOUT} (when it was made)")
            return


def _property(about: str, name: str) -> str:
    from html import unescape

    match = re.search(_TAG.format(name), about)
    return one_line(unescape(match[1])) if match else ""


def _day(text: str) -> str:
    try:
        return datetime.fromisoformat(text[:19]).date().isoformat()
    except ValueError:
        return ""


_DEEPEST = 30


def _odt_blocks(element: Any, depth: int, level: int = 0) -> Iterator[Block]:
    for child in element.children:
        tag = child.tag
        if depth > _DEEPEST:
            yield Block("paragraph", (Span(one_line(child.inner_text)),))
        elif tag == "text:h":
            yield Block(
                "heading", tuple(_odt_spans(child, Span(""))), min(6, max(2, _number(child, "text:outline-level")))
            )
        elif tag == "text:p":
            yield Block("item" if level else "paragraph", tuple(_odt_spans(child, Span(""))), max(0, level - 1))
        elif tag == "text:list":
            for item in child.children:
                yield from _odt_blocks(item, depth + 1, level + 1)
        elif tag == "table:table":
            yield from _odt_rows(child)
        elif tag in ("text:section", "office:text", "text:list-item", "text:list-header"):
            yield from _odt_blocks(child, depth + 1, level)


def _odt_rows(table: Any) -> Iterator[Block]:
    for row in table.get_elements("descendant::table:table-row"):
        cells = tuple(one_line(cell.inner_text) for cell in row.get_elements("table:table-cell"))
        if any(cells):
            yield Block("row", cells=cells)


_ODT_UNSHOWN = ("office:annotation", "text:note", "text:tracked-changes", "draw:frame")


def _odt_spans(element: Any, manner: Span, depth: int = 0) -> Iterator[Span]:
    yield replace(manner, text=visible(element.text or ""))
    for child in element.children:
        tag = child.tag
        if tag == "text:note":
            yield replace(
                manner,
                text=f" ({one_line(' '.join(part.inner_text for part in child.get_elements('text:note-body')))})",
            )
        elif tag in ("text:s", "text:tab", "text:line-break"):
            yield replace(manner, text=" ")
        elif tag not in _ODT_UNSHOWN and depth < _DEEPEST:
            yield from _odt_spans(child, _odt_manner(child, manner), depth + 1)
        yield replace(manner, text=visible(child.tail or ""))


def _odt_manner(child: Any, manner: Span) -> Span:
    target = child.get_attribute("xlink:href") if child.tag == "text:a" else None
    return replace(manner, address=target) if target and target.startswith(("http://", "https://")) else manner


def _number(element: Any, name: str) -> int:
    value = str(element.get_attribute(name) or "1")
    return int(value) if value.isdigit() and len(value) < 3 else 1
