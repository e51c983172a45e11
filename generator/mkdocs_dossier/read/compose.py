"""Unicode's composed form (NFC), cut into parts whose places in the source stay known.

Called by `prose_builder.py` for the rare text that is not in this form already.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, normalize


def composed_parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset in `text`, composed text) for parts that do not touch each other.

    The composed texts make up `normalize("NFC", text)`.
    """
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or _begins_anew(text, start, end):
            yield start, normalize("NFC", text[start:end])
            start = end


def _begins_anew(text: str, start: int, at: int) -> bool:
    """Tell whether the character at `at` stays apart from `text[start:at]`."""
    char = text[at]
    if char < "\u0300":
        return True
    if combining(char):
        return False
    part = text[start:at]
    return normalize("NFC", part + char) == normalize("NFC", part) + normalize("NFC", char)
