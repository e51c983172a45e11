"""The records that are shown: the public ones, or for an editor all of them, and which ids these are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic

from mkdocs_dossier.model.records import Actor, Article, Country, Event
from mkdocs_dossier.validate.records import R, Records, RecordSet
from mkdocs_dossier.validate.visibility import IdsByVisibility, split, why_private


@dataclass(frozen=True, slots=True)
class ShownKind(Generic[R]):
    """Of one kind: those that are shown, in the order of their ids, and the ids of these and of the private ones."""

    records: Mapping[str, R]
    ids: IdsByVisibility


@dataclass(frozen=True, slots=True)
class ShownRecords:
    """The records of each kind that are shown.

    Attributes:
        countries: What the user's own file says of them.
    """

    actors: ShownKind[Actor]
    events: ShownKind[Event]
    articles: ShownKind[Article]
    countries: ShownKind[Country]


def shown_records(records: Records, now: datetime, *, drafts: bool) -> ShownRecords:
    """Drop what is private at `now`.

    Args:
        drafts: Whether to keep it all the same, for an editor.
    """

    def shown(found: RecordSet[R]) -> ShownKind[R]:
        ids = split({id: why_private(record, now.date()) for id, record in found.records.items()}, drafts=drafts)
        return ShownKind({id: found.records[id] for id in sorted(ids.public)}, ids)

    return ShownRecords(
        actors=shown(records.actors),
        events=shown(records.events),
        articles=shown(records.articles),
        countries=shown(records.countries),
    )
