"""Several days of one month: `August 14, 15 and 16`, `14, 15 and 16 August 2016`. Each is a date of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mkdocs_dossier.link.date_firm_tense import firm_tense
from mkdocs_dossier.link.date_numbers import counts_things
from mkdocs_dossier.link.date_phrases import DAY, GAP, Scene, Spans, day_number, likely_day, month_number, valid_day
from mkdocs_dossier.link.date_tense import tense_at
from mkdocs_dossier.link.date_written_year import WrittenYear, written_year
from mkdocs_dossier.model.mention import DateSpan

_MORE = rf"(?:,{GAP}{DAY})+,?{GAP}(?:and|or|&){GAP}(?:the{GAP})?{DAY}"
_BEFORE = re.compile(rf"(?<![\w.,:/$€£-]){DAY}{_MORE}{GAP}(?:of{GAP})?\Z")
_AFTER = re.compile(rf"{GAP}(?:the{GAP})?{DAY}{_MORE}")
_DAY = re.compile(DAY)
_NO_MORE = re.compile(rf"(?![\w%°]|[.:]\d|,\d|{GAP}?%|{GAP}(?:{DAY}|p\.|a\.))")

_Day = tuple[int, int]
"""Where the digits of a day begin and end."""


def read_day_list(scene: Scene, month: re.Match[str]) -> Spans:
    """Return the days that are listed before or behind a month's name, none where no list is."""
    at = month.start()
    near = max(scene.free, at - 60)
    before = _BEFORE.search(scene.text, near, at) if scene.text.find(",", near, at) >= 0 else None
    if before is not None:
        days = _days(scene, before.start(), before.end())
        year = written_year(scene, month.end())
        return _spans(scene, month, days, year, days[0][0], year.end if year is not None else month.end())
    after = _AFTER.match(scene.text, month.end(), scene.end)  # quickly seen: most have no second day
    if after is None or counts_things(scene, after.end()):
        return ()
    days = _days(scene, after.start(), after.end())
    year = written_year(scene, after.end(), day=0)
    if year is None and not _NO_MORE.match(scene.text, after.end(), scene.end):
        return ()
    return _spans(scene, month, days, year, month.start(), year.end if year is not None else after.end())


def _days(scene: Scene, start: int, end: int) -> list[_Day]:
    return [found.span() for found in _DAY.finditer(scene.text, start, end)]


def _spans(
    scene: Scene, month: re.Match[str], days: Sequence[_Day], year: WrittenYear | None, start: int, end: int
) -> Spans:
    """The days as dates. start, end: of the whole phrase, with the month and the year."""
    numbers = [day_number(scene.text[first:last]) for first, last in days]
    if any(one >= other for one, other in pairwise(numbers)) or (year is not None and year.year is None):
        return ()
    starts = [start, *(first for first, _ in days[1:])]
    ends = [*(last for _, last in days[:-1]), max(days[-1][1], end)]
    inferred = year is None or year.told
    firm = firm_tense(scene, start)
    tense = firm or tense_at(scene, start, end)
    number, spans = month_number(month[0]), []
    for day, first, last in zip(numbers, starts, ends, strict=True):
        meant = (
            valid_day(year.year, number, day)
            if year is not None and year.year is not None
            else likely_day(scene.published, number, day, tense, firm=firm is not None)
        )
        if meant is None:
            return ()
        spans.append(DateSpan(first, last, meant.isoformat(), "day-month" if inferred else "full-date", inferred))
    return tuple(spans)
