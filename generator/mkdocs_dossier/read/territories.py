"""Reads the built-in table of countries (made by `tools/make_territories.py`)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from mkdocs_dossier.model.territory import Territory


@cache
def built_in_territories() -> dict[str, Territory]:
    """Return every territory of ISO 3166-1, and `XK`, by its code."""
    table = json.loads((files("mkdocs_dossier") / "data" / "territories.json").read_text(encoding="utf-8"))
    return {code: _territory(code, entry) for code, entry in sorted(table.items()) if code != "about"}


def _territory(code: str, entry: dict[str, Any]) -> Territory:
    demonyms = entry.get("demonyms", {}).get("en", ())
    return Territory(
        code=code,
        name=entry["name"],
        official=entry.get("official", ""),
        names=_by_language(entry.get("names", {})),
        demonyms=tuple(word for word in demonyms if not word.endswith("-")),
        prefixes=tuple(word.removesuffix("-") for word in demonyms if word.endswith("-")),
        capitals=_by_language(entry.get("capitals", {})),
        weak=frozenset(entry.get("weak", ())),
        hidden=tuple(entry.get("not", ())),
        latitude=entry.get("lat"),
        longitude=entry.get("lon"),
    )


def _by_language(names: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(values) for language, values in names.items()}
