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

VIEWS = {
    "network": ("Who is named with whom", "The best-known actors, and the ties between them."),
    "connections": (
        "How are these two connected?",
        "Pick two actors: these sentences lead from one to the other.",
    ),
    "timeline": ("All events in time", "What happened when, by type, and how much was written."),
    "map": ("All events on a map", "Where it happened, with a slider for the time."),
}
"""Each view with its title and what it shows."""

_OF_INDEX = {"actors": ("network", "connections"), "events": ("timeline", "map")}
PAIRS = 24


def views(here: str) -> tuple[View, ...]:
    """Return the views, their links as written on the page `here`."""
    return tuple(View(Link(title, relative(explore_path(name), here)), text) for name, (title, text) in VIEWS.items())


def views_of(section: str, here: str) -> tuple[Link, ...]:
    """Return links to the views of what an index lists."""
    return tuple(Link(VIEWS[name][0], relative(explore_path(name), here)) for name in _OF_INDEX.get(section, ()))


def explore_page(site: SiteView, view: str) -> AnyPage:
    """Return a page on the collection as a whole; `""` is the entry to them."""
    makers = {"network": _network_page, "connections": _connections_page, "timeline": _timeline_page, "map": _map_page}
    return makers[view](site) if view else _entry()


def _entry() -> ExplorePage:
    path = index_path(EXPLORE)
    text = "Four ways to look at the whole collection."
    return ExplorePage(path, "Explore", "explore", description=text, views=views(path))


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
            title=cluster_name([links.named(id).name for id in ids]),
            number=min(at, COLOURS - 1),
            actors=tuple(CountLine(links.actor(id), mentions[id]) for id in ids),
        )
        for at, ids in enumerate(found.clusters)
    )
    title, text = VIEWS["network"]
    return NetworkPage(
        path,
        title,
        "network",
        description=text,
        picture=network(nodes, lines),
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
    title, text = VIEWS["connections"]
    return ConnectionsPage(path, title, "connections", description=text, pairs=tuple(pairs))


def _timeline_page(site: SiteView) -> EventsPage:
    path = explore_path("timeline")
    links = Links.on(path, site)
    title, text = VIEWS["timeline"]
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
    title, text = VIEWS["map"]
    picture = map_of_events(site.events(), "The events of the collection", links, large=True)
    return EventsPage(path, title, "map", description=text, picture=picture, groups=by_year(site.events(), links))
