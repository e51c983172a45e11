"""Where events happened: what is drawn of them on maps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.say import say_date
from mkdocs_dossier.pages.svg.maps.dots import Dot
from mkdocs_dossier.pages.svg.maps.event_map import LARGE, USUAL, event_map
from mkdocs_dossier.pages.urls import event_path, relative


def map_of_events(
    events: Iterable[Event], label: str, links: Links, codes: Collection[str] = (), *, large: bool = False
) -> Markdown:
    """Return the map of those events whose place has coordinates; empty where there are none.

    codes: countries to set off from the others. large: for a page that has nothing beside it.
    """
    dots, size = tuple(_dots(events, links)), LARGE if large else USUAL
    return event_map(links.site.atlas, dots, label, codes, words=links.words, size=size)


def _dots(events: Iterable[Event], links: Links) -> Iterator[Dot]:
    for event in events:
        place = event.place
        if place is None or place.lat is None or place.lon is None:
            continue
        yield Dot(
            title=links.words.listed((event.title, say_date(event.date, links.words))),
            url=relative(event_path(event.id), links.here),
            latitude=place.lat,
            longitude=place.lon,
            when_first=event.date.first,
            when_last=event.date.last,
            unsure=event.date.approximate or event.date.uncertain,
            place=place.name,
            precision=place.precision or "city",
        )
