"""Marks for texts in tables, which are looked up when a page is made: the language is not known where they stand."""

from __future__ import annotations


def N_(message: str) -> str:
    """Return a text that is to be translated, as it is."""
    return message


def NP_(context: str, message: str) -> tuple[str, str]:
    """Return a text that is to be translated with its context, as `Words.pgettext` takes them."""
    return context, message
