"""What the full-text index of a built site holds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

_LETTERS = b"pagefind_dcd"
"""Pagefind puts them before the JSON of each page."""


def indexed_texts(site: Path) -> dict[str, str]:
    """Return the text of each page that is searched, by address (`/actors/ann-other/`)."""
    pages = [json.loads(_unpacked(path)) for path in sorted((site / "pagefind/fragment").iterdir())]
    return {page["url"]: page["content"] for page in pages}


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_LETTERS)
