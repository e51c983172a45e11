"""Drops private records, before anything is derived from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.model.records import Record


def is_public(record: Record, now: datetime) -> bool:
    """Whether `record` is published at `now` (UTC): an embargo ends when its day begins."""
    return record.status == "published" and (record.embargo is None or record.embargo <= now.date())


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of records that are published, and of those that are not."""

    public: frozenset[str]
    private: frozenset[str]


def split(is_open: Mapping[str, bool]) -> Ids:
    return Ids(frozenset(id for id in is_open if is_open[id]), frozenset(id for id in is_open if not is_open[id]))
