"""Where in an article a mention can be shown as a link: in one run of text, outside its title and other links."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.prose import Close, HandLink, Open, Prose, Text

_CLOSED_TO_LINKS = ("h1", "a")


def linkable_spans(prose: Prose) -> list[tuple[int, int]]:
    """Return the sorted spans of `prose.text` inside which a link may be made."""
    return list(_spans(prose))


def _spans(prose: Prose) -> Iterator[tuple[int, int]]:
    closed = 0
    for piece in prose.pieces:
        if isinstance(piece, Open) and piece.tag in _CLOSED_TO_LINKS:
            closed += 1
        elif isinstance(piece, Close) and piece.tag in _CLOSED_TO_LINKS:
            closed -= 1
        elif isinstance(piece, Text | HandLink) and not closed:
            yield piece.start, piece.end
