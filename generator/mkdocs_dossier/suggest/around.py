"""Longer names around a known one: `United Nations Mission in Mali` where only the United Nations are known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mkdocs_dossier.suggest.capitals import Word
from mkdocs_dossier.suggest.heads import head_type, is_head
from mkdocs_dossier.suggest.names import NamePiece, possessor
from mkdocs_dossier.suggest.offices import says_person
from mkdocs_dossier.suggest.words import CALENDAR, COMMON, FUNCTION_WORDS, OFFICE_FIELDS

_NO_PART = FUNCTION_WORDS | CALENDAR | OFFICE_FIELDS | COMMON
REACH = 8
"""So many words before and behind a known name are looked at."""

_DEMONYM = ("ish", "ese", "ian", "ean", "an")


def around_known(
    text: str, words: Sequence[Word], known: Sequence[tuple[int, int]], starts: set[int]
) -> Iterator[NamePiece]:
    """Yield the names that begin or end with a known one and end in what a name is the name of.

    Args:
        words: All that have a capital.
        known: Where actors are named.
        starts: Of sentences.
    """
    begins = [word.start for word in words]
    for start, end in known:
        at, stop = bisect_left(begins, start), bisect_left(begins, end) - 1
        if at > 0 and words[at - 1].end > start:  # the known name begins inside a word: OPCW-United Nations
            at -= 1
        if at > stop or possessor(words[stop].text)[1]:
            continue
        first, last = _left(words, at, starts), _right(words, stop)
        if words[first].start >= start and last == stop:
            continue
        texts = [word.text for word in words[first : last + 1]]
        close = words[last].start + len(possessor(words[last].text)[0])
        if is_head(possessor(texts[-1])[0]) and head_type(texts) is not None:
            yield NamePiece(words[first].start, max(close, end), len(texts))


def _left(words: Sequence[Word], at: int, starts: set[int]) -> int:
    """Return the first of the words that stand close before one, and may be part of a name."""
    least = at - REACH
    while at > max(0, least) and words[at].gap == "plain" and _is_part(words[at - 1], starts):
        at -= 1
    return at


def _is_part(word: Word, starts: set[int]) -> bool:
    low = word.text.lower().rstrip(".")
    known = low in _NO_PART or says_person(word.text) or low.endswith(_DEMONYM)
    return not known and word.start not in starts and not possessor(word.text)[1]


def _right(words: Sequence[Word], at: int) -> int:
    most = at + REACH
    while at + 1 < min(len(words), most) and words[at + 1].gap == "plain" and not possessor(words[at].text)[1]:
        following = words[at + 1].text
        if following.lower() in CALENDAR or says_person(following):
            break
        at += 1
    return at
