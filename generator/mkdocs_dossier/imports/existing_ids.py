"""Which ids the collection has, and had: none of these is given again, and references may lead to them."""

from __future__ import annotations

from typing import Any

from mkdocs_dossier.imports.batch import Ids
from mkdocs_dossier.imports.country_cells import country_form
from mkdocs_dossier.imports.rows import RowKind
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.validate.records import Records, RecordSet


def taken(record_set: RecordSet[Any]) -> frozenset[str]:
    """Return the ids that the records of one kind have, or had: these lead on to them. Private and broken ones too."""
    former = (id for record in record_set.records.values() for id in record.formerly)
    return frozenset((*record_set.records, *record_set.broken, *former))


def ids_of(records: Records) -> Ids:
    """Return all ids of a collection."""
    record_sets: dict[RowKind, RecordSet[Any]] = {"actor": records.actors, "event": records.events}
    there: dict[RecordKind, frozenset[str]] = {
        "actor": _present(records.actors),
        "event": _present(records.events),
        "article": _present(records.articles),
        "country": frozenset(built_in_territories()) | _present(records.countries),
    }
    names = {
        name.casefold(): id
        for id, actor in records.actors.records.items()
        for name in (actor.name, *(alias.name for alias in actor.aliases))
    }
    others: dict[RecordKind, RecordSet[Any]] = {"article": records.articles, "country": records.countries}
    return Ids(
        there=there,
        former={kind: taken(record_set) - there[kind] for kind, record_set in record_sets.items()},
        places={
            kind: {id: record_set.place_of(id).path for id in there[kind]} for kind, record_set in record_sets.items()
        },
        names=names,
        closed=frozenset(kind for kind, record_set in (*record_sets.items(), *others.items()) if not record_set.unread),
    )


def countries_of(records: Records) -> dict[str, str]:
    """Return the codes of all countries, by code and by the names that the collection gives them."""
    own = {code: code for code in (*built_in_territories(), *records.countries.records)}
    for code, country in records.countries.records.items():
        names = (country.name, *(alias.name for alias in country.aliases))
        own |= {country_form(name): code for name in names if name}
    return own


def _present(record_set: RecordSet[Any]) -> frozenset[str]:
    return frozenset((*record_set.records, *record_set.broken))
