"""Days with a month's name: `18 August 2016`, `Thursday, August 18`, and intervals: `August 17–18`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from mkdocs_dossier.link.date_day_lists import read_day_list
from mkdocs_dossier.link.date_firm_tense import firm_tense, is_introduced
from mkdocs_dossier.link.date_named_days import is_left_alone, named_day
from mkdocs_dossier.link.date_phrases import (
    DASH,
    DAY,
    GAP,
    MONTH,
    TO,
    WEEKDAYS,
    Scene,
    Spans,
    Tense,
    day_number,
    day_without_year,
    likely_day,
    month_number,
    month_text,
    valid_day,
    week_of,
    word_after,
    word_before,
    words_before,
)
from mkdocs_dossier.link.date_tense import looks_forward, tense_at
from mkdocs_dossier.link.date_written_year import WrittenYear, names_era, written_year
from mkdocs_dossier.model.edtf import interval_text
from mkdocs_dossier.model.mention import DateSpan

_DAY_BEFORE = re.compile(rf"(?<![\w.,:/$€£-])(?P<d1>{DAY})(?:(?P<to>{TO})(?P<d2>{DAY}))?(?:{GAP}(?:of{GAP})?|-)\Z")
_TO_DAY_MONTH = re.compile(rf"(?P<to>{TO})(?:the{GAP})?(?P<d3>{DAY}){GAP}(?:of{GAP})?(?P<m3>{MONTH})")
_TO_MONTH = re.compile(rf"(?:{GAP}(?:to|until|till|through){GAP}|{DASH})(?P<month>{MONTH})")
_DAY_AFTER = re.compile(rf"{GAP}(?:the{GAP})?(?P<d1>{DAY})")
_TO_DAY = re.compile(rf"(?P<to>{TO})(?:(?P<m3>{MONTH}){GAP})?(?P<d3>{DAY})")
_NO_MORE = re.compile(rf"(?![\w%°]|[.:]\d|,\d|{GAP}?%)")
_WEEKDAY_BEFORE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY)"
    rf"(?:{GAP}(?:morning|afternoon|evening|night))?,?{GAP}(?:the{GAP})?\Z"
)
_NAMED_AFTER = re.compile(
    rf"{GAP}(?:[Aa]lliance|[Cc]oalition|[Bb]loc|[Cc]amp|[Mm]ovement|Youth|Forces?|Street|St\b|Road|Avenue|Square|Bridge"
    r"|University|Hospital|Airport|Brigades?|Division|Regiment|Revolution|Stadium|Martyrs|Mosque|Group|Committee|Park)"
)
_SEPTEMBER_11 = re.compile(rf"{GAP}(?:terror(?:ist)?{GAP})?(?:attacks|hijackers|hijackings)")
_ENDS_LIST = frozenset("and in at with when to of for by as but the a after before until during from on".split())
_COUNTED_AFTER_DAY = frozenset(
    "people persons men women children civilians soldiers troops fighters militants policemen million "
    "billion thousand percent per km kilometres miles hectares dollars years days months weeks hours "
    "minutes".split()
)

_TERMS = frozenset("ending payable effective redeemable maturing repayable applicable invited".split())
_WEEK_OF = re.compile(rf"\bweek{GAP}of(?:{GAP}the)?{GAP}\Z")
_CALLED = re.compile(rf"\b(?P<word>[Ll]ast|[Nn]ext){GAP}\Z")
_NAMES = tuple(name[:3] for name in WEEKDAYS)
_Given = tuple[int | None, int, int]
"""Year (perhaps missing), month and day."""


class _MonthDay(NamedTuple):
    """What follows a month's name: a day, and perhaps the last day of an interval, with the years behind them."""

    day: int
    year: WrittenYear | None
    end: int
    to: str = ""
    last_month: str | None = None
    last_day: int = 0
    last_year: WrittenYear | None = None
    last_end: int = 0

    @property
    def years(self) -> tuple[WrittenYear | None, ...]:
        return self.year, self.last_year


def read_days(scene: Scene, month: re.Match[str]) -> Spans | None:
    """Return the days that `month` is a part of, none where they are no days; None where no day stands."""
    listed = read_day_list(scene, month)
    if listed:
        return listed
    at = month.start()
    before = _DAY_BEFORE.search(scene.text, max(scene.free, at - 24), at)
    if before is not None:
        return _day_month(scene, before, month)
    after = _month_and_day(scene, month)
    if after is not None and not _counted_day(scene, month, after):
        return _month_day(scene, month, after)
    return None


