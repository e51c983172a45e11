"""Whether a body's Markdown is more than anybody writes, so that reading it would take long.

`validate/given.py` asks; such a body is read as plain text, by the short way, and its author is told.
"""

from __future__ import annotations

from generator.model.prose import Open, Prose

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


_MOST_PARAGRAPHS, _MOST_LINES = 100_000, 500_000


def is_endless(body: str) -> bool:
    """Tell whether a body has so many paragraphs, or lines, that not even its plain text is read in good time."""
    return body.count("\n\n") > _MOST_PARAGRAPHS or body.count("\n") > _MOST_LINES


def is_swollen(prose: Prose) -> bool:
    """Tell whether the addresses of its links would make a page of what was read far larger than the article."""
    links = (piece.attributes for piece in prose.pieces if isinstance(piece, Open) and piece.tag == "a")
    return sum(len(address) for attributes in links for _, address in attributes) > _MOST_ADDRESSES
