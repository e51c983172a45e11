"""Checks that an address leads to one page: no record was called `formerly` what another is called, or was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.model.formerly import Renamable
from generator.model.references import RecordKind
from generator.validate.record import locate
from generator.validate.records import RecordSet
from generator.validate.visibility import is_public

N = TypeVar("N", bound=Renamable)

_HINT = "an address leads to one page: take it out of one of the two"


def check_former_ids(kind: RecordKind, shelf: RecordSet[N], now: datetime) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each former id that another record has, or has had. Private records count too."""
    former = {id: record.formerly for id, record in sorted(shelf.records.items()) if record.formerly}
    claims: dict[str, tuple[str, Place]] = {}
    for id, ids in former.items():
        for number, old in enumerate(ids):
            place = locate(shelf.trees[id], ("formerly", number))
            shown = f"'{old}'" if is_public(shelf.records[id], now) else "this former id"
            if old in shelf.records or old in shelf.broken:
                message, other = f"{shown} is the id of {_A[kind]}", shelf.place_of(old)
                yield Diagnostic(place, "former-id", message, _HINT, ((other, "it is here"),))
            elif claims.setdefault(old, (id, place))[0] != id:
                message, other = f"another {kind} was {shown} too", claims[old][1]
                yield Diagnostic(place, "former-id", message, _HINT, ((other, "it says so here"),))


_A: dict[RecordKind, str] = {"actor": "an actor", "event": "an event", "article": "an article"}
