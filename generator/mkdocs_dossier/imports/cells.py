"""What stands in a cell to what a field takes: dates, countries, types and lists, as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.imports.country_cells import codes_in
from mkdocs_dossier.imports.date_cells import TwoDays, edtf_of

DATES = frozenset("born died founded dissolved date from until".split())
_LISTS = frozenset(("aliases",))
_TYPES = {
    "person": "individual human people man woman politician official journalist",
    "organization": "organisation ngo charity association union institution network nonprofit foundation legalentity",
    "government": "ministry agency publicbody authority state embassy court parliament",
    "military": "army navy airforce",
    "armed-group": "militia rebels rebel guerrilla terrorist paramilitary insurgents gang",
    "party": "politicalparty movement coalition",
    "company": "business corporation firm bank enterprise",
    "media": "newspaper outlet broadcaster magazine tv radio newsagency press",
}
_BY_WORD = {word: type for type, words in _TYPES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Cells:
    """How cells are read. countries: the collection's own, by code and name. day_first: see `edtf_of`."""

    countries: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell is no value of its field."""

    message: str
    hint: str


def value_of(keys: tuple[str, ...], cell: str, cells: Cells) -> str | Wrong:
    """Return the text that a field takes, in lists with `;` between. keys: of the field, outer ones first."""
    last = keys[-1]
    if last in DATES:
        return _date(cell, cells)
    if last in ("countries", "country"):
        found = codes_in(cell, cells.countries)
        # what is no country is left as it stands, for the check that names it
        return cell if isinstance(found, str) else ";".join(found)
    if keys == ("type",):
        return _BY_WORD.get(re.sub(r"[\s_-]+", "", cell.strip().lower()), _as_type(cell))
    return cell.replace("|", ";") if last in _LISTS else cell


def _as_type(cell: str) -> str:
    """`Armed Group` is armed-group."""
    text = cell.strip()
    return re.sub(r"[\s_]+", "-", text.lower()) if text[:1].isupper() else text


def _date(cell: str, cells: Cells) -> str | Wrong:
    try:
        return edtf_of(cell, day_first=cells.day_first) or cell
    except TwoDays as error:
        return Wrong(str(error), "say --day-first or --month-first, or write it as 1955-02-01")
