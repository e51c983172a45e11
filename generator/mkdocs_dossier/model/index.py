"""What the index stage works out; pages only look things up in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.model.collection import LinkedArticle, LinkedCorpus
from mkdocs_dossier.model.deferred import Deferred
from mkdocs_dossier.model.mention import Mention, MentionKind
from mkdocs_dossier.model.network import Network
from mkdocs_dossier.model.records import Event, Relation

Key = tuple[MentionKind, str]

EVENT_DAYS = 14
"""An event that lasts no longer than this stands on each of its days."""

SharedPlace = tuple[str, int | None]
"""An article's id and the number of a sentence in it (as in `Mention.sentence`), or None for the article as a whole."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """All mentions of one thing in one article, in the order of the text; none where it was attached by hand."""

    article: LinkedArticle
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """A thing that another appears with: in how many sentences, in how many articles.

    Attributes:
        places: The newest of these sentences, at most three; of these articles where the two share no sentence.
    """

    key: str
    sentences: int
    articles: int
    places: tuple[SharedPlace, ...]


@dataclass(frozen=True, slots=True)
class RelationTo:
    """A relation as seen from one actor.

    Attributes:
        inverse: Whether the other actor's record tells of it.
    """

    relation: Relation
    actor: str
    inverse: bool


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """What stands on a day, month or year (`2016-08-18`, `2016-08`, `2016`).

    Attributes:
        dated: Mentions of exactly this day, month or year, or of an interval that stands here.
        published: Newest first.
    """

    events: tuple[Event, ...] = ()
    dated: tuple[Appearance, ...] = ()
    published: tuple[LinkedArticle, ...] = ()

    @property
    def count(self) -> int:
        return len(self.events) + len(self.dated) + len(self.published)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a quote stands.

    Attributes:
        sentence: In which it begins.
        start, end: Code points in `Prose.text`.
    """

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Index:
    """All that pages look up.

    Keys are actor ids and country codes with their kind, unless it says otherwise.
    """

    corpus: LinkedCorpus
    articles: Mapping[str, LinkedArticle]
    """By id."""
    appearances: Mapping[Key, tuple[Appearance, ...]]
    """The articles that name an actor or country or to which it is attached, newest first."""
    events: Mapping[Key, tuple[Event, ...]]
    """The events of an actor or country, by date."""
    event_articles: Mapping[str, tuple[LinkedArticle, ...]]
    """By the event's id, the articles about it and those that it rests on, newest first."""
    co_occurrences: Mapping[Key, tuple[CoOccurrence, ...]]
    """Those of its own kind that an actor or country is named with, the closest first."""
    country_actors: Mapping[str, tuple[str, ...]]
    """By country code, the ids of its actors."""
    relations: Mapping[str, tuple[RelationTo, ...]]
    """By actor id, its own relations and those that others have to it."""
    outlets: Mapping[str, tuple[LinkedArticle, ...]]
    """By the outlet's actor id, its articles, newest first."""
    outlet_ids: Mapping[str, str]
    """By what an article may write for its outlet (an id or a name), the actor's id."""
    calendar: Mapping[str, CalendarPage]
    """By page (`2016-08-18`, `2016-08`, `2016`), what stands on it; also the months and years that only hold others."""
    network: Deferred[Network]
    """Of the most-named actors. It is made when the first page asks: most builds of one changed article need none."""
    quotes: Mapping[tuple[str, str], Quoted]
    """By article id and quote, where it stands; a quote that was not found is left out."""
    anchors: Mapping[str, frozenset[int]]
    """By article id, the numbers of the sentences that quotes lead to and that hold no mention to lead to instead."""
