"""Gives a day or month without a year the year of its passage, where the text tells of the past.

The other modules read each phrase as news has it, by the article's own date. This looks at the text as a whole: `The
siege began on 8 July 2014. On 17 July troops crossed.` What stays uncertain is no date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_dossier.link.actors import RejectedHit
from mkdocs_dossier.link.date_evidence import DAY_WORDS, TextTime, last_part, time_of_text
from mkdocs_dossier.link.date_headings import dated_headings
from mkdocs_dossier.link.date_passage_state import Named, State, behind, is_attribute, opens_line, under, with_named
from mkdocs_dossier.link.date_phrases import WEEKDAYS, valid_day, week_of
from mkdocs_dossier.link.date_quotes import is_quoted
from mkdocs_dossier.model.edtf import Edtf, parse_edtf
from mkdocs_dossier.model.mention import DateSpan
from mkdocs_dossier.model.prose import Prose

_WITHOUT_YEAR = frozenset("day-month day-range week-of-day month month-range".split())
_DIRECTED = re.compile(r"\b(?:last|next|this|year)\b", re.IGNORECASE)
"""What has a direction of its own takes no year from around it: `last April`, `July last year`."""

_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|must|(?:is|are) (?:to|due|expected|scheduled|set|planned|likely))\b|['’]ll\b"
)
_PLANNED = re.compile(r"\b(?:due|scheduled|planned|expected|set|would)\b")
"""News says so of what is to come, and histories of what was to come then."""

_RELATIVE = DAY_WORDS | frozenset(
    "days-ago days-ahead relative-week earlier-this-week later-this-week weeks-ago weekend relative-month months-ago "
    "relative-year years-ago told-season".split()
)
_DIGITS = re.compile(r"\d{1,2}")
_RECENT = 31
"""Days between a date and publication within which news speaks of it without a year."""

_NEAR_DAYS = 60
_NEAR_MONTHS = 92
"""Days between a day, or a month, and publication beyond which it is uncertain where a text leans back."""

_TURNS = 8
"""So many months back, and the year has turned: `On 28 December 2013 it began. On 3 January it fell.`"""

UNCERTAIN = "its year is uncertain: the text tells of other years, and none of them is near"
NO_SUCH_DAY = "the year of its passage has no such day"
OUTSIDE = "the text tells of another time (temporal_coverage), in which it is not certain"
TOLD_THEN = "it was said in the time that the text tells of, and not on the day of publication"


class _Place(NamedTuple):
    """Where a phrase stands: its sentence, and which one it is."""

    text: str
    sentence: tuple[int, int]
    number: int


def settle_years(
    prose: Prose,
    sentences: Sequence[tuple[int, int]],
    spans: Sequence[DateSpan],
    published: date,
    coverage: Edtf | None = None,
) -> tuple[tuple[DateSpan, ...], tuple[RejectedHit, ...]]:
    """Return the dates with the years that the text shows, and those that are none.

    spans: as `find_dates` gives them. coverage: the time that the text tells of, as its front matter says.
    """
    time = time_of_text(spans, published, coverage)
    if not _needs_a_look(spans, time):
        return tuple(spans), ()
    headings = list(dated_headings(prose))
    starts = [start for start, _ in sentences]
    state = State()
    settled: list[DateSpan] = []
    unsettled: list[RejectedHit] = []
    for span in spans:
        while headings and headings[0].start <= span.start:
            state = under(state, headings.pop(0), time)
        index = bisect_right(starts, span.start) - 1
        place = _Place(prose.text, sentences[index], index)
        found = _settled(place, span, state, time)
        if isinstance(found, RejectedHit):
            unsettled.append(found)
            continue
        settled.append(found)
        state = _state_behind(state, place, span, found, time)
    return tuple(settled), tuple(unsettled)


def _needs_a_look(spans: Sequence[DateSpan], time: TextTime) -> bool:
    past = time.old > 0 or time.coverage is not None
    return any(span.rule in _WITHOUT_YEAR or (past and span.rule in _RELATIVE) for span in spans if span.inferred)


def _state_behind(state: State, place: _Place, span: DateSpan, found: DateSpan, time: TextTime) -> State:
    """Return what is known behind a date. span: as news has it. found: as it was settled."""
    if not found.inferred:
        return behind(state, place.text, place.sentence, place.number, found, time)
    if found.rule not in ("passage-year", "coverage-year"):
        return state._replace(near=None) if span.rule in _WITHOUT_YEAR else state
    ends = last_part(found)
    named = Named(int(ends[:4]), int(ends[5:7]), place.number, exact=True, reach=1)
    return with_named(state, named, place.text, found, passes_on=True)


def _settled(place: _Place, span: DateSpan, state: State, time: TextTime) -> DateSpan | RejectedHit:
    if not span.inferred:
        return span
    if span.rule in _RELATIVE:
        return _unsettled(span, TOLD_THEN) if _was_told_then(place, span, state, time) else span
    lacks_year = span.rule in _WITHOUT_YEAR and _DIRECTED.search(place.text, span.start, span.end) is None
    if not lacks_year or _lies_ahead(place, span, time):
        return span
    return _in_its_year(place, span, state, time)


def _unsettled(span: DateSpan, reason: str) -> RejectedHit:
    return RejectedHit(span.start, span.end, (span.edtf,), reason)


def _was_told_then(place: _Place, span: DateSpan, state: State, time: TextTime) -> bool:
    """Whether `today` and the like is told by another day than that of publication, which the text does not say."""
    told = state.last
    here = told is not None and told.exact and told.sentence == place.number and _is_old(told, time)
    if (here or time.looks_back) and is_quoted(place.text, span.start):
        return True
    if not time.looks_back or span.rule not in DAY_WORDS:
        return False
    if time.coverage is not None and time.is_past:
        return not time.coverage.covers(parse_edtf(span.edtf).first)
    near = told is not None and told.exact and told.sentence >= place.number - 2 and _is_old(told, time)
    return near and span.rule != "relative-day"


def _is_old(named: Named, time: TextTime) -> bool:
    months = (time.published.year - named.year) * 12 + time.published.month - (named.month or 12)
    return months > 1


def _lies_ahead(place: _Place, span: DateSpan, time: TextTime) -> bool:
    """Whether the sentence says that it is still to come: `The pact of 2014 will be renewed on 20 September`."""
    if last_part(span) < time.published.isoformat()[: len(last_part(span))]:
        return False
    if not time.looks_back and time.news > 0 and _PLANNED.search(place.text, *place.sentence):
        return True
    return any(not is_quoted(place.text, found.start()) for found in _AHEAD.finditer(place.text, *place.sentence))


def _in_its_year(place: _Place, span: DateSpan, state: State, time: TextTime) -> DateSpan | RejectedHit:
    """Return a day or month with the year that its passage shows, else as news has it, if that is certain enough."""
    named = _named_for(place, span, state, time)
    if named is not None:
        found = _with_year(place, span, _year_behind(named, span, time), "passage-year")
        if found is None:
            return _unsettled(span, NO_SUCH_DAY)
        if time.coverage is not None and not _is_within(time.coverage, found):
            return _of_coverage(place, span, time.coverage)
        if found.edtf == span.edtf or last_part(found) > time.published.isoformat()[: len(last_part(found))]:
            return span
        if _is_in_doubt(place, span, named, state, time):
            return _unsettled(span, UNCERTAIN)
        return found
    if time.coverage is not None:
        return _of_coverage(place, span, time.coverage)
    return _unsettled(span, UNCERTAIN) if _is_uncertain(span, time) else span


def _named_for(place: _Place, span: DateSpan, state: State, time: TextTime) -> Named | None:
    """Return the year that counts for a phrase: of the line or the sentence before it, or of the passage."""
    if state.line is not None and opens_line(place.text, span.start):
        return state.line
    if time.looks_back:
        return state.last
    near = state.near
    reaches = near is not None and place.number - near.sentence <= near.reach
    return near if reaches and not is_attribute(place.text, place.sentence[0], span.start) else state.heading


def _is_uncertain(span: DateSpan, time: TextTime) -> bool:
    """Whether a date for which nothing names a year may be of another than news has it."""
    if time.looks_back:
        return True
    a_month = len(last_part(span)) == 7
    distance = _distance(span, time.published)
    return time.leans_back and (time.old > 1 and distance > _NEAR_MONTHS if a_month else distance > _NEAR_DAYS)


def _is_in_doubt(place: _Place, span: DateSpan, named: Named, state: State, time: TextTime) -> bool:
    """Whether a day of these weeks may be told of, or one that was planned, unless the text as a whole looks back."""
    if time.looks_back or named is state.line:
        return False
    if _distance(span, time.published) <= _RECENT and (time.news > 0 or not named.exact):
        return True
    ahead = last_part(span) > time.published.isoformat()[: len(last_part(span))]
    return ahead and _PLANNED.search(place.text, place.sentence[0], span.start) is not None


def _year_behind(named: Named, span: DateSpan, time: TextTime) -> int:
    """Return the year named, or the next where the months have begun anew since."""
    month = int(last_part(span)[5:7])
    turned = named.month is not None and named.month - month >= _TURNS
    later = (named.year + 1, month) <= (time.published.year, time.published.month)
    return named.year + (turned and later)


def _with_year(place: _Place, span: DateSpan, year: int, rule: str) -> DateSpan | None:
    """Return a date moved to a year, or to the one beside it that its weekday fits; None where there is no such day."""
    name = place.text[span.start : span.start + 3].capitalize()
    weekday = next((i for i, day in enumerate(WEEKDAYS) if day[:3] == name), None)
    own = int(last_part(span)[:4])
    for wanted in (year, own, year + 1, year - 1) if weekday is not None else (year,):
        edtf = _moved_to(place, span, wanted)
        if edtf is not None and (weekday is None or date.fromisoformat(edtf.partition("/")[0]).weekday() == weekday):
            return DateSpan(span.start, span.end, edtf, span.rule if wanted == own and wanted != year else rule, True)
    edtf = _moved_to(place, span, year)
    return None if edtf is None else DateSpan(span.start, span.end, edtf, rule, True)


def _moved_to(place: _Place, span: DateSpan, year: int) -> str | None:
    """Return what the phrase means in another year: the same days or months, or the week of the same day."""
    if span.rule != "week-of-day":
        return _moved(span.edtf, year - int(last_part(span)[:4]))
    number = _DIGITS.search(place.text, span.start, span.end)
    week = parse_edtf(span.edtf)
    days = (week.first + timedelta(n) for n in range(7))
    named = next((day for day in days if number is not None and day.day == int(number[0])), week.first)
    moved = valid_day(year, named.month, named.day)
    return None if moved is None else week_of(moved)


def _moved(edtf: str, years: int) -> str | None:
    parts = []
    for part in edtf.split("/"):
        year, rest = int(part[:4]) + years, part[4:]
        known = 0 < year <= 9999
        if not known or (len(rest) == 6 and valid_day(year, int(rest[1:3]), int(rest[4:])) is None):
            return None
        parts.append(f"{year:04}{rest}")
    return "/".join(parts)


def _distance(span: DateSpan, published: date) -> int:
    """Return how many days lie between a date, as news has it, and publication."""
    meant = parse_edtf(span.edtf)
    return max((meant.first - published).days, (published - meant.last).days, 0)


def _is_within(coverage: Edtf, span: DateSpan) -> bool:
    meant = parse_edtf(span.edtf)
    return coverage.first <= meant.last and meant.first <= coverage.last


def _of_coverage(place: _Place, span: DateSpan, coverage: Edtf) -> DateSpan | RejectedHit:
    """Return the one date of that name within the time that the front matter gives."""
    if coverage.last.year - coverage.first.year > 9:
        return _unsettled(span, OUTSIDE)
    years = range(coverage.first.year, coverage.last.year + 2)
    moved = (_with_year(place, span, year, "coverage-year") for year in years)
    within = {found.edtf: found for found in moved if found is not None and _is_within(coverage, found)}
    return next(iter(within.values())) if len(within) == 1 else _unsettled(span, OUTSIDE)
