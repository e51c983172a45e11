"""Where in an article a mention can be shown as a link: in one run of text, outside its title and other links."""

from __future__ import annotations

from mkdocs_dossier.model.prose import Close, HandLink, Open, Prose, Text

_CLOSED_TO_LINKS = ("h1", "a")


def linkable_spans(prose: Prose) -> list[tuple[int, int]]:
    """Return the sorted spans of `prose.text` inside which a link may be made."""
    spans: list[tuple[int, int]] = []
    closed = 0
    for piece in prose.pieces:
        if isinstance(piece, Open):
            closed += piece.tag in _CLOSED_TO_LINKS
        elif isinstance(piece, Close):
            closed -= piece.tag in _CLOSED_TO_LINKS
        elif isinstance(piece, (Text, HandLink)) and not closed:
            spans.append((piece.start, piece.end))
    return spans
