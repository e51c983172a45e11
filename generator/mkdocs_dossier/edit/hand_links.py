"""Where the id stands in a link made by hand, `[[id]]` or `[[id|text]]`."""

from __future__ import annotations

import re


def target_span(content: str, shown: int, id: str) -> tuple[int, int] | None:
    """Return where `id` stands; None if it does not.

    Args:
        shown: Where the text begins that the link shows.
    """
    start = content.rfind("[[", 0, shown)
    link = re.compile(rf"\[\[[^\S\r\n]*({re.escape(id)})[^\S\r\n]*(?=\\?\||\]\])")
    found = None if start < 0 else link.match(content, start)
    return None if found is None else found.span(1)
