"""The bytes of one input to a `Draft`: by its kind, to the module that reads that."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_dossier.imports.decode import decode
from mkdocs_dossier.imports.draft import Clue, Draft, Refusal
from mkdocs_dossier.imports.dump import read_dump, read_markdown, read_pages
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.sniff import Kind


def read_draft(content: bytes, kind: Kind, name: str) -> Draft | Refusal:
    """Return what an input of an article's kind holds, or why nothing could be read. name: of the file."""
    match kind:
        case "pdf":
            from mkdocs_dossier.imports.pdf import read_pdf

            pdf = read_pdf(content)
            return pdf if isinstance(pdf, Refusal) else read_pages(pdf)
        case "html":
            return _page(decode(content, declares=True))
        case "mhtml":
            from mkdocs_dossier.imports.mhtml import saved_page

            page = saved_page(content)
            return page if isinstance(page, Refusal) else _page(*page)
        case "markdown":
            return read_markdown(decode(content), name)
        case _:
            return read_dump(decode(content))


def _page(text: str, address: str = "") -> Draft | Refusal:
    from mkdocs_dossier.imports.page import read_page

    draft = read_page(text, address=address)
    if isinstance(draft, Refusal):
        return draft
    language = guess_language("\n".join(block.text for block in draft.blocks))
    guessed = (Clue("lang", (language,), "the words of the text"),) if language else ()
    return replace(draft, clues=(*draft.clues, *guessed))
