"""Tests of a line's shape, from which the table of `boilerplate.py` is made."""

from __future__ import annotations

import re
from collections.abc import Callable

Test = Callable[[str], bool]

_APART = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOKEN = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\s*[|•·›»>]\s*")
_FEW_WORDS = 3
_MENU_PARTS = 4
_HOMES = frozenset(("home", "start", "accueil", "inicio"))


def one_of(lines: str) -> str:
    """Return the pattern of any of these patterns, one a line."""
    return f"(?:{'|'.join(line.strip() for line in lines.strip().splitlines())})"


def shape(pattern: str, *, case: bool = False) -> Test:
    """A line that `pattern` matches whole. case: upper and lower case count."""
    compiled = re.compile(pattern, re.NOFLAG if case else re.IGNORECASE)

    def holds(line: str) -> bool:
        return compiled.fullmatch(line) is not None

    return holds


def made_of(core: str, others: str) -> Test:
    """A line, perhaps run together (`PrintTweet`), of these words and numbers alone, at least one of the core."""
    needed = frozenset(core.split())
    allowed = needed | frozenset(others.split())

    def holds(line: str) -> bool:
        tokens = [token.lower() for token in _TOKEN.findall(_APART.sub(" ", line))]
        return allowed.issuperset(tokens) and not needed.isdisjoint(tokens)

    return holds


def is_menu(line: str) -> bool:
    """`Home > World > Asia`, `News | Sport | Weather | Travel`."""
    parts = [part for part in _PART.split(line) if part]
    if len(parts) < 2 or not all(len(part.split()) <= _FEW_WORDS and part[0].isupper() for part in parts):
        return False
    return len(parts) >= _MENU_PARTS or parts[0].lower() in _HOMES
