"""What is broken now, as it last was: for `mkdocs serve`, in which a file is often half written."""

from __future__ import annotations

from dataclasses import replace

from generator.validate.records import R, Records, Shelf


def with_last_good(now: Records, before: Records) -> Records:
    """Return the records of `now`, with those of `before` in place of what cannot be read any more."""
    articles = _restored(now.articles, before.articles)
    prose = {id: now.prose.get(id) or before.prose[id] for id in articles.records}
    return Records(
        actors=_restored(now.actors, before.actors),
        events=_restored(now.events, before.events),
        countries=_restored(now.countries, before.countries),
        articles=articles,
        prose=prose,
        pictures=now.pictures,
    )


def _restored(now: Shelf[R], before: Shelf[R]) -> Shelf[R]:
    kept = {
        id: record
        for id, record in before.records.items()
        if id not in now.records and (id in now.broken or record.origin.path in now.unread)
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
