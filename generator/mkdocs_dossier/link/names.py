"""Everything that texts may name, ready to be looked for: one lexicon a language; and which articles a change of it
may concern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from mkdocs_dossier.link.article import HandTargets
from mkdocs_dossier.link.date_named_days import named_days
from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.link.lexicon import IN_CAPITALS, LexiconEntry, Owner, actor_entries, spellings, territory_entries
from mkdocs_dossier.link.matcher import Matcher
from mkdocs_dossier.link.surnames import PersonName, person_name
from mkdocs_dossier.link.title_names import title_entries
from mkdocs_dossier.model.collection import Collection
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.territory import Territory

Spelled = Mapping[str, Mapping[Owner, None]]
"""Folded spellings, and who owns each."""


@dataclass(frozen=True)
class Names:
    """All that texts may name.

    Attributes:
        known: The ids and codes that there are.
        spelled: By language, who owns each spelling: those in which letter case counts, and those in which it does not.
        matchers: The matchers that were made already, by language.
    """

    known: HandTargets
    spelled: Mapping[str, tuple[Spelled, Spelled]]
    matchers: dict[str, Matcher] = field(default_factory=dict, compare=False)

    def matcher(self, language: str) -> Matcher:
        """Return the matcher for texts in a language (BCP 47)."""
        if language not in self.matchers:
            self.matchers[language] = Matcher(*self.spelled[language])
        return self.matchers[language]

    def __reduce__(self) -> tuple[type[Names], tuple[object, ...]]:
        """Matchers stay where they are: another process makes its own."""
        return Names, (self.known, self.spelled)


def make_names(collection: Collection, languages: Iterable[str]) -> Names:
    """Return the names in a collection, for texts in these languages (BCP 47)."""
    actors, territories = collection.actors, collection.territories
    persons = {id: name for id, actor in actors.items() if (name := _person_name(actor)) is not None}
    days = named_days(collection.events.values())
    known = HandTargets(frozenset(actors), persons, frozenset(territories), days)
    of_actors = [spelling for actor in actors.values() for spelling in _actor_spellings(actor)]
    of_actors += chain.from_iterable(map(entry_spellings, title_entries(actors.values())))
    return Names(
        known,
        {
            language: owned(chain(of_actors, _of_countries(territories, language)))
            for language in sorted(set(languages))
        },
    )


Spelling = tuple[str, Owner, bool]
"""A folded spelling, its owner, and whether letter case does not count."""


def _person_name(actor: Actor) -> PersonName | None:
    return person_name(actor) if actor.type == "person" else None


def _actor_spellings(actor: Actor) -> tuple[Spelling, ...]:
    return tuple(chain.from_iterable(map(entry_spellings, actor_entries(actor))))


def entry_spellings(entry: LexiconEntry) -> Iterator[Spelling]:
    """Yield the spellings that count as a phrase."""
    if entry.caseless:
        yield fold_phrase(entry.phrase).lower(), entry.owner, True
    else:
        for spelling in spellings(entry.phrase):
            yield spelling, entry.owner, False
        capitals = spelling.upper()
        if " " not in spelling and not entry.owner.only and len(spelling) >= IN_CAPITALS and capitals != spelling:
            yield capitals, entry.owner._replace(only="capitals"), False


def _of_countries(territories: Mapping[str, Territory], language: str) -> tuple[Spelling, ...]:
    return tuple(
        spelling
        for territory in territories.values()
        for entry in territory_entries(territory, language)
        for spelling in entry_spellings(entry)
    )


def owned(spellings: Iterable[Spelling]) -> tuple[Spelled, Spelled]:
    """Return who owns each spelling: those in which letter case counts, then those in which it does not."""
    cased: dict[str, dict[Owner, None]] = {}
    caseless: dict[str, dict[Owner, None]] = {}
    for spelling, owner, any_case in spellings:
        if spelling:
            (caseless if any_case else cased).setdefault(spelling, {})[owner] = None
    return cased, caseless


# -- what a change concerns --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NamesChange:
    """Between two states of the names.

    Attributes:
        cased, caseless: What an article must say, by language, to be concerned (in folded text).
        hand: Whether those are that name ids by hand.
    """

    cased: Mapping[str, frozenset[str]]
    caseless: Mapping[str, frozenset[str]]
    hand: bool

    def may_concern(self, language: str) -> bool:
        """Tell whether there is anything that an article in a language may say."""
        return language not in self.cased or bool(self.cased[language] or self.caseless[language])

    def concerned(self, texts: Sequence[tuple[str, str]], language: str) -> Iterator[str]:
        """Yield the ids of the articles in a language that have to be linked anew.

        Args:
            texts: The articles by id, with their folded texts.
        """
        if language not in self.cased:
            yield from (id for id, _ in texts)
            return
        for spelling in self.cased[language]:
            yield from [id for id, text in texts if spelling in text]
        for spelling in self.caseless[language]:
            yield from [id for id, text in texts if spelling in text.lower()]


def change_of_names(before: Names, now: Names) -> NamesChange:
    """Return what changed. An article in which nothing of it stands is linked as it was."""
    words = frozenset(_told_apart(before.known.persons, now.known.persons))
    moved = before.known.persons.keys() ^ now.known.persons.keys()
    moved |= {
        id
        for id in before.known.persons.keys() & now.known.persons.keys()
        if before.known.persons[id].family_first != now.known.persons[id].family_first
    }
    # Which texts call an event by its day is not known: all are linked anew.
    both = before.spelled.keys() & now.spelled.keys() if before.known.days == now.known.days else frozenset[str]()
    return NamesChange(
        {language: words | _changed(before.spelled[language][0], now.spelled[language][0], moved) for language in both},
        {language: _changed(before.spelled[language][1], now.spelled[language][1], moved) for language in both},
        (before.known.actors, before.known.countries) != (now.known.actors, now.known.countries),
    )


def _told_apart(before: Mapping[str, PersonName], now: Mapping[str, PersonName]) -> Iterator[str]:
    """Yield the words that tell a person from others now and did not, or the other way round."""
    for id, name in now.items():
        if id in before:
            yield from before[id].given ^ name.given


def _changed(before: Spelled, now: Spelled, moved: set[str]) -> frozenset[str]:
    """Return the spellings that are owned by others than before, or by persons who are told apart in another way."""
    changed = {spelling for spelling, owners in now.items() if before.get(spelling) != owners}
    changed |= before.keys() - now.keys()
    if moved:
        changed |= {s for spelled in (before, now) for s, owners in spelled.items() if _owned(owners, moved)}
    return frozenset(changed)


def _owned(owners: Iterable[Owner], ids: set[str]) -> bool:
    return any(owner.kind == "actor" and owner.key in ids for owner in owners)
