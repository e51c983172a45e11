"""Keys by which a record is kept back, and slips of them: whoever writes `statsu: draft` wants nothing of it shown."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

_FIELDS = ("not",)
"""Fields that are no slip, though they look like one."""


@lru_cache(maxsize=1 << 12)
def hides_record(key: str) -> bool:
    """Whether a key may be meant as `status` or `embargo`."""
    return _is_like(key, "status") or _is_like(key, "embargo")


@lru_cache(maxsize=1 << 12)
def is_notes(key: str) -> bool:
    """Whether a key may be meant as `notes`."""
    return _is_like(key, "notes")


def _is_like(key: str, word: str) -> bool:
    folded = key.casefold()[:40]
    return folded not in _FIELDS and SequenceMatcher(None, folded, word, autojunk=False).ratio() >= 0.7
