"""The pages: one frozen dataclass a kind, which is all that a template sees (as `page`) and all that its text
depends on. What their fields hold is in `lines.py`.

The string below a field describes it: the manual's page on templates is made from these.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.model.lines import (
    ActorGroup,
    ArticleLine,
    Cell,
    CompanyLine,
    CountLine,
    EventGroup,
    EventLine,
    Fact,
    Inline,
    Link,
    MentionGroup,
    Name,
    PairLine,
    ParticipantLine,
    RelationLine,
    RoleLine,
    RowGroup,
    SourceLine,
    SuggestionLine,
    View,
)
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.page import Page


@dataclass(frozen=True, slots=True)
class ActorPage(Page):
    """The dossier on an actor; for an outlet also its articles."""

    facts: tuple[Fact, ...] = ()
    """The first lines of the facts box: type, countries, dates of life, links."""
    summary: Markdown = Markdown("")
    """The actor's summary; empty if its record has none."""
    names: tuple[Name, ...] = ()
    """Its other names, in the order of its record."""
    roles: tuple[RoleLine, ...] = ()
    """The offices that it holds or held, in the order of its record."""
    relations: tuple[RelationLine, ...] = ()
    """Its relations to other actors, also those that only the other one's record tells of."""
    events: tuple[EventLine, ...] = ()
    """The events that it took part in, oldest first: the newest hundred of them."""
    earlier: Link | None = None
    """A link to the page of all its events; `None` if all of them are in `events`."""
    mentions: tuple[MentionGroup, ...] = ()
    """The articles that name it, newest first, each with its sentences; as many as one page has room for."""
    mention_count: int = 0
    """How often it is named, on all pages of the dossier together."""
    mention_articles: int = 0
    """How many articles name it or were attached to it, on all pages of the dossier together."""
    more_mentions: tuple[Link, ...] = ()
    """Links to the pages with its older mentions, from page 2 on; empty if all of them are in `mentions`."""
    timeline: Markdown = Markdown("")
    """A picture of its offices, relations and events over time, and of the articles that name it; empty if there is
    nothing to draw.
    """
    network: Markdown = Markdown("")
    """A picture of the actors that it is named with; empty if they are fewer than three."""
    company: tuple[CompanyLine, ...] = ()
    """The actors that the same articles name, the closest first, 25 at most."""
    countries: tuple[CountLine, ...] = ()
    """The countries that the same articles name, each with the number of these articles, the most first."""
    outlets: tuple[CountLine, ...] = ()
    """The outlets of the articles that name it, each with the number of its articles, the most first."""
    articles: tuple[ArticleLine, ...] = ()
    """The articles that it published as an outlet, newest first; empty for other actors."""
    sources: tuple[SourceLine, ...] = ()
    """What its record rests on; the sources of offices and relations stand with these."""


@dataclass(frozen=True, slots=True)
class CountryPage(Page):
    """The dossier on a country or territory."""

    facts: tuple[Fact, ...] = ()
    """The lines of the facts box: flag, official name, ISO 3166-1 code, capital."""
    locator: Markdown = Markdown("")
    """A picture of where in the world it lies; empty if that is not known."""
    summary: Markdown = Markdown("")
    """Its summary in `countries.yml`; empty if there is none."""
    map: Markdown = Markdown("")
    """A picture of the places of its events; empty if no event has a place in degrees (`lat`, `lon`)."""
    actors: tuple[CountLine, ...] = ()
    """The actors of the country, each with the number of articles that name it, the most first."""
    events: tuple[EventLine, ...] = ()
    """The events that concern the country, oldest first: the newest hundred of them."""
    earlier: Link | None = None
    """A link to the page of all its events; `None` if all of them are in `events`."""
    mentions: tuple[MentionGroup, ...] = ()
    """The articles that name it, newest first, each with its sentences; as many as one page has room for."""
    mention_count: int = 0
    """How often it is named, on all pages of the dossier together."""
    mention_articles: int = 0
    """How many articles name it or were attached to it, on all pages of the dossier together."""
    more_mentions: tuple[Link, ...] = ()
    """Links to the pages with its older mentions, from page 2 on; empty if all of them are in `mentions`."""
    activity: Markdown = Markdown("")
    """A picture of how many articles named it in each month, or year if they are many; empty for fewer than two."""
    company: tuple[CompanyLine, ...] = ()
    """The countries that the same articles name, the closest first, 25 at most."""
    months: tuple[CountLine, ...] = ()
    """The months in which articles that name it were published or its events began, with the number of both, oldest
    first.
    """


