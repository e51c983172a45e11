"""Names that the texts use and no record covers: what `dossier suggest` lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.records import Actor, ActorType


@dataclass(frozen=True, slots=True)
class Roster:
    """What names are covered already.

    Attributes:
        actors: All that there are, private ones too, by id.
        taken: Ids that no new actor may get.
        muted: Names that are never proposed.
    """

    actors: Mapping[str, Actor]
    taken: Set[str] = frozenset()
    muted: Sequence[str] = ()


ROOM = 110
"""So many letters before and behind a name are shown of its sentence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place where a text uses a name.

    Attributes:
        start, end: Code points in its prose.
        sentence: Index in its sentences.
    """

    article: LinkedArticle
    sentence: int
    start: int
    end: int

    @property
    def whole(self) -> tuple[int, int]:
        """The span of the sentence."""
        return self.article.sentences[self.sentence]

    @property
    def shown(self) -> tuple[int, int]:
        """The part of the text that is shown: the sentence, or of a long one what is near the name."""
        first, last = self.whole
        text = self.article.text
        start, end = max(first, self.start - ROOM), min(last, self.end + ROOM)
        if start > first:
            start = text.find(" ", start, self.start) + 1 or self.start
        if end < last:
            end = max(text.rfind(" ", self.end, end), self.end)
        return start, end


@dataclass(frozen=True, slots=True)
class AliasOf:
    """The actor whose other name a name is likely to be.

    Attributes:
        reason: Why, in words.
        weak: It is only a part of a name.
    """

    actor: str
    reason: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name to cover.

    Attributes:
        id: That of a new record, or of the actor whose other name it is.
        variants: How else the texts write it, most often first.
        place: Whether it is plainly a place, for which there is no type of actor.
        reason: Why it is of that type, in words.
        articles, outlets, days: How many of them use it.
        evidence: Three places at most.
        alias_of: Not a new actor, but another name of this one.
        yaml: What to write for it, an entry of `actors.yml` or an item below the other's `aliases:`.
    """

    name: str
    id: str
    type: ActorType
    place: bool
    reason: str
    variants: tuple[str, ...]
    articles: int
    outlets: int
    days: int
    evidence: tuple[Evidence, ...]
    lang: str = "en"
    alias_of: AliasOf | None = None
    yaml: str = ""

    @property
    def spread(self) -> str:
        """How widely it is used: `5 articles of 2 outlets on 4 days`."""
        counts = ((self.articles, "article"), (self.outlets, "outlet"), (self.days, "day"))
        articles, outlets, days = (f"{number} {noun}" + ("" if number == 1 else "s") for number, noun in counts)
        return f"{articles} of {outlets} on {days}"

    @property
    def likely(self) -> str:
        """Its likely type, and why: `person (“General” stands before it)`."""
        return f"{'place' if self.place else self.type} ({self.reason})"
