"""What pages are made of: lines, links, groups. Frozen dataclasses, which a template sees as fields of `page`.

Texts (`str`) are escaped when they are written; `Markdown` and `Link` values are written as what they are. The manual's
page on templates lists these fields; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.model.markdown import Markdown


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
    """An office. when: in words, empty if not known. ended: whether its end is known, or that it must have ended: its
    holder has died, or where it was held is dissolved.
    """

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
class EventGroup:
    """The events of one year."""

    title: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a month's calendar: its link or number (empty outside the month), and how much stands on it.

    level: 0-5, how much that is beside the month's other days.
    """

    day: Inline = ""
    count: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """Who took part in an event. offices: those that may have been held on that day."""

    actor: Inline
    role: str = ""
    offices: tuple[RoleLine, ...] = ()


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
class ActorGroup:
    """Actors that are often named together. number: 0-7, its colour in the picture."""

    title: str
    number: int
    actors: tuple[CountLine, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two actors, and how often both are named together."""

    one: Inline
    other: Inline
    sentences: int
    articles: int


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A sentence that uses a name, which is highlighted in it."""

    article: Link
    date: str
    outlet: Inline = ""
    sentence: Markdown = Markdown("")


@dataclass(frozen=True, slots=True)
class SuggestionLine:
    """A name that no record covers. spread: how widely it is used; likely: its type, and why. alias_of: the actor whose
    other name it probably is, with the reason; empty for a new one. yaml: what to write for it.
    """

    number: int
    name: str
    spread: str
    likely: str
    variants: tuple[str, ...] = ()
    sentences: tuple[EvidenceLine, ...] = ()
    alias_of: Inline = ""
    yaml: Markdown = Markdown("")


@dataclass(frozen=True, slots=True)
class View:
    """A way to look at the whole collection, and what it shows."""

    link: Link
    text: str
