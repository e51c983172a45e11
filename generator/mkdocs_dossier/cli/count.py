"""Numbers of things, as commands say them."""

from __future__ import annotations


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
