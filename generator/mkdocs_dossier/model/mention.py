"""What linking finds in an article's prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["actor", "country", "date"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in an article's text that names an actor, a country or a date.

    Attributes:
        key: Actor id, country code or EDTF date.
        start, end: Code points in `Prose.text`.
        sentence: Index in `LinkedArticle.sentences`.
        number: Its place among the article's mentions, from 1.
        linked: The page shows this mention as a link (the first of its key that can be one).
        inferred: The date was worked out from the article's own date.
    """

    kind: MentionKind
    key: str
    start: int
    end: int
    rule: str
    sentence: int = 0
    number: int = 0
    linked: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Rejection:
    """A place that looked like a mention and was not taken for one, and why."""

    kind: MentionKind
    keys: tuple[str, ...]
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A phrase that names a date, before it becomes a mention.

    Attributes:
        edtf: The interval it stands for.
    """

    start: int
    end: int
    edtf: str
    rule: str
    inferred: bool