def _day_month(scene: Scene, before: re.Match[str], month: re.Match[str]) -> Spans:
    """`18 August 2016`, `17 and 18 August`, `30 August to 2 September 2016`."""
    start, number = before.start(), month_number(month[0])
    year = written_year(scene, month.end())
    end = year.end if year is not None else month.end()
    open_ended = _until_month(scene, before, month, year, end)
    if open_ended is not None:
        return open_ended
    to = _TO_DAY_MONTH.match(scene.text, end, scene.end) if before["d2"] is None else None
    last_year = written_year(scene, to.end()) if to is not None else None
    if _is_unknown(year, last_year):
        return ()
    if to is not None:
        if _are_two(scene, start, to["to"]):
            first = (_number(year or last_year), number, day_number(before["d1"]))
            return _days(scene, start, end, first, first, told=_is_told(year, last_year))
        first = (_number(year), number, day_number(before["d1"]))
        last = (_number(last_year), month_number(to["m3"]), day_number(to["d3"]))
        stop = last_year.end if last_year is not None else to.end()
        return _days(scene, start, stop, first, last, told=_is_told(year, last_year))
    last = (_number(year), number, day_number(before["d2"] or before["d1"]))
    return _days(scene, start, end, (*last[:2], day_number(before["d1"])), last, told=_is_told(year))


def _until_month(
    scene: Scene, before: re.Match[str], month: re.Match[str], year: WrittenYear | None, end: int
) -> Spans | None:
    """`20 May – November 2018`: from a day to a month; None where no month follows that has a year."""
    to = _TO_MONTH.match(scene.text, end, scene.end) if before["d2"] is None else None
    last_year = written_year(scene, to.end(), of_month=True) if to is not None else None
    if to is None or last_year is None or last_year.year is None or _is_unknown(year):
        return None
    last = month_text(last_year.year, month_number(to["month"]))
    first = valid_day(
        _number(year) or last_year.year - (month_number(month[0]) > month_number(to["month"])),
        month_number(month[0]),
        day_number(before["d1"]),
    )
    if first is None or first.isoformat()[:7] >= last:
        return None
    return (DateSpan(before.start(), last_year.end, f"{first.isoformat()}/{last}", "day-range", last_year.told),)


def _number(year: WrittenYear | None) -> int | None:
    return year.year if year is not None else None


def _is_unknown(*years: WrittenYear | None) -> bool:
    """Whether a year is written of which the calendar has no pages."""
    return any(year is not None and year.year is None for year in years)


def _is_told(*years: WrittenYear | None) -> bool:
    """Whether a year was worked out from the article's own: `3 May last year`."""
    return any(year is not None and year.told for year in years)


def _are_two(scene: Scene, start: int, link: str) -> bool:
    """Whether two full dates are listed: `on 3 May and 4 June`, but not `between 3 May and 4 June`."""
    return link.strip() in ("and", "or") and word_before(scene, start).lower() != "between"


def _month_and_day(scene: Scene, month: re.Match[str]) -> _MonthDay | None:
    """Read on behind a month's name; None where no day follows."""
    found = _DAY_AFTER.match(scene.text, month.end(), scene.end)
    if found is None or names_era(scene, month.start(), found.end()):
        return None
    day = day_number(found["d1"])
    year = written_year(scene, found.end(), day=day)
    end = year.end if year is not None else found.end()
    if year is None and not _NO_MORE.match(scene.text, end, scene.end):
        return None
    lone = _MonthDay(day, year, end)
    to = _TO_DAY.match(scene.text, end, scene.end)
    if to is None:
        return lone
    last_day = day_number(to["d3"])
    last_year = written_year(scene, to.end(), day=last_day)
    last_end = last_year.end if last_year is not None else to.end()
    if last_year is None and not _NO_MORE.match(scene.text, last_end, scene.end):
        return lone
    return _MonthDay(day, year, end, to["to"], to["m3"], last_day, last_year, last_end)


def _month_day(scene: Scene, month: re.Match[str], after: _MonthDay) -> Spans:
    """`August 18, 2016`, `Aug. 17–18`, `August 30 to September 2, 2016`."""
    start, number, year = month.start(), month_number(month[0]), after.year
    if _is_unknown(*after.years):
        return ()
    if after.last_day and _range_is_meant(scene, start, after):
        last = (_number(after.last_year), month_number(after.last_month or month[0]), after.last_day)
        return _days(
            scene, start, after.last_end, (_number(year), number, after.day), last, told=_is_told(*after.years)
        )
    if after.last_month is not None:
        year = year or after.last_year
    first = (_number(year), number, after.day)
    return _days(scene, start, after.end, first, first, told=_is_told(year))


def _range_is_meant(scene: Scene, start: int, after: _MonthDay) -> bool:
    """Not so in `on August 3 and September 20`, nor in `On August 3 and 20 people`."""
    if not after.to.strip().isalpha():
        return True
    if after.last_month:
        return not _are_two(scene, start, after.to)
    following = word_after(scene, after.last_end)
    return after.last_year is not None or not following or following.lower() in _ENDS_LIST


def _counted_day(scene: Scene, month: re.Match[str], after: _MonthDay) -> bool:
    """Whether the number counts something: `In August 18 people died`."""
    if after.year is not None or after.last_day or not scene.text[after.end - 1].isdigit():
        return False
    preposition = word_before(scene, month.start()).lower()
    following = word_after(scene, after.end)
    if month[0] in ("MAY", "MARCH") and preposition not in (
        "on",
        "by",
        "since",
        "until",
        "from",
        "before",
        "after",
    ):
        return True
    if preposition == "in" and following[:1].islower() and following not in _ENDS_LIST:
        return True
    return preposition != "on" and following.lower() in _COUNTED_AFTER_DAY


