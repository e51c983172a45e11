"""How much of a line a diagnostic means, from its place on."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"'((?:[^']|'(?=\w))+)'|(\[\[[^\]]*\]\])")
"""What a message repeats of the file."""

_LONGEST = 400
"""More code points than fit on a line of the terminal."""

_TEXT = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_KEY = re.compile(r"[^\s,:\[\]{}#&*!|>'\"%@`][^:,\[\]{}]*(?=:(\s|$))")
_IN_FLOW = re.compile(r"[^\s,\[\]{}#&*!|>'\"%@`](?:[^,\[\]{}#]*[^\s,\[\]{}#])?")
_IN_BLOCK = re.compile(r"[^\s,\[\]{}#&*!|>'\"%@`].*?(?=\s*$|\s+#)")
_ONE = frozenset(("missing-key", "bad-template"))
"""Codes of what begins at its place, and ends nobody knows where."""


def span_length(line: str, column: int, code: str, message: str) -> int:
    """Return how many code points of `line` are meant, from `column` (1-based) on; 1 where that is not known."""
    if code in _ONE:
        return 1
    rest = line[column - 1 : column - 1 + _LONGEST]
    for said, link in _QUOTED.findall(message):
        for found in (said, link):
            if found and rest.startswith(found):
                return len(found)
    before = line[: column - 1]
    flow = before.count("{") + before.count("[") > before.count("}") + before.count("]")
    known = _TEXT.match(rest) or _KEY.match(rest) or (_IN_FLOW if flow else _IN_BLOCK).match(rest)
    return 1 if known is None else len(known[0])
