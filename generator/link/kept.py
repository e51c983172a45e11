"""What linking found, to be kept between runs: names and mentions as plain data, and back again.

`corpus.py` takes articles from its memory of the last run; this fills the memory of a new process.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.link.article import KnownNames
from generator.link.corpus import Kept, order
from generator.link.lexicon import Owner
from generator.link.names import Names, Spelled
from generator.link.surnames import PersonName
from generator.memory import Memory
from generator.model.collection import Document
from generator.model.edtf import Edtf, parse_edtf
from generator.model.plain import Plain, as_plain, from_plain

Found = dict[str, list[Any]]
"""For each article, by its id: what tells its file from any other, and what `as_plain` says of it."""


def remember(plain: Plain, documents: Mapping[str, Document], sources: Mapping[str, str], memory: Memory) -> Found:
    """Put what was kept into `memory`, and return it. sources: what tells each article's file, by its id.

    An article whose file changed is left out.
    """
    names, found = plain
    same: Found = {id: entry for id, entry in found.items() if id in documents and sources.get(id) == entry[0]}
    linked: dict[str, Kept] = {}
    for id, (_, article) in same.items():
        linked[id] = Kept(*from_plain(documents[id], article), "", order(documents[id]))
    memory.keep("names", _names_from(names))
    memory.keep("linked", linked)
    return same


def to_keep(memory: Memory, sources: Mapping[str, str], before: Found) -> Plain:
    """Return what is to be kept of what `link_collection` left in `memory`. before: as `remember` returned it."""
    old: Mapping[str, Kept] = memory.last("linked before") or {}
    linked: Mapping[str, Kept] = memory.last("linked")
    found: Found = {}
    for id, kept in linked.items():
        same = id in before and old.get(id) is kept
        found[id] = before[id] if same else [sources[id], as_plain(kept.article, kept.problems)]
    return [_names_to(memory.last("names")), found]


def _names_to(names: Names) -> Plain:
    known = names.known
    persons = {id: [sorted(name.given), name.family_first] for id, name in known.persons.items()}
    spelled = {language: [_spelled_to(spellings) for spellings in both] for language, both in names.spelled.items()}
    return [sorted(known.actors), persons, sorted(known.countries), spelled]


def _names_from(plain: Plain) -> Names:
    actors, persons, countries, spelled = plain
    known = KnownNames(
        frozenset(actors),
        {id: PersonName(frozenset(given), family_first) for id, (given, family_first) in persons.items()},
        frozenset(countries),
    )
    both = {language: [_spelled_from(spellings) for spellings in spelled[language]] for language in spelled}
    return Names(known, {language: (cased, caseless) for language, (cased, caseless) in both.items()})


def _spelled_to(spelled: Spelled) -> dict[str, Plain]:
    return {spelling: [_owner_to(owner) for owner in owners] for spelling, owners in spelled.items()}


def _spelled_from(plain: Mapping[str, Plain]) -> Spelled:
    return {spelling: {_owner_from(owner): None for owner in owners} for spelling, owners in plain.items()}


def _owner_to(owner: Owner) -> Plain:
    if owner.since is None and owner.until is None:
        return list(owner[:4])
    return [*owner[:4], *(None if when is None else when.text for when in owner[4:])]


def _owner_from(plain: Plain) -> Owner:
    return Owner(*plain[:4], *(_edtf(text) for text in plain[4:]))


def _edtf(text: str | None) -> Edtf | None:
    return None if text is None else parse_edtf(text)
