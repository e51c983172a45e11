"""The headings of an article that name a year: `2013`, `## March 2013`, a title `The siege of 2013`.

Markdown's headings count, the title among them, and paragraphs that are one in all but the mark: one short line without
a full stop. Items and cells are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_dossier.link.date_phrases import MONTH
from mkdocs_dossier.model.prose import Break, Close, Open, Prose

_MARKED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLD_NONE = frozenset(("li", "td", "th", "blockquote"))
_LONGEST = 80
"""Code points of a heading without the mark."""

_YEAR = re.compile(r"(?<![\w.,:/$€£-])(?:1\d{3}|20\d\d)(?![\w%°]|[.,:/]\d)")
_ONLY_TIME = re.compile(rf"\W*(?:{MONTH},?[ \u00a0])?(?:1\d{{3}}|20\d\d)\W*")
_NUMBERED = re.compile(r"\b(?:[Rr]esolution|[Aa]rticle|[Rr]oute|[Ff]light|[Nn]o\.?)[ \u00a0]\Z")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")


class YearHeading(NamedTuple):
    """start: code points in `Prose.text`. year: the first one that it names. alone: it is a year or month, no more."""

    start: int
    year: int
    alone: bool


def dated_headings(prose: Prose) -> tuple[YearHeading, ...]:
    """Return the headings that name a year, in order."""
    found = (_dated(prose.text, start, end) for start, end in _headings(prose))
    return tuple(heading for heading in found if heading is not None)


def _dated(text: str, start: int, end: int) -> YearHeading | None:
    year = _YEAR.search(text, start, end)
    if year is None or _NUMBERED.search(text, max(start, year.start() - 12), year.start()):
        return None
    return YearHeading(start, int(year[0]), _ONLY_TIME.fullmatch(text, start, end) is not None)


def _headings(prose: Prose) -> Iterator[tuple[int, int]]:
    """The spans of all headings. Nothing inside a heading opens another block."""
    holders, tag, start, end = 0, "", -1, -1
    for piece in prose.pieces:
        if isinstance(piece, Open):
            holders += piece.tag in _HOLD_NONE
            if piece.tag in _MARKED or (piece.tag == "p" and not holders):
                tag, start = piece.tag, -1
        elif isinstance(piece, Close):
            holders -= piece.tag in _HOLD_NONE
            if piece.tag == tag:
                if start >= 0 and (tag != "p" or _is_like_one(prose.text, start, end)):
                    yield start, end
                tag = ""
        elif tag and not isinstance(piece, Break):
            start, end = (piece.start if start < 0 else start), piece.end


def _is_like_one(text: str, start: int, end: int) -> bool:
    short = end - start <= _LONGEST and "\n" not in text[start:end]
    return short and _ENDS_SENTENCE.search(text, max(start, end - 4), end) is None
