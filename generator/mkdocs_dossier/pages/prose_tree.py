"""The pieces of a `Prose` as a tree, for `prose.py` to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.model.prose import Break, Close, Code, HandLink, Open, Prose, Text

INLINE = frozenset(("em", "strong", "s", "a", "img"))


@dataclass(slots=True)
class Element:
    tag: str
    attributes: tuple[tuple[str, str], ...]
    parts: list[ProsePart]


Leaf = Text | Code | HandLink
ProsePart = Element | Text | Code | HandLink | Break


def body_parts(prose: Prose) -> tuple[int, list[ProsePart]]:
    """Return where the title ends, and the tree of what follows it."""
    root = Element("", (), [])
    around = [root]
    title_end = 0
    for piece in prose.pieces:
        if isinstance(piece, Open):
            element = Element(piece.tag, piece.attributes, [])
            around[-1].parts.append(element)
            around.append(element)
        elif isinstance(piece, Close):
            element = around.pop()
            if element.tag == "h1":
                around[-1].parts.pop()
                title_end = max((leaf.end for leaf in leaves(element.parts)), default=0)
        else:
            around[-1].parts.append(piece)
    return title_end, root.parts


def leaves(parts: Sequence[ProsePart]) -> Iterator[Leaf]:
    """Yield what holds text, in order."""
    for part in parts:
        if isinstance(part, Element):
            yield from leaves(part.parts)
        elif not isinstance(part, Break):
            yield part
