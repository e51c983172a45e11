"""Which lines of a file may be shown. The logs of a public repository are public: no line of a private record, nor of
`notes:`, and none of which that is not certain.

This goes by the text alone, since a file with a fault has no tree; where the text is laid out in an odd way, more
stays hidden than is private.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache

from generator.excerpt.private_words import hides_record, is_notes, plain, says_private

IsOpen = Callable[[int], bool]
"""Whether a line (1-based) may be shown."""

# All of these take a time in proportion to the text, whatever it is.
_KEY = re.compile(r"""(?<!\w)(?P<key>\w{1,40})["']?[ \t]{0,9}:""")
_PUBLISHED = re.compile(r"""(?m)(?<!\w)status: {0,9}(["']?)published\1(?=[ \t]{0,9}($|[,}])|[ \t]{1,9}\#)""")
_ESCAPE = re.compile(r"\\[xuU]|^[ \t]{0,99}\?", re.MULTILINE)
"""By which a key can be written so that it does not look like one."""

_START = re.compile(r"""["']?[A-Za-z0-9][\w-]*["']?:\s*(#.*|\{.*\}\s*(#.*)?)?""")
"""The first line of a record in a list of records."""

_MANY = 500
"""More keys than that are looked at for slips in no record."""

_NOTES_KEY = re.compile(r"(?<!\w)notes(?!\w)")
_NOTES = re.compile(r"(?P<indent> *)notes:(?P<value>.*)")
_FIELD = re.compile(r"""(?P<indent> *)(["']?)[^\W\d]\w*\2:(\s.*)?""")
_CLOSING = {"'": "'", '"': '"', "[": "]", "{": "}"}


def open_lines(place: str, lines: Sequence[str], *, damaged: bool) -> IsOpen:
    """Return which lines of a file may be shown. place: its path below `data/`. damaged: its front matter is."""
    if place.endswith(".md"):
        return _of_article(lines, damaged=damaged)
    if "/" in place:
        closed = _closed(lines)
        return lambda line: line - 1 not in closed
    return _of_list(lines)


def _of_article(lines: Sequence[str], *, damaged: bool) -> IsOpen:
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end or lines[0].rstrip() != "---":
        return lambda line: False
    if says_private("\n".join(lines)):
        return lambda line: False
    closed = _closed(lines[1:end])
    body = len(closed) < end - 1
    return lambda line: body if line > end + 1 else not damaged and 1 < line <= end and line - 2 not in closed


def _of_list(lines: Sequence[str]) -> IsOpen:
    """Of a file that maps ids to records: each is looked at by itself."""
    starts = [n for n, line in enumerate(lines) if _START.fullmatch(line)]

    @lru_cache(maxsize=256)
    def closed(start: int, end: int) -> frozenset[int]:
        return _closed(lines[start:end])

    def is_open(line: int) -> bool:
        number = bisect_right(starts, line - 1)
        start = starts[number - 1] if number else 0
        end = starts[number] if number < len(starts) else len(lines)
        return line - 1 - start not in closed(start, end)

    return is_open


def _closed(lines: Sequence[str]) -> frozenset[int]:
    """The lines (from 0) of one record that may not be shown: all, or those of its notes."""
    everything = frozenset(range(len(lines)))
    text = _PUBLISHED.sub("", "\n".join(lines))
    keys = {found["key"] for found in _KEY.finditer(plain(text))}
    if len(keys) > _MANY or _ESCAPE.search(text) or says_private(text) or any(map(hides_record, keys)):
        return everything
    if not any(map(is_notes, keys)):
        return frozenset()
    notes = [n for n, line in enumerate(lines) if _NOTES.fullmatch(line)]
    if len(notes) != 1 or len(_NOTES_KEY.findall(text)) != 1 or sum(map(is_notes, keys)) != 1:
        return everything
    return _notes(lines, notes[0]) or everything


def _notes(lines: Sequence[str], start: int) -> frozenset[int] | None:
    """The lines of notes that begin on line `start`; None where it is not certain which these are."""
    match = _NOTES.fullmatch(lines[start])
    assert match is not None
    indent, value = len(match["indent"]), match["value"].strip()
    end = start + 1
    while end < len(lines) and _goes_on(lines[end], indent):
        end += 1
    whole = "\n".join([value, *lines[start + 1 : end]]).rstrip()
    if end == start + 1 and value[:1] in ("", "|", ">"):
        return None
    if value[:1] in _CLOSING and (len(whole) == 1 or whole[-1] != _CLOSING[value[0]]):
        return None
    rest = [line for line in (*lines[1:start], *lines[end:]) if line.strip() and not line.lstrip().startswith("#")]
    if any(len(line) - len(line.lstrip(" ")) < indent for line in rest):
        return None
    following = next((line for line in lines[end:] if line.strip()), "")
    if following and not following.startswith("#") and _FIELD.fullmatch(following) is None:
        return None
    return frozenset(range(start, end))


def _goes_on(line: str, indent: int) -> bool:
    """Whether a line is still of the field that begins with this indent."""
    deep = len(line) - len(line.lstrip(" "))
    return not line.strip() or deep > indent or (deep == indent and line.lstrip().startswith("- "))
