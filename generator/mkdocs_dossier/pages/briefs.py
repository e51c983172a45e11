"""What a page says of itself in a few words, for search, for the cards on links to it, and for the head of the page."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_dossier.model.index import Key
from mkdocs_dossier.model.lines import Facet
from mkdocs_dossier.model.records import Actor, Event
from mkdocs_dossier.pages.say import count, say_date, say_type, say_year
from mkdocs_dossier.pages.site_view import SiteView


def actor_brief(site: SiteView, actor: Actor) -> str:
    """Return an actor's type and countries, as `person, China`."""
    return ", ".join((say_type(actor.type), *_names(site, actor.countries)))


def event_brief(event: Event) -> str:
    """Return an event's type, date and place, as `meeting, 14 August 2016, Damascus`."""
    place = (event.place.name,) if event.place is not None else ()
    return ", ".join((event.type, say_date(event.date), *place))


def tally(site: SiteView, key: Key) -> str:
    """Return how much there is on an actor or country, as `named in 5 articles, 3 events`."""
    articles, events = len(site.appearances(*key)), len(site.events_of(*key))
    parts = (f"named in {count(articles, 'article')}" if articles else "", count(events, "event") if events else "")
    return ", ".join(part for part in parts if part)


def facets(
    site: SiteView, *, countries: Iterable[str] = (), years: Iterable[int] = (), outlet: str = ""
) -> tuple[Facet, ...]:
    """What search can narrow a page by, each value once. countries: codes."""
    found = [Facet("country", name) for name in _names(site, countries)]
    found += [Facet("year", say_year(year)) for year in years]
    if outlet:
        found.append(Facet("outlet", outlet))
    return tuple(dict.fromkeys(found))


def _names(site: SiteView, codes: Iterable[str]) -> Iterable[str]:
    return (site.territory(code).name for code in codes)