def _days(scene: Scene, start: int, end: int, first: _Given, last: _Given, *, told: bool = False) -> Spans:
    """The day, or the interval of days, from its first and last one. told: the year is that of `last year`."""
    start = _with_weekday(scene, start)
    tense: Tense | None = None
    inferred = first[0] is None and last[0] is None
    if inferred:
        if _NAMED_AFTER.match(scene.text, end, scene.end):
            return ()
        if first == last == (None, 9, 11) and _SEPTEMBER_11.match(scene.text, end, scene.end):
            return (DateSpan(start, end, "2001-09-11", "september-11", False),)
        if first == last:
            event = named_day(scene, *first[1:], end)
            if event is not None and event != _nearest_text(scene, first):
                return (DateSpan(start, end, event, "named-day", False),)
            if is_left_alone(scene, start, *first[1:], end):
                return ()
        called = _called(scene, start, first, last)
        if called is not None:
            return (DateSpan(called[0], end, called[1], "day-month", True),)
        firm = firm_tense(scene, start)
        tense = firm or tense_at(scene, start, end)
        if firm is None and tense == "past" and _is_open(scene, start):
            tense = None
        if first == last:
            return _day_without_year(scene, start, end, first, tense, firm=firm is not None)
    days = _resolve(scene.published, first, last, tense)
    if days is None:
        return ()
    if days[0] == days[1] and _names_week(scene, start):
        return (DateSpan(start, end, week_of(days[0]), "week-of-day", inferred or told),)
    if days[0] == days[1]:
        rule = "day-month" if inferred or told else "full-date"
        return (DateSpan(start, end, days[0].isoformat(), rule, inferred or told),)
    return (DateSpan(start, end, interval_text(*days), "day-range", inferred or told),)


def _nearest_text(scene: Scene, given: _Given) -> str:
    day = day_without_year(scene.published, *given[1:], None)
    return day.isoformat() if day is not None else ""


def _is_open(scene: Scene, start: int) -> bool:
    """Whether a day may lie ahead, though the verb is of the past: `declared a dividend payable Dec. 7`."""
    terms = not _TERMS.isdisjoint(words_before(scene, start, 3))
    return terms or looks_forward(scene, start) or not is_introduced(scene, start)


def _called(scene: Scene, start: int, first: _Given, last: _Given) -> tuple[int, str] | None:
    """`next March 31` is the first to come, `last March 31` the last that was; with where the phrase begins."""
    called = _CALLED.search(scene.text, max(scene.free, start - 8), start)
    if called is None or first != last:
        return None
    on = 1 if called["word"].lower() == "next" else -1
    published = scene.published
    years = (published.year, published.year + on)
    days = [day for year in years if (day := valid_day(year, *first[1:])) is not None and (day > published) == (on > 0)]
    days = [day for day in days if day != published]
    return (called.start(), days[0].isoformat()) if days else None


def _day_without_year(scene: Scene, start: int, end: int, given: _Given, tense: Tense | None, *, firm: bool) -> Spans:
    """The day that news means: its weekday decides between the nearest and the one that the verb says."""
    published, name = scene.published, scene.text[start : start + 3].capitalize()
    meant = likely_day(published, *given[1:], tense, firm=firm)
    others = [day_without_year(published, *given[1:], other) for other in (tense, None)]
    if name in _NAMES and (meant is None or _NAMES[meant.weekday()] != name):
        meant = next((day for day in others if day is not None and _NAMES[day.weekday()] == name), meant)
    if meant is None:
        return ()
    if _names_week(scene, start):
        return (DateSpan(start, end, week_of(meant), "week-of-day", True),)
    return (DateSpan(start, end, meant.isoformat(), "day-month", True),)


def _names_week(scene: Scene, start: int) -> bool:
    """Whether `week of` stands before a day."""
    first = max(scene.start, start - 16)
    return scene.text.find("week", first, start) >= 0 and _WEEK_OF.search(scene.text, first, start) is not None


def _resolve(published: date, first: _Given, last: _Given, tense: Tense | None) -> tuple[date, date] | None:
    """Fill in the years: each end of an interval takes the other's, one year apart over New Year."""
    if last[0] is not None:
        closing = valid_day(last[0], *last[1:])
    elif first[0] is not None:
        closing = valid_day(first[0] + (last[1:] < first[1:]), *last[1:])
    else:
        closing = day_without_year(published, last[1], last[2], tense)
    if closing is None:
        return None
    year = first[0] if first[0] is not None else closing.year - (first[1:] > last[1:])
    opening = valid_day(year, *first[1:])
    if opening is None or opening > closing:
        return None
    backwards = first[0] == last[0] and first[1] == last[1] and first[2] > last[2]
    return None if backwards else (opening, closing)


def _with_weekday(scene: Scene, start: int) -> int:
    weekday = _WEEKDAY_BEFORE.search(scene.text, max(scene.free, start - 32), start)
    return weekday.start() if weekday is not None else start
