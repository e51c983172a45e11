"""All that a page may ask of the site. Each question records itself, so that it is known what a page rests on.

When a page needs something new, it gets an accessor here: a method under `@accessor` that returns a frozen value. There
is nothing else to ask: neither the index nor the collection can be reached from a page.
"""

from __future__ import annotations

from mkdocs_dossier.incremental.dependencies import Recorder, RecordingView, accessor, rests_on
from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.index import Appearance, CalendarPage, CoOccurrence, Quoted, RelationTo
from mkdocs_dossier.model.mention import MentionKind
from mkdocs_dossier.model.network import Network
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Actor, Event
from mkdocs_dossier.model.shape import Atlas
from mkdocs_dossier.model.territory import Territory
from mkdocs_dossier.pages.site import ActorName, NearEvents, Site
from mkdocs_dossier.words.catalogue import Words


def _nowhere(dependency: object) -> None:
    """Record nothing."""


class SiteView(RecordingView):
    """A site as pages see it. record: is told of each question.

    atlas: the outlines for maps. They are the same for every collection, so that nothing is recorded of them.
    words: the texts of the interface. Their language is an option, and part of the key of all that is kept.
    """

    __slots__ = ("_site", "atlas", "words")

    def __init__(self, site: Site, record: Recorder = _nowhere) -> None:
        super().__init__(record)
        self._site = site
        self.atlas: Atlas = site.atlas
        self.words: Words = site.words

    # -- records -------------------------------------------------------------------------------

    @accessor
    def actor(self, id: str) -> Actor:
        """The record of an actor. Raises `KeyError`."""
        return self._site.collection.actors[id]

    @accessor
    def find_actor(self, id: str) -> Actor | None:
        """The record of an actor, None if there is no such actor."""
        return self._site.collection.actors.get(id)

    @accessor
    def actor_name(self, id: str) -> ActorName | None:
        """An actor's name and type, None if there is no such actor: all that a link needs to know."""
        return self._site.names.get(id)

    @accessor
    def actors(self) -> tuple[Actor, ...]:
        """All actors, in the order of their ids."""
        return tuple(self._site.collection.actors.values())

    @accessor
    def territory(self, code: str) -> Territory:
        """A country, by its code. Raises `KeyError`."""
        return self._site.collection.territories[code]

    @accessor
    def event(self, id: str) -> Event:
        """The record of an event. Raises `KeyError`."""
        return self._site.collection.events[id]

    @accessor
    def events(self) -> tuple[Event, ...]:
        """All events, by date."""
        return self._site.events

    @accessor
    def article(self, id: str) -> LinkedArticle:
        """An article and what its text names. Raises `KeyError`."""
        return self._site.index.articles[id]

    @accessor
    def articles(self) -> tuple[LinkedArticle, ...]:
        """All articles, newest first."""
        return self._site.index.corpus.articles

    @accessor
    def draft(self, kind: str, key: str) -> str | None:
        """Why a record that is shown is not published, as `mkdocs serve` may show it; None if it is."""
        return self._site.collection.drafts.get((kind, key))

    def inline(self, text: str) -> Prose:
        """The prose of a text that a record writes in Markdown: the same on every site, so that nothing is recorded."""
        return self._site.collection.inline[text]

    # -- what is known of an actor or country, by its kind and its id or code ---------------------

    @accessor
    def appearances(self, kind: MentionKind, key: str) -> tuple[Appearance, ...]:
        """The articles that name it, or to which it is attached, newest first."""
        return self._site.index.appearances.get((kind, key), ())

    @accessor
    def events_of(self, kind: MentionKind, key: str) -> tuple[Event, ...]:
        """The events in which it has a part, by date."""
        return self._site.index.events.get((kind, key), ())

    @rests_on("appearances")
    def co_occurrences(self, kind: MentionKind, key: str) -> tuple[CoOccurrence, ...]:
        """Those of its kind that the same articles name, the closest first."""
        return self._site.index.co_occurrences.get((kind, key), ())

    @accessor
    def relations(self, actor: str) -> tuple[RelationTo, ...]:
        """An actor's relations, those too that others' records tell of."""
        return self._site.index.relations.get(actor, ())

    @accessor
    def articles_of_outlet(self, actor: str) -> tuple[LinkedArticle, ...]:
        """The articles that an outlet published, newest first."""
        return self._site.index.outlets.get(actor, ())

    @accessor
    def outlet_id(self, written: str) -> str | None:
        """The actor that an article means by what it writes for its outlet."""
        return self._site.index.outlet_ids.get(written)

    @accessor
    def actors_of_country(self, code: str) -> tuple[str, ...]:
        """The ids of the actors that belong to a country."""
        return self._site.index.country_actors.get(code, ())

    @accessor
    def country_path(self, code: str) -> str | None:
        """Where the page of a country lies; None if it has none."""
        return self._site.country_paths.get(code)

    @accessor
    def countries(self) -> tuple[tuple[str, str], ...]:
        """The countries that have a page, by code, each with where it lies."""
        return tuple(self._site.country_paths.items())

    @accessor
    def article_counts(self, kind: MentionKind) -> tuple[tuple[str, int], ...]:
        """The ids or codes of all that articles name, each with the number of articles."""
        return tuple((key, len(found)) for (of, key), found in self._site.index.appearances.items() if of == kind)

    @accessor
    def network(self) -> Network:
        """Who is named with whom, of those most named."""
        return self._site.index.network.value

    # -- events ----------------------------------------------------------------------------------

    @accessor
    def articles_about(self, event: str) -> tuple[LinkedArticle, ...]:
        """The articles about an event, newest first."""
        return self._site.index.event_articles.get(event, ())

    @accessor
    def parts_of(self, event: str) -> tuple[Event, ...]:
        """The events that are part of a wider one, by date."""
        return self._site.parts_of.get(event, ())

    @accessor
    def events_around(self, event: str) -> tuple[Event | None, Event | None]:
        """The events before and after one. Raises `KeyError`."""
        return self._site.events_around(self._site.collection.events[event])

    @accessor
    def events_near(self, event: str, days: int, most: int) -> NearEvents:
        """The nearest events within so many days of one, as `Site.events_near` says. Raises `KeyError`."""
        return self._site.events_near(self._site.collection.events[event], days, most)

    # -- the calendar ----------------------------------------------------------------------------

    @accessor
    def calendar_page(self, page: str) -> CalendarPage:
        """What stands on a day, month or year. Raises `KeyError`."""
        return self._site.index.calendar[page]

    @accessor
    def has_calendar_page(self, page: str) -> bool:
        """Whether anything stands on a day, month or year."""
        return page in self._site.index.calendar

    @accessor
    def calendar(self) -> tuple[tuple[str, CalendarPage], ...]:
        """Every page of the calendar, in order, and what stands on it."""
        return tuple(self._site.index.calendar.items())

    @accessor
    def pages_around(self, page: str) -> tuple[str | None, str | None]:
        """The pages of the calendar before and after one that are of its kind. Raises `KeyError`."""
        if page not in self._site.index.calendar:
            raise KeyError(page)
        return self._site.around(page)

    @accessor
    def pages_below(self, page: str) -> tuple[str, ...]:
        """The pages of the calendar that lie in a month or year, in order."""
        return self._site.below(page)

    # -- places in articles ----------------------------------------------------------------------

    @accessor
    def quote(self, article: str, quote: str) -> Quoted | None:
        """Where a quote stands in an article."""
        return self._site.index.quotes.get((article, quote))

    @accessor
    def quoted_sentences(self, article: str) -> frozenset[int]:
        """The sentences of an article that quotes lead to and that hold no mention."""
        return self._site.index.anchors.get(article, frozenset())
