"""From words with a capital to names: which of them belong together, and which of them are titles.

Everything here looks at one row of words that stand close together; what stands around it is left to `clues.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_dossier.suggest.capitals import Word
from mkdocs_dossier.suggest.heads import AND_FIELDS, has_head, head_type
from mkdocs_dossier.suggest.offices import is_office, says_person
from mkdocs_dossier.suggest.things import thing_word
from mkdocs_dossier.suggest.words import CALENDAR, COMMON, FUNCTION_WORDS, OFFICE_FIELDS

_NOT_OWNERS = frozenset(
    "people women men children lord citizen worker farmer student teacher youth lawyer doctor physician jehovah".split()
)
"""Those whose possessive is part of a name: People's Protection Units."""

_COMPOUNDS = frozenset(
    """led backed based born controlled held style era wide made funded linked run owned brokered occupied allied
    dominated""".split()
)
"""`US-led`: the name ends before the hyphen."""


LONGEST = 24
"""So many words stand together at most: what is longer is no name, and must not cost its square."""


class NamePiece(NamedTuple):
    """A name in the text.

    Attributes:
        title: What stands before it, of what a person is.
        owned: `'s` follows.
        words: How many.
    """

    start: int
    end: int
    words: int
    title: str = ""
    owned: bool = False


def rows(words: Sequence[Word], breaks: set[int]) -> Iterator[list[Word]]:
    """Yield the words in rows that stand together.

    Args:
        breaks: Offsets of words that begin something of their own.
    """
    row: list[Word] = []
    for word in words:
        if row and (not word.gap or word.start in breaks or len(row) == LONGEST or _ends(row[-1])):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _ends(word: Word) -> bool:
    """Tell whether nothing that follows belongs to the same name."""
    stem, owner = possessor(word.text)
    return (owner and stem.lower() not in _NOT_OWNERS) or compound(word.text) is not None


def possessor(word: str) -> tuple[str, bool]:
    """Return a word without its possessive ending, and whether it had one."""
    if word[-2:-1] in "'’ʼ" and word[-1:] in "sS" and len(word) > 3:
        return word[:-2], True
    return word, False


def compound(word: str) -> str | None:
    """Return the name in `US-led`; None for other words."""
    head, hyphen, tail = word.rpartition("-")
    return head if hyphen and tail.lower() in _COMPOUNDS else None


def pieces(
    row: Sequence[Word], countries: dict[int, tuple[int, bool]], openers: frozenset[str] = FUNCTION_WORDS
) -> Iterator[NamePiece]:
    """Yield the names in a row.

    Args:
        countries: Where countries are named in it: start, then end and whether by a demonym.
        openers: Words that may open a sentence and are part of no name.
    """
    for part in _cut(row, countries):
        part = _without_calendar(part)
        while part and part[0].text.lower() in openers:
            part = part[1:]
        if part:
            found = _piece(part, countries)
            if found is not None:
                yield found


def _cut(row: Sequence[Word], countries: dict[int, tuple[int, bool]]) -> Iterator[list[Word]]:
    """Cut a row at its prepositions, but for those inside an organization's name, and at names of months and days."""
    part: list[Word] = []
    joined = False
    for at, word in enumerate(row):
        low = word.text.lower().rstrip(".")
        if part and word.gap in ("of", "and"):
            following = _until_preposition(row, at)
            if word.gap == "of":
                fits = _joins_of(part, word, countries, joined)
            else:
                fits = _joins_and(following) and (joined or head_type([one.text for one in following]) is not None)
            if not fits:
                yield part
                part, joined = [], False
            else:
                joined = True
        if low in CALENDAR:
            if part:
                yield part
            part, joined = [], False
            continue
        part.append(word)
    if part:
        yield part


def _until_preposition(row: Sequence[Word], at: int) -> list[Word]:
    end = at + 1
    while end < len(row) and row[end].gap not in ("of", "and"):
        end += 1
    return list(row[at:end])


def _joins_of(part: Sequence[Word], word: Word, countries: dict[int, tuple[int, bool]], joined: bool) -> bool:
    """Tell whether what a preposition leads to is part of the name: Observatory for Human Rights, Bank of China."""
    texts = [one.text for one in part]
    if joined or has_head(texts[-1]):
        return True
    return word.start in countries and any(map(has_head, texts))


def _joins_and(following: Sequence[Word]) -> bool:
    """Tell whether `and` goes on with a name: Ministry of Health and Education, Food and Drug Administration."""
    return following[0].text.lower() in AND_FIELDS


def _without_calendar(part: list[Word]) -> list[Word]:
    return [word for word in part if word.text.lower() not in CALENDAR]


def _piece(part: list[Word], countries: dict[int, tuple[int, bool]]) -> NamePiece | None:
    """Return the name in some words: without titles before it, and without the possessive behind it."""
    skip, title = _titles(part, countries)
    rest = part[skip:]
    if not title:
        rest = _without_demonym(rest, countries)
    if not rest:
        return None
    last = rest[-1]
    stem, owned = possessor(last.text)
    bare = compound(stem)
    end = last.start + len(bare if bare is not None else stem)
    # Small words between a title and the name are part of it: Mr. van der Eist.
    start = rest[0].start if not title or rest[0].gap != "particle" else part[skip - 1].end + 1
    if rest[0].start in countries and countries[rest[0].start][0] >= end:
        return None
    if not title and all(map(_is_no_name, rest)) and head_type([word.text for word in rest]) is None:
        return None
    return NamePiece(start, end, len(rest), title, owned)


_NO_NAMES = COMMON | OFFICE_FIELDS


def _is_no_name(word: Word) -> bool:
    stem = possessor(word.text)[0]
    return stem.lower() in _NO_NAMES or says_person(stem)


def _titles(part: Sequence[Word], countries: dict[int, tuple[int, bool]]) -> tuple[int, str]:
    """Return how many words at the beginning say what a person is, and which (without demonyms)."""
    count, sure = 0, False
    shown: list[str] = []
    inside = -1
    for word in part[:-1]:
        low = word.text.lower().rstrip(".")
        if word.start in countries and countries[word.start][1]:
            inside = countries[word.start][0]
        elif says_person(word.text):
            sure = True
            shown.append(word.text)
        elif low in OFFICE_FIELDS:
            shown.append(word.text)
        elif word.start >= inside:
            break
        if word.start != part[0].start and word.gap not in ("plain",):
            break
        count += 1
    rest = part[count:]
    texts = [word.text for word in rest]
    if not sure or not rest or head_type(texts) is not None or thing_word(texts) is not None:
        return 0, ""
    if rest[0].gap not in ("plain", "particle", "") or is_office(rest[0].text):
        return 0, ""
    return count, " ".join(shown)


def _without_demonym(part: list[Word], countries: dict[int, tuple[int, bool]]) -> list[Word]:
    """`Syrian Kurds` are Kurds; but `Syrian Electronic Army` is a name."""
    if not part or part[0].start not in countries or not countries[part[0].start][1]:
        return part
    if head_type([word.text for word in part]) is not None:
        return part
    end = countries[part[0].start][0]
    rest = [word for word in part if word.start >= end]
    return rest if len(rest) < 2 else part
