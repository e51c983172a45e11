"""What pages are made of: lines, links, groups. Frozen dataclasses, which a template sees as fields of `page`.

Texts (`str`) are escaped when they are written; `Markdown` and `Link` values are written as what they are. The string
below a field describes it: the manual's page on templates is made from these.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.model.markdown import Markdown


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site or to the web."""

    text: str
    """The words of the link."""
    url: str
    """Its address: relative to the page it stands on, and to a `.md` file; or that of a web page."""
    note: str = ""
    """A short text that is written in parentheses behind the link; empty if there is none."""


Inline = str | Markdown | Link
"""What a line may hold."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts box."""

    label: str
    """What it tells, as `Country`."""
    values: tuple[Inline, ...]
    """One value or several, as the countries of an actor."""


@dataclass(frozen=True, slots=True)
class Name:
    """Another name of an actor."""

    text: str
    """The name, in its own script."""
    lang: str = ""
    """Its language, as a BCP 47 code; empty if the record does not say it."""
    language: str = ""
    """The same in words, as `Arabic`; empty if the record does not say it."""
    when: str = ""
    """When the name was in use, in words; empty if the record does not say it."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What a claim rests on: an article of the collection, or a text elsewhere."""

    title: Inline
    """Its title: a link to the article, or to the web address if there is one."""
    outlet: Inline = ""
    """Who published it; empty if that is not said."""
    date: str = ""
    """When it was published, in words; empty if that is not said."""
    quote: Inline = ""
    """The words of the article that are quoted, a link to where they stand; empty if none are."""
    sentence: Markdown = Markdown("")
    """The sentence around the quote, which is highlighted in it; empty if there is no quote or it is all of it."""
    says: str = ""
    """What the source says that others do not (`says` in the record); empty if the record does not say it."""
    archived: str = ""
    """The web address of an archived copy; empty if there is none."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office that an actor holds or held."""

    title: str
    """What the office is called."""
    organization: Inline = ""
    """Where it is held: an actor's page, or a text; empty if that is not said."""
    country: Inline = ""
    """The country for which it is held; empty if that is not said."""
    when: str = ""
    """From when until when, in words; empty if neither is known."""
    ended: bool = False
    """Whether it is over: its end is known, its holder has died, or where it was held is dissolved."""
    sources: tuple[SourceLine, ...] = ()
    """What this rests on."""


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation to another actor, as seen from the page's own."""

    type: str
    """What the relation is, as `member of`."""
    actor: Inline
    """The other actor."""
    when: str = ""
    """From when until when, in words; empty if neither is known."""
    summary: Markdown = Markdown("")
    """What the record says of it; empty if that is nothing."""
    sources: tuple[SourceLine, ...] = ()
    """What this rests on."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list."""

    date: Inline
    """When it happened, in words: a link to the page of that date if there is one."""
    event: Link
    """Its title, a link to its page."""
    place: str = ""
    """Where it happened; empty if the record does not say it."""


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A sentence of an article that names the page's subject."""

    sentence: Markdown
    """The sentence; each name in it is highlighted and a link to its place in the article. Of a very long one, what is
    near the names.
    """
    note: str = ""
    """How the words for a date were read, as `“Wednesday” read as 17 August 2016`; empty if they name it outright."""


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences of one article that name the page's subject."""

    article: Link
    """The article's title, a link to its page."""
    date: Inline
    """The day on which it was published, in words: a link to the page of that day."""
    outlet: Inline = ""
    """Who published it; empty if that is not said."""
    sentences: tuple[SentenceLine, ...] = ()
    """The sentences, in the order of the text; empty for an article that was attached by hand and does not name it."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    article: Link
    """The article's title, a link to its page."""
    date: Inline
    """The day on which it was published, in words: a link to the page of that day."""
    outlet: Inline = ""
    """Who published it; empty if that is not said."""


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A place where an article names two actors or two countries together."""

    article: Link
    """The article's title, a link to its page."""
    date: str
    """The day on which it was published, in words."""
    sentence: Markdown = Markdown("")
    """The sentence that names both, both highlighted; empty if the article names them in different sentences."""


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """An actor or country that the same articles name."""

    link: Inline
    """Its name, a link to its page."""
    sentences: int
    """How many sentences name both; 0 if none does."""
    articles: int
    """How many articles name both."""
    anchor: str = ""
    """The `id` of this line in the page, to which the picture of the network links."""
    shared: tuple[SharedLine, ...] = ()
    """The newest of these sentences: two of the closest five, one of the others."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """A link and a number."""

    link: Inline
    """What was counted: mostly a link to its page."""
    count: int
    """How many there are; the field that holds the line says of what. 0 for what was attached by hand."""
    picture: Markdown = Markdown("")
    """A small picture of the number over time; empty but on the home page."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that full-text search can be narrowed by."""

    name: str
    """What kind of value it is: `country`, `year` or `outlet`."""
    value: str
    """The value as readers see it, as `Syria`."""


