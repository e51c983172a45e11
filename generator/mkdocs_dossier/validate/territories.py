"""Joins the user's `countries.yml` with the built-in table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.near_names import Suggestions
from mkdocs_dossier.model.records import Country
from mkdocs_dossier.model.territory import Territory
from mkdocs_dossier.validate.record import Tree


def join_territories(built_in: Mapping[str, Territory], own: Mapping[str, Country]) -> dict[str, Territory]:
    """Return every territory by code, the user's words laid over the built-in ones. A new code needs a name."""
    joined = dict(built_in)
    for code, country in own.items():
        if code in built_in:
            joined[code] = _over(built_in[code], country)
        elif country.name is not None:
            base = Territory(code, country.name, {"en": (country.name,)}, own=True)
            joined[code] = _over(base, country)
    return dict(sorted(joined.items()))


def check_territories(
    built_in: Mapping[str, Territory], own: Mapping[str, Country], trees: Mapping[str, Tree]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new code that has no name."""
    names = Suggestions(built_in)
    for code, country in own.items():
        if code not in built_in and country.name is None:
            hint = names.hint(code, otherwise="give it a 'name' to make a territory of your own")
            yield Diagnostic(trees[code].place, "unknown-country", f"there is no country '{code}'", hint)


def all_names(territory: Territory) -> Iterator[str]:
    """Yield every name by which a country may be looked for: in any language, and of its people."""
    yield from (territory.name, *filter(None, (territory.official,)), *territory.names.get("en", ()))
    yield from (*territory.aliases, *territory.demonyms)
    yield from (name for names in territory.names.values() for name in names)


def _over(territory: Territory, country: Country) -> Territory:
    names = (country.name,) if country.name and country.name not in territory.names.get("en", ()) else ()
    return replace(
        territory,
        name=country.name or territory.name,
        aliases=(*names, *(alias.name for alias in country.aliases)),
        weak=territory.weak | {alias.name for alias in country.aliases if alias.weak},
        hidden=(*territory.hidden, *country.hidden),
        summary=country.summary or "",
        source=country.origin.path,
    )
