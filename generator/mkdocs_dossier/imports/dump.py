"""Plain text, Markdown, or the pages of a PDF to a `Draft`."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_dossier.imports.draft import Block, Clue, Draft, LeftOut, Refusal, Span, paragraph
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.paged import paragraphs_of
from mkdocs_dossier.imports.paragraphs import paragraphs
from mkdocs_dossier.imports.pdf import PdfText
from mkdocs_dossier.imports.sorting import sort_blocks
from mkdocs_dossier.imports.words import visible

_BULLET = re.compile(r"(?:[•▪◦‣*]|[-–](?=\s))\s*(?=\S)")
_WORD_PROCESSOR = re.compile(
    r"microsoft word\b.*|untitled.*|.*\.(?:docx?|indd|pdf|odt|rtf|qxd)|document\d*", re.IGNORECASE
)
_NOT_FROM_FILE = "the PDF's properties"


def read_dump(text: str) -> Draft | Refusal:
    """Return what a plain text holds."""
    return _sorted(paragraphs(visible(text)))


def read_pages(pdf: PdfText, *, people: bool = False) -> Draft | Refusal:
    """Return what the text of a PDF holds. people: its author too, who is often whoever made the file."""
    lines, left = paragraphs_of(pdf.pages)
    title = "" if _WORD_PROCESSOR.fullmatch(pdf.title) else pdf.title
    known = (Clue("title", (title,), _NOT_FROM_FILE),) if title else ()
    draft = _sorted(lines, known, left)
    if isinstance(draft, Refusal):
        return draft
    behind = [Clue("authors", (pdf.author,), _NOT_FROM_FILE)] if pdf.author and people else []
    behind += [Clue("date", (pdf.created,), f"{_NOT_FROM_FILE} (when it was made)")] if pdf.created else []
    return replace(draft, clues=(*draft.clues, *behind))


def _sorted(lines: tuple[str, ...], known: tuple[Clue, ...] = (), left: tuple[LeftOut, ...] = ()) -> Draft | Refusal:
    language = guess_language("\n".join(lines))
    title = known[0].values[0] if known else ""
    found = sort_blocks(tuple(_block(line) for line in lines), title, language)
    if not found.blocks:
        return Refusal("no text is left of it", "see what was left out with --show-dropped")
    guessed = (Clue("lang", (language,), "the words of the text"),) if language else ()
    return Draft((*known, *found.clues, *guessed), found.blocks, (*left, *found.left_out), found.near)


def _block(line: str) -> Block:
    match = _BULLET.match(line)
    return (
        Block("item", (Span(line[match.end() :]),))
        if match is not None and match.end() < len(line)
        else paragraph(line)
    )
