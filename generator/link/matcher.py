"""Finds every place where a phrase of the lexicon stands as whole words. The only importer of ahocorasick_rs.

`pyahocorasick.iter_long` loses matches where one phrase begins inside another; here all overlapping matches are
taken and the rules choose among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.link.fold import Folded
from generator.link.lexicon import Owner

_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\U00020000-\U0003ffff]"
)
"""Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Kana, Han."""

_POSSESSIVE = re.compile(r"'(?:s|S|d|ll|re|ve|m|t)?(?![^\W_])")
_ELISION = re.compile(r"(?:^|[^\w])(?:[dlDLjJnNmMtTsScC]|[qQ]u)'$")


class Hit(NamedTuple):
    """A place that may name its owners. start, end: offsets in the article's text."""

    start: int
    end: int
    owners: tuple[Owner, ...]


Owned = Mapping[str, Mapping[Owner, None]]


class Matcher:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, cased: Owned, caseless: Owned) -> None:
        """cased, caseless: folded spellings and who owns them; in the latter lower-case ones for which case does not
        count.
        """
        self._cased, self._caseless = _Phrases(cased), _Phrases(caseless)

    def hits(self, folded: Folded, *, elisions: bool = False) -> list[Hit]:
        """Return every whole-word match, overlapping ones too, by start. elisions: `l'Iran` names Iran."""
        found: dict[tuple[int, int], dict[Owner, None]] = {}
        for phrases, text in ((self._cased, folded.text), (self._caseless, folded.text.lower())):
            for start, end, owners in phrases.matches(text):
                if is_whole(folded.text, start, end, elisions=elisions):
                    found.setdefault((start, end), {}).update(owners)
        return [
            Hit(folded.original(start), _end(folded, end), tuple(owners))
            for (start, end), owners in sorted(found.items())
        ]


class _Phrases:
    def __init__(self, owners: Owned) -> None:
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners), store_patterns=False) if owners else None

    def matches(self, text: str) -> Iterator[tuple[int, int, Mapping[Owner, None]]]:
        if self._automaton is not None and len(text):
            for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
                yield start, end, self._owners[number]


def _end(folded: Folded, end: int) -> int:
    """The original offset after the last character of a match, without what folding left out behind it."""
    return end if folded.offsets is None else folded.offsets[end - 1] + 1


def is_whole(text: str, start: int, end: int, *, elisions: bool = False) -> bool:
    """Whether `text[start:end]` (folded) is not a part of a longer word."""
    return _opens(text, start, elisions) and _closes(text, end)


def _opens(text: str, start: int, elisions: bool) -> bool:
    if start == 0:
        return True
    before, first = text[start - 1], text[start]
    if before == "'" and start > 1 and text[start - 2].isalnum() and first.isalnum():
        return elisions and _ELISION.search(text, max(0, start - 4), start) is not None
    return not (_in_word(before) and _in_word(first)) or _spaceless(before, first)


def _closes(text: str, end: int) -> bool:
    if end == len(text):
        return True
    last, after = text[end - 1], text[end]
    if after == "'":
        return not text[end + 1 : end + 2].isalnum() or _POSSESSIVE.match(text, end) is not None
    return not (_in_word(last) and _in_word(after)) or _spaceless(last, after)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _spaceless(one: str, other: str) -> bool:
    return _SPACELESS.match(one) is not None or _SPACELESS.match(other) is not None
