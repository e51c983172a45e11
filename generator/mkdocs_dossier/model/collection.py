"""The whole input after each stage: as validated, as linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.model.drafts import Drafts
from mkdocs_dossier.model.edtf import calendar_pages, parse_edtf
from mkdocs_dossier.model.mention import Mention, MentionKind, Rejection
from mkdocs_dossier.model.overrule import Overrule
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Actor, Article, Event
from mkdocs_dossier.model.territory import Territory


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its record, its title and body as prose, and what its `mentions:` says, with the places of that.

    Attributes:
        pictures: Each that its text shows, as written there, and where it lies in the site.
    """

    record: Article
    prose: Prose
    overrules: tuple[tuple[Overrule, Place], ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """All public records, by id or code, in the order of their ids.

    Attributes:
        inline: The prose of every text that a record writes in Markdown (summaries), by that text.
        pictures: The file of each picture that an article shows, relative to the project, by where the picture lies in
            the site.
        drafts: The records here that are not public after all, where `mkdocs serve` shows them.
    """

    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    territories: Mapping[str, Territory]
    documents: Mapping[str, Document]
    inline: Mapping[str, Prose]
    pictures: Mapping[str, str] = field(default_factory=dict)
    drafts: Drafts = field(default_factory=dict)


@dataclass(frozen=True)
class LinkedArticle:
    """An article and what its text names. `sentences`: spans in `text`; the title is the first.

    `mentions` are in the order of the text; `rejections` likewise.
    """

    document: Document
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    rejections: tuple[Rejection, ...] = ()

    @property
    def record(self) -> Article:
        """What its front matter says."""
        return self.document.record

    @property
    def id(self) -> str:
        return self.document.record.id

    @property
    def day(self) -> date:
        """The day of publication, as it was where it was published."""
        return self.document.record.day

    @property
    def prose(self) -> Prose:
        """Its title and body."""
        return self.document.prose

    @property
    def text(self) -> str:
        """The text of its prose, in which spans and mentions are counted (code points)."""
        return self.document.prose.text

    @cached_property
    def named(self) -> Mapping[tuple[MentionKind, str], tuple[Mention, ...]]:
        """The actors and countries that the text names, by kind and id or code, each with its mentions."""
        found: dict[tuple[MentionKind, str], list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if mention.kind != "date":
                found[mention.kind, mention.key].append(mention)
        return {key: tuple(mentions) for key, mentions in found.items()}

    @cached_property
    def dated(self) -> Mapping[str, tuple[Mention, ...]]:
        """The pages of the calendar (`2016-08-18`, `2016-08`, `2016`) that the text names, each with its mentions."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            if mention.kind == "date":
                for page in calendar_pages(parse_edtf(mention.key)):
                    found[page].append(mention)
        return {page: tuple(mentions) for page, mentions in found.items()}


@dataclass(frozen=True, slots=True)
class LinkedCorpus:
    """The collection and its linked articles, newest first."""

    collection: Collection
    articles: tuple[LinkedArticle, ...]
