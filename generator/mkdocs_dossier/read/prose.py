"""Reads an article's Markdown into a `Prose`: the title, then the blocks of the body, with exact places.

Called for each article between reading its file and linking. Chunks that mean nothing to Markdown go the short way
(`plain_prose.py`), the rest through markdown-it (`marked_prose.py`), in which a word stands for each run of the former.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.read.plain_prose import Chunk, add_paragraph, chunks, is_plain, without_blanks
from mkdocs_dossier.read.prose_builder import ProseBuilder

_UNWANTED = re.compile("[\x00\u2029\ud800-\udfff]|\r\n?")
_LONG = 300_000
"""Characters of a body beyond which columns are counted in its composed form: the place of each letter is too much."""

_STAND_IN = "x"
_TO_BLANK = str.maketrans(dict.fromkeys("\n\r\x00\u2029", " "))


def parse_prose(body: str, *, title: str, title_place: tuple[int, int], first_line: int, plain: bool = False) -> Prose:
    """Return the prose of an article.

    Args:
        body: Markdown; with `plain` nothing but paragraphs.
        title: Plain text.
        title_place, first_line: Where in the file they begin, 1-based.
    """
    builder = ProseBuilder(*title_place)
    builder.open("h1")
    builder.text(title.translate(_TO_BLANK), *title_place)
    builder.close("h1")
    builder.begin_block()
    if plain:
        body = _UNWANTED.sub(_wanted, body)
    if len(body) > _LONG and not is_normalized("NFC", body):
        body = normalize("NFC", body)
    body = without_blanks(body)
    if plain or is_plain(body):
        for line, chunk in chunks(body):
            add_paragraph(builder, chunk, first_line + line)
    else:
        _add_marked(builder, without_blanks(_UNWANTED.sub(_wanted, body)), first_line)
    return builder.build()


def _wanted(match: re.Match[str]) -> str:
    if match[0][0] == "\r":
        return "\n"
    return " " if match[0] == "\u2029" else "\ufffd"


def _add_marked(builder: ProseBuilder, body: str, first_line: int) -> None:
    """Add a body of which some chunks mean something to Markdown."""
    from mkdocs_dossier.read.marked_prose import add_blocks  # a plain collection need not wait for markdown-it

    groups = {} if "```" in body or "~~~" in body else _plain_groups(body)
    lines = body.split("\n")
    for first, group in groups.items():
        for line, chunk in group:
            for number in range(line, line + chunk.count("\n") + 1):
                lines[number] = ""
        lines[first] = _STAND_IN
    add_blocks(builder, "\n".join(lines), first_line, groups)


def _plain_groups(body: str) -> dict[int, list[Chunk]]:
    """Return the plain chunks, those that follow each other together, by the line on which the first begins.

    What Markdown makes of the rest does not depend on how many paragraphs stand there, nor on what they say: only
    fenced code could go on across empty lines to text that is not indented, and only a definition could give a
    bracket in them a meaning.
    """
    groups: dict[int, list[Chunk]] = {}
    defined = "]:" in body
    group: list[Chunk] | None = None
    for line, chunk in chunks(body):
        if not is_plain(chunk) or (defined and "[" in chunk):
            group = None
        elif group is None:
            group = groups[line] = [(line, chunk)]
        else:
            group.append((line, chunk))
    return groups