@dataclass(frozen=True, slots=True)
class EventGroup:
    """The events of one year."""

    title: str
    """The year, in words."""
    events: tuple[EventLine, ...]
    """Its events, oldest first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the calendar of a month."""

    day: Inline = ""
    """The number of the day, from 1: a link to its page if it has one. Empty outside the month."""
    count: int = 0
    """How many events, articles and mentions stand on its page."""
    level: int = 0
    """How much that is beside the month's other days, from 1 to 5; 0 if there is nothing."""


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """An actor that took part in an event."""

    actor: Inline
    """Its name, a link to its page."""
    role: str = ""
    """As what it took part; empty if the record does not say it."""
    offices: tuple[RoleLine, ...] = ()
    """The offices that, as far as their dates tell, it may have held then; an office without any date is left out."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A row of an index."""

    link: Inline
    """The record, a link to its page."""
    cells: tuple[tuple[Inline, ...], ...]
    """What stands in the columns after the first, in their order: of each the values, none or several."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of an index that stand in one table."""

    title: str
    """The heading above them, a letter or a year; empty in a short index, and where a long group goes on in another
    table.
    """
    rows: tuple[IndexRow, ...]
    """The rows, 150 at most."""


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """Actors that are often named together."""

    title: str
    """The names of the best known of them."""
    number: int
    """Which colour they have in the picture, from 0 to 7."""
    actors: tuple[CountLine, ...]
    """The actors, each with how often it is named, the most first."""


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two actors that are named together."""

    one: Inline
    """The first, a link to its page."""
    other: Inline
    """The second, a link to its page."""
    sentences: int
    """How many sentences name both; 0 if none does."""
    articles: int
    """How many articles name both."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A place where an article uses a name that no record covers."""

    article: Link
    """The article's title, a link to its page."""
    date: str
    """The day on which it was published, in words."""
    outlet: Inline = ""
    """Who published it; empty if that is not said."""
    sentence: Markdown = Markdown("")
    """The sentence in which the name is highlighted; of a long one, what is near the name."""


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A name that the articles use and no record covers."""

    number: int
    """Its place in the list, from 1."""
    name: str
    """The name, as most texts write it."""
    spread: str
    """How widely it is used, as `5 articles of 2 outlets on 4 days`."""
    likely: str
    """Its probable type and the reason, as `person (“General” stands before it)`."""
    variants: tuple[str, ...] = ()
    """How else the texts write it, the most frequent first."""
    sentences: tuple[EvidenceLine, ...] = ()
    """Sentences that use it, three at most."""
    alias_of: Inline = ""
    """The actor whose other name it probably is, with the reason; empty if it seems to be a new one."""
    yaml: Markdown = Markdown("")
    """What to write to cover it, as a block of YAML: a new record, or an alias of that actor."""


@dataclass(frozen=True, slots=True)
class View:
    """A page on the collection as a whole."""

    link: Link
    """Its title, a link to it."""
    text: str
    """What it shows, in a sentence."""
