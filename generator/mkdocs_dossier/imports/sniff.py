"""What kind of input a file is: by what it begins with, then by its name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from mkdocs_dossier.imports.draft import Refusal

Kind = Literal["html", "mhtml", "pdf", "markdown", "text", "table", "json-lines"]

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "this is a zip file, perhaps of a word processor", "save it as PDF, HTML or plain text"),
    (b"\xd0\xcf\x11\xe0", "this is a file of an old word processor", "save it as PDF, HTML or plain text"),
    (b"{\\rtf", "this is RTF", "save it as PDF, HTML or plain text"),
    (b"bplist00", "this is a web archive of Safari", "save the page as 'Page Source', or as PDF"),
    (b"\x1f\x8b", "this is compressed", "unpack it first"),
    (b"\x89PNG", "this is a picture", "recognise its text first (OCR), and import that"),
    (b"\xff\xd8\xff", "this is a picture", "recognise its text first (OCR), and import that"),
    (b"GIF8", "this is a picture", "recognise its text first (OCR), and import that"),
    (b"%!PS", "this is PostScript", "convert it to PDF"),
    (b"\x7fELF", "this is a program", ""),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.IGNORECASE)
_MIME = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+", re.ASCII)
_BY_NAME: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
    ".json": "json-lines",
}
_HEAD = 4096
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(content: bytes, name: str) -> Kind | Refusal:
    """Return what `content` is. name: the file's, of which only the ending counts."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content.strip():
        return Refusal("the file is empty")
    for magic, reason, hint in _MAGIC:
        if head.startswith(magic):
            return Refusal(reason, hint)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    plain = head.replace(b"\0", b"")
    named = _BY_NAME.get(PurePath(name).suffix.lower())
    if named in ("table", "json-lines", "markdown"):
        return named
    if named == "mhtml" or (plain.startswith((b"From:", b"MIME-Version:")) and b"multipart/related" in plain):
        return "mhtml"
    if named == "html" or _HTML.search(plain) is not None:
        return "html"
    if plain != head and not content.startswith(_UTF16):
        return Refusal("this is no text", "save it as PDF, HTML or plain text")
    if plain.startswith(b"{") and b'"' in plain.partition(b"\n")[0]:
        return "json-lines"
    return "markdown" if plain.startswith(b"---\n") else "text"
