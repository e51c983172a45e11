"""How any two actors are connected, in one small data file: a script of the theme finds the chains in it.

Actors, articles and sentences are listed once and stand for their numbers everywhere else. Who shares an article, or
an event, is said by listing whom each names; only pairs that share a sentence are listed as pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.export.script import data_script
from mkdocs_dossier.model.index import CoOccurrence, RelationTo
from mkdocs_dossier.model.records import Relation, Role
from mkdocs_dossier.pages.anchors import sentence_anchor
from mkdocs_dossier.pages.inline import plain_text
from mkdocs_dossier.pages.lines import relation_seen
from mkdocs_dossier.pages.say import say_date, say_when
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.tenure import tenure
from mkdocs_dossier.pages.urls import actor_path, article_path, event_path

EXAMPLES = 2
"""How many sentences are given for a pair, at most."""

MOST_EXAMPLES = 20_000
"""How many pairs are given more than one sentence: the closest."""

MOST_NAMED = 200_000
"""Of how many names in articles it is said which article they stand in: the newest."""

LONGEST = 360
"""How many characters of a sentence are given."""

JsonValue = str | int | list["JsonValue"]


@dataclass(frozen=True, slots=True)
class _Tables:
    """The numbers of actors and articles by id, and of sentences by article and number, in the order of their use."""

    actors: Mapping[str, int]
    articles: dict[str, int] = field(default_factory=dict)
    sentences: dict[tuple[str, int], int] = field(default_factory=dict)

    def article(self, id: str) -> int:
        return self.articles.setdefault(id, len(self.articles))

    def sentence(self, article: str, number: int) -> int:
        self.article(article)
        return self.sentences.setdefault((article, number), len(self.sentences))


def connections_file(site: SiteView) -> str:
    """Return the script that sets `dossierConnections`. All places are numbers from 0 in the lists of the same file:

    `actors`: path, name, then other names. `articles`: path, title, day, then the actors in it; the newest first.
    `sentences`: article, anchor, text. `pairs`: two actors, how many sentences and how many articles name both, then
    sentences. `relations`: two actors, what the first is to the second and the other way round, more about it.
    `events`: path, title, date, then actors. `left_out`: how many articles are not listed with their actors because
    there are too many.
    """
    tables = _Tables({id: number for number, id in enumerate(actor.id for actor in site.actors())})
    # First, so that the newest articles have the lowest numbers.
    named, left_out = _named(site, tables)
    pairs = _pairs(site, tables)
    data = {
        "actors": list(_actors(site)),
        "pairs": pairs,
        "sentences": [_sentence(site, tables, *place) for place in tables.sentences],
        "articles": [[*_article(site, id), *named.get(id, ())] for id in tables.articles],
        "relations": list(_relations(site, tables)),
        "events": list(_events(site, tables)),
        "left_out": left_out,
    }
    return data_script("dossierConnections", data)


def _actors(site: SiteView) -> Iterator[list[str]]:
    """Path, name and other names of each actor; names that several bear are told apart by the ids."""
    actors = site.actors()
    bearers = Counter(actor.name.casefold() for actor in actors)
    for actor in actors:
        others = dict.fromkeys(alias.name for alias in actor.aliases if alias.name != actor.name)
        name = actor.name if bearers[actor.name.casefold()] == 1 else f"{actor.name} ({actor.id})"
        yield [_page(actor_path(actor.id)), name, *others]


def _page(path: str) -> str:
    return path.removesuffix(".md")


# -- what names both ---------------------------------------------------------------------------


def _pairs(site: SiteView, tables: _Tables) -> list[list[int]]:
    """Return the pairs that share a sentence, the closest first."""
    found: dict[tuple[str, str], CoOccurrence] = {}
    for id, _ in site.article_counts("actor"):
        found |= {(min(id, c.key), max(id, c.key)): c for c in site.co_occurrences("actor", id) if c.sentences}
    ranked = sorted(found.items(), key=lambda pair: (-pair[1].sentences, -pair[1].articles, pair[0]))
    return [
        [
            *(tables.actors[id] for id in pair),
            between.sentences,
            between.articles,
            *_examples(between, EXAMPLES if rank < MOST_EXAMPLES else 1, tables),
        ]
        for rank, (pair, between) in enumerate(ranked)
    ]


def _examples(between: CoOccurrence, number: int, tables: _Tables) -> Iterator[int]:
    for article, sentence in between.places[:number]:
        if sentence is not None:
            yield tables.sentence(article, sentence)


def _sentence(site: SiteView, tables: _Tables, id: str, number: int) -> list[JsonValue]:
    article = site.article(id)
    start, end = article.sentences[number]
    text = " ".join(article.text[start:end].split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
        text = f"{text}…"
    return [tables.articles[id], sentence_anchor(article, number), text]


def _named(site: SiteView, tables: _Tables) -> tuple[dict[str, list[int]], int]:
    """Return the actors of each article that names more than one, and how many articles there was no room for."""
    named: dict[str, list[int]] = {}
    room, left_out = MOST_NAMED, 0
    for article in site.articles():
        actors = sorted({tables.actors[m.key] for m in article.mentions if m.kind == "actor"})
        if len(actors) < 2:
            continue
        room -= len(actors)
        if room < 0:
            left_out += 1
            continue
        id = article.id
        tables.article(id)
        named[id] = actors
    return named, left_out


def _article(site: SiteView, id: str) -> list[str]:
    record = site.article(id).record
    return [_page(article_path(id)), record.title, record.day.isoformat()]


# -- what the YAML says ------------------------------------------------------------------------


def _relations(site: SiteView, tables: _Tables) -> Iterator[list[JsonValue]]:
    """Relations and offices, as they are written."""
    for actor in site.actors():
        for relation in actor.relations:
            both = (RelationTo(relation, relation.actor, False), RelationTo(relation, actor.id, True))
            seen = (*(relation_seen(to, site.words) for to in both), _more(relation, site, over=False))
            yield [tables.actors[actor.id], tables.actors[relation.actor], *seen]
        for role in actor.roles:
            if role.organization is not None and role.organization in tables.actors:
                over = tenure(role, actor, site.find_actor).over
                seen = (
                    site.words.gettext("%(office)s, at", office=role.title),
                    site.words.gettext("has as %(office)s", office=role.title),
                    _more(role, site, over=over),
                )
                yield [tables.actors[actor.id], tables.actors[role.organization], *seen]


def _more(claim: Relation | Role, site: SiteView, *, over: bool) -> str:
    """Return when it was so, and what is said about it.

    Args:
        over: Whether it is so no more.
    """
    summary = plain_text(claim.summary, site.inline) if isinstance(claim, Relation) else ""
    return ". ".join(filter(None, (say_when(claim.since, claim.until, site.words, over=over), summary)))


def _events(site: SiteView, tables: _Tables) -> Iterator[list[JsonValue]]:
    for event in site.events():
        actors: Iterable[int] = dict.fromkeys(tables.actors[part.actor] for part in event.actors)
        if len(numbers := list(actors)) > 1:
            yield [_page(event_path(event.id)), event.title, say_date(event.date, site.words), *numbers]