@dataclass(frozen=True, slots=True)
class MentionsPage(Page):
    """The mentions of an actor or country that its own page has no room for."""

    of: Link = Link("", "")
    """The page of the actor or country."""
    mentions: tuple[MentionGroup, ...] = ()
    """The articles that name it, newest first, each with its sentences: those that come after the pages before."""


@dataclass(frozen=True, slots=True)
class DossierEventsPage(Page):
    """All events of an actor or country that has more of them than its own page shows."""

    of: Link = Link("", "")
    """The page of the actor or country."""
    groups: tuple[EventGroup, ...] = ()
    """All its events by year, the oldest first."""


@dataclass(frozen=True, slots=True)
class DatePage(Page):
    """The page of a day, a month or a year."""

    above: tuple[Link, ...] = ()
    """The pages of its month and its year: of a day both, of a month the year, of a year none."""
    weeks: tuple[tuple[Cell, ...], ...] = ()
    """The calendar of a month: its weeks, each of seven days from Monday to Sunday. Empty for a day and a year."""
    calendar: Markdown = Markdown("")
    """A picture of a year, day by day; empty for a day and a month."""
    months: tuple[CountLine, ...] = ()
    """The months of a year that hold anything, each with how much; empty for a day and a month."""
    events: tuple[EventLine, ...] = ()
    """The events of that day, month or year, oldest first."""
    happened: tuple[MentionGroup, ...] = ()
    """The sentences that name exactly this day, month or year, in articles from before its end or up to 31 days after
    it, oldest first.
    """
    published: tuple[ArticleLine, ...] = ()
    """The articles that were published then, newest first."""
    later: tuple[MentionGroup, ...] = ()
    """The sentences that name exactly this day, month or year, in articles that appeared more than 31 days after its
    end, oldest first.
    """


@dataclass(frozen=True, slots=True)
class EventPage(Page):
    """The page of an event."""

    facts: tuple[Fact, ...] = ()
    """The lines of the facts box: date, type, place, countries, the wider event."""
    summary: Markdown = Markdown("")
    """The event's summary; empty if its record has none."""
    participants: tuple[ParticipantLine, ...] = ()
    """Who took part in it, in the order of its record."""
    map: Markdown = Markdown("")
    """A picture of where it happened; empty if its place is not given in degrees (`lat`, `lon`)."""
    versions: tuple[SourceLine, ...] = ()
    """The sources that have something of their own to say about it (`says` in the record)."""
    sources: tuple[SourceLine, ...] = ()
    """All other sources of its record."""
    articles: tuple[ArticleLine, ...] = ()
    """The articles about it and those that its record rests on, newest first."""
    parts: tuple[EventLine, ...] = ()
    """The events that are part of it, oldest first."""
    near: tuple[EventLine, ...] = ()
    """What else happened from a week before it to a week after it: the nearest twelve events, by date."""
    near_days: tuple[Inline, ...] = ()
    """Links to the days or months that have all events of that time; empty if `near` is all of them."""


