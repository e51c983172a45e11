"""The lanes of a timeline: offices and relations as bars, events as points, or counted where they are too many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mkdocs_dossier.model.edtf import Edtf, interval_text, parse_edtf
from mkdocs_dossier.pages.say import say_date, say_page, say_when
from mkdocs_dossier.pages.svg.labels import shortened, text_width
from mkdocs_dossier.pages.svg.marks import SIZE, linked, number, series_group, svg_text
from mkdocs_dossier.pages.svg.times.bars import Bar, draw_bars
from mkdocs_dossier.pages.svg.times.rows import Extent, MarkRows, in_rows
from mkdocs_dossier.pages.svg.times.scale import Scale
from mkdocs_dossier.pages.svg.times.span_bar import THICK, hollow, span_bar
from mkdocs_dossier.pages.svg.times.squares import PageUrl
from mkdocs_dossier.pages.svg.times.window import known_days
from mkdocs_dossier.words.catalogue import Words

BAR_ROW, POINT_ROW, STRIP = 30, 24, 40
"""How high an office, a row of events and a strip of bars are, in user units."""

_RADIUS, _REACH, _GATHERED = 6, 12, 11
_MOST_GATHERED, _NAMED = 8, 6
"""How many marks of gathered events there may be; how many of its events the title of one names."""

_MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """An office or a relation. title: in full, without its dates. text: what stands above the bar.

    first, last: the days within which it is drawn, whatever its dates. over: it lasts no more, though `until` may be
    unknown.
    """

    title: str
    text: str
    url: str
    since: Edtf | None
    until: Edtf | None
    series: Literal["offices", "relations"] = "offices"
    first: date = date.min
    last: date = date.max
    over: bool = False

    @property
    def days(self) -> tuple[int, int]:
        """The first and last day, as ordinals, as far as its dates tell."""
        since = self.first if self.since is None else max(self.since.first, self.first)
        until = self.last if self.until is None else min(self.until.last, self.last)
        return since.toordinal(), until.toordinal()


@dataclass(frozen=True, slots=True)
class EventPoint:
    """An event. title: without its date."""

    title: str
    url: str
    date: Edtf


@dataclass(frozen=True, slots=True)
class Lane:
    """What stands together under a name, which may be empty."""

    name: str
    spans: tuple[TimeSpan, ...] = ()
    points: tuple[EventPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of the picture, how high it is, and what its marks need to be explained."""

    svg: str
    height: int = 0
    notes: frozenset[str] = frozenset()


FADES, LEADS_ON, HOLLOW = "fades", "leads on", "hollow"


def draw_span(span: TimeSpan, scale: Scale, width: int, top: int, words: Words) -> Drawn:
    """Return a bar and the text above it. width: of the whole picture."""
    bar = span_bar(scale, span.since, span.until, top + 17, span.first.toordinal(), span.last.toordinal())
    text = shortened(span.text, width - 8, SIZE)
    room = text_width(text, SIZE)
    at, anchor = (bar.left, "") if bar.left + room <= width else (max(bar.right, room), ' text-anchor="end"')
    label = f'<text class="strong" fill="currentColor" x="{number(at)}" y="{top + 11}"{anchor}>{svg_text(text)}</text>'
    reach = (
        f'<path fill="none" d="M{number(bar.left)} {top + 1}H{number(bar.right)}v{16 + THICK}H{number(bar.left)}z"/>'
    )
    when = say_when(span.since, span.until, words, over=span.over)
    notes = {name for name, is_so in ((FADES, bar.fades), (LEADS_ON, bar.leads_on), (HOLLOW, bar.hollow)) if is_so}
    drawn = linked(span.url, words.listed((span.title, when)), reach + label + bar.drawn)
    return Drawn(series_group(span.series, drawn), BAR_ROW, frozenset(notes))


def stacked(points: Iterable[EventPoint], scale: Scale) -> MarkRows[EventPoint]:
    """Return the events that the scale shows, in rows."""
    shown = (point for point in points if scale.shows(*known_days(point.date)))
    return in_rows(sorted((_extent(point, scale) for point in shown), key=lambda e: e.start), 2 * _REACH)


def too_many(rows: MarkRows[EventPoint]) -> bool:
    """Whether events have to be gathered almost everywhere, so that bars tell more."""
    return len(rows.gathered) > _MOST_GATHERED


