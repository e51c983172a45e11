"""What an editor proposes where the id of a record or the code of a country belongs: each with the name behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_dossier.model.records import Actor, Article, Country, Event, Record
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.model.territory import Territory

Choices = Mapping[RecordKind, tuple["Choice", ...]]
"""By the kind of record that is referred to."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A record or country that an editor proposes.

    Attributes:
        id: What is written into the file.
        name: By which a user looks for it.
        about: What tells it from others of the name.
    """

    id: str
    name: str
    about: str = ""

    def snippet(self) -> dict[str, Any]:
        """As the YAML language server reads it: found by id and by name, though the id alone is written.

        It costs the editor far less than a schema for each id (minutes, with some thousands), and does not refuse ids
        that were added since.
        """
        label = self.id if not self.name else f"{self.id} ({' '.join(self.name.split())[:80]})"
        return {"label": label, "body": self.id} | ({"description": self.about} if self.about else {})


def country_choices(territories: Mapping[str, Territory]) -> Choices:
    """Return the countries of a table."""
    return {"country": tuple(Choice(code, one.name) for code, one in territories.items())}


def record_choices(records: Iterable[Record], territories: Mapping[str, Territory]) -> Choices:
    """Return the ids of all records, the private ones too: for their editors alone, never for the site."""
    found: dict[RecordKind, list[Choice]] = {"actor": [], "event": [], "article": []}
    countries = {code: Choice(code, one.name) for code, one in territories.items()}
    for record in records:
        private = "" if record.status == "published" else f", {record.status}"
        if isinstance(record, Actor):
            found["actor"].append(Choice(record.id, record.name, record.type + private))
        elif isinstance(record, Event):
            found["event"].append(Choice(record.id, record.title, f"{record.type}, {record.date.text}{private}"))
        elif isinstance(record, Article):
            outlet = f", {record.outlet}" if record.outlet else ""
            found["article"].append(Choice(record.id, record.title, f"{record.day.isoformat()}{outlet}{private}"))
        elif isinstance(record, Country) and record.name is not None:
            countries[record.id] = Choice(record.id, record.name)
    listed = {kind: tuple(sorted(of_kind, key=lambda one: one.id)) for kind, of_kind in found.items()}
    return {**listed, "country": tuple(countries[code] for code in sorted(countries))}
