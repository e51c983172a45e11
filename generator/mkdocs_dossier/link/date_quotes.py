"""Whether a phrase stands in a quotation."""

from __future__ import annotations

from mkdocs_dossier.model.prose import BLOCK_END

_REACH = 1_500
"""So far back (code points) the opening mark is looked for."""


def is_quoted(text: str, at: int) -> bool:
    """Whether the character at `at` stands between quotation marks, as far as its block shows."""
    first = max(text.rfind(BLOCK_END, 0, at) + 1, at - _REACH)
    before = text[first:at]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»")
