"""The pages: one frozen dataclass a kind, which is all that a template sees (as `page`) and all that its text
depends on. What their fields hold is in `lines.py`.
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
    """earlier: the events for which there is no room."""

    facts: tuple[Fact, ...] = ()
    summary: Markdown = Markdown("")
    names: tuple[Name, ...] = ()
    roles: tuple[RoleLine, ...] = ()
    relations: tuple[RelationLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    earlier: Link | None = None
    mentions: tuple[MentionGroup, ...] = ()
    mention_count: int = 0
    mention_articles: int = 0
    more_mentions: tuple[Link, ...] = ()
    timeline: Markdown = Markdown("")
    network: Markdown = Markdown("")
    company: tuple[CompanyLine, ...] = ()
    countries: tuple[CountLine, ...] = ()
    outlets: tuple[CountLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryPage(Page):
    """locator: where it lies; map: where its events happened. earlier: the events for which there is no room."""

    facts: tuple[Fact, ...] = ()
    locator: Markdown = Markdown("")
    summary: Markdown = Markdown("")
    map: Markdown = Markdown("")
    actors: tuple[CountLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    earlier: Link | None = None
    mentions: tuple[MentionGroup, ...] = ()
    mention_count: int = 0
    mention_articles: int = 0
    more_mentions: tuple[Link, ...] = ()
    activity: Markdown = Markdown("")
    company: tuple[CompanyLine, ...] = ()
    months: tuple[CountLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionsPage(Page):
    """The mentions of an actor or country that its own page has no room for. of: that page."""

    of: Link = Link("", "")
    mentions: tuple[MentionGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierEventsPage(Page):
    """All events of an actor or country that has many. of: its page."""

    of: Link = Link("", "")
    groups: tuple[EventGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class DatePage(Page):
    """weeks: of a month, each from Monday to Sunday; calendar, months: of a year. above: links to month and year."""

    above: tuple[Link, ...] = ()
    weeks: tuple[tuple[Cell, ...], ...] = ()
    calendar: Markdown = Markdown("")
    months: tuple[CountLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    happened: tuple[MentionGroup, ...] = ()
    published: tuple[ArticleLine, ...] = ()
    later: tuple[MentionGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPage(Page):
    """versions: sources that say different things; sources: the others. map: where it happened. near: what else
    happened within a week, the nearest. near_days: where all of that stands, if it is more.
    """

    facts: tuple[Fact, ...] = ()
    summary: Markdown = Markdown("")
    participants: tuple[ParticipantLine, ...] = ()
    map: Markdown = Markdown("")
    versions: tuple[SourceLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    parts: tuple[EventLine, ...] = ()
    near: tuple[EventLine, ...] = ()
    near_days: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticlePage(Page):
    """body: the text, its mentions linked and anchored."""

    facts: tuple[Fact, ...] = ()
    summary: Markdown = Markdown("")
    body: Markdown = Markdown("")
    actors: tuple[CountLine, ...] = ()
    countries: tuple[CountLine, ...] = ()
    dates: tuple[CountLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    based_on: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexPage(Page):
    """columns: the headings of the rows. choose, year: the columns by which a reader may narrow the list.
    also: another view of the same.
    """

    columns: tuple[str, ...] = ()
    groups: tuple[RowGroup, ...] = ()
    count: int = 0
    choose: tuple[str, ...] = ()
    year: str = ""
    also: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkPage(Page):
    """Who is named with whom, in the whole collection. total: how many actors there are."""

    picture: Markdown = Markdown("")
    groups: tuple[ActorGroup, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class EventsPage(Page):
    """All events, as a timeline or on a map."""

    picture: Markdown = Markdown("")
    groups: tuple[EventGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectionsPage(Page):
    """How two actors are connected, which a script finds out. pairs: the closest."""

    pairs: tuple[PairLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionsPage(Page):
    """Names that the texts use and no record covers, under `mkdocs serve` alone. total: how many there are.
    pending: they are still looked for.
    """

    suggestions: tuple[SuggestionLine, ...] = ()
    total: int = 0
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ExplorePage(Page):
    """The entry to the views of the whole collection."""

    views: tuple[View, ...] = ()


@dataclass(frozen=True, slots=True)
class HomePage(Page):
    """What stands in place of the mark `<!-- dossier:home -->` in a page. map: the world, by how often each country is
    named; calendar: when how much was published and happened. views: of the whole collection.
    """

    figures: tuple[CountLine, ...] = ()
    map: Markdown = Markdown("")
    calendar: Markdown = Markdown("")
    actors: tuple[CountLine, ...] = ()
    countries: tuple[CountLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    years: tuple[CountLine, ...] = ()
    views: tuple[View, ...] = ()
