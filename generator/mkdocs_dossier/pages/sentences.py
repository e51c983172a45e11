"""Mentions as a reader sees them: the sentence, the names in it highlighted, each a link to its place in the
article.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.model.index import Appearance
from mkdocs_dossier.model.lines import ArticleLine, MentionGroup, SentenceLine
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.mention import Mention
from mkdocs_dossier.pages.anchors import mention_anchor
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.markdown import escape, link
from mkdocs_dossier.pages.say import say_date
from mkdocs_dossier.words.catalogue import Words


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
        sentences=tuple([_line(article, n, list(mentions), link.url, links.words) for n, mentions in by_sentence]),
    )


def _line(article: LinkedArticle, number: int, mentions: list[Mention], url: str, words: Words) -> SentenceLine:
    text = article.text
    notes = [_reading(text, mention, words) for mention in mentions if mention.inferred]
    return SentenceLine(sentence_with(article, number, mentions, url), words.gettext("; ").join(notes))


def sentence_with(article: LinkedArticle, number: int, mentions: Iterable[Mention], url: str) -> Markdown:
    """Return a sentence of an article, some of its mentions highlighted. url: the article's, from the page."""
    start, end = article.sentences[number]
    places = [(m.start, m.end, f"{url}#{anchor}" if (anchor := mention_anchor(m)) else url) for m in mentions]
    return highlighted(article.text, start, end, places)


LONGEST = 1_000
"""Characters of a sentence that is shown whole. What is longer is a list, mostly: each of the thousand that it names
would repeat it.
"""

AROUND = 200
"""Of a longer one, characters on each side of what is highlighted."""


def highlighted(text: str, start: int, end: int, places: Iterable[tuple[int, int, str]]) -> Markdown:
    """Return a part of a text in which places are highlighted, in a long one with what is near them. places: start, end
    and address, in order.
    """
    parts: list[str] = []
    at = start
    is_long = end - start > LONGEST
    for first, last, address in places:
        if first < at:
            continue
        stop = min(last, end)
        name = link(escape(text[first:stop]), address)
        before = text[first - 1] if first > at else ""
        between = _near(text[at:first], behind=at > start, before=True) if is_long else text[at:first]
        parts += (escape(between), _strong(name, before, text[stop : stop + 1]))
        at = stop
    rest = _near(text[at:end], behind=at > start, before=False) if is_long else text[at:end]
    parts.append(escape(rest))
    return Markdown("".join(parts))


def _near(text: str, *, behind: bool, before: bool) -> str:
    """What is near of a text that stands behind a highlighted place, before one, or between two."""
    if len(text) <= AROUND * (behind + before):
        return text
    first = text[:AROUND].rpartition(" ")[0] or text[:AROUND]
    last = text[-AROUND:].partition(" ")[2] or text[-AROUND:]
    if not before:
        return f"{first} …"
    return f"{first} … {last}" if behind else f"… {last}"


def _strong(name: str, before: str, after: str) -> str:
    """`**name**`, or tags where the letters around it would keep the asterisks from being read as a mark."""
    alone = not before.isalnum() and not after.isalnum()
    return f"**{name}**" if alone else f"<strong>{name}</strong>"


def _reading(text: str, mention: Mention, words: Words) -> str:
    phrase = " ".join(text[mention.start : mention.end].split())
    when = say_date(parse_edtf(mention.key), words)
    return words.gettext("“%(phrase)s” read as %(date)s", phrase=phrase, date=when)


def article_line(article: LinkedArticle, links: Links) -> ArticleLine:
    """An article in a list."""
    outlet = links.outlet(article)
    return ArticleLine(links.article(article), links.published(article), outlet)
