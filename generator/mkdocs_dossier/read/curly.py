"""Quotes as word processors write them, which YAML takes for letters."""

from __future__ import annotations

_OPENING, _CLOSING = "“„‟”", '”“‟"'

STRAIGHT = "write straight quotes or none: curly ones count as a part of the value"
"""How such a value is mended."""


def in_curly_quotes(text: str) -> bool:
    """Tell whether a text as a whole stands in double quotes; single ones may be letters, as in `‘Abd`."""
    ends = text[:1], text[-1:]
    inside = set(text[1:-1]).isdisjoint(_OPENING + _CLOSING)
    return len(text) > 2 and ends[0] in _OPENING and ends[1] in _CLOSING and inside
