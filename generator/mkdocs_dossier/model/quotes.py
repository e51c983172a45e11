"""Finds a quote in an article's text, whatever white space and quotation marks each of them has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from mkdocs_dossier.model.prose import Prose

_SINGLE, _DOUBLE = "['‘’‚‛`´]", '["“”„‟«»]'


def find_quote(prose: Prose, quote: str) -> tuple[int, int] | None:
    """Return where `quote` stands in `prose.text`, or None."""
    found = re.search(_pattern(quote), prose.text)
    return found.span() if found else None


def _pattern(quote: str) -> str:
    words = (re.escape(word) for word in quote.split())
    spaced = r"\s+".join(words)
    return re.sub(_DOUBLE, lambda _: _DOUBLE, re.sub(_SINGLE, lambda _: _SINGLE, spaced))


def nearest_passage(prose: Prose, quote: str) -> tuple[str, int | None]:
    """Return the passage of about the quote's length that has most in common with it.

    Also where the words that they share stand in `prose.text`; None where these are a small part of the quote.
    """
    match = SequenceMatcher(None, quote, prose.text, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    passage = " ".join(prose.text[start : start + len(quote) + 20].split())
    shared = prose.text[match.b : match.b + match.size]
    first = match.b + len(shared) - len(shared.lstrip())
    return passage, first if len(shared.strip()) * 4 >= len(quote) else None
