"""The inputs that are one article each, and whose text has to be told from what stands around it."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_dossier.imports.draft import Clue, Draft, Refusal
from mkdocs_dossier.imports.dump import read_dump, read_pages
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.mhtml import saved_page
from mkdocs_dossier.imports.page import read_page
from mkdocs_dossier.imports.pdf import read_pdf
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken, only, text_of


def read_html_file(source: ImportSource) -> Found | Refusal:
    """Return the article of a saved web page."""
    text, notes = text_of(source, declares=True)
    return only(page_draft(text), *notes)


def read_mhtml_file(source: ImportSource) -> Found | Refusal:
    """Return the article of a page that was saved as one file."""
    page = saved_page(source.content)
    return page if isinstance(page, Refusal) else only(page_draft(*page))


def read_pdf_file(source: ImportSource) -> Found | Refusal:
    """Return the text of a PDF, and the pages that have none."""
    pdf = read_pdf(source.content)
    if isinstance(pdf, Refusal):
        return pdf
    empty = [str(number) for number, lines in enumerate(pdf.pages, 1) if not any(lines)]
    pages = f"page {empty[0]} has" if len(empty) == 1 else f"pages {', '.join(empty)} have"
    notes = (NotTaken(f"{pages} no text (pictures of pages?)"),) if empty else ()
    return only(read_pages(pdf, people=source.reading.people), *notes)


def read_text_file(source: ImportSource) -> Found | Refusal:
    """Return the article in a plain text."""
    text, notes = text_of(source)
    return only(read_dump(text), *notes)


def page_draft(text: str, address: str = "") -> Draft | Refusal:
    """Return the article of a web page. address: where it was saved from."""
    draft = read_page(text, address=address)
    if isinstance(draft, Refusal):
        return draft
    language = guess_language("\n".join(block.text for block in draft.blocks))
    guessed = (Clue("lang", (language,), "the words of the text"),) if language else ()
    return replace(draft, clues=(*draft.clues, *guessed))
