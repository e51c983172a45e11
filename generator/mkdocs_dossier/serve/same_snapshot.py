"""Tells whether an edit under `mkdocs serve` concerns any page."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_

from mkdocs_dossier.build import Snapshot
from mkdocs_dossier.model.collection import Collection
from mkdocs_dossier.model.records import Record, says_the_same
from mkdocs_dossier.serve.inbox import has_same_names


def is_same(one: Snapshot, other: Snapshot) -> bool:
    """Tell whether two snapshots make the same pages."""
    return (
        _has_same_records(one.site.collection, other.site.collection)
        and _are_same_objects(one.site.index.corpus.articles, other.site.index.corpus.articles)
        and one.site.atlas is other.site.atlas
        and one.site.words is other.site.words
        and one.renderer is other.renderer
        and one.good is other.good
        and one.problems == other.problems
        and has_same_names(one, other)
    )


def _has_same_records(one: Collection, other: Collection) -> bool:
    """Tell whether two collections hold the same records."""
    return (
        _are_same_records(one.actors, other.actors)
        and _are_same_records(one.events, other.events)
        and one.territories == other.territories
        and one.pictures == other.pictures  # by names that tell what they hold
        and one.drafts == other.drafts
    )


def _are_same_records(one: Mapping[str, Record], other: Mapping[str, Record]) -> bool:
    return list(one) == list(other) and all(map(says_the_same, one.values(), other.values()))


def _are_same_objects(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))
