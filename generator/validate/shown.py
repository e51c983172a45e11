"""The records that are shown: the public ones, or for an editor all of them, and which ids these are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic

from generator.memory import Memory, settled
from generator.model.records import Actor, Article, Country, Event
from generator.model.references import RecordKind
from generator.validate.records import R, Records, Shelf
from generator.validate.visibility import Ids, split, why_private


@dataclass(frozen=True, slots=True)
class ShownKind(Generic[R]):
    """Of one kind: those that are shown, in the order of their ids, and the ids of these and of the private ones."""

    records: Mapping[str, R]
    ids: Ids


@dataclass(frozen=True, slots=True)
class ShownRecords:
    """countries: what the user's own file says of them."""

    actors: ShownKind[Actor]
    events: ShownKind[Event]
    articles: ShownKind[Article]
    countries: ShownKind[Country]


def shown_records(records: Records, now: datetime, memory: Memory, *, drafts: bool) -> ShownRecords:
    """Drop what is private at `now`. drafts: keep it."""

    def shown(kind: RecordKind, shelf: Shelf[R]) -> ShownKind[R]:
        today = now.date()
        why = memory.each(("why private", kind, today), shelf.records, lambda record: why_private(record, today))
        ids = memory.recall(("ids", kind, drafts), (why,), lambda: split(why, drafts=drafts))

        def make(before: Mapping[str, R] | None) -> Mapping[str, R]:
            return settled(before, {id: shelf.records[id] for id in sorted(ids.public)})

        return ShownKind(memory.renew(("public", kind), (shelf.records, ids), make), ids)

    return ShownRecords(
        actors=shown("actor", records.actors),
        events=shown("event", records.events),
        articles=shown("article", records.articles),
        countries=shown("country", records.countries),
    )