@dataclass(frozen=True, slots=True)
class ArticlePage(Page):
    """The page of an article."""

    facts: tuple[Fact, ...] = ()
    """The lines of the facts box: outlet, day of publication, authors, the original, its archived copy."""
    summary: Markdown = Markdown("")
    """The article's summary; empty if its front matter has none."""
    body: Markdown = Markdown("")
    """Its text; every mention in it has an anchor, and the first of each actor, country and date is a link."""
    actors: tuple[CountLine, ...] = ()
    """The actors that its text names and how often, the most first; then those attached by hand, with the number 0."""
    countries: tuple[CountLine, ...] = ()
    """The countries, likewise."""
    dates: tuple[CountLine, ...] = ()
    """The dates that its text names and how often, the earliest first."""
    events: tuple[EventLine, ...] = ()
    """The events that its front matter names, in that order."""
    based_on: tuple[SourceLine, ...] = ()
    """What it is a digest of (`based_on` in its front matter), then its `sources`."""


@dataclass(frozen=True, slots=True)
class IndexPage(Page):
    """The list of all actors, countries, events, months or articles."""

    columns: tuple[str, ...] = ()
    """The headings of the table, the one above the records first."""
    groups: tuple[RowGroup, ...] = ()
    """The rows, under a letter or a year each if they are more than 40."""
    count: int = 0
    """How many rows there are in all groups together."""
    choose: tuple[str, ...] = ()
    """The headings of the columns by whose values a reader may narrow the list."""
    year: str = ""
    """The heading of the column by whose years a reader may narrow the list; empty if there is none."""
    also: tuple[Link, ...] = ()
    """Links to the pages that show the same records in another way, as on a map."""


@dataclass(frozen=True, slots=True)
class NetworkPage(Page):
    """Who is named with whom, in the whole collection."""

    picture: Markdown = Markdown("")
    """A picture of the network; empty if too few actors are named together."""
    groups: tuple[ActorGroup, ...] = ()
    """The actors in the picture, in the groups that have the same colour in it."""
    total: int = 0
    """How many actors the collection has, in the picture or not."""


@dataclass(frozen=True, slots=True)
class EventsPage(Page):
    """All events of the collection, on a timeline or on a map."""

    picture: Markdown = Markdown("")
    """The timeline or the map; empty if there is nothing to draw."""
    groups: tuple[EventGroup, ...] = ()
    """All events by year, the oldest first."""


@dataclass(frozen=True, slots=True)
class ConnectionsPage(Page):
    """The page on which a reader asks how two actors are connected; a script finds it out."""

    pairs: tuple[PairLine, ...] = ()
    """The pairs of actors that are most often named together, the closest first, 24 at most."""


@dataclass(frozen=True, slots=True)
class SuggestionsPage(Page):
    """The names that the articles use and no record covers. It is there under `mkdocs serve` alone."""

    suggestions: tuple[SuggestionLine, ...] = ()
    """The names, the most widely used first, a hundred at most."""
    total: int = 0
    """How many names there are, also those that are not in `suggestions`."""
    pending: bool = False
    """Whether the articles are still being looked through; `suggestions` is empty until then."""


@dataclass(frozen=True, slots=True)
class ExplorePage(Page):
    """The entry to the pages on the collection as a whole."""

    views: tuple[View, ...] = ()
    """These pages."""


@dataclass(frozen=True, slots=True)
class HomePage(Page):
    """What stands in place of the mark `<!-- dossier:home -->` in a page written by hand."""

    figures: tuple[CountLine, ...] = ()
    """How many articles, actors, countries, events and days there are, each with a link to its list."""
    map: Markdown = Markdown("")
    """A picture of the world, in which a country is the darker the more articles name it; empty if none is named."""
    calendar: Markdown = Markdown("")
    """A picture of how much was published and happened on each day; empty if there is nothing to draw."""
    actors: tuple[CountLine, ...] = ()
    """The actors that the most articles name, each with the number of articles and a small picture of it over time,
    twelve at most.
    """
    countries: tuple[CountLine, ...] = ()
    """The countries, likewise."""
    events: tuple[EventLine, ...] = ()
    """The latest events, newest first, eight at most."""
    articles: tuple[ArticleLine, ...] = ()
    """The latest articles, newest first, eight at most."""
    years: tuple[CountLine, ...] = ()
    """Each year that holds anything, with how much, in their order."""
    views: tuple[View, ...] = ()
    """The pages on the collection as a whole."""
