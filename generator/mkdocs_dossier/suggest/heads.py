"""The word that says what a name is the name of."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_dossier.model.records import ActorType
from mkdocs_dossier.suggest.words import HEADS, PHRASE_HEADS

AND_FIELDS = frozenset(
    """health education culture security development trade industry research technology science sports tourism
    social welfare justice refugee refugees humanitarian human migration economic food agriculture cooperation
    labour labor environment energy communications information reconstruction relief works rescue planning natural
    public international regional investment commerce finance fisheries transport crime drugs defence defense urban
    rural affairs innovation exchange evaluation recovery peace democracy reconciliation water forestry mining
    housing pensions opposition revolutionary drug space customs excise immigration border budget arms
    atmospheric""".split()
)
"""What may follow an `and` inside an organization's name."""

_OPENS_NAMES = frozenset("state republic kingdom army friends sons brotherhood soldiers voice emirate".split())
"""`State of …`: no heads where they stand last, but they may be followed by the rest of a name."""

_TYPE_OF: dict[str, ActorType] = {word: type for type, words in HEADS.items() for word in words}


def _low(word: str) -> str:
    low = word.lower().rstrip(".")
    return low[:-2] if low.endswith(("'s", "’s")) else low


def has_head(word: str) -> bool:
    """Tell whether the rest of a name may follow this word after a preposition."""
    low = _low(word)
    return low in _TYPE_OF or low in _OPENS_NAMES


def head_type(words: Sequence[str]) -> tuple[ActorType, str] | None:
    """Return the type that the head of a name tells, and the head; None where it tells nothing.

    The head is the last word, or the last one before the first preposition, or (Jaish al-Fatah, Ministerium der
    Verteidigung) the first.
    """
    lows = [_low(word) for word in words]
    if len(lows) > 1 and (type := PHRASE_HEADS.get((lows[-2], lows[-1]))) is not None:
        return type, " ".join(words[-2:])
    for at in (-1, 0, *range(1, len(lows) - 1)):
        if (type := _TYPE_OF.get(lows[at])) is not None and len(lows) > 1:
            return type, words[at]
    return None


def is_head(word: str) -> bool:
    return _low(word) in _TYPE_OF
