"""Whether a word says what a person is: a form of address, a rank, an office, a trade."""

from __future__ import annotations

from mkdocs_dossier.suggest.words import HONORIFICS, OFFICES, RANKS

_ENDINGS = ("minister", "ministerin", "präsident", "präsidentin", "sprecher", "sprecherin", "kanzler", "kanzlerin")
"""In languages that write an office as one word: Innenminister."""

_OFFICES = OFFICES | RANKS


def is_office(word: str) -> bool:
    """Tell whether a word names an office, a rank or a trade."""
    low = word.lower().rstrip(".")
    return low in _OFFICES or low.endswith(_ENDINGS)


def says_person(word: str) -> bool:
    """Tell whether a word names one of these, or is a form of address."""
    return word.lower().rstrip(".") in HONORIFICS or is_office(word)
