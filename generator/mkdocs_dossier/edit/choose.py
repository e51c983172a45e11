"""Which record is to be renamed, and whether it can have the id that it is to get."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from mkdocs_dossier.edit.refused import Refused
from mkdocs_dossier.model.formerly import former_ids
from mkdocs_dossier.model.ids import is_article_id, is_id, slug
from mkdocs_dossier.model.near_names import Suggestions
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.validate.records import Records, RecordSet
from mkdocs_dossier.validate.references import article_named
from mkdocs_dossier.validate.visibility import is_public

KINDS: tuple[RecordKind, ...] = ("actor", "event", "article")
"""What has an id that can be chosen."""


def kind_of(records: Records, id: str, kind: RecordKind | None, now: datetime) -> RecordKind:
    """Return of which kind the record `id` is.

    Args:
        kind: The one that is meant, where there may be several.
    """
    kinds = KINDS if kind is None else (kind,)
    found = [one for one in kinds if id in record_set_of(records, one).records]
    if len(found) > 1:
        raise Refused(
            f"'{id}' is the id of several records; say which with {' or '.join(f'--kind {k}' for k in found)}"
        )
    if found:
        return found[0]
    hint = _meant(records, id, kinds, now)
    raise Refused(f"there is no {kind or 'record'} '{id[:80]}'" + (f" ({hint})" if hint else ""))


def record_set_of(records: Records, kind: RecordKind) -> RecordSet[Any]:
    """Return the records of one kind."""
    return records.record_set(kind)


def _meant(records: Records, id: str, kinds: tuple[RecordKind, ...], now: datetime) -> str:
    for kind in kinds:
        renamed = former_ids(record_set_of(records, kind).records).get(id)
        if renamed is not None:
            return f"it was renamed to '{renamed}'"
    names = [name for kind in kinds for name in _names(record_set_of(records, kind), now)]
    ids = sorted(id for kind in kinds for id in record_set_of(records, kind).records)
    return Suggestions(ids, names).hint(article_named(id) if kinds == ("article",) else id)


def _names(record_set: RecordSet[Any], now: datetime) -> Iterator[tuple[str, str]]:
    """Yield the names by which a user may look for a public record."""
    for id, record in record_set.records.items():
        if not is_public(record, now.date()):
            continue
        if isinstance(record, Actor):
            yield from ((name, id) for name in (record.name, *(alias.name for alias in record.aliases)))
        else:
            yield record.title, id


def check_new_id(records: Records, kind: RecordKind, id: str, of: str = "") -> None:
    """Raise `Refused` where no record of `kind` can get this id.

    Args:
        of: The present id of the one that is to get it.
    """
    if id == of:
        raise Refused(f"the {kind} has the id '{id}' already")
    if not is_valid(kind, id):
        proposal = "/".join(filter(None, map(slug, id.split("/")))) if kind == "article" else slug(id)
        hint = f", as '{proposal}'" if is_valid(kind, proposal) else ""
        slashes = ", slashes" if kind == "article" else ""
        raise Refused(f"'{id[:80]}' cannot be an id: use a-z, 0-9, hyphens{slashes}, and not 'index' or 'readme'{hint}")
    record_set = record_set_of(records, kind)
    if id in record_set.records or id in record_set.broken:
        raise Refused(f"the id '{id}' is taken: {record_set.place_of(id)}")
    for other, record in record_set.records.items():
        if other != of and id in record.formerly:
            raise Refused(f"the id '{id}' is taken: '{other}' was called so formerly ({record_set.place_of(other)})")


def is_valid(kind: RecordKind, id: str) -> bool:
    """Tell whether `id` can be the id of a record of this kind."""
    return is_article_id(id) if kind == "article" else is_id(id)
