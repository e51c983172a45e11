"""Where the characters of an id stand in YAML, in whatever way it is written there."""

from __future__ import annotations

import re

_LEAD = re.compile(r"""["']\s*|[|>][-+0-9]*[^\S\r\n]*(?:\#[^\r\n]*)?(?:\r\n|\r|\n)\s*|""")
"""What stands before the first character of a quoted text, of a block, of a plain text."""

_IN_DOUBLE_QUOTES = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)


def id_span(content: str, offset: int, id: str) -> tuple[int, int] | None:
    """Return where `id` stands in the scalar that begins at `offset` and says nothing else; None if it does not."""
    lead = _LEAD.match(content, offset)
    start = offset if lead is None else lead.end()
    if content.startswith(id, start):
        return start, start + len(id)
    quoted = _IN_DOUBLE_QUOTES.match(content, offset)  # with escapes in it
    return None if quoted is None else quoted.span(1)
