"""Text in pictures: about how wide it will be, and names cut so that they fit.

Nobody knows the reader's font, so widths are estimates for a common sans serif, on the wide side.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NARROW = frozenset("iIjl.,:;'’|!()[]/ ftr-·")
_BROAD = frozenset("mwMWÆŒ@%—ЖШЩЮжшщюفسشصض")
_JOINERS = frozenset("\u200c\u200d\u2060")


def text_width(text: str, size: float) -> float:
    """Return about how wide `text` is at a font size, in user units."""
    return size * _ems(text)


@lru_cache(maxsize=1 << 14)  # as for `_ems`
def shortened(text: str, width: float, size: float) -> str:
    """Return `text`, or as much of it as fits in `width` user units, cut behind a word and with an ellipsis."""
    text = " ".join(text.split())
    if text_width(text, size) <= width:
        return text
    room, fits = width - size, 0
    for number, character in enumerate(text):
        room -= size * _em(character)
        if room < 0:
            break
        fits = number + 1
    word = text.rfind(" ", 0, fits + 1)
    # A word that fills most of the room is cut in itself, as is text without spaces.
    at = word if word > fits // 2 else _letter(text, fits)
    return text[:at].rstrip(" ,;:-–") + "…"


@lru_cache(maxsize=1 << 14)  # the same names stand in the pictures of all their neighbours
def _ems(text: str) -> float:
    """The width of a text at a font size of 1."""
    return sum(map(_em, text))


@lru_cache(maxsize=1 << 12)  # about as many as the letters of all alphabets
def _em(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1
    if character in _NARROW:
        return 0.37
    if character in _BROAD:
        return 0.9
    return 0.68 if character.isupper() else 0.57


def _letter(text: str, at: int) -> int:
    """The last place not behind `at` where no letter is cut from its marks."""
    while at > 0 and (_joins(text[at]) or _joins(text[at - 1], behind=True)):
        at -= 1
    return at


def _joins(character: str, *, behind: bool = False) -> bool:
    """Whether a character belongs to the one before it, or with `behind` holds on to the one behind it."""
    if behind:
        return character in _JOINERS or unicodedata.combining(character) == 9
    return character in _JOINERS or unicodedata.category(character) in ("Mn", "Mc", "Me")
