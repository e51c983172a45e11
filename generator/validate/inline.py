"""The fields of records that hold inline Markdown, parsed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.memory import Memory, settled
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Country, Event
from generator.model.references import RecordKind
from generator.read.prose import parse_prose


def parse_inline(records: Mapping[RecordKind, Mapping[str, Any]], memory: Memory) -> Mapping[str, Prose]:
    """Parse the fields that hold inline Markdown."""
    found = tuple(memory.each(("texts", kind), of_kind, _texts) for kind, of_kind in records.items())

    def make(before: Mapping[str, Prose] | None) -> Mapping[str, Prose]:
        known = before if before is not None else {}
        texts = dict.fromkeys(text for of_kind in found for texts in of_kind.values() for text in texts)
        return settled(before, {text: known.get(text) or _parsed(text) for text in texts})

    return memory.renew("inline", found, make)


def _texts(record: Actor | Event | Country | Article) -> tuple[str, ...]:
    relations = record.relations if isinstance(record, Actor) else ()
    summaries = (record.summary, *(relation.summary for relation in relations))
    return tuple(summary for summary in summaries if summary is not None)


def _parsed(text: str) -> Prose:
    return parse_prose(text, title="-", title_place=(1, 1), first_line=1)
