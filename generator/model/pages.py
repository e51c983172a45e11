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
    """Another name, its language (BCP 47, empty if not said) and when it was in use (empty if not said)."""

    text: str
    lang: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What something rests on. title: a link where there is an address. quote: words of the article, a link to them."""

    title: Inline
    outlet: Inline = ""
    date: str = ""
    quote: Inline = ""
    says: str = ""
    archived: str = ""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office. when: in words, empty if not known."""

    title: str
    organization: Inline = ""
    country: Inline = ""
    when: str = ""
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
class CompanyLine:
    """Another actor or country, and how often both are named together."""

    link: Inline
    sentences: int
    articles: int


@dataclass(frozen=True, slots=True)
class CountLine:
    """A link and a number."""

    link: Inline
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has. path: of its Markdown file, as `actors/guan-youfei.md`. source: the file that it is
    edited in, relative to the project, empty if there is none. description: one line without marks. lang: BCP 47.
    """

    path: str
    title: str
    kind: str
    source: str = ""
    description: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ActorPage(Page):
    facts: tuple[Fact, ...] = ()
    summary: Markdown = Markdown("")
    names: tuple[Name, ...] = ()
    roles: tuple[RoleLine, ...] = ()
    relations: tuple[RelationLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    mentions: tuple[MentionGroup, ...] = ()
    mention_count: int = 0
    mention_articles: int = 0
    more_mentions: tuple[Link, ...] = ()
    activity: Markdown = Markdown("")
    company: tuple[CompanyLine, ...] = ()
    countries: tuple[CountLine, ...] = ()
    outlets: tuple[CountLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryPage(Page):
    facts: tuple[Fact, ...] = ()
    summary: Markdown = Markdown("")
    actors: tuple[CountLine, ...] = ()
    events: tuple[EventLine, ...] = ()
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
    previous: Link | None = None
    next: Link | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a month's calendar: its link or number (empty outside the month), and how much stands on it."""

    day: Inline = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class DatePage(Page):
    """weeks: of a month, each from Monday to Sunday; months: of a year. above: links to the month and year."""

    previous: Link | None = None
    next: Link | None = None
    above: tuple[Link, ...] = ()
    weeks: tuple[tuple[Cell, ...], ...] = ()
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
    """versions: sources that say different things; sources: the others."""

    facts: tuple[Fact, ...] = ()
    summary: Markdown = Markdown("")
    participants: tuple[ParticipantLine, ...] = ()
    versions: tuple[SourceLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    parts: tuple[EventLine, ...] = ()
    previous: Link | None = None
    next: Link | None = None


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
class IndexPage(Page):
    """columns: the headings of the rows."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class HomePage(Page):
    """What stands in place of the mark `<!-- dossier:home -->` in a page."""

    figures: tuple[CountLine, ...] = ()
    actors: tuple[CountLine, ...] = ()
    countries: tuple[CountLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    years: tuple[CountLine, ...] = ()
