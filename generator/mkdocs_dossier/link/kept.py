"""What linking found, to be kept between runs: names and mentions as plain data, and back again.

`corpus.py` takes articles from the last run; this lets a new process take them from an earlier one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from mkdocs_dossier.link.article import HandTargets
from mkdocs_dossier.link.corpus import Kept, Remembered, order
from mkdocs_dossier.link.date_phrases import NamedDay
from mkdocs_dossier.link.lexicon import Owner
from mkdocs_dossier.link.names import Names, Spelled
from mkdocs_dossier.link.surnames import PersonName
from mkdocs_dossier.model.collection import Document
from mkdocs_dossier.model.edtf import Edtf, parse_edtf
from mkdocs_dossier.model.plain import Plain, as_plain, from_plain

KeptFindings = dict[str, list[Any]]
"""For each article, by its id: what tells its file from any other, and what `as_plain` says of it."""


class FromKept(NamedTuple):
    """What was kept of the articles whose files did not change: as it was kept, and as it was before that."""

    found: KeptFindings
    remembered: Remembered


def from_kept(plain: Plain, documents: Mapping[str, Document], sources: Mapping[str, str]) -> FromKept:
    """Return what an earlier process found.

    Args:
        plain: As `to_keep` returned it.
        sources: What tells each article's file, by its id.
    """
    names, found = plain
    same: KeptFindings = {id: entry for id, entry in found.items() if id in documents and sources.get(id) == entry[0]}
    linked = {
        id: Kept(*from_plain(documents[id], article), "", order(documents[id])) for id, (_, article) in same.items()
    }
    return FromKept(same, Remembered(_names_from(names), linked))


def to_keep(linked: Remembered, sources: Mapping[str, str], before: FromKept | None) -> Plain:
    """Return what is to be kept of what was linked.

    Args:
        before: What was taken from an earlier process.
    """
    old = {} if before is None else before.remembered.articles
    plain: KeptFindings = {} if before is None else before.found
    found: KeptFindings = {
        id: plain[id] if old.get(id) is kept else [sources[id], as_plain(kept.article, kept.problems)]
        for id, kept in linked.articles.items()
    }
    return [_names_to(linked.names), found]


def _names_to(names: Names) -> Plain:
    known = names.known
    persons = {id: [sorted(name.given), name.family_first] for id, name in known.persons.items()}
    spelled = {language: [_spelled_to(spellings) for spellings in both] for language, both in names.spelled.items()}
    days = [[day, list(nouns)] for day, nouns in known.days]
    return [sorted(known.actors), persons, sorted(known.countries), spelled, days]


def _names_from(plain: Plain) -> Names:
    actors, persons, countries, spelled, days = plain
    known = HandTargets(
        frozenset(actors),
        {id: PersonName(frozenset(given), family_first) for id, (given, family_first) in persons.items()},
        frozenset(countries),
        tuple(NamedDay(day, tuple(nouns)) for day, nouns in days),
    )
    both = {language: [_spelled_from(spellings) for spellings in spelled[language]] for language in spelled}
    return Names(known, {language: (cased, caseless) for language, (cased, caseless) in both.items()})


def _spelled_to(spelled: Spelled) -> dict[str, Plain]:
    return {spelling: [_owner_to(owner) for owner in owners] for spelling, owners in spelled.items()}


def _spelled_from(plain: Mapping[str, Plain]) -> Spelled:
    return {spelling: {_owner_from(owner): None for owner in owners} for spelling, owners in plain.items()}


_PLAIN = (None, None, None, "")
"""What most owners have behind their first four values."""


def _owner_to(owner: Owner) -> Plain:
    if owner[4:] == _PLAIN:
        return list(owner[:4])
    return [*owner[:4], *(None if when is None else when.text for when in owner[4:7]), owner.only]


def _owner_from(plain: Plain) -> Owner:
    return Owner(*plain[:4], *(_edtf(text) for text in plain[4:7]), *plain[7:])


def _edtf(text: str | None) -> Edtf | None:
    return None if text is None else parse_edtf(text)
