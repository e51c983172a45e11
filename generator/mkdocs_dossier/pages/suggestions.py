"""The page on names that no record covers. It is made for `mkdocs serve` alone, and no other page tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_dossier.model.lines import EvidenceLine, Inline, SuggestionLine
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.pages import SuggestionsPage
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.suggestion import AliasOf, Evidence, Suggestion
from mkdocs_dossier.pages.anchors import mention_anchor
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.markdown import code_block
from mkdocs_dossier.pages.say import say_day
from mkdocs_dossier.pages.sentences import highlighted
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import SUGGESTIONS

SHOWN = 100
"""How many stand on the page; the command lists all."""


def suggestions_page(
    site: SiteView, suggestions: Sequence[Suggestion] | None, actors: Mapping[str, Actor]
) -> SuggestionsPage:
    """Return the page. suggestions: None while they are looked for. actors: all that there are by id, private ones too:
    the page is the editor's own.
    """
    links = Links.on(SUGGESTIONS, site)
    found = suggestions if suggestions is not None else ()
    lines = tuple(_line(number, each, links, actors) for number, each in enumerate(found[:SHOWN], 1))
    return SuggestionsPage(
        path=SUGGESTIONS,
        title=site.words.gettext("Names that no record covers"),
        kind="suggestions",
        description=site.words.gettext("Names in the articles that no record has, the most widely used first."),
        suggestions=lines,
        total=len(found),
        pending=suggestions is None,
    )


def _line(number: int, suggestion: Suggestion, links: Links, actors: Mapping[str, Actor]) -> SuggestionLine:
    return SuggestionLine(
        number=number,
        name=suggestion.name,
        spread=suggestion.spread,
        likely=suggestion.likely,
        variants=suggestion.variants,
        sentences=tuple(_evidence(evidence, links) for evidence in suggestion.evidence),
        alias_of="" if suggestion.alias_of is None else _actor(suggestion.alias_of, links, actors),
        yaml=Markdown(code_block(suggestion.yaml)),
    )


def _actor(alias_of: AliasOf, links: Links, actors: Mapping[str, Actor]) -> Inline:
    """The actor, a link if it has a page."""
    if links.site.actor_name(alias_of.actor) is not None:
        return links.actor(alias_of.actor, note=alias_of.reason)
    return f"{actors[alias_of.actor].name} ({alias_of.reason})"


def _evidence(evidence: Evidence, links: Links) -> EvidenceLine:
    article = evidence.article
    link = links.article(article)
    first_mention = next((m for m in article.mentions if m.sentence == evidence.sentence), None)
    address = links.place(article, "" if first_mention is None else mention_anchor(first_mention))
    (first, last), (start, end) = evidence.whole, evidence.shown
    text = article.text
    sentence = highlighted(text, start, end, [(evidence.start, evidence.end, address)])
    cut = ("… " if start > first else "") + sentence + (" …" if end < last else "")
    return EvidenceLine(link, say_day(article.day, links.words), links.outlet(article), Markdown(cut))
