"""The names of the months in the languages of the built-in table (made by `tools/make_months.py`)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_HEBREW_IN = "\N{HEBREW LETTER BET}"
"""Hebrew writes `in` as the first letter of the month."""


@cache
def _tables() -> dict[str, dict[str, int]]:
    table = json.loads((files("mkdocs_dossier") / "data" / "months.json").read_text(encoding="utf-8"))
    return {
        language: {_bare(name): number for name, number in names.items()}
        for language, names in table.items()
        if language != "about"
    }


@cache
def _all() -> dict[str, int | None]:
    """Every name; None for one that is another month in another language (`listopad`)."""
    found: dict[str, int | None] = {}
    for names in _tables().values():
        for name, number in names.items():
            found[name] = number if found.get(name, number) == number else None
    return found


def _bare(name: str) -> str:
    """Without the `de` that Catalan writes before it."""
    return name.removeprefix("de ").removeprefix("d’").removeprefix("d'")


def month(name: str, language: str = "") -> int | None:
    """Return the number of the month `name`. language: BCP 47; without one a name must be the same month in all."""
    low = _bare(name.rstrip(".").lower())
    own = _tables().get(language.partition("-")[0], {})
    number = own.get(low) or _all().get("sep" if low == "sept" else low)
    return month(low[1:], language) if number is None and low[:1] == _HEBREW_IN and low[1:] else number
