"""Ids: what names a record in YAML, in links and in addresses."""

from __future__ import annotations

import re

from anyascii import anyascii

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
LONGEST_NAME = 200
"""So many characters may the id of an article have between two slashes."""

_APART = re.compile(r"[^a-z0-9]+")


RESERVED_IDS = frozenset({"index", "readme"})
"""A page of this name would take the place of its folder's index."""


DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Windows keeps these names for itself: a page of one could not be checked out there."""

_LONGEST_PATH = 400


def is_id(text: str) -> bool:
    return ID.fullmatch(text) is not None and text not in RESERVED_IDS and text not in DEVICES


def is_article_id(text: str) -> bool:
    """Tell whether `text` can be the path of an article below `data/articles/`, without its ending."""
    segments = text.split("/")
    plain = all(segment and segment == slug(segment, longest=LONGEST_NAME) for segment in segments)
    taken = segments[-1] in RESERVED_IDS or not DEVICES.isdisjoint(segments)
    return plain and not taken and len(text) <= _LONGEST_PATH


def slug(text: str, *, longest: int = 80) -> str:
    """Return `text` as an id: transliterated, lower case, hyphens; empty where nothing is left of it."""
    plain = text if text.isascii() else anyascii(text)
    return _APART.sub("-", plain.lower().replace("'", "")).strip("-")[:longest].rstrip("-")
