"""A text dump to its paragraphs: one a line, or lines that an editor or mail program cut at a width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_dossier.imports.paged import join
from mkdocs_dossier.imports.words import is_closed, one_line

_NARROWEST, _WIDEST = 40, 130
_FULL = 0.6
"""Widths at which lines are cut; the part of it that all but the last line of a paragraph fill."""


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of `text`, each on one line, none of them empty."""
    found: list[str] = []
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        clean = one_line(line)
        if clean:
            group.append(clean)
        else:
            found += _paragraphs(group)
            group = []
    return tuple(found)


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    if not _is_cut(lines):
        yield from lines
        return
    text = lines[0]
    for line in lines[1:]:
        text = join(text, line)
    yield text


def _is_cut(lines: Sequence[str]) -> bool:
    """Whether these lines are one paragraph: all but the last are full, and one ends within a sentence."""
    if len(lines) < 2:
        return False
    width = max(map(len, lines[:-1]))
    full = _NARROWEST <= width <= _WIDEST and len(lines[-1]) <= _WIDEST
    within = any(not is_closed(line) and following[0].islower() for line, following in pairwise(lines))
    return full and within and all(len(line) >= width * _FULL for line in lines[:-1])
