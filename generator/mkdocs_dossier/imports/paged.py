"""The lines of printed pages to paragraphs: running heads and page numbers out, lines joined, hyphens mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_dossier.imports.draft import LeftOut
from mkdocs_dossier.imports.words import is_closed

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:page|seite|p\.)?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:/|of|von|de)\s?\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\Z")
_BULLET = re.compile(r"[•▪◦‣*–-]\s")
_EDGE = 2
_FULL = 0.75
"""Lines at either edge of a page that may be a running head; the part of the usual width that makes a line full."""


def paragraphs_of(pages: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Return the paragraphs of these pages, and the lines left out."""
    repeated = _running(pages)
    left: list[LeftOut] = []
    lines: list[str] = []
    for page in pages:
        kept = list(page)
        for at in _edges(kept):
            if _DIGITS.sub("#", kept[at]) in repeated or _NUMBER.fullmatch(kept[at]):
                left.append(LeftOut(kept[at], "page"))
                kept[at] = ""
        lines += _trimmed(kept)
    return tuple(_joined(lines)), tuple(left)


def _edges(lines: Sequence[str]) -> list[int]:
    """The first and last lines of a page that are not empty."""
    full = [at for at, line in enumerate(lines) if line]
    return sorted({*full[:_EDGE], *full[-_EDGE:]})


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands at the edge of half the pages or more, whatever the number in it."""
    if len(pages) < 2:
        return frozenset()
    counts = Counter(form for page in pages for form in {_DIGITS.sub("#", page[at]) for at in _edges(page)})
    return frozenset(form for form, count in counts.items() if count >= max(2, len(pages) / 2))


def _trimmed(lines: list[str]) -> list[str]:
    """Without empty lines at either end: a paragraph may go on over the page."""
    full = [at for at, line in enumerate(lines) if line]
    return lines[full[0] : full[-1] + 1] if full else []


def _joined(lines: Sequence[str]) -> Iterator[str]:
    widths = sorted(len(line) for line in lines if line)
    width = widths[int(len(widths) * 0.8)] if widths else 0
    text = ""
    for at, line in enumerate(lines):
        if not line:
            if text:
                yield text
            text = ""
            continue
        text = join(text, line) if text else line
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _ends(line, following, width):
            yield text
            text = ""
    if text:
        yield text


def join(text: str, line: str) -> str:
    """Return `text` with the next line; a word that was cut is made whole again."""
    if line[0].islower() and _HYPHEN.search(text):
        return _HYPHEN.sub("", text) + line
    return f"{text} {line}"


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends with `line`."""
    if _BULLET.match(following):
        return True
    short = len(line) < width * _FULL
    return short and (is_closed(line) or not following[:1].islower()) and (is_closed(line) or len(line) < width * 0.6)
