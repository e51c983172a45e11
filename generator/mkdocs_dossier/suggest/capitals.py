"""Words with a capital, and how close they stand to each other: what names are made of, in every script that has
capitals (Latin, Greek, Cyrillic, Armenian, …).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from mkdocs_dossier.suggest.words import CONNECTORS, FUNCTION_WORDS, PARTICLES

_BOUND = re.compile(r"(?<![\w’'])(?:al|el|ez|ad|ash|as|an|ar|at|az|ul|es|d|l)[-‐‑’']$", re.IGNORECASE)
"""What is bound to a name by a hyphen or an apostrophe, and written small: al-Assad, d'Estaing."""

_GAP = re.compile(
    rf"(?P<small>(?:[ \n](?:(?:van|von)[ \n](?:de|dem|den|der|het)|{'|'.join(sorted(PARTICLES))}))+[ \n])"
    rf"|[ \n](?P<connector>{'|'.join(sorted(CONNECTORS))})(?:[ \n]the)?[ \n]"
    r"|[ \n](?P<also>and|&)[ \n]"
)
_PLAIN_GAPS = frozenset((" ", "\n", "\u00a0", "\u202f"))
_LONGEST_GAP = 16
_LONGEST_WORD = 80
_SHORT_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt cpt adm cmdr brig sgt cpl gov sen rep amb rev hon".split()
)
_LAST_CAPITAL = 0x1F000
"""No script that has capitals lies beyond it."""


class Word(NamedTuple):
    """A word with a capital.

    Attributes:
        gap: How it follows the word before it: `""` not at all, `plain` after a space, `particle` after small words of
            names, `of` after a preposition, `and`.
        lead: What stands in the gap.
    """

    start: int
    end: int
    text: str
    gap: str = ""


def capitalised_words(text: str) -> Iterator[Word]:
    """Yield the words of a text that begin with a capital, but for those that open a sentence and belong to no name."""
    last = -1
    for match in _capitalised().finditer(text):
        start, end = match.span()
        if end - start > _LONGEST_WORD:
            continue
        if text[end : end + 1] == "." and text[start:end].lower() in _SHORT_TITLES:
            end += 1
        if (
            start
            and text[start - 1] in "-‐‑’'"
            and (bound := _BOUND.search(text, max(0, start - 4), start)) is not None
        ):
            start = bound.start()
        gap = "" if last < 0 else _gap(text, last, start)
        if gap != "plain" and text[start:end].lower() in FUNCTION_WORDS:
            continue
        yield Word(start, end, text[start:end], gap)
        last = end


def _gap(text: str, end: int, start: int) -> str:
    between = text[end:start]
    if between in _PLAIN_GAPS:
        return "plain"
    if len(between) > _LONGEST_GAP:
        return ""
    found = _GAP.fullmatch(between)
    if found is None:
        return ""
    return "particle" if found["small"] else "and" if found["also"] else "of"


@cache
def _capitalised() -> re.Pattern[str]:
    """Return an expression for a word that begins with a capital. It begins with that, so that the search passes over
    all other letters at once.
    """
    capital = f"[{_capitals()}]"
    return re.compile(
        rf"{capital}(?<!\w.)(?:\.(?=[ \n]{capital})|\w*(?:\.{capital}(?!\w)\.?|\.{capital}\w+|[-‐‑’'ʼ&]\w+)*)"
    )


@cache
def _capitals() -> str:
    """Return the capital letters of all scripts, for a class of a regular expression."""
    codes = [code for code in range(_LAST_CAPITAL) if unicodedata.category(chr(code)) in ("Lu", "Lt")]
    runs = ([code for _, code in run] for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" if len(run) > 1 else chr(run[0]) for run in runs)


_SMALL = re.compile(r"(?<![\w’'.-])[^\W\d_A-Z]\w{2,}")


def small_words(text: str) -> set[str]:
    """Return the words of a text that begin with a small letter: a name is seldom written so."""
    words = set(_SMALL.findall(text))
    return words if text.isascii() else {word for word in words if word[0].islower()}
