"""What an article's page holds: its text, the mentions in it linked and anchored, and what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.edtf import calendar_pages, parse_edtf
from mkdocs_dossier.model.lines import CountLine, Fact, Inline, Link
from mkdocs_dossier.model.mention import Mention, MentionKind
from mkdocs_dossier.model.pages import ArticlePage
from mkdocs_dossier.model.records import Article
from mkdocs_dossier.pages.anchors import mention_anchor
from mkdocs_dossier.pages.briefs import facets
from mkdocs_dossier.pages.inline import inline, plain_text
from mkdocs_dossier.pages.lines import event_line, shown_text, source_lines
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.prose import Mark, write_prose
from mkdocs_dossier.pages.say import say_day
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import actor_path, article_path, date_path, relative
from mkdocs_dossier.words.catalogue import Words


def article_page(site: SiteView, article: LinkedArticle) -> ArticlePage:
    """Return the page of `article`."""
    record, parsed = article.record, site.inline
    path = article_path(record.id)
    links = Links.on(path, site)
    named = _named(article)
    return ArticlePage(
        path=path,
        title=record.title,
        kind="article",
        source=record.origin.path,
        description=plain_text(record.summary, parsed),
        lang=record.lang,
        brief=_brief(article, links),
        tally=_tally(named, site.words),
        facets=facets(
            site,
            countries=named["country"],
            years=[record.day.year],
            outlet=shown_text(links.outlet(article)),
        ),
        facts=tuple(_facts(article, links)),
        summary=inline(record.summary, parsed),
        body=write_prose(article.prose, _marks(article, links), _pictures(article, path)),
        actors=_count_lines(named["actor"], record.actors, links.actor),
        countries=_count_lines(named["country"], record.countries, links.country),
        dates=tuple(_dates(article, named["date"], links)),
        events=tuple(event_line(site.event(id), links) for id in record.events),
        based_on=source_lines([*record.based_on, *record.sources], links),
    )


def _pictures(article: LinkedArticle, here: str) -> dict[str, str]:
    """The addresses of the pictures that it shows, by how they are written in it."""
    return {written: relative(name, here) for written, name in article.document.pictures}


def _brief(article: LinkedArticle, links: Links) -> str:
    outlet = shown_text(links.outlet(article))
    return links.words.listed((outlet, say_day(article.day, links.words)))


def _named(article: LinkedArticle) -> dict[MentionKind, dict[str, int]]:
    """How often the article names each actor, country and date, in the order in which it first does."""
    counts: dict[MentionKind, dict[str, int]] = {"actor": {}, "country": {}, "date": {}}
    for mention in article.mentions:
        of_kind = counts[mention.kind]
        of_kind[mention.key] = of_kind.get(mention.key, 0) + 1
    return counts


def _tally(named: Mapping[MentionKind, Mapping[str, int]], words: Words) -> str:
    """How many of each it names."""
    return words.gettext(
        "names %(actors)s, %(countries)s, %(dates)s",
        actors=words.npgettext("names …", "%(num)s actor", "%(num)s actors", len(named["actor"])),
        countries=words.npgettext("names …", "%(num)s country", "%(num)s countries", len(named["country"])),
        dates=words.npgettext("names …", "%(num)s date", "%(num)s dates", len(named["date"])),
    )


def _facts(article: LinkedArticle, links: Links) -> Iterator[Fact]:
    words = links.words
    record: Article = article.record
    if record.outlet is not None:
        yield Fact(words.gettext("Outlet"), (links.outlet(article),))
    yield Fact(words.gettext("Published"), (links.published(article),))
    if record.authors:
        yield Fact(words.ngettext("Author", "Authors", len(record.authors)), tuple(record.authors))
    if record.url is not None:
        yield Fact(words.gettext("Original"), (Link(urlsplit(record.url).netloc, record.url),))
    if record.archived is not None:
        yield Fact(words.gettext("Archived copy"), (Link(urlsplit(record.archived).netloc, record.archived),))


def _marks(article: LinkedArticle, links: Links) -> list[Mark]:
    """What is written into the text: an anchor for each mention and each quoted sentence, links for the linked."""
    marks = [
        Mark(m.start, m.end, mention_anchor(m), _target(m, links) if m.linked else None)
        for m in article.mentions
        if m.sentence > 0
    ]
    quoted = links.site.quoted_sentences(article.id)
    marks += (Mark(article.sentences[n][0], article.sentences[n][0], f"s{n}", None) for n in quoted)
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _target(mention: Mention, links: Links) -> str:
    if mention.kind == "actor":
        return relative(actor_path(mention.key), links.here)
    if mention.kind == "country":
        return links.country_address(mention.key)
    return relative(date_path(calendar_pages(parse_edtf(mention.key))[0]), links.here)


def _count_lines(
    counts: Mapping[str, int], attached: tuple[str, ...], link: Callable[[str], Inline]
) -> tuple[CountLine, ...]:
    """The actors or countries of the article, the most often named first, then those attached by hand."""
    keys = dict.fromkeys((*sorted(counts, key=lambda key: -counts[key]), *attached))
    return tuple([CountLine(link(key), counts.get(key, 0)) for key in keys])


def _dates(article: LinkedArticle, counts: Mapping[str, int], links: Links) -> Iterator[CountLine]:
    """The dates that the text names, in their order; how an inferred one was written stands behind it."""
    text = article.text
    phrases: dict[str, str] = {}
    for m in article.mentions:
        if m.kind == "date" and m.inferred:
            phrases.setdefault(m.key, " ".join(text[m.start : m.end].split()))
    for key in sorted(counts, key=lambda key: (parse_edtf(key).first, parse_edtf(key).last)):
        when = parse_edtf(key)
        shown: Inline = links.date(when)
        if key in phrases and isinstance(shown, Link):
            note = links.words.gettext("inferred from “%(phrase)s”", phrase=phrases[key])
            shown = Link(shown.text, shown.url, note)
        yield CountLine(shown, counts[key])
