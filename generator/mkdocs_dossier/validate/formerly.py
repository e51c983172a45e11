"""Checks that an address leads to one page: no record was called `formerly` what another is called, or was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.model.formerly import Renamable
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.validate.record import locate
from mkdocs_dossier.validate.records import RecordSet

N = TypeVar("N", bound=Renamable)

_HINT = "an address leads to one page: take it out of one of the two"


def check_former_ids(kind: RecordKind, records: Mapping[str, N], record_set: RecordSet[N]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each former id that another record has, or has had.

    Args:
        records: Those that are shown. What is private leads nowhere, and is in nobody's way.
    """
    former = {id: record.formerly for id, record in sorted(records.items()) if record.formerly}
    claims: dict[str, tuple[str, Place]] = {}
    for id, ids in former.items():
        for number, old in enumerate(ids):
            place = locate(record_set.trees[id], ("formerly", number))
            if old in records or old in record_set.broken:
                message, other = f"'{old}' is the id of {_A[kind]}", record_set.place_of(old)
                yield Diagnostic(place, "former-id", message, _HINT, ((other, "it is here"),))
            elif claims.setdefault(old, (id, place))[0] != id:
                message, other = f"another {kind} was '{old}' too", claims[old][1]
                yield Diagnostic(place, "former-id", message, _HINT, ((other, "it says so here"),))


_A: dict[RecordKind, str] = {"actor": "an actor", "event": "an event", "article": "an article"}
