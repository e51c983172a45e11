"""Finds every place where a phrase of the lexicon stands as whole words.

All overlapping matches are taken, and the rules choose among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from mkdocs_dossier.link.automaton import Automaton
from mkdocs_dossier.link.breaks import is_break, is_katakana
from mkdocs_dossier.link.choose import TextSpan
from mkdocs_dossier.link.fold import Folded
from mkdocs_dossier.link.han import FIRST_HAN, is_cut_out
from mkdocs_dossier.link.lexicon import Owner, Owners
from mkdocs_dossier.link.particles import precedes_particle

_POSSESSIVE = re.compile(r"'(?:s|S|d|ll|re|ve|m|t)?(?![^\W_])")
_ELISION = re.compile(r"(?:^|[^\w])(?:[dlDLjJnNmMtTsScC]|[qQ]u)'$")

_SPAN = itemgetter(0, 1)


class Hit(NamedTuple):
    """A place that may name its owners.

    Attributes:
        start, end: Offsets in the article's text.
    """

    start: int
    end: int
    owners: Owners

    def of(self, owners: Owners) -> Hit:
        """Return the hit with some of its owners."""
        return self if owners is self.owners else Hit(self.start, self.end, owners)


Owned = Mapping[str, Mapping[Owner, None]]


class Matcher:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, cased: Owned, caseless: Owned) -> None:
        """cased, caseless: folded spellings and who owns them; in the latter lower-case ones for which case does not
        count.
        """
        self._cased, self._caseless = _Phrases(cased), _Phrases(caseless)

    def hits(self, folded: Folded, *, elisions: bool = False) -> list[Hit]:
        """Return every whole-word match, overlapping ones too, by start.

        Args:
            elisions: `l'Iran` names Iran.
        """
        text = folded.text
        found = self._cased.matches(text)
        if self._caseless:
            found = _joined(found, self._caseless.matches(text.lower()))
        whole = [hit for hit in found if is_whole(text, hit.start, hit.end, elisions=elisions)]
        whole.sort(key=_SPAN)
        if "・" in text or "･" in text:
            whole = list(_unjoined(text, whole))
        if folded.offsets is None:
            return whole
        return [Hit(folded.original(start), _end(folded, end), owners) for start, end, owners in whole]


class _Phrases:
    def __init__(self, owners: Owned) -> None:
        self._owners = [Owners(each) for each in owners.values()]
        self._automaton = Automaton(owners, overlapping=True)

    def __bool__(self) -> bool:
        return bool(self._automaton)

    def matches(self, text: str) -> list[Hit]:
        """Return all places in a folded text, parts of words too."""
        return [Hit(start, end, self._owners[number]) for number, start, end in self._automaton.places(text)]


def _joined(cased: list[Hit], caseless: list[Hit]) -> list[Hit]:
    """Return all hits, where both have the same place as one."""
    owners: dict[TextSpan, Owners] = {(start, end): each for start, end, each in cased}
    for start, end, more in caseless:
        known = owners.get((start, end), ())
        owners[start, end] = Owners(dict.fromkeys((*known, *more))) if known else more
    return [Hit(*span, each) for span, each in owners.items()]


def _unjoined(text: str, hits: list[Hit]) -> Iterator[Hit]:
    """Leave out countries beside a dot and a katakana word that is no name: they are a part of another name.

    `マルタ・アルゲリッチ` is a pianist; `イラン・イラク` is two countries.
    """
    starts, ends = {hit.start for hit in hits}, {hit.end for hit in hits}
    for hit in hits:
        before, after = hit.start - 2, hit.end + 1
        joined = (_is_joined(text, before, before + 1) and hit.start - 1 not in ends) or (
            _is_joined(text, after, hit.end) and after not in starts
        )
        if not joined:
            yield hit
        elif hit.owners.actors:
            yield hit.of(hit.owners.actors)


def _is_joined(text: str, other: int, dot: int) -> bool:
    return 0 <= other < len(text) and text[dot] in "・･" and is_katakana(text, other)


def _end(folded: Folded, end: int) -> int:
    """Return the original offset after the last character of a match, without what folding left out behind it."""
    return end if folded.offsets is None else folded.offsets[end - 1] + 1


def is_whole(text: str, start: int, end: int, *, elisions: bool = False) -> bool:
    """Tell whether `text[start:end]` (folded) is not a part of a longer word, or of two."""
    # Spaces are looked for first because they stand there most often.
    opens = start == 0 or text[start - 1] == " " or _opens(text, start, elisions)
    if not opens or not (end == len(text) or text[end] == " " or _closes(text, start, end)):
        return False
    return text[end - 1] < FIRST_HAN or not is_cut_out(text, start, end)


def _opens(text: str, start: int, elisions: bool) -> bool:
    before, first = text[start - 1], text[start]
    if before == "'" and start > 1 and text[start - 2].isalnum() and first.isalnum():
        return elisions and _ELISION.search(text, max(0, start - 4), start) is not None
    return is_break(text, start)


def _closes(text: str, start: int, end: int) -> bool:
    if text[end] == "'":
        return not text[end + 1 : end + 2].isalnum() or _POSSESSIVE.match(text, end) is not None
    return is_break(text, end) or precedes_particle(text, start, end)
