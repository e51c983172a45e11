"""Puts the last good state in place of what is broken now, for `mkdocs serve`: there a file is often half written."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs_dossier.diagnostics import Diagnostic, Place, Severity
from mkdocs_dossier.validate.records import R, Records, RecordSet


def with_last_good(now: Records, before: Records, problems: Iterable[Diagnostic] = ()) -> Records:
    """Return the records of `now`, with those of `before` in place of what cannot be read any more.

    Args:
        problems: With the files of `now`, as they were read.
    """
    unread = {problem.place.path for problem in problems if problem.severity is Severity.ERROR and _is_whole(problem)}
    articles = _restored(now.articles, before.articles, unread)
    prose = {id: now.prose.get(id) or before.prose[id] for id in articles.records}
    return Records(
        actors=_restored(now.actors, before.actors, unread),
        events=_restored(now.events, before.events, unread),
        countries=_restored(now.countries, before.countries, unread),
        articles=articles,
        prose=prose,
        pictures=now.pictures,
        muted=before.muted if now.muted is None else now.muted,
    )


_WHOLE = frozenset(("no-data", "unreadable-file", "outside-data", "too-big", "encoding", "empty-file"))
"""What is said of a file, or of a folder, of which nothing could be read."""


def _is_whole(problem: Diagnostic) -> bool:
    return problem.code in _WHOLE


def _restored(now: RecordSet[R], before: RecordSet[R], unread: Set[str]) -> RecordSet[R]:
    if not (unread or now.broken or now.unread):
        return now
    lost = unread | now.unread | _cut_off(now)
    kept = {
        id: record
        for id, record in before.records.items()
        if id not in now.records and (id in now.broken or _is_in(record.origin.path, lost))
    }
    if not kept:
        return now
    return replace(
        now,
        records={**now.records, **kept},
        trees={**now.trees, **{id: before.trees[id] for id in kept}},
        broken={id: place for id, place in now.broken.items() if id not in kept},
        unread=now.unread - {record.origin.path for record in kept.values()},
    )


def _cut_off(record_set: RecordSet[R]) -> set[str]:
    """Return the files whose last record is broken: perhaps they are written only so far."""
    ends: dict[str, tuple[Place, bool]] = {}
    places = [(tree.place, False) for tree in record_set.trees.values()] + [
        (place, True) for place in record_set.broken.values()
    ]
    for place, is_broken in places if record_set.broken else ():
        known = ends.get(place.path)
        if known is None or known[0] <= place:
            ends[place.path] = place, is_broken
    return {path for path, (_, is_broken) in ends.items() if is_broken}


def _is_in(path: str, lost: Set[str]) -> bool:
    """Tell whether a file, or a folder that it lies in, is one of those that are lost."""
    return path in lost or any(str(parent) in lost for parent in PurePosixPath(path).parents)
