"""Drops private records, before anything is derived from them. Under `mkdocs serve` an editor may see them, marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_dossier.model.records import Record


def is_public(record: Record, day: date) -> bool:
    """Tell whether `record` is published on a day (UTC): an embargo ends when its day begins."""
    return not why_private(record, day)


def why_private(record: Record, day: date) -> str:
    """Return why `record` is not published on a day (UTC); empty if it is."""
    if record.status != "published":
        return record.status
    return f"embargo until {record.embargo}" if record.embargo is not None and record.embargo > day else ""


@dataclass(frozen=True, slots=True)
class IdsByVisibility:
    """The ids of records that are shown, and of those that are not.

    Attributes:
        drafts: Why the first are not published, of those that are shown nevertheless.
    """

    public: frozenset[str]
    private: frozenset[str]
    drafts: Mapping[str, str] = field(default_factory=dict)


def split(why: Mapping[str, str], *, drafts: bool) -> IdsByVisibility:
    """Divide ids into those of records that are shown and those of others.

    Args:
        why: By id, what `why_private` says.
        drafts: Whether all are shown.
    """
    private = {id: reason for id, reason in why.items() if reason}
    if drafts:
        return IdsByVisibility(frozenset(why), frozenset(), private)
    return IdsByVisibility(frozenset(why.keys() - private.keys()), frozenset(private))
