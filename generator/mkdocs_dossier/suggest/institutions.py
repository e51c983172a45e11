"""Institutions that are written small behind a name with a capital: "the Russian defence ministry", "the US-led
coalition". Reporting calls most ministries, armies and governments so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mkdocs_dossier.suggest.capitals import Word
from mkdocs_dossier.suggest.names import NamePiece, compound

_FIELD = (
    "foreign|defen[cs]e|interior|finance|health|justice|energy|oil|trade|transport|education|economy|agriculture|culture|"
    "information|labou?r|home|prime|general|security|armed|air|special|ground|naval|border|central|national|state|"
    "supreme|constitutional|high|reconciliation|intelligence|secret|riot|upper|lower|opposition|coast"
)
_HEAD = (
    "government|military|army|navy|air force|armed forces|security forces|security services|special forces|"
    "police|parliament|senate|presidency|cabinet|central bank|supreme court|intelligence service|intelligence services|"
    "secret service|border guard|coast guard|general staff|foreign office|centre|center|embassy|opposition|junta"
)
_BEHIND = re.compile(rf"[ \n](?:(?:(?:{_FIELD})[ \n]){{0,2}}(?:{_HEAD})|(?:(?:{_FIELD})[ \n]){{1,2}}ministry)\b(?!-)")
_IN = re.compile(r"(?:(?<=centre)|(?<=center)|(?<=embassy))[ \n]in[ \n]")
_OFFICE = re.compile(
    r"['’]s[ \n](?:office|ministry|department|bureau|agency|council|commission|directorate|committee)[ \n](?:of|for|on)"
    r"(?:[ \n][a-z]+){1,4}(?=[,.;:)]|$)"
)
_LED = re.compile(r"-(?:led|backed)[ \n](?:[a-z]+[ \n])?(?:coalition|alliance|forces|government|militia)\b")
_ADJECTIVE = re.compile(r"\w+(?:ish|ese|ian|ean|i|an|ic)")


def institutions(
    text: str, words: Sequence[Word], countries: dict[int, tuple[int, bool]], taken: Sequence[tuple[int, int]]
) -> Iterator[NamePiece]:
    """Yield the names that begin with a demonym or another adjective from a name, and end in an institution."""
    ends = [start for start, _ in taken]
    within = -1
    for word in words:
        if word.start < within:
            continue
        within = countries.get(word.start, (-1, False))[0]
        end = _end(text, word, countries)
        if end is None:
            continue
        at = bisect_left(ends, word.start)
        if at == len(ends) or ends[at] >= end:  # what is linked there is known
            yield NamePiece(word.start, end, 2)


def _end(text: str, word: Word, countries: dict[int, tuple[int, bool]]) -> int | None:
    """Return where the institution ends that is named with this word; None where none is."""
    head, known = compound(word.text), countries.get(word.start)
    if head is not None:
        match = _LED.match(text, word.start + len(head))
    elif known is not None:
        match = (_BEHIND if known[1] else _OFFICE).match(text, known[0])
    else:
        match = _BEHIND.match(text, word.end) if _ADJECTIVE.fullmatch(word.text) is not None else None
    if match is None:
        return None
    further = _IN.match(text, match.end())
    land = None if further is None else countries.get(further.end())
    return match.end() if land is None else land[0]
