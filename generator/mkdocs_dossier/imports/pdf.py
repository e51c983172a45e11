"""A PDF to the lines of its pages and what it says of itself. The one door to pypdf."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.imports.draft import Refusal
from mkdocs_dossier.imports.words import one_line, visible

_PAGES = 500
_CHARACTERS = 2_000_000
_UNPACKED = 10_000_000
"""Pages that are read, characters of text in all, bytes that one stream may be unpacked to. A page of text has some
thousand bytes."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """pages: the lines of each. title, author, created (`2016-08-18`): what the file says, empty where nothing."""

    pages: tuple[tuple[str, ...], ...]
    title: str = ""
    author: str = ""
    created: str = ""


def read_pdf(content: bytes) -> PdfText | Refusal:
    """Return the text of a PDF, or why there is none."""
    try:
        from pypdf import PdfReader, apply_configuration
        from pypdf.errors import DependencyError, FileNotDecryptedError
    except ImportError:
        from mkdocs_dossier.imports.page import missing_extra

        return missing_extra("PDF")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    locked = Refusal("this PDF is encrypted", "open it with its password, print it to a new PDF, and import that")
    limits: dict[str, Any] = {
        "zlib_maximum_output_length": _UNPACKED,
        "lzw_maximum_output_length": _UNPACKED,
        "run_length_maximum_output_length": _UNPACKED,
        "array_based_stream_maximum_output_length": _UNPACKED,
        "stream_parsing_work_maximum_count": 1_000_000,
    }
    try:
        with apply_configuration(**limits):
            reader = PdfReader(io.BytesIO(content), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                return locked
            return _text(reader)
    except (DependencyError, FileNotDecryptedError):
        return locked
    except (Exception, RecursionError) as error:  # pypdf raises of every kind on damaged files
        return Refusal(f"this PDF is damaged ({type(error).__name__})", "print it to a new PDF, and import that")


def _text(reader: Any) -> PdfText | Refusal:
    count = len(reader.pages)
    if count > _PAGES:
        return Refusal(f"this PDF has {count} pages, and {_PAGES} at most are read", "split it")
    pages: list[tuple[str, ...]] = []
    length = 0
    for page in reader.pages:
        text = visible(page.extract_text() or "")
        length += len(text)
        if length > _CHARACTERS:
            return Refusal(f"this PDF holds more than {_CHARACTERS} characters of text", "split it")
        pages.append(tuple(one_line(line) for line in text.split("\n")))
    if not any(line for page in pages for line in page):
        hint = "recognise its text first, as with: ocrmypdf in.pdf out.pdf"
        return Refusal("this PDF has pictures of pages and no text (a scan?)", hint)
    return PdfText(tuple(pages), *_said(reader))


def _said(reader: Any) -> tuple[str, str, str]:
    """What the file says of itself; a damaged note of that says nothing."""
    try:
        about = reader.metadata
        created = about.creation_date if about else None
    except (Exception, RecursionError):
        return "", "", ""
    title, author = (
        one_line(str(value)) if value else "" for value in ((about or {}).get("/Title"), (about or {}).get("/Author"))
    )
    return title, author, created.date().isoformat() if created is not None else ""
