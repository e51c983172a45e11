"""The pages on the collection as a whole: its network, timeline and map, and how two of its actors are connected."""

from __future__ import annotations

from mkdocs_dossier.model.lines import ActorGroup, CountLine, Link, PairLine, View
from mkdocs_dossier.model.page import Page as AnyPage
from mkdocs_dossier.model.pages import ConnectionsPage, EventsPage, ExplorePage, NetworkPage
from mkdocs_dossier.pages.dossier_events import by_year
from mkdocs_dossier.pages.event_places import map_of_events
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.over_time import collection_timeline
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.svg.networks.network import COLOURS, NetworkLine, NetworkNode, cluster_name, network
from mkdocs_dossier.pages.urls import EXPLORE, explore_path, index_path, relative
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

VIEWS = {
    "network": (N_("Who is named with whom"), N_("The most-named actors, and the ties between them.")),
    "connections": (
        N_("How are these two connected?"),
        N_("Pick two actors: these sentences lead from one to the other."),
    ),
    "timeline": (N_("All events in time"), N_("What happened when, by type, and how much was written.")),
    "map": (N_("All events on a map"), N_("Where it happened, with a slider for the time.")),
}
"""Each view with its title and what it shows."""

_OF_INDEX = {"actors": ("network", "connections"), "events": ("timeline", "map")}
PAIRS = 24


def views(here: str, words: Words) -> tuple[View, ...]:
    """Return the views, their links as written on the page `here`."""
    return tuple(View(_link(name, here, words), words.gettext(text)) for name, (_, text) in VIEWS.items())


def views_of(section: str, here: str, words: Words) -> tuple[Link, ...]:
    """Return links to the views of what an index lists."""
    return tuple(_link(name, here, words) for name in _OF_INDEX.get(section, ()))


def _link(view: str, here: str, words: Words) -> Link:
    return Link(words.gettext(VIEWS[view][0]), relative(explore_path(view), here))


def _told(view: str, words: Words) -> tuple[str, str]:
    """The title of a view, and what it shows."""
    title, text = VIEWS[view]
    return words.gettext(title), words.gettext(text)


def explore_page(site: SiteView, view: str) -> AnyPage:
    """Return a page on the collection as a whole; `""` is the entry to them."""
    makers = {"network": _network_page, "connections": _connections_page, "timeline": _timeline_page, "map": _map_page}
    return makers[view](site) if view else _entry(site.words)


def _entry(words: Words) -> ExplorePage:
    path = index_path(EXPLORE)
    text = words.gettext("Four ways to look at the whole collection.")
    return ExplorePage(path, words.gettext("Explore"), "explore", description=text, views=views(path, words))


def _network_page(site: SiteView) -> NetworkPage:
    path = explore_path("network")
    links, found = Links.on(path, site), site.network()
    cluster = {id: number for number, ids in enumerate(found.clusters) for id in ids}
    number = {id: at for at, (id, _) in enumerate(found.mentions)}
    mentions = dict(found.mentions)
    nodes = [NetworkNode(links.named(id).name, links.actor(id).url, count, cluster[id]) for id, count in found.mentions]
    lines = [NetworkLine(number[edge.one], number[edge.other], edge.weight) for edge in found.edges]
    groups = (
        ActorGroup(
            title=cluster_name([links.named(id).name for id in ids], site.words),
            number=min(at, COLOURS - 1),
            actors=tuple(CountLine(links.actor(id), mentions[id]) for id in ids),
        )
        for at, ids in enumerate(found.clusters)
    )
    title, text = _told("network", site.words)
    return NetworkPage(
        path,
        title,
        "network",
        description=text,
        picture=network(nodes, lines, site.words),
        groups=tuple(groups),
        total=len(site.actors()),
    )


def _connections_page(site: SiteView) -> ConnectionsPage:
    path = explore_path("connections")
    links = Links.on(path, site)
    pairs = (
        PairLine(links.actor(edge.one), links.actor(edge.other), edge.sentences, edge.articles)
        for edge in site.network().edges[:PAIRS]
    )
    title, text = _told("connections", site.words)
    return ConnectionsPage(path, title, "connections", description=text, pairs=tuple(pairs))


def _timeline_page(site: SiteView) -> EventsPage:
    path = explore_path("timeline")
    links = Links.on(path, site)
    title, text = _told("timeline", site.words)
    return EventsPage(
        path,
        title,
        "timeline",
        description=text,
        picture=collection_timeline(site, links),
        groups=by_year(site.events(), links),
    )


def _map_page(site: SiteView) -> EventsPage:
    path = explore_path("map")
    links = Links.on(path, site)
    title, text = _told("map", site.words)
    picture = map_of_events(site.events(), site.words.gettext("The events of the collection"), links, large=True)
    return EventsPage(path, title, "map", description=text, picture=picture, groups=by_year(site.events(), links))
