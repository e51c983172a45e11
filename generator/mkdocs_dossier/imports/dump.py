"""Plain text, Markdown, or the pages of a PDF to a `Draft`."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_dossier.imports.draft import Block, Clue, Draft, Field, LeftOut, Refusal, Span, paragraph
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.markdown import without_hand_links
from mkdocs_dossier.imports.paged import paragraphs_of
from mkdocs_dossier.imports.paragraphs import paragraphs
from mkdocs_dossier.imports.pdf import PdfText
from mkdocs_dossier.imports.sorting import sort_blocks
from mkdocs_dossier.imports.words import one_line, visible
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.yaml_tree import plain

_BULLET = re.compile(r"(?:[•▪◦‣*]|[-–](?=\s))\s*(?=\S)")
_HEADING = re.compile(
    r"\A#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)|\A(?P<under>[^\n#>*-][^\n]*)\n=+[ \t]*(?:\n|\Z)"
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_WORD_PROCESSOR = re.compile(
    r"microsoft word\b.*|untitled.*|.*\.(?:docx?|indd|pdf|odt|rtf|qxd)|document\d*", re.IGNORECASE
)
_NOT_FROM_FILE = "the PDF's properties"


def read_dump(text: str) -> Draft | Refusal:
    """Return what a plain text holds."""
    return _sorted(paragraphs(visible(text)))


def read_pages(pdf: PdfText) -> Draft | Refusal:
    """Return what the text of a PDF holds."""
    lines, left = paragraphs_of(pdf.pages)
    title = "" if _WORD_PROCESSOR.fullmatch(pdf.title) else pdf.title
    known = (Clue("title", (title,), _NOT_FROM_FILE),) if title else ()
    draft = _sorted(lines, known, left)
    if isinstance(draft, Refusal):
        return draft
    behind = [Clue("authors", (pdf.author,), _NOT_FROM_FILE)] if pdf.author else []
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


def read_markdown(text: str, name: str) -> Draft | Refusal:
    """Return what a Markdown file holds: its own front matter is believed, its body stays as it is."""
    clues: list[Clue] = []
    body = visible(text).lstrip("\n")
    if (match := _FRONT_MATTER.match(body)) is not None:
        raw, _ = split_article(SourceFile("article", name, name, body), body)
        clues += _from_fields(_loosely(match["fields"]) if raw is None else plain(raw.fields))
        body = body[match.end() :]
    body = body.strip("\n")
    match = _HEADING.match(body)
    if match is not None:
        clues.append(Clue("title", (one_line(match["title"] or match["under"]),), "the first heading"))
        body = body[match.end() :].lstrip("\n")
    if not body.strip():
        return Refusal("there is no text in it")
    language = guess_language(body)
    if language:
        clues.append(Clue("lang", (language,), "the words of the text"))
    return Draft(tuple(clues), (Block("markdown", (Span(without_hand_links(body)),)),))


_FIELDS: dict[Field, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("date", "published", "pubdate"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "authors": ("authors", "author", "byline"),
    "url": ("url", "link", "original", "source"),
    "lang": ("lang", "language"),
    "summary": ("summary", "description", "abstract"),
}


def _loosely(fields: str) -> dict[str, object]:
    """Front matter that is no YAML, as many programs write it (`title: A: b`), line by line."""
    pairs = (line.partition(":") for line in fields.split("\n") if line[:1].isalpha())
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}


def _from_fields(fields: dict[str, object]) -> list[Clue]:
    found: list[Clue] = []
    for name, keys in _FIELDS.items():
        for key in keys:
            value = fields.get(key)
            values = tuple(
                one_line(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)
            )
            if any(values):
                found.append(Clue(name, values, "its own front matter", given=True))
    return found
