"""What the records cover already, and whose other name a name is likely to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import chain

from mkdocs_dossier.link.surnames import surnames
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.model.suggestion import AliasOf, Roster
from mkdocs_dossier.suggest.spelling import (
    acronyms,
    folded,
    latin_words,
    same_person,
    skeleton,
    sounds_alike,
    telling,
)

_LONG = 4
"""A lone surname needs so many letters to be told by its sound."""


class KnownNames:
    """The names of all actors, ready to be asked for. covered: folded."""

    def __init__(self, roster: Roster) -> None:
        self.covered = frozenset(chain.from_iterable(map(_phrases, roster.actors.values())))
        self.given: set[str] = set()
        self._by_surname: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._by_words: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._by_letters: dict[str, set[str]] = defaultdict(set)
        self._by_beginning: dict[str, set[str]] = defaultdict(set)
        for id, actor in roster.actors.items():
            self._add(id, actor)

    def _add(self, id: str, actor: Actor) -> None:
        for name in (actor.name, *(alias.name for alias in actor.aliases)):
            words = latin_words(name)
            if not words:
                continue
            if actor.type == "person":
                # An alias with initials fits others of the surname as well: only the name itself may have them.
                if len(words) > 1 and (len(words[0]) > 1 or name == actor.name):
                    self.given.add(words[0])
                    self._by_surname[skeleton(words[-1])].append((id, words))
                    self._by_surname[skeleton(words[0])].append((id, words[1:] + words[:1]))
                continue
            self._by_words[telling(name)].add(id)
            for letters in acronyms(name) if len(words) > 1 else ():
                self._by_letters[letters].add(id)
            parts = folded(name).split()
            for length in range(2, len(parts)):
                self._by_beginning[" ".join(parts[:length])].add(id)

    def is_covered(self, name: str) -> bool:
        return folded(name) in self.covered

    def alias_of(
        self, name: str, *, together: Set[str], everywhere: Set[str], named: bool, person: bool
    ) -> AliasOf | None:
        """Return whose other name a name is likely to be.

        Args:
            together: Actors that the same articles name.
            everywhere: Those that all articles with the name name.
            named: It is said to be an organization.
            person: It is said to be a person.
        """
        makers = () if named else (self._person(name, together),)
        others = () if person else (self._words(name), self._letters(name, together), self._beginning(name, everywhere))
        return next((found for found in (*makers, *others) if found is not None), None)

    def _person(self, name: str, together: Set[str]) -> AliasOf | None:
        words = latin_words(name)
        if not words:
            return None
        alike = self._by_surname.get(skeleton(words[-1]), [])
        if len(words) == 1:
            if len(words[0]) < _LONG:
                return None
            found = {id for id, other in alike if sounds_alike(words[0], other[-1]) and id in together}
            return self._one(found, "a surname that sounds alike", weak=True)
        found = {id for id, other in alike if same_person(words, other)}
        initials = min(map(len, words[:-1])) == 1
        return self._one(found, "the same name with initials" if initials else "a name that sounds alike")

    def _words(self, name: str) -> AliasOf | None:
        words = telling(name)
        return self._one(self._by_words.get(words, ()), "the same words") if len(words) > 1 else None

    def _letters(self, name: str, together: Set[str]) -> AliasOf | None:
        if not name.isupper() or " " in name:
            return None
        letters = name.replace(".", "").replace("-", "").lower()
        found = set(self._by_letters.get(letters, ())) & together
        return self._one(found, "the first letters of that name")

    def _beginning(self, name: str, everywhere: Set[str]) -> AliasOf | None:
        found = set(self._by_beginning.get(folded(name), ())) & everywhere
        return self._one(found, "the beginning of that name")

    def _one(self, ids: Iterable[str], reason: str, *, weak: bool = False) -> AliasOf | None:
        """Return the only one of some actors; None if there are several, since nobody knows which is meant."""
        found = set(ids)
        if len(found) != 1:
            return None
        (id,) = found
        return AliasOf(id, reason, weak)


def _phrases(actor: Actor) -> Iterator[str]:
    """Yield the names of an actor, folded: weak ones and surnames too, which a record covers though they link not
    always.
    """
    yield folded(actor.name)
    yield from (folded(alias.name) for alias in actor.aliases)
    if actor.type == "person":
        yield from map(folded, surnames(actor))
