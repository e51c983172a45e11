"""Drops private records, before anything is derived from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from generator.model.records import Record

R = TypeVar("R", bound=Record)


def is_public(record: Record, now: datetime) -> bool:
    """Whether `record` is published at `now` (UTC): an embargo ends when its day begins."""
    return record.status == "published" and (record.embargo is None or record.embargo <= now.date())


def split_private(records: Mapping[str, R], now: datetime) -> tuple[dict[str, R], frozenset[str]]:
    """Return the public records in the order of their ids, and the ids of the private ones."""
    public = {id: records[id] for id in sorted(records) if is_public(records[id], now)}
    return public, frozenset(records.keys() - public.keys())
