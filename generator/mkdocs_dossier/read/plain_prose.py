"""The short way from a body to its `Prose`: for paragraphs in which nothing could mean anything to Markdown.

Most news texts are such, and a full parse costs twenty times as much. `prose.py` asks `is_plain` first; a test
holds that both ways give the same `Prose`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_dossier.model.prose import Close, Open
from mkdocs_dossier.read.prose_builder import ProseBuilder

_MARK = re.compile("[*_`<|\\\\\x00-\x08\x0b-\x1f\x7f-\x9f\u2029\ud800-\udfff]")
"""Characters that may mean something wherever they stand; controls, because parsers disagree about them."""

_AT_LINE_START = re.compile(r"\n(?:[ \t>#+=-]|[0-9]{1,9}[.)])")
_ENTITY = re.compile(r"&(?:#|[A-Za-z][A-Za-z0-9]{1,31};)")
_PAIRS = ("~~", "](", "[[", "]:", " \n")
"""Strikethrough, links, links by hand, definitions that would make a link of any other bracket, hard breaks."""

TRIM = "\t\n\x0b\x0c\r \xa0\u1680\u2028\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What is cut off both ends of a block, as in CommonMark."""

Chunk = tuple[int, str]
"""A 0-based line of the body, and what stands from there to the next empty line."""

_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")


def is_plain(text: str) -> bool:
    """Tell whether `text` consists of nothing but paragraphs, the lines of which stand for themselves."""
    return not (
        _MARK.search(text)
        or any(pair in text for pair in _PAIRS)
        or _AT_LINE_START.search("\n" + text)
        or ("&" in text and _ENTITY.search(text))
    )


def without_blanks(text: str) -> str:
    """Empty the lines that are all blanks."""
    return _BLANK_LINE.sub("\n", text) if " \n" in text or "\t\n" in text else text


def chunks(body: str) -> Iterator[Chunk]:
    """Yield what stands between empty lines."""
    line = 0
    for part in body.split("\n\n"):
        chunk = part.lstrip("\n")
        line += len(part) - len(chunk)
        if chunk:
            yield line, chunk
        line += chunk.count("\n") + 2


def add_paragraph(builder: ProseBuilder, chunk: str, line: int) -> None:
    """Add a plain chunk.

    Args:
        line: 1-based, in the file.
    """
    text = chunk.strip(TRIM)
    if not text:
        return
    lead = chunk[: len(chunk) - len(chunk.lstrip(TRIM))]
    line, column = line + lead.count("\n"), len(lead) - lead.rfind("\n")
    builder.begin_block()
    builder.pieces.append(_OPEN)
    *parts, last = text.split("\n")
    for part in parts:
        builder.text(f"{part}\n", line, column)
        line, column = line + 1, 1
    builder.text(last, line, column)
    builder.flush()
    builder.pieces.append(_CLOSE)


_OPEN, _CLOSE = Open("p"), Close("p")
