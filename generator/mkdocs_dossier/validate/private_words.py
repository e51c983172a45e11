"""Words by which a record is kept back, and slips of them: whoever writes `statsu: draft` wants nothing of it shown."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from mkdocs_dossier.model.ids import slug

_FIELDS = ("not",)
"""Fields that are no slip, though they look like one."""

_HIDING = ("status", "embargo", "draft", "withheld", "private", "visibility", "published", "hidden", "secret")
"""How this and other tools say that something is kept back."""

_UNSEEN = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@lru_cache(maxsize=1 << 12)
def hides_record(key: str) -> bool:
    """Tell whether a key may be meant to keep a record back, in whatever letters."""
    return any(_is_like(key, word) for word in _HIDING)


@lru_cache(maxsize=1 << 12)
def is_notes(key: str) -> bool:
    """Tell whether a key may be meant as `notes`, in whatever letters."""
    return _is_like(key, "notes")


def plain(text: str) -> str:
    """Return a text without what cannot be seen, and with plain letters in the place of their variants."""
    return text if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def _is_like(key: str, word: str) -> bool:
    """Tell whether a key, or a word of it, is nearly `word`."""
    folded = slug(key[:40])
    if folded in _FIELDS:
        return False
    return any(
        SequenceMatcher(None, part, word, autojunk=False).ratio() >= 0.7 for part in (folded, *folded.split("-"))
    )
