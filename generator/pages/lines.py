"""The lines that several kinds of page have: events, sources, offices, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from generator.model.collection import LinkedArticle
from generator.model.index import Company
from generator.model.mention import Kind
from generator.model.pages import CompanyLine, CountLine, EventLine, Inline, Link, RoleLine, SourceLine
from generator.model.records import Event, ExternalReference, Role, Source
from generator.pages.say import say_date, say_day, say_when
from generator.pages.site import Links, sentence_anchor


def event_line(event: Event, links: Links) -> EventLine:
    place = event.place.name if event.place else ""
    return EventLine(links.date(event.date, days=14), links.event(event), place)


def source_line(source: Source | ExternalReference, links: Links) -> SourceLine:
    """An article of the collection or an external reference, with what it says."""
    says = source.says or "" if isinstance(source, Source) else ""
    if isinstance(source, Source) and source.article is not None:
        return _article_source(source, links.site.index.articles[source.article], says, links)
    title = source.title or ""
    return SourceLine(
        title=Link(title, source.url) if source.url else title,
        outlet=source.outlet or "",
        date=say_date(source.date) if source.date else "",
        says=says,
        archived=source.archived or "",
    )


def _article_source(source: Source, article: LinkedArticle, says: str, links: Links) -> SourceLine:
    sentence = links.site.index.quotes.get((source.article or "", source.quote or ""))
    quote: Inline = ""
    if sentence is not None:
        quote = Link(f"“{source.quote}”", links.place(article, sentence_anchor(article, sentence)))
    outlet = links.outlet(article)
    return SourceLine(links.article(article), outlet, say_day(article.document.record.day), quote, says)


def source_lines(sources: Iterable[Source | ExternalReference], links: Links) -> tuple[SourceLine, ...]:
    return tuple(source_line(source, links) for source in sources)


def role_line(role: Role, links: Links) -> RoleLine:
    return RoleLine(
        title=role.title,
        organization=links.actor_or_text(role.organization),
        country=links.country(role.country) if role.country else "",
        when=say_when(role.since, role.until),
        sources=source_lines(role.sources, links),
    )


def held_on(role: Role, first: date, last: date) -> bool:
    """Whether an office may have been held between two days, as far as its dates tell. Without dates it tells
    nothing.
    """
    if role.since is None and role.until is None:
        return False
    return (role.since is None or role.since.first <= last) and (role.until is None or role.until.last >= first)


def company_lines(company: Iterable[Company], kind: Kind, links: Links) -> tuple[CompanyLine, ...]:
    return tuple(
        CompanyLine(links.actor(c.key) if kind == "actor" else links.country(c.key), c.sentences, c.articles)
        for c in company
    )


def counted(links: Iterable[Inline]) -> tuple[CountLine, ...]:
    """Return each value once with how often it stands there, the most frequent first."""
    counts = Counter(links)
    order = sorted(counts.items(), key=lambda item: (-item[1], _text(item[0])))
    return tuple(CountLine(value, number) for value, number in order)


def _text(value: Inline) -> str:
    return value.text if isinstance(value, Link) else value
