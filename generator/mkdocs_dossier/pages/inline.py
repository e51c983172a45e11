"""A field that holds inline Markdown, such as a summary: its marks and web links stay, blocks become one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.prose import Break, Close, Code, HandLink, Open, Piece, Prose, Text
from mkdocs_dossier.pages.prose import write_prose

_INLINE_TAGS = ("em", "strong", "s", "a")


def inline(text: str | None, parsed: Callable[[str], Prose]) -> Markdown:
    """Return the text of a field as safe Markdown on one line; empty for None. parsed: `SiteView.inline`."""
    if text is None:
        return Markdown("")
    prose = parsed(text)
    paragraph = (Open("p"), *_inline_pieces(prose), Close("p"))
    return Markdown(write_prose(replace(prose, pieces=paragraph), ()).strip())


def plain_text(text: str | None, parsed: Callable[[str], Prose]) -> str:
    """Return the text of a field without its marks; empty for None."""
    if text is None:
        return ""
    prose = parsed(text)
    shown = (prose.text[p.start : p.end] for p in _inline_pieces(prose) if isinstance(p, Text | Code | HandLink))
    return " ".join("".join(shown).split())


def _inline_pieces(prose: Prose) -> Iterator[Piece]:
    in_title = False
    for piece in prose.pieces:
        if isinstance(piece, Open | Close) and piece.tag == "h1":
            in_title = isinstance(piece, Open)
        elif in_title or isinstance(piece, Break):
            continue
        elif isinstance(piece, Open | Close):
            if piece.tag in _INLINE_TAGS:
                yield piece
        elif isinstance(piece, Code) and piece.block:
            yield Code(piece.start, piece.end)
        else:
            yield piece
