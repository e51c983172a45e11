"""The pages: one frozen dataclass a kind, which is all that a template sees (as `page`) and all that its text
depends on.

Texts (`str`) are escaped when they are written; `Markdown` and `Link` values are written as what they are. The manual's
page on templates lists these fields; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.markdown import Markdown


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site (relative, to its `.md` file) or to a web address. note: a short text behind it."""

    text: str
    url: str
    note: str = ""


Inline = str | Markdown | Link
"""What a line may hold."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts box."""

    label: str
    values: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Another name, its language (BCP 47, and in words; empty if not said), when it was in use (empty if not said)."""

    text: str
    lang: str = ""
    language: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What something rests on. title: a link where there is an address. quote: words of the article, a link to them;
    sentence: the sentence in which they stand, they highlighted in it (empty where they are all of it).
    """

    title: Inline
    outlet: Inline = ""
    date: str = ""
    quote: Inline = ""
    sentence: Markdown = Markdown("")
    says: str = ""
    archived: str = ""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office. when: in words, empty if not known. ended: whether its end is known."""

    title: str
    organization: Inline = ""
    country: Inline = ""
    when: str = ""
    ended: bool = False
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as seen from the page's actor."""

    type: str
    actor: Inline
    when: str = ""
    summary: Markdown = Markdown("")
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list."""

    date: Inline
    event: Link
    place: str = ""


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence with the names in it highlighted, each a link to its place in the article. note: how a date was
    read.
    """

    sentence: Markdown
    note: str = ""


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences of one article."""

    article: Link
    date: Inline
    outlet: Inline = ""
    sentences: tuple[SentenceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    article: Link
    date: Inline
    outlet: Inline = ""


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A sentence that names two, both highlighted; empty where the article names them in different ones."""

    article: Link
    date: str
    sentence: Markdown = Markdown("")


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """Another actor or country, and how often both are named together. anchor: where this line can be linked at."""

    link: Inline
    sentences: int
    articles: int
    anchor: str = ""
    shared: tuple[SharedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CountLine:
    """A link and a number. picture: how the number came about over time."""

    link: Inline
    count: int
    picture: Markdown = Markdown("")


@dataclass(frozen=True, slots=True)
class Facet:
    """What full-text search can be narrowed by: `country` and `Syria`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has. path: of its Markdown file, as `actors/guan-youfei.md`. source: the file that it is
    edited in, relative to the project, empty if there is none. description: one line without marks. lang: BCP 47.
    brief: what it is, in a few words (`person, China`); tally: what there is of it (`named in 5 articles`).
    previous, next: the pages before and after it.
    """

    path: str
    title: str
    kind: str
    source: str = ""
    description: str = ""
    lang: str = ""
    brief: str = ""
    tally: str = ""
    facets: tuple[Facet, ...] = ()
    previous: Link | None = None
    next: Link | None = None


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
class EventGroup:
    """The events of one year."""

    title: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class DossierEventsPage(Page):
    """All events of an actor or country that has many. of: its page."""

    of: Link = Link("", "")
    groups: tuple[EventGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a month's calendar: its link or number (empty outside the month), and how much stands on it.

    level: 0-5, how much that is beside the month's other days.
    """

    day: Inline = ""
    count: int = 0
    level: int = 0


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
class ParticipantLine:
    """Who took part in an event. offices: those held on that day."""

    actor: Inline
    role: str = ""
    offices: tuple[RoleLine, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPage(Page):
    """versions: sources that say different things; sources: the others. map: where it happened. near: what else
    happened within a week.
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
class Row:
    """A row of an index: the record, then what the columns after it say."""

    link: Inline
    cells: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading: a letter, a year; empty where the rows before have the same, or there are few in all."""

    title: str
    rows: tuple[Row, ...]


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
class ActorGroup:
    """Actors that are often named together. number: 0-7, its colour in the picture."""

    title: str
    number: int
    actors: tuple[CountLine, ...]


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
class PairLine:
    """Two actors, and how often both are named together."""

    one: Inline
    other: Inline
    sentences: int
    articles: int


@dataclass(frozen=True, slots=True)
class ConnectionsPage(Page):
    """How two actors are connected, which a script finds out. pairs: the closest."""

    pairs: tuple[PairLine, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at the whole collection, and what it shows."""

    link: Link
    text: str


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
