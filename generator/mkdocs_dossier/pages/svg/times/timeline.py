"""A time in one picture: offices and relations as bars, events as points, articles as a strip of bars below them.

    lanes ─► window (which days) ─► scale ─► each lane, from the top down ─► axis

What is not known to the day is hollow, what is uncertain is dashed; a bar thins out where no start or end is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.say import say_page
from mkdocs_dossier.pages.svg.marks import SIZE, linked, number, series_group, svg_text
from mkdocs_dossier.pages.svg.times.lanes import (
    FADES,
    HOLLOW,
    LEADS_ON,
    POINT_ROW,
    STRIP,
    Drawn,
    EventPoint,
    Lane,
    TimeSpan,
    by_page,
    common_page,
    disc,
    draw_counts,
    draw_points,
    draw_span,
    gathered,
    stacked,
    too_many,
)
from mkdocs_dossier.pages.svg.times.rows import MarkRows
from mkdocs_dossier.pages.svg.times.scale import Scale, ticks
from mkdocs_dossier.pages.svg.times.squares import PageUrl
from mkdocs_dossier.pages.svg.times.window import Window, crowded_window, known_days, whole_window
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

WIDTH = 640
MOST_BARS = 12
"""How many offices and relations are drawn; the others are counted in words."""

_INSET, _ASIDE = 12, 48
"""The room at the ends of the time, and for what lies before or after a crowded one."""

_HEADING, _GAP, _AXIS = 18, 6, 20

_AT_MOST = {
    10: N_("%(name)s, at most %(most)s a day"),
    7: N_("%(name)s, at most %(most)s a month"),
    4: N_("%(name)s, at most %(most)s a year"),
}
"""By the length of the name of a calendar page."""

_NOTES = {
    FADES: N_("A bar thins out where no start or end is known."),
    LEADS_ON: N_("Arrows lead beyond the time shown."),
    HOLLOW: N_("Hollow marks: not known to the day, or uncertain."),
}


def timeline(
    label: str, lanes: Sequence[Lane], articles: Mapping[str, int], page_url: PageUrl, words: Words
) -> Markdown:
    """Return the picture, empty where there is neither an event nor a dated office, or only one and no article.

    label: what it shows, in words. articles: how many, by day of publication (`2016-08-18`).
    """
    days = {date.fromisoformat(day).toordinal(): articles[day] for day in sorted(articles) if articles[day] > 0}
    spans = [span for lane in lanes for span in lane.spans if span.since or span.until]
    marks = len(spans) + sum(len(lane.points) for lane in lanes)
    window = _whole(lanes, spans, days)
    if window is None or marks == 0 or marks + len(days) < 2:
        return Markdown("")
    scale = _scale(lanes, days, window)
    chosen = [span for span in spans if span.days[0] <= span.days[1] and scale.shows(*span.days)]
    picture = _Picture(scale, tuple(chosen[:MOST_BARS]), page_url, words)
    parts = list(_parts(picture, lanes, days))
    return _figure(label, picture, parts, _caption(parts, lanes, spans, chosen, words))


@dataclass(frozen=True, slots=True)
class _Picture:
    """What all parts of a picture share. spans: the offices and relations that are drawn."""

    scale: Scale
    spans: tuple[TimeSpan, ...]
    page_url: PageUrl
    words: Words


def _whole(lanes: Sequence[Lane], spans: Sequence[TimeSpan], days: Mapping[int, int]) -> Window | None:
    evidence = [known_days(point.date) for lane in lanes for point in lane.points]
    evidence += [(day, day) for day in days]
    ends = [known_days(end) for span in spans for end in (span.since, span.until) if end is not None]
    return whole_window(evidence, ends)


def _scale(lanes: Sequence[Lane], days: Mapping[int, int], whole: Window) -> Scale:
    """The whole time if its events have room in it, else the time in which they are crowded."""
    scale = Scale(whole.first, whole.last, _INSET, WIDTH - _INSET)
    if not any(stacked(lane.points, scale).gathered for lane in lanes):
        return scale
    firsts = [known_days(point.date)[0] for lane in lanes for point in lane.points]
    window = crowded_window(firsts, whole)
    if window is None:
        return scale
    lasts = [known_days(point.date)[1] for lane in lanes for point in lane.points]
    before = min([*lasts, *days]) < window.first
    after = max([*firsts, *days]) > window.last
    return Scale(window.first, window.last, _ASIDE if before else _INSET, WIDTH - (_ASIDE if after else _INSET))


def _parts(picture: _Picture, lanes: Sequence[Lane], days: Mapping[int, int]) -> Iterator[Drawn]:
    """The lanes, then the articles, each below the one before."""
    top = 0
    for lane in lanes:
        part = _lane(picture, lane, top)
        yield part
        top += part.height
    if days:
        yield _articles(picture, days, top)


def _lane(picture: _Picture, lane: Lane, top: int) -> Drawn:
    spans = [span for span in lane.spans if span in picture.spans]
    if not spans and not lane.points:
        return Drawn("")
    rows = stacked(lane.points, picture.scale)
    counts = _by_day(lane, picture.scale) if too_many(rows) else {}
    name = _measured(lane.name, counts, picture) if lane.name else ""
    drawn, y, notes = _heading(name, top), top + (_HEADING if lane.name else 0), frozenset[str]()
    for span in spans:
        part = draw_span(span, picture.scale, WIDTH, y, picture.words)
        drawn, y, notes = drawn + part.svg, y + part.height, notes | part.notes
    if lane.points:
        part = _events(picture, lane, rows, counts, y)
        drawn, y, notes = drawn + part.svg, y + part.height, notes | part.notes
    return Drawn(drawn, y + _GAP - top, notes)


def _heading(name: str, top: int) -> str:
    return f'<text class="label" fill="currentColor" y="{top + 12}">{svg_text(name)}</text>' if name else ""


def _by_day(lane: Lane, scale: Scale) -> Mapping[int, int]:
    """How many of the events that are shown began on each day."""
    days = (known_days(point.date) for point in lane.points)
    return Counter(max(first, scale.first) for first, last in days if scale.shows(first, last))


def _measured(name: str, days: Mapping[int, int], picture: _Picture) -> str:
    """The name of a strip of bars with its measure in words: what its highest bar stands for."""
    counts = by_page(days, picture.scale)
    most = max(counts.values(), default=0)
    return picture.words.gettext(_AT_MOST[len(next(iter(counts)))], name=name, most=most) if most > 1 else name


def _events(picture: _Picture, lane: Lane, rows: MarkRows[EventPoint], counts: Mapping[int, int], top: int) -> Drawn:
    """The events of a lane, and beside them those before and after the time that is shown.

    counts: by day, where there are too many to draw each.
    """
    scale = picture.scale
    if counts:
        part = draw_counts(counts, "events", scale, picture.page_url, top, picture.words)
    elif rows.rows:
        part = draw_points(rows, scale, picture.page_url, top, picture.words)
    else:
        part = Drawn("", POINT_ROW)
    middle = top + part.height - POINT_ROW // 2
    before = [point for point in lane.points if known_days(point.date)[1] < scale.first]
    after = [point for point in lane.points if known_days(point.date)[0] > scale.last]
    left, right = (
        series_group("events", gathered(points, x, middle, picture.page_url, picture.words)) if points else ""
        for points, x in ((before, _ASIDE // 2 - 6), (after, WIDTH - _ASIDE // 2 + 6))
    )
    return Drawn(left + part.svg + right, part.height, part.notes)


def _articles(picture: _Picture, days: Mapping[int, int], top: int) -> Drawn:
    scale, y, middle = picture.scale, top + _HEADING, top + _HEADING + STRIP - POINT_ROW // 2
    inside = {day: days[day] for day in days if scale.shows(day, day)}
    before = {day: days[day] for day in days if day < scale.first}
    after = {day: days[day] for day in days if day > scale.last}
    earlier, later = sum(before.values()), sum(after.values())
    words = picture.words
    sides = (
        (
            *(before, max(before, default=0), _ASIDE // 2 - 6),
            words.ngettext("%(num)s article before the time shown", "%(num)s articles before the time shown", earlier),
        ),
        (
            *(after, min(after, default=0), WIDTH - _ASIDE // 2 + 6),
            words.ngettext("%(num)s article after the time shown", "%(num)s articles after the time shown", later),
        ),
    )
    left, right = (_aside(*side, middle, picture.page_url) for side in sides)
    strip = draw_counts(inside, "articles", scale, picture.page_url, y, words).svg if inside else ""
    heading = _heading(_measured(words.gettext("Articles"), inside, picture), top)
    return Drawn(heading + left + strip + right, _HEADING + STRIP)


def _aside(days: Mapping[int, int], nearest: int, x: int, title: str, middle: int, page_url: PageUrl) -> str:
    """The number of articles before or after the time that is shown, a link to the year of the nearest."""
    if not days:
        return ""
    url = common_page(min(days), max(days), page_url) or page_url(date.fromordinal(nearest).isoformat()[:4])
    return series_group("articles", linked(url, title, disc(sum(days.values()), x, middle)))


def _figure(label: str, picture: _Picture, parts: Sequence[Drawn], caption: str) -> Markdown:
    scale, ground = picture.scale, sum(part.height for part in parts)
    words = picture.words
    start, end = (say_page(date.fromordinal(day).isoformat()[:7], words) for day in (scale.first, scale.last))
    size = f'viewBox="0 0 {WIDTH} {ground + _AXIS}" width="{WIDTH}" height="{ground + _AXIS}" font-size="{SIZE}"'
    about = svg_text(words.gettext("%(picture)s, %(start)s to %(end)s", picture=label, start=start, end=end))
    note = f"<figcaption>{svg_text(caption)}</figcaption>" if caption else ""
    return Markdown(
        f'<figure class="dossier-picture dossier-timeline-picture dossier-wide" data-pagefind-ignore="all">'
        f'<svg {size} role="group" aria-label="{about}">'
        f"{_axis(scale, ground, words)}{''.join(part.svg for part in parts)}</svg>{note}</figure>"
    )


def _axis(scale: Scale, ground: int, words: Words) -> str:
    """Faint lines through all lanes, their dates below; at the sides what comes before and after."""
    marks, y = ticks(scale, words), ground + 15
    lines = "".join(f"M{number(tick.x)} 0V{ground + 5}" for tick in marks)
    texts = "".join(f'<text x="{number(tick.x + 3)}" y="{y}">{svg_text(tick.label)}</text>' for tick in marks)
    edges = ""
    if scale.left == _ASIDE:
        earlier = svg_text(words.pgettext("on a time axis", "earlier"))
        texts += f'<text y="{y}">{earlier}</text>'
        edges += f"M{_ASIDE - 7} 0V{ground}"
    if scale.right == WIDTH - _ASIDE:
        later = svg_text(words.pgettext("on a time axis", "later"))
        texts += f'<text x="{WIDTH}" y="{y}" text-anchor="end">{later}</text>'
        edges += f"M{WIDTH - _ASIDE + 7} 0V{ground}"
    dashed = f'<path class="ground" fill="none" stroke="#999" stroke-dasharray="2 3" d="{edges}"/>' if edges else ""
    return (
        f'<path class="ground" fill="none" stroke="#999" stroke-opacity=".5" d="{lines}"/>'
        f'<path class="ground" fill="none" stroke="#999" '
        f'd="M{number(scale.left - _INSET / 2)} {ground + 0.5}H{number(scale.right + _INSET / 2)}"/>{dashed}'
        f'<g class="label" fill="currentColor">{texts}</g>'
    )


def _caption(
    parts: Sequence[Drawn], lanes: Sequence[Lane], dated: Sequence[TimeSpan], chosen: Sequence[TimeSpan], words: Words
) -> str:
    notes = frozenset[str]().union(*(part.notes for part in parts))
    said = [words.gettext(_NOTES[name]) for name in _NOTES if name in notes]
    every = [span for lane in lanes for span in lane.spans]
    without_dates = [span for span in every if not (span.since or span.until)]
    outside = [span for span in dated if span not in chosen]
    for left_out, say in ((without_dates, _without_dates), (outside, _outside), (chosen[MOST_BARS:], _crowded)):
        offices = sum(span.series == "offices" for span in left_out)
        said += say(offices, len(left_out) - offices, words)
    return " ".join(said)


def _without_dates(offices: int, relations: int, words: Words) -> Iterator[str]:
    if offices:
        yield words.ngettext(
            "%(num)s office without dates is not shown.", "%(num)s offices without dates are not shown.", offices
        )
    if relations:
        yield words.ngettext(
            "%(num)s relation without dates is not shown.", "%(num)s relations without dates are not shown.", relations
        )


def _outside(offices: int, relations: int, words: Words) -> Iterator[str]:
    if offices:
        yield words.ngettext(
            "%(num)s office outside this time is not shown.",
            "%(num)s offices outside this time are not shown.",
            offices,
        )
    if relations:
        yield words.ngettext(
            "%(num)s relation outside this time is not shown.",
            "%(num)s relations outside this time are not shown.",
            relations,
        )


def _crowded(offices: int, relations: int, words: Words) -> Iterator[str]:
    if offices:
        yield words.ngettext(
            "%(num)s more office is not shown, for lack of space.",
            "%(num)s more offices are not shown, for lack of space.",
            offices,
        )
    if relations:
        yield words.ngettext(
            "%(num)s more relation is not shown, for lack of space.",
            "%(num)s more relations are not shown, for lack of space.",
            relations,
        )
