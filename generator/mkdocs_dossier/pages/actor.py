"""What an actor's page holds; for an outlet also its articles."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_dossier.model.index import CoOccurrence, Key, RelationTo
from mkdocs_dossier.model.lines import CountLine, Fact, Inline, Link, Name, RelationLine
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.pages import ActorPage
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.pages.briefs import actor_brief, facets, tally
from mkdocs_dossier.pages.core_terms import say_type
from mkdocs_dossier.pages.dossier_events import earlier_events, newest_events
from mkdocs_dossier.pages.inline import inline, plain_text
from mkdocs_dossier.pages.languages import say_language
from mkdocs_dossier.pages.lines import (
    company_anchor,
    company_lines,
    counted,
    relation_seen,
    role_line,
    source_lines,
)
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.mentions import first_part, more_links
from mkdocs_dossier.pages.over_time import actor_timeline
from mkdocs_dossier.pages.say import say_date, say_when
from mkdocs_dossier.pages.sentences import article_line, mention_groups
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.svg.networks.ego import Neighbour, ego_network
from mkdocs_dossier.pages.urls import actor_path
from mkdocs_dossier.words.catalogue import Words

COMPANY = 25
"""How many companions are listed."""


def actor_page(site: SiteView, actor: Actor) -> ActorPage:
    """Return the page of `actor`."""
    path = actor_path(actor.id)
    key: Key = ("actor", actor.id)
    links = Links.on(path, site)
    appearances, events = site.appearances(*key), site.events_of(*key)
    company = site.co_occurrences(*key)
    return ActorPage(
        path=path,
        title=actor.name,
        kind="actor",
        source=actor.origin.path,
        description=plain_text(actor.summary, site.inline),
        brief=actor_brief(site, actor),
        tally=tally(site, key),
        facets=facets(site, countries=actor.countries),
        facts=tuple(_facts(actor, links)),
        summary=inline(actor.summary, site.inline),
        names=tuple(_names(actor, site.words)),
        roles=tuple(role_line(role, actor, links) for role in actor.roles),
        relations=tuple(_relation(relation, links) for relation in site.relations(actor.id)),
        events=newest_events(events, links),
        earlier=earlier_events(events, links),
        mentions=mention_groups(first_part(appearances), links),
        mention_count=sum(len(appearance.mentions) for appearance in appearances),
        mention_articles=len(appearances),
        more_mentions=more_links(appearances, path),
        timeline=actor_timeline(actor, links),
        network=_network(actor, company, links),
        company=company_lines(company[:COMPANY], key, links),
        countries=_countries_named_with(site, actor, links),
        outlets=_outlets(site, actor, links),
        articles=tuple(article_line(article, links) for article in site.articles_of_outlet(actor.id)),
        sources=source_lines(actor.sources, links),
    )


def _names(actor: Actor, words: Words) -> Iterator[Name]:
    for alias in actor.aliases:
        language = alias.lang or ""
        said = say_language(language, words) if language else ""
        yield Name(alias.name, language, said, say_when(alias.since, alias.until, words))


def _facts(actor: Actor, links: Links) -> list[Fact]:
    words = links.words
    facts = [Fact(words.gettext("Type"), (say_type(actor.type, words),))]
    if actor.countries:
        label = words.ngettext("Country", "Countries", len(actor.countries))
        facts.append(Fact(label, tuple(flagged(code, links) for code in actor.countries)))
    for label, when in (
        (words.gettext("Born"), actor.born),
        (words.gettext("Died"), actor.died),
        (words.gettext("Founded"), actor.founded),
        (words.gettext("Dissolved"), actor.dissolved),
    ):
        if when is not None:
            facts.append(Fact(label, (say_date(when, words),)))
    if actor.links:
        found = tuple(_web_link(name, value, words) for name, value in actor.links.items())
        facts.append(Fact(words.gettext("Links"), found))
    return facts


def flagged(code: str, links: Links) -> Inline:
    """A country with its flag before its name."""
    link = links.country(code)
    flag = links.site.territory(code).flag
    if not flag:
        return link
    return Link(f"{flag} {link.text}", link.url) if isinstance(link, Link) else f"{flag} {link}"


def _web_link(name: str, value: str, words: Words) -> Inline:
    if name == "wikidata":
        return Link(f"Wikidata {value}", f"https://www.wikidata.org/wiki/{value}")
    said = words.gettext("website") if name == "website" else name
    return Link(said, value) if value.startswith(("http://", "https://")) else f"{said}: {value}"


def _relation(to: RelationTo, links: Links) -> RelationLine:
    return RelationLine(
        type=relation_seen(to, links.words),
        actor=links.actor(to.actor),
        when=say_when(to.relation.since, to.relation.until, links.words),
        summary=inline(to.relation.summary, links.site.inline),
        sources=source_lines(to.relation.sources, links),
    )


def _network(actor: Actor, company: tuple[CoOccurrence, ...], links: Links) -> Markdown:
    """The actors that it is named with; two or one need no picture."""
    if len(company) < 3:
        return Markdown("")
    neighbours = [
        Neighbour(
            name=links.named(c.key).name,
            url=links.actor(c.key).url,
            edge_url=f"#{company_anchor(c.key)}",
            sentences=c.sentences,
            articles=c.articles,
            kind=links.named(c.key).type,
        )
        for c in company[:COMPANY]
    ]
    return ego_network(actor.name, neighbours, len(company) - len(neighbours), links.words)


def _countries_named_with(site: SiteView, actor: Actor, links: Links) -> tuple[CountLine, ...]:
    codes = (
        code
        for appearance in site.appearances("actor", actor.id)
        for code in dict.fromkeys([m.key for m in appearance.article.mentions if m.kind == "country"])
    )
    return counted(codes, links.country)


def _outlets(site: SiteView, actor: Actor, links: Links) -> tuple[CountLine, ...]:
    records = (a.article.record for a in site.appearances("actor", actor.id))
    return counted((record.outlet for record in records if record.outlet), links.outlet_or_text)
