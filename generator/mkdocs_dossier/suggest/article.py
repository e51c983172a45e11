"""The names that one article uses and that link to nothing. One pass over its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.prose import Close, Open, Text
from mkdocs_dossier.suggest.around import around_known
from mkdocs_dossier.suggest.capitals import Word, capitalised_words, small_words
from mkdocs_dossier.suggest.clues import TypeClue, clues
from mkdocs_dossier.suggest.institutions import institutions
from mkdocs_dossier.suggest.names import NamePiece, pieces, rows
from mkdocs_dossier.suggest.quoted import quoted_names
from mkdocs_dossier.suggest.words import FUNCTION_WORDS, OPENERS

_BRACKET = re.compile(r"[ \n]?\((?:(?:the|or|also|known as|hereafter)[ \n])?[“\"‘']?([^()\n]{2,60}?)[”\"’']?\)")
_DATELINE = re.compile(r"(?:,[^—–()\n]{1,40})?(?:[ \n]\([^()\n]{1,40}\))?[ \n](?:[—–]|--?)[ \n]")
"""What follows the place at the beginning of a report: `OSLO (AP) — `."""

_ACRONYM = re.compile(r"[^\W\d_][\w&.-]{1,6}")
_CAPITAL_IN = 2


class Sighting(NamedTuple):
    """A place that uses a name.

    Attributes:
        sure: It is no headline, and does not begin a sentence, where any word has a capital.
        words: How many it has.
        heading: It is a headline, or its sentence is all in capitals.
        short: What stands in brackets behind it, an acronym or the name in another script.
    """

    name: str
    start: int
    end: int
    sentence: int
    words: int
    sure: bool
    clues: tuple[TypeClue, ...] = ()
    short: str = ""
    heading: bool = False


class ArticleNames(NamedTuple):
    """The names that one article uses and that link to nothing.

    Attributes:
        small: The words that the article writes small, one a line.
        beside: What stands in brackets behind the name of a known actor, with its id.
    """

    sightings: tuple[Sighting, ...]
    small: str
    beside: tuple[tuple[str, Sighting], ...] = ()


def article_names(article: LinkedArticle) -> ArticleNames:
    """Return the names in an article that link to nothing."""
    text = article.text
    taken = _taken(article)
    countries = _countries(article)
    every = list(capitalised_words(text))
    words = list(_free(every, taken))
    view = _View(article, text, _headings(article), taken)
    found: list[Sighting] = []
    openers = FUNCTION_WORDS | OPENERS.get(article.record.lang[:2], frozenset())
    starts = {start for start, _ in article.sentences}
    for row in rows(words, starts):
        initial = _is_initial(text, row[0].start, starts)
        if len(row) == 1 and row[0].text.lower() in FUNCTION_WORDS:
            continue
        for piece in pieces(row, countries, openers if initial else FUNCTION_WORDS):
            if piece.start in starts and _DATELINE.match(text, piece.end) is not None:
                continue
            found.append(view.sighting(piece, initial=initial and piece.start == row[0].start))
    small = (*institutions(text, words, countries, taken), *around_known(text, every, _organizations(article), starts))
    found = [each for each in found if not any(p.start <= each.start and each.end <= p.end for p in small)]
    found += (view.sighting(piece, initial=False) for piece in small)
    found += (view.sighting(NamePiece(s, e, 1), initial=False) for s, e in quoted_names(text, article.record.lang))
    return ArticleNames(tuple(found), "\n".join(sorted(small_words(text))), tuple(_brackets(article, view)))


class _View:
    """What the sightings of one article have in common."""

    def __init__(
        self, article: LinkedArticle, text: str, headings: list[tuple[int, int]], taken: list[tuple[int, int]]
    ) -> None:
        self._article, self._text, self._headings, self._taken = article, text, headings, taken
        self._starts = [start for start, _ in article.sentences]
        self._shouted: dict[int, bool] = {}

    def sighting(self, piece: NamePiece, *, initial: bool) -> Sighting:
        at = max(0, bisect_right(self._starts, piece.start) - 1)
        span = self._article.sentences[at]
        start, end = piece.start, piece.end
        name = " ".join(self._text[start:end].split())
        heading = at == 0 or self._is_heading(start) or self._is_shouted(at, span)
        sure = (not initial or _is_acronym(name)) and not heading
        if self._article.record.lang[:2] in _NOUNS_WITH_CAPITALS and piece.words < _CAPITAL_IN:
            sure = False
        # What stands around a word that begins a sentence tells nothing: it may be any word.
        told = clues(self._text, start, end, span, piece.title) if sure or piece.words > 1 else ()
        return Sighting(name, start, end, at, piece.words, sure, told, self._short(end), heading)

    def _short(self, end: int) -> str:
        match = _BRACKET.match(self._text, end) if self._text[end : end + 1] in " \n(" else None
        if match is None:
            return ""
        inside = match[1].strip()
        if _is_acronym(inside) or not _is_latin(inside):
            return inside
        return ""

    def _is_heading(self, offset: int) -> bool:
        at = bisect_right(self._headings, (offset, len(self._text))) - 1
        return at >= 0 and self._headings[at][1] > offset

    def _is_shouted(self, at: int, span: tuple[int, int]) -> bool:
        if at not in self._shouted:
            self._shouted[at] = span[1] - span[0] > 8 and self._text[slice(*span)].isupper()
        return self._shouted[at]


_NOUNS_WITH_CAPITALS = frozenset(("de", "lb", "ds", "gs"))
"""Languages in which every noun has a capital: a lone word with one is no name there."""


def _is_acronym(text: str) -> bool:
    return _ACRONYM.fullmatch(text) is not None and sum(letter.isupper() for letter in text) >= _CAPITAL_IN


def _is_latin(text: str) -> bool:
    return any(letter.isalpha() and letter < "\u0250" for letter in text)


def _taken(article: LinkedArticle) -> list[tuple[int, int]]:
    """Return where nothing is looked for: known actors, dates, code and addresses."""
    spans = {(m.start, m.end) for m in article.mentions if m.kind != "country"}
    spans.update(article.prose.opaque)
    return sorted(spans)


def _organizations(article: LinkedArticle) -> list[tuple[int, int]]:
    """Return where known actors are named, but for surnames."""
    return [(m.start, m.end) for m in article.mentions if m.kind == "actor" and m.rule in ("name", "alias")]


def _countries(article: LinkedArticle) -> dict[int, tuple[int, bool]]:
    """Return where countries are named: by start, the end and whether by a demonym. Capitals count, named country or
    not.
    """
    text = article.text
    found = {_after_article(text, r.start): (r.end, False) for r in article.rejections if r.kind == "country"}
    for m in article.mentions:
        if m.kind == "country":
            found[_after_article(text, m.start)] = m.end, m.rule in ("demonym", "weak")
    return found


def _after_article(text: str, start: int) -> int:
    return start + 4 if text[start : start + 4].lower() == "the " else start


def _free(words: Iterable[Word], taken: list[tuple[int, int]]) -> Iterator[Word]:
    """Yield the words that nothing known covers. What stands behind such a thing has no word before it."""
    cut = False
    for word in words:
        at = bisect_right(taken, (word.start, 1 << 60)) - 1
        covered = at >= 0 and taken[at][1] > word.start
        inside = at + 1 < len(taken) and taken[at + 1][0] < word.end
        if covered or inside:
            cut = True
            continue
        yield word._replace(gap="") if cut else word
        cut = False


def _headings(article: LinkedArticle) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    inside = False
    for piece in article.prose.pieces:
        if isinstance(piece, Open) and piece.tag[0] == "h" and piece.tag[1:].isdigit():
            inside = True
        elif isinstance(piece, Close) and piece.tag[0] == "h" and piece.tag[1:].isdigit():
            inside = False
        elif inside and isinstance(piece, Text):
            spans.append((piece.start, piece.end))
    return spans


_OPENERS = "\"'“‘«‹([{„‚¿¡「『【《:–—"


def _is_initial(text: str, start: int, starts: set[int]) -> bool:
    """Tell whether a word begins a sentence, or speech inside one."""
    at = start
    while at > 0 and text[at - 1] in _OPENERS:
        at -= 1
    return (
        at in starts
        or start in starts
        or (at < start and text[start - 1] in '“"«„')
        or text[at - 2 : at] in (": ", "— ", "– ")
    )


def _brackets(article: LinkedArticle, view: _View) -> Iterator[tuple[str, Sighting]]:
    """Yield names in brackets behind a known actor's own: `Syrian Democratic Forces (SDF)`."""
    text = article.text
    for mention in article.mentions:
        if mention.kind != "actor" or text[mention.end : mention.end + 2] not in (" (", "\n("):
            continue
        match = _BRACKET.match(text, mention.end)
        if match is None or not (_is_acronym(match[1]) or not _is_latin(match[1])):
            continue
        start, end = match.span(1)
        if not any(m.start < end and start < m.end for m in article.mentions):
            yield mention.key, view.sighting(NamePiece(start, end, 1), initial=False)
