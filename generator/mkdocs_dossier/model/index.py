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

    places: the newest of these sentences, at most three; of these articles where the two share no sentence.
    """

    key: str
    sentences: int
    articles: int
    places: tuple[SharedPlace, ...]


@dataclass(frozen=True, slots=True)
class RelationTo:
    """A relation as seen from one actor. inverse: it was written at the other one."""

    relation: Relation
    actor: str
    inverse: bool


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """What stands on a day, month or year (`2016-08-18`, `2016-08`, `2016`).

    dated: mentions of exactly this day, month or year, or of an interval that stands here. published: newest first.
    """

    events: tuple[Event, ...] = ()
    dated: tuple[Appearance, ...] = ()
    published: tuple[LinkedArticle, ...] = ()

    @property
    def count(self) -> int:
        return len(self.events) + len(self.dated) + len(self.published)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a quote stands. sentence: in which it begins; start, end: code points in `Prose.text`."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Index:
    """appearances: by actor id or country code, newest article first. events: likewise, by date. company: those of its
    kind by actor id or country code, the closest first. outlets: articles by the outlet's actor id. outlet_ids: what an
    article may write for an outlet, and the actor's id. calendar: by page; also every month and year that holds one.
    network: of the best-known actors. quotes: by article id and quote. anchors: by article id, the sentences that
    quotes lead to and that hold no mention.
    """

    corpus: LinkedCorpus
    articles: Mapping[str, LinkedArticle]
    appearances: Mapping[Key, tuple[Appearance, ...]]
    events: Mapping[Key, tuple[Event, ...]]
    event_articles: Mapping[str, tuple[LinkedArticle, ...]]
    company: Mapping[Key, tuple[CoOccurrence, ...]]
    country_actors: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, tuple[RelationTo, ...]]
    outlets: Mapping[str, tuple[LinkedArticle, ...]]
    outlet_ids: Mapping[str, str]
    calendar: Mapping[str, CalendarPage]
    network: Deferred[Network]
    quotes: Mapping[tuple[str, str], Quoted]
    anchors: Mapping[str, frozenset[int]]
