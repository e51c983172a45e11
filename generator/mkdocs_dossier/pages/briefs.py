"""What a page says of itself in a few words, for search, for the cards on links to it, and for the head of the page."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_dossier.model.index import Key
from mkdocs_dossier.model.lines import Facet
from mkdocs_dossier.model.records import Actor, Event
from mkdocs_dossier.pages.core_terms import say_event_type, say_type
from mkdocs_dossier.pages.say import say_date, say_year
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.words.catalogue import Words


def actor_brief(site: SiteView, actor: Actor) -> str:
    """Return an actor's type and countries, as `person, China`."""
    return site.words.listed((say_type(actor.type, site.words), *_names(site, actor.countries)))


def event_brief(event: Event, words: Words) -> str:
    """Return an event's type, date and place, as `meeting, 14 August 2016, Damascus`."""
    place = event.place.name if event.place is not None else ""
    return words.listed((say_event_type(event.type, words), say_date(event.date, words), place))


def tally(site: SiteView, key: Key) -> str:
    """Return how much there is on an actor or country, as `named in 5 articles, 3 events`."""
    articles, events = len(site.appearances(*key)), len(site.events_of(*key))
    return site.words.listed((named_in(articles, site.words), events_in_all(events, site.words)))


def named_in(articles: int, words: Words) -> str:
    """Return how many articles name something, as `named in 5 articles`; empty for none."""
    return words.ngettext("named in %(num)s article", "named in %(num)s articles", articles) if articles else ""


def events_in_all(events: int, words: Words) -> str:
    """Return how many events there are, as `3 events`; empty for none."""
    return words.ngettext("%(num)s event", "%(num)s events", events) if events else ""


def facets(
    site: SiteView, *, countries: Iterable[str] = (), years: Iterable[int] = (), outlet: str = ""
) -> tuple[Facet, ...]:
    """What search can narrow a page by, each value once. countries: codes."""
    found = [Facet("country", name) for name in _names(site, countries)]
    found += [Facet("year", say_year(year, site.words)) for year in years]
    if outlet:
        found.append(Facet("outlet", outlet))
    return tuple(dict.fromkeys(found))


def _names(site: SiteView, codes: Iterable[str]) -> Iterable[str]:
    return (site.territory(code).name for code in codes)
