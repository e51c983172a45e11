"""Looks for many words in one pass over a text. The only importer of ahocorasick_rs.

It knows nothing of words' ends: `matcher` and `dates` look at what stands around each place.
"""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

Occurrence = tuple[int, int, int]
"""The number of the word in the list, and where it starts and ends in the text (code points)."""


class Automaton:
    """A list of words, ready to be looked for.

    `pyahocorasick.iter_long` loses matches where one phrase begins inside another; this one does not.

    Args:
        overlapping: Whether every place counts; otherwise the leftmost, and of these the longest.
    """

    def __init__(self, words: Iterable[str], *, overlapping: bool) -> None:
        words = list(words)
        kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
        self._overlapping = overlapping
        self._automaton = AhoCorasick(words, matchkind=kind, store_patterns=False) if words else None

    def __bool__(self) -> bool:
        return self._automaton is not None

    def places(self, text: str) -> list[Occurrence]:
        """Return the places of the words in `text`."""
        if self._automaton is None or not text:
            return []
        return self._automaton.find_matches_as_indexes(text, overlapping=self._overlapping)