def draw_points(rows: MarkRows[EventPoint], scale: Scale, page_url: PageUrl, top: int, words: Words) -> Drawn:
    """Return the events of a lane, the lowest row at the bottom."""
    height = rows.height * POINT_ROW
    marks: list[tuple[float, str]] = []
    for at, row in enumerate(rows.rows):
        middle = top + height - at * POINT_ROW - POINT_ROW // 2
        marks += [(extent.start, _point(extent.mark, scale, middle, words)) for extent in row]
    for group in rows.gathered:
        x, points = group[0].start + _REACH, [extent.mark for extent in group]
        marks.append((group[0].start, gathered(points, x, top + POINT_ROW // 2, page_url, words)))
    # In the order of time, which is the order in which the keyboard goes through them.
    svg = "".join(mark for _, mark in sorted(marks, key=lambda mark: mark[0]))
    notes = {HOLLOW} if any(not _exact(extent.mark.date) for row in rows.rows for extent in row) else set()
    return Drawn(series_group("events", svg), height, frozenset(notes))


def gathered(points: Sequence[EventPoint], x: float, middle: float, page_url: PageUrl, words: Words) -> str:
    """Return one mark for several events, with their number; a single event's own where it is one."""
    if len(points) == 1:
        point = points[0]
        return linked(point.url, _title(point, words), _dot(x, middle, doubtful=_doubtful(point.date)))
    days = [day for point in points for day in known_days(point.date)]
    when = parse_edtf(interval_text(date.fromordinal(min(days)), date.fromordinal(max(days))))
    url = common_page(min(days), max(days), page_url) or points[0].url
    named, rest = words.gettext("; ").join(point.title for point in points[:_NAMED]), len(points) - _NAMED
    if rest > 0:
        named = words.ngettext("%(events)s; and %(num)s more", "%(events)s; and %(num)s more", rest, events=named)
    title = words.ngettext(
        "%(date)s, %(num)s event: %(events)s",
        "%(date)s, %(num)s events: %(events)s",
        len(points),
        date=say_page(when.first.isoformat(), words) if when.first == when.last else say_date(when, words),
        events=named,
    )
    return linked(url, title, disc(len(points), x, middle))


def disc(many: int, x: float, middle: float) -> str:
    """Return what stands for several marks: their number on a pale ground."""
    place = f'x="{number(x)}" y="{number(middle + 4)}"'
    label = f'<text class="strong" fill="currentColor" {place} text-anchor="middle">{many}</text>'
    return f'<circle fill-opacity=".2" cx="{number(x)}" cy="{number(middle)}" r="{_GATHERED}"/>{label}'


def common_page(first: int, last: int, page_url: PageUrl) -> str | None:
    """Return the address of the day, month or year in which both days (ordinals) lie, None where none has a page."""
    one, other = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    pages = (one[:length] for length in (10, 7, 4) if one[:length] == other[:length])
    return next((url for page in pages if (url := page_url(page)) is not None), None)


Counted = Literal["articles", "events"]


def draw_counts(
    days: Mapping[int, int], what: Counted, scale: Scale, page_url: PageUrl, top: int, words: Words
) -> Drawn:
    """Return bars by day, month or year, whichever suits the scale. days: how many, by ordinal; at least one."""
    counts = by_page(days, scale)
    bars = draw_bars(_bars(counts, what, scale, page_url, words), top=top, height=STRIP, most=max(counts.values()))
    return Drawn(series_group(what, bars), STRIP)


def _bars(counts: Mapping[str, int], what: Counted, scale: Scale, page_url: PageUrl, words: Words) -> Iterator[Bar]:
    for page, number_of in counts.items():
        when = parse_edtf(page)
        left, right = scale.x(when.first.toordinal()), scale.x(when.last.toordinal() + 1)
        yield Bar(left, right - left, number_of, _many(page, number_of, what, words), page_url(page))


def _many(page: str, number_of: int, what: Counted, words: Words) -> str:
    """`August 2016: 3 events`"""
    when = say_page(page, words)
    if what == "events":
        return words.ngettext("%(when)s: %(num)s event", "%(when)s: %(num)s events", number_of, when=when)
    return words.ngettext("%(when)s: %(num)s article", "%(when)s: %(num)s articles", number_of, when=when)


def by_page(days: Mapping[int, int], scale: Scale) -> dict[str, int]:
    """Return what was counted by day, as counts by the calendar pages that suit the scale."""
    length = 10 if scale.days <= _MOST_STEPS else 7 if scale.days <= 31 * _MOST_STEPS else 4
    counts: dict[str, int] = {}
    for day in sorted(days):
        page = date.fromordinal(day).isoformat()[:length]
        counts[page] = counts.get(page, 0) + days[day]
    return counts


def _extent(point: EventPoint, scale: Scale) -> Extent[EventPoint]:
    left, right = _ends(point.date, scale)
    wide = max(right - left, 2 * _REACH)
    return Extent(point, (left + right - wide) / 2, (left + right + wide) / 2)


def _ends(when: Edtf, scale: Scale) -> tuple[float, float]:
    """Where the days of an event begin and end; the middle of a lone day is both."""
    if when.precision == "day":
        middle = scale.middle(when.first.toordinal())
        return middle, middle
    left = scale.left if when.starts_open else scale.x(when.first.toordinal())
    right = scale.right if when.ends_open else scale.x(when.last.toordinal() + 1)
    spare = max(0, 2 * _RADIUS - (right - left)) / 2
    return left - spare, right + spare


def _point(point: EventPoint, scale: Scale, middle: int, words: Words) -> str:
    left, right = _ends(point.date, scale)
    if left == right:
        drawn = _dot(left, middle, doubtful=_doubtful(point.date))
    else:
        spare = max(0, 2 * _REACH - (right - left)) / 2
        box = f'x="{number(left - spare)}" y="{middle - _REACH}" width="{number(right - left + 2 * spare)}"'
        bar = hollow(left, right, middle - _RADIUS, 2 * _RADIUS, doubtful=_doubtful(point.date))
        drawn = f'<rect fill="none" {box} height="{2 * _REACH}"/>{bar}'
    return linked(point.url, _title(point, words), drawn)


def _dot(x: float, middle: float, *, doubtful: bool) -> str:
    """A point, and around it a larger one that can be pointed at but is not seen."""
    place = f'cx="{number(x)}" cy="{number(middle)}"'
    reach = f'<circle fill="none" {place} r="{_REACH}"/>'
    if doubtful:
        dashes = 'class="unsure" fill="none" stroke-width="1.5" stroke-dasharray="3 2"'
        return f'{reach}<circle {dashes} {place} r="{_RADIUS - 0.75}"/>'
    return f'{reach}<circle {place} r="{_RADIUS}"/>'


def _title(point: EventPoint, words: Words) -> str:
    return words.gettext("%(date)s: %(event)s", date=say_date(point.date, words), event=point.title)


def _doubtful(when: Edtf) -> bool:
    return when.approximate or when.uncertain


def _exact(when: Edtf) -> bool:
    return when.precision == "day" and not _doubtful(when)
