"""Whether a phrase stands in a quotation."""

from __future__ import annotations

from mkdocs_dossier.model.prose import BLOCK_END

_REACH = 1_500
"""So far back (code points) the opening mark is looked for."""


def is_quoted(text: str, at: int) -> bool:
    """Whether the character at `at` stands between quotation marks, as far as its block shows."""
    first = max(text.rfind(BLOCK_END, 0, at) + 1, at - _REACH)
    straight = text.rfind('"', first, at)
    if straight >= 0 and not text[straight + 1].isspace() and (straight == first or _opens(text[straight - 1])):
        return True
    pairs = (("“", "”"), ("«", "»"))
    return any(text.rfind(opening, first, at) > text.rfind(closing, first, at) for opening, closing in pairs)


def _opens(before: str) -> bool:
    """Whether a straight mark behind this character opens a quotation: an unpaired one elsewhere does no harm."""
    return before.isspace() or before in "([—–-,:"
