"""The ids that records had before they were renamed: each leads to the record that has another one now."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_dossier.model.records import Actor, Article, Event

Renamable = Actor | Event | Article
"""What has `formerly`."""


def former_ids(records: Mapping[str, Renamable]) -> dict[str, str]:
    """Return the present id by each former one. One that some record has now leads nowhere else; of two records that
    claim one the first has it.
    """
    found: dict[str, str] = {}
    for id, record in records.items():
        for former in record.formerly:
            if former not in records:
                found.setdefault(former, id)
    return found
