"""The lines that several kinds of page have: events, sources, offices, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.index import EVENT_DAYS, CoOccurrence, Key, Quoted, RelationTo, SharedPlace
from mkdocs_dossier.model.lines import CompanyLine, CountLine, EventLine, Inline, Link, RoleLine, SharedLine, SourceLine
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.mention import MentionKind
from mkdocs_dossier.model.records import RELATION_INVERSES, Actor, Event, ExternalReference, Role, Source
from mkdocs_dossier.pages.anchors import sentence_anchor
from mkdocs_dossier.pages.core_terms import say_relation
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.say import say_date, say_day, say_when
from mkdocs_dossier.pages.sentences import highlighted, sentence_with
from mkdocs_dossier.pages.tenure import tenure
from mkdocs_dossier.words.catalogue import Words

T = TypeVar("T")

CLOSE, SHARED = 5, 2
"""Of the closest companions, so many sentences are shown that name both; of the others one."""


def event_line(event: Event, links: Links) -> EventLine:
    place = event.place.name if event.place else ""
    return EventLine(links.date(event.date, days=EVENT_DAYS), links.event(event), place)


def source_line(source: Source | ExternalReference, links: Links) -> SourceLine:
    """An article of the collection or an external reference, with what it says."""
    says = source.says or "" if isinstance(source, Source) else ""
    if isinstance(source, Source) and source.article is not None:
        return _article_source(source, links.site.article(source.article), says, links)
    title = source.title or ""
    return SourceLine(
        title=Link(title, source.url) if source.url else title,
        outlet=source.outlet or "",
        date=say_date(source.date, links.words) if source.date else "",
        says=says,
        archived=source.archived or "",
    )


def _article_source(source: Source, article: LinkedArticle, says: str, links: Links) -> SourceLine:
    quote = links.site.quote(source.article or "", source.quote or "")
    address = "" if quote is None else links.place(article, sentence_anchor(article, quote.sentence))
    return SourceLine(
        title=links.article(article),
        outlet=links.outlet(article),
        date=say_day(article.day, links.words),
        quote="" if quote is None else Link(links.words.gettext("“%(quote)s”", quote=source.quote), address),
        sentence=Markdown("") if quote is None else _around(quote, article, address),
        says=says,
    )


def _around(quote: Quoted, article: LinkedArticle, address: str) -> Markdown:
    """The sentences in which a quote stands; empty where it is all of them but a full stop."""
    start = article.sentences[quote.sentence][0]
    end = next((stop for _, stop in article.sentences[quote.sentence :] if stop >= quote.end), quote.end)
    if quote.end - quote.start >= end - start - 1:
        return Markdown("")
    return highlighted(article.text, start, end, [(quote.start, quote.end, address)])


def source_lines(sources: Iterable[Source | ExternalReference], links: Links) -> tuple[SourceLine, ...]:
    return tuple(source_line(source, links) for source in sources)


def role_line(role: Role, holder: Actor, links: Links) -> RoleLine:
    over = tenure(role, holder, links.site.find_actor).over
    return RoleLine(
        title=role.title,
        organization=links.actor_or_text(role.organization),
        country=links.country(role.country) if role.country else "",
        when=say_when(role.since, role.until, links.words, over=over),
        ended=over,
        sources=source_lines(role.sources, links),
    )


def company_lines(company: Iterable[CoOccurrence], key: Key, links: Links) -> tuple[CompanyLine, ...]:
    """Those that `key` is named with, each with the newest sentences that name both."""
    kind, own = key
    return tuple(
        CompanyLine(
            link=links.actor(c.key) if kind == "actor" else links.country(c.key),
            sentences=c.sentences,
            articles=c.articles,
            anchor=company_anchor(c.key),
            shared=tuple(
                _shared(place, kind, (own, c.key), links) for place in c.places[: SHARED if at < CLOSE else 1]
            ),
        )
        for at, c in enumerate(company)
    )


def company_anchor(key: str) -> str:
    """Where on a page the line on a companion can be linked at."""
    return f"with-{key.lower()}"


def _shared(place: SharedPlace, kind: MentionKind, keys: tuple[str, str], links: Links) -> SharedLine:
    id, sentence = place
    article = links.site.article(id)
    day = say_day(article.day, links.words)
    link = links.article(article)
    if sentence is None:
        return SharedLine(link, day)
    both = (m for m in article.mentions if m.sentence == sentence and m.kind == kind and m.key in keys)
    return SharedLine(link, day, sentence_with(article, sentence, both, link.url))


def relation_seen(to: RelationTo, words: Words) -> str:
    """What a relation is called, as seen from the actor that it is told of."""
    type = to.relation.type
    if not to.inverse:
        return say_relation(type, words)
    inverse = RELATION_INVERSES.get(type)
    if inverse is None:
        return words.gettext("%(relation)s (of)", relation=say_relation(type, words))
    return say_relation(inverse, words)


def counted(found: Iterable[T], shown: Callable[[T], Inline]) -> tuple[CountLine, ...]:
    """Return what is shown of each thing found once with how often it was found, the most frequent first."""
    counts: Counter[Inline] = Counter()
    for thing, number in Counter(found).items():  # what is shown takes longer to make, and to compare
        counts[shown(thing)] += number
    order = sorted(counts.items(), key=lambda item: (-item[1], shown_text(item[0])))
    return tuple(CountLine(value, number) for value, number in order)


def shown_text(value: Inline) -> str:
    """The words of a value, without its link."""
    return value.text if isinstance(value, Link) else value
