"""Everything that may be named in a text of one language: phrases, each with those who own it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.link.name_words import former_states
from mkdocs_dossier.link.surnames import surnames
from mkdocs_dossier.link.variants import variants
from mkdocs_dossier.model.edtf import Edtf
from mkdocs_dossier.model.mention import MentionKind
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.territory import Territory

IN_CAPITALS = 4
"""A name of one word needs so many letters to be found in headlines in capitals."""

HIDES = "not"
"""The rule of a phrase that hides its owner's names inside it."""

RULES = {
    "name": "the name of the actor or country, as it is best known",
    "alias": "another name that counts by itself",
    "weak": "a name that counts only after the same actor was named in full earlier in the article, or a country's "
    "name or demonym that several countries share and that needs the country's own name in the article",
    "surname": "the surname of a person who was named in full earlier in the article",
    "title": "an office and the surname of who holds it on the article's day, where one person alone of the collection "
    "has that surname and the article names nobody else of it",
    "demonym": "the adjective or noun for the people of a country, or of a state of the past",
    "capital": "the capital of a country that the article names too",
    "hand": "a link made by hand: `[[actor-id]]`",
    "overrule": "the article's own `mentions:` says so",
}
"""Every rule that makes a mention of an actor or a country. Those for dates are in `link/dates.py`."""


class Owner(NamedTuple):
    """Who a phrase may name, and by which rule.

    Attributes:
        since, until: When an actor's alias was in use, or an office was held.
        born: When a person was born.
        only: `capitals` where it counts in nothing but text in capitals, `hyphen` before one.
    """

    kind: MentionKind
    key: str
    rule: str
    weak: bool = False
    since: Edtf | None = None
    until: Edtf | None = None
    born: Edtf | None = None
    only: str = ""


class Owners(tuple[Owner, ...]):
    """All who own one phrase. What the rules ask of them is worked out once a phrase, not at each of its hits."""

    @cached_property
    def full(self) -> tuple[Owner, ...]:
        """Those whom the phrase names by itself."""
        return tuple(owner for owner in self if not owner.weak)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(sorted({owner.key for owner in self}))

    @cached_property
    def full_keys(self) -> tuple[str, ...]:
        return tuple(sorted({owner.key for owner in self.full}))

    @cached_property
    def are_dated(self) -> bool:
        """Whether one of them was born on a known day, or held an office."""
        return any(owner.born is not None or owner.rule == "title" for owner in self)

    @cached_property
    def are_restricted(self) -> bool:
        """Whether one of them counts only in some places."""
        return any(owner.only for owner in self)

    @cached_property
    def hiding(self) -> tuple[Owner, ...]:
        return tuple(owner for owner in self if owner.rule == HIDES)

    @cached_property
    def actors(self) -> Owners:
        return self._of_kind("actor")

    @cached_property
    def countries(self) -> Owners:
        return self._of_kind("country")

    def _of_kind(self, kind: MentionKind) -> Owners:
        of_kind = Owners(owner for owner in self if owner.kind == kind)
        return self if len(of_kind) == len(self) else of_kind


class LexiconEntry(NamedTuple):
    """A phrase as written in YAML or the table.

    Attributes:
        caseless: Upper and lower case are the same.
    """

    phrase: str
    owner: Owner
    caseless: bool = False


def actor_entries(actor: Actor) -> Iterator[LexiconEntry]:
    """Yield the phrases by which a text may name an actor."""
    is_person = actor.type == "person"
    born = actor.born if is_person else None
    for name in variants(actor.name, is_person=is_person):
        yield LexiconEntry(name, Owner("actor", actor.id, "name", born=born))
    for alias in actor.aliases:
        rule = "weak" if alias.weak else "alias"
        owner = Owner("actor", actor.id, rule, alias.weak, alias.since, alias.until, born)
        for name in variants(alias.name, is_person=is_person):
            yield LexiconEntry(name, owner, alias.case == "any")
    if is_person:
        for surname in surnames(actor):
            for name in variants(surname, is_person=True):
                yield LexiconEntry(name, Owner("actor", actor.id, "surname", True))
    else:
        for name in (actor.name, *(alias.name for alias in actor.aliases)):
            for people in former_states().get(fold_phrase(name).removeprefix("the "), ()):
                yield LexiconEntry(people, Owner("actor", actor.id, "demonym"))
    for phrase in actor.hidden:
        yield LexiconEntry(phrase, Owner("actor", actor.id, HIDES))


def territory_entries(territory: Territory, language: str) -> Iterator[LexiconEntry]:
    """Yield the phrases by which a text in `language` (BCP 47) may name a country."""
    languages = _spoken(language)
    code, weak = territory.code, territory.weak

    def entry(phrase: str, rule: str) -> LexiconEntry:
        is_weak = phrase in weak
        return LexiconEntry(phrase, Owner("country", code, "weak" if is_weak else rule, is_weak))

    for language in languages:
        for name in territory.names.get(language, ()):
            yield entry(name, "name" if name == territory.name else "alias")
        for capital in (territory.capitals or {}).get(language, ()):
            yield LexiconEntry(capital, Owner("country", code, "capital", True))
    for alias in territory.aliases:
        yield entry(alias, "alias")
    for demonym in territory.demonyms:
        yield entry(demonym, "demonym")
    for prefix in territory.prefixes:
        yield LexiconEntry(prefix, Owner("country", code, "demonym", only="hyphen"))
    for phrase in territory.hidden:
        yield LexiconEntry(phrase, Owner("country", code, HIDES))


def _spoken(language: str) -> tuple[str, ...]:
    """`zh-Hant-TW` reads zh-Hant-TW, zh-Hant and zh; every text reads English too."""
    parts = language.split("-")
    chain = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return tuple(dict.fromkeys((*chain, "en")))


def spellings(phrase: str) -> Iterator[str]:
    """Yield the folded spellings that count as `phrase` where letter case counts."""
    folded = fold_phrase(phrase)
    yield folded
    if folded[:1].islower():
        yield folded[0].upper() + folded[1:]
    elif folded.startswith("The "):
        yield "t" + folded[1:]
    if " " in folded and (capitals := folded.upper()) != folded:
        yield capitals
