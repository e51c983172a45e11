"""Whether a body's Markdown is more than anybody writes, so that reading it would take long.

`validate/given.py` asks; such a body is read as plain text, by the short way, and its author is told.
"""

from __future__ import annotations

from mkdocs_dossier.model.prose import Open, Prose

_SPECIAL = "*_`[]<>!&\\#|~:+"
_SPECIAL_COST, _LINE_COST = 12, 40
"""Microseconds, about, that reading takes for each on a slow machine."""

_MOST = 2_000_000


def is_heavy(body: str) -> bool:
    """Tell whether the marks in `body` are too many: some 160,000, or 50,000 lines, or of both so much.

    An ordinary text of three million characters, a shelf of books, is not.
    """
    marks = sum(map(body.count, _SPECIAL))
    return marks > 0 and marks * _SPECIAL_COST + body.count("\n") * _LINE_COST > _MOST


_MOST_ADDRESSES = 2_000_000
"""Characters of all addresses together. One that is defined once may be used by every word of a text."""


_MOST_PARAGRAPHS, _MOST_LINES, _MOST_ESCAPED = 100_000, 200_000, 500_000
_ESCAPED = f"{_SPECIAL}@^{{}}$=\0"


def is_endless(body: str) -> bool:
    """Tell whether not even the plain text of a body is read and shown in good time: its paragraphs are too many, or
    its lines, or the characters that a page writes as six others.
    """
    return (
        body.count("\n\n") > _MOST_PARAGRAPHS
        or body.count("\n") > _MOST_LINES
        or sum(map(body.count, _ESCAPED)) > _MOST_ESCAPED
    )


def is_swollen(prose: Prose) -> bool:
    """Tell whether the addresses of its links would make a page of what was read far larger than the article."""
    links = (piece.attributes for piece in prose.pieces if isinstance(piece, Open) and piece.tag == "a")
    return sum(len(address) for attributes in links for _, address in attributes) > _MOST_ADDRESSES
