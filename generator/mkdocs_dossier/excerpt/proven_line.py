"""The part of a line that is public: each of its characters belongs to a public text, or is a mark of YAML."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from mkdocs_dossier.excerpt.public_texts import PublicTexts
from mkdocs_dossier.read.yaml_tree import Scalar

_MARKS = re.compile(r"[ \t,:?\[\]{}-]*")
_BLOCK = re.compile(r"[|>][-+1-9]{0,2}")
"""What stands on the line of the key, before a text in a block."""


def proven_line(lines: Sequence[str], number: int, public: PublicTexts) -> str | None:
    """Return what may be shown of a line (1-based): all of it, or what stands before a comment; None if nothing."""
    line = lines[number - 1]
    if 0 < public.body <= number:
        return line
    at, seen = 0, False
    for start, end in _spans(line, number, public.texts):
        if not _MARKS.fullmatch(line, at, start):
            break
        at, seen = end, seen or end > start
    rest = _MARKS.match(line, at)
    end = len(line) if rest is None else rest.end()
    if not seen or (end < len(line) and not _is_comment(line, end)):
        return None
    return line[:end].rstrip()


def _spans(line: str, number: int, texts: Sequence[Scalar]) -> list[tuple[int, int]]:
    """From where to where texts stand on a line, in their order."""
    first = bisect_left(texts, number, key=lambda text: text.line)
    found: list[tuple[int, int]] = []
    if first and texts[first - 1].end_line >= number:
        found.append((0, _end(texts[first - 1], line, number)))
    while first < len(texts) and texts[first].line == number:
        start = texts[first].column - 1
        block = _BLOCK.match(line, start)
        found.append((start, _end(texts[first], line, number) if block is None else block.end()))
        first += 1
    return found


def _end(text: Scalar, line: str, number: int) -> int:
    return text.end_column - 1 if text.end_line == number else len(line)


def _is_comment(line: str, at: int) -> bool:
    return line[at] == "#" and line[at - 1 : at] in ("", " ", "\t")
