"""Mentions as a reader sees them: the sentence, the names in it highlighted, each a link to its place in the
article.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from generator.model.collection import LinkedArticle
from generator.model.edtf import parse_edtf
from generator.model.index import Appearance
from generator.model.lines import ArticleLine, MentionGroup, SentenceLine
from generator.model.markdown import Markdown
from generator.model.mention import Mention
from generator.pages.anchors import mention_anchor
from generator.pages.links import Links
from generator.pages.markdown import escape, link
from generator.pages.say import say_date


def mention_groups(appearances: Iterable[Appearance], links: Links) -> tuple[MentionGroup, ...]:
    """Return the sentences of each appearance, in the order given. An article without any is listed without."""
    return tuple(_group(appearance, links) for appearance in appearances)


def _group(appearance: Appearance, links: Links) -> MentionGroup:
    article, link = appearance.article, links.article(appearance.article)
    by_sentence = groupby(appearance.mentions, key=attrgetter("sentence"))
    return MentionGroup(
        article=link,
        date=links.published(article),
        outlet=links.outlet(article),
        sentences=tuple([_line(article, number, list(mentions), link.url) for number, mentions in by_sentence]),
    )


def _line(article: LinkedArticle, number: int, mentions: list[Mention], url: str) -> SentenceLine:
    text = article.document.prose.text
    notes = [_reading(text, mention) for mention in mentions if mention.inferred]
    return SentenceLine(sentence_with(article, number, mentions, url), "; ".join(notes))


def sentence_with(article: LinkedArticle, number: int, mentions: Iterable[Mention], url: str) -> Markdown:
    """Return a sentence of an article, some of its mentions highlighted. url: the article's, from the page."""
    start, end = article.sentences[number]
    places = [(m.start, m.end, f"{url}#{anchor}" if (anchor := mention_anchor(m)) else url) for m in mentions]
    return highlighted(article.document.prose.text, start, end, places)


def highlighted(text: str, start: int, end: int, places: Iterable[tuple[int, int, str]]) -> Markdown:
    """Return a part of a text in which places are highlighted. places: start, end and address, in order."""
    parts: list[str] = []
    at = start
    for first, last, address in places:
        if first < at:
            continue
        stop = min(last, end)
        name = link(escape(text[first:stop]), address)
        before = text[first - 1] if first > at else ""
        parts += (escape(text[at:first]), _strong(name, before, text[stop : stop + 1]))
        at = stop
    parts.append(escape(text[at:end]))
    return Markdown("".join(parts))


def _strong(name: str, before: str, after: str) -> str:
    """`**name**`, or tags where the letters around it would keep the asterisks from being read as a mark."""
    alone = not before.isalnum() and not after.isalnum()
    return f"**{name}**" if alone else f"<strong>{name}</strong>"


def _reading(text: str, mention: Mention) -> str:
    phrase = " ".join(text[mention.start : mention.end].split())
    return f"“{phrase}” read as {say_date(parse_edtf(mention.key))}"


def article_line(article: LinkedArticle, links: Links) -> ArticleLine:
    """An article in a list."""
    outlet = links.outlet(article)
    return ArticleLine(links.article(article), links.published(article), outlet)
