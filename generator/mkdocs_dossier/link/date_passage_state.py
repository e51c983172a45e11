"""The year of a passage, as it is known when a text has been read up to some place.

Days and months with their years name it, and so do headings. A year alone names it only where it opens a sentence, or
where nothing more exact was said since the heading: `It fell on 8 July 2014, a year before the campaign of 2015.`
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_dossier.link.date_evidence import TextTime, is_exact, last_part
from mkdocs_dossier.link.date_headings import YearHeading
from mkdocs_dossier.link.date_phrases import GAP
from mkdocs_dossier.model.mention import DateSpan
from mkdocs_dossier.model.prose import BLOCK_END

_LAST_WORD = re.compile(rf"(?P<word>[A-Za-z]+|['’]s){GAP}(?:\(\s*)?\Z")
_OWN_TIME = frozenset("born b since until till than for from to the its his her their our a an this that s".split())
"""Behind these a date tells when something else was: `born on 8 July 1950`, `the 8 July 2014 agreement`."""

_LIFE = re.compile(rf"\b(?:born|b\.|died|d\.)(?:{GAP}(?:on|in))?{GAP}\Z")
_OF_MONTH = re.compile(r"\bof\b")
_PART_OF = re.compile(
    rf"\b(?:end|beginning|start|middle|half|weeks?|days?|morning|afternoon|evening|night|hours|part){GAP}of{GAP}\Z"
)
_OPENS = re.compile(
    r"[\W_]*(?:(?:back|early|late|later|mid|and|but|by|in|during|throughout|from|then|already|only)[ \u00a0\n-]+)*\Z",
    re.IGNORECASE,
)
_BACK_IN = re.compile(rf"[Bb]ack{GAP}in{GAP}\Z")


class Named(NamedTuple):
    """A year that a text has named. month: the one that was named with it. sentence: its index, -1 for a heading.

    exact: at least the month was named, or it is a heading of its own. reach: in so many sentences behind its own it
    counts where the text as a whole does not tell of the past.
    """

    year: int
    month: int | None
    sentence: int
    exact: bool
    reach: int


class State(NamedTuple):
    """last: the year last named. near: the one that the sentences right behind it take. heading: that of the heading.

    line: the year of the line before, where lines open with days, as in a timeline.
    """

    last: Named | None = None
    near: Named | None = None
    heading: Named | None = None
    line: Named | None = None


def under(state: State, heading: YearHeading, time: TextTime) -> State:
    """Return what is known below a heading."""
    if heading.year > time.published.year:
        return state
    named = Named(heading.year, None, -1, exact=heading.alone, reach=0)
    counts = heading.alone or time.news == 0
    return State(named._replace(exact=False), None, named if counts else None, None)


def behind(state: State, text: str, sentence: tuple[int, int], index: int, span: DateSpan, time: TextTime) -> State:
    """Return what is known behind a date that has its year. sentence, index: the one that it stands in."""
    ends = last_part(span)
    if ends > time.published.isoformat()[: len(ends)]:
        return state
    if is_exact(span):
        if _LIFE.search(text, max(sentence[0], span.start - 16), span.start):
            return state
        month = int(ends[5:7]) if len(ends) > 4 else None
        named = Named(int(ends[:4]), month, index, exact=True, reach=1)
        return with_named(state, named, text, span, passes_on=_passes_on(text, sentence[0], span))
    return _behind_year(state, text, sentence, index, span, time) if span.rule == "year" else state


def with_named(state: State, named: Named, text: str, span: DateSpan, *, passes_on: bool) -> State:
    """Return what is known behind a date of which at least the month is named."""
    line = named if opens_line(text, span.start) else state.line
    return State(named, named if passes_on else state.near, state.heading, line)


def opens_line(text: str, at: int) -> bool:
    """Whether a line, an item or a cell begins at `at`, but for a mark like a quotation's."""
    before = text[max(0, at - 2) : at].rstrip(" \u00a0\"'“‘(*•–-\u2060")
    return not before or before[-1] in ("\n", BLOCK_END)


def is_attribute(text: str, first: int, start: int) -> bool:
    """Whether an article, a possessive or the like stands right before `start`: `the July 15 coup`."""
    found = _LAST_WORD.search(text, max(first, start - 16), start)
    return found is not None and found["word"].strip("'’").lower() in (
        *("the", "its", "his", "her", "their", "our", "a", "an", "this", "that", "s"),
    )


def _passes_on(text: str, first: int, span: DateSpan) -> bool:
    found = _LAST_WORD.search(text, max(first, span.start - 16), span.start)
    if found is None or "/" in span.edtf:
        return True
    word = found["word"].strip("'’").lower()
    if word == "of":
        return _PART_OF.search(text, max(first, found.start() - 20), found.end()) is not None
    return word not in _OWN_TIME or (word == "the" and _OF_MONTH.search(text, span.start, span.end) is not None)


def _behind_year(
    state: State, text: str, sentence: tuple[int, int], index: int, span: DateSpan, time: TextTime
) -> State:
    opens = _OPENS.match(text, sentence[0], span.start) is not None or opens_line(text, span.start)
    if is_attribute(text, sentence[0], span.start) or not (opens or state.last is None or not state.last.exact):
        return state
    back = _BACK_IN.search(text, max(sentence[0], span.start - 12), span.start) is not None
    named = Named(int(span.edtf[:4]), None, index, exact=False, reach=int(back or time.news == 0))
    near = named if (opens or back) and named.year < time.published.year else state.near
    return state._replace(last=named, near=near)
