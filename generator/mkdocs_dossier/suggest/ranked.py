"""All suggestions of a collection, the most widely used names first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import NamedTuple

from mkdocs_dossier.model.collection import LinkedArticle, LinkedCorpus
from mkdocs_dossier.model.ids import RESERVED_IDS, slug
from mkdocs_dossier.model.suggestion import AliasOf, Roster, Suggestion
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.suggest.article import ArticleNames, article_names
from mkdocs_dossier.suggest.clues import FROM, PLACE
from mkdocs_dossier.suggest.evidence import shown, spread
from mkdocs_dossier.suggest.forms import right_form
from mkdocs_dossier.suggest.groups import NameGroup, NamePlace, NamesByArticle, articles_of, grouped, written_small
from mkdocs_dossier.suggest.kind import CollectionClues, Guess, guess
from mkdocs_dossier.suggest.known import KnownNames
from mkdocs_dossier.suggest.lands import country_words, demonyms, far_peoples
from mkdocs_dossier.suggest.muted import MutedNames
from mkdocs_dossier.suggest.spelling import folded, name_key
from mkdocs_dossier.suggest.stub import actor_entry, alias_item

VARIANTS = 8
"""So many other spellings are shown at most."""


NamesIn = Mapping[str, tuple[LinkedArticle, ArticleNames]]
"""The names in each article, by its id."""


def names_in(articles: Sequence[LinkedArticle], before: NamesIn | None = None, progress: Progress = silent) -> NamesIn:
    """Return the names that the articles use.

    Args:
        before: What was returned the last time; articles that are the very same objects are not looked through again.
    """
    found: dict[str, tuple[LinkedArticle, ArticleNames]] = {}
    for number, article in enumerate(articles, 1):
        id = article.id
        known = None if before is None else before.get(id)
        if known is None or known[0] is not article:
            known = article, article_names(article)
            progress("looking for names", number, len(articles))
        found[id] = known
    return found


def suggest(corpus: LinkedCorpus, roster: Roster, names: NamesIn | None = None) -> tuple[Suggestion, ...]:
    """Return the names that no actor covers, the most widely used first.

    Args:
        names: Those in the articles.
    """
    found = list((names if names is not None else names_in(corpus.articles)).values())
    return _ranked(corpus, found, roster)


@dataclass(frozen=True, slots=True)
class _Bench:
    """What all names are judged by.

    Attributes:
        common: What many names begin with: words of countries' names and demonyms, folded.
    """

    known: KnownNames
    muted: MutedNames
    around: CollectionClues
    common: Set[str]

    def wants(self, group: NameGroup) -> bool:
        """Tell whether a name is still to be covered."""
        covered = any(map(self.known.is_covered, (group.name, group.main)))
        return not covered and group.main not in self.around.lands and not self.muted.hide(group.name, group.spellings)


class _Rank(NamedTuple):
    """What sorts the suggestions."""

    no_actor: bool
    articles: int
    outlets: int
    days: int
    sure: int
    places: int
    name: str


def _ranked(
    corpus: LinkedCorpus, found: list[tuple[LinkedArticle, ArticleNames]], roster: Roster
) -> tuple[Suggestion, ...]:
    known, small = KnownNames(roster), written_small(found)
    around = CollectionClues(_outlets(corpus.articles), known.given, small, country_words(corpus), far_peoples(corpus))
    bench = _Bench(known, MutedNames(roster.muted), around, around.lands | demonyms(corpus))
    beside = _beside_actors(found)
    groups = {group.main: group for group in grouped(found, small)}
    more = (group for key, (_, group) in beside.items() if key not in groups)
    judged = [
        _judged(group, bench, beside.get(group.main, (None,))[0])
        for group in (*groups.values(), *more)
        if bench.wants(group)
    ]
    judged.sort(key=lambda each: each[0])
    return tuple(_with_ids((suggestion for _, suggestion in judged), roster))


def _judged(group: NameGroup, bench: _Bench, beside: str | None) -> tuple[_Rank, Suggestion]:
    """Return a suggestion, and its rank.

    Args:
        beside: The actor behind whose name it stands in brackets.
    """
    clues = [clue for place in group.places for clue in place.sighting.clues]
    kind = guess(group.name, clues, bench.around)
    if beside is not None:
        alias: AliasOf | None = AliasOf(beside, "it stands in brackets behind that name")
    else:
        alias = None if kind.place or kind.thing else _alias(group, kind, bench.known)
    return _rank(group, kind), _suggestion(group, kind, alias, bench)


def _alias(group: NameGroup, kind: Guess, known: KnownNames) -> AliasOf | None:
    together = {m.key for article in articles_of(group) for m in article.mentions if m.kind == "actor"}
    everywhere = frozenset.intersection(
        *(frozenset(m.key for m in article.mentions if m.kind == "actor") for article in articles_of(group))
    )
    named = kind.type not in ("person", "other") and " " in group.name
    return known.alias_of(
        group.name,
        together=together,
        everywhere=everywhere,
        named=named,
        person=kind.type == "person" and kind.sure > 2,
    )


def _rank(group: NameGroup, kind: Guess) -> _Rank:
    """Actors before places and other things; then by how widely the name is used, then by how much speaks for it."""
    articles, outlets, days = spread(group)
    no_actor = kind.place or kind.thing or kind.sure == 0
    return _Rank(no_actor, -articles, -outlets, -days, -kind.sure, -len(group.places), group.main)


def _suggestion(group: NameGroup, kind: Guess, alias: AliasOf | None, bench: _Bench) -> Suggestion:
    articles, outlets, days = spread(group)
    languages = Counter(place.article.record.lang for place in group.places)
    return Suggestion(
        name=group.name,
        id="",
        type=kind.type,
        place=kind.place,
        reason=kind.reason,
        variants=_variants(group, kind, bench),
        articles=articles,
        outlets=outlets,
        days=days,
        evidence=shown(group.places),
        lang=min(languages, key=lambda lang: (-languages[lang], lang)),
        alias_of=alias,
    )


def _variants(group: NameGroup, kind: Guess, bench: _Bench) -> tuple[str, ...]:
    """Return the other spellings, those first that stand most often; of such as count as the same the first."""
    spellings = sorted(group.spellings, key=lambda spelling: (-group.spellings[spelling], spelling))
    found: dict[str, str] = {}
    for spelling in spellings:
        found.setdefault(folded(spelling), spelling)
    found.pop(folded(group.name), None)
    shorts = {folded(place.sighting.short) for place in group.places if place.sighting.short}
    common = bench.common | _elsewhere(group) | {form for form in found if bench.around.small.get(form, 0)}
    right = (form for form in found.values() if right_form(group.name, form, kind.type, shorts, common))
    return tuple(islice(right, VARIANTS))


def _elsewhere(group: NameGroup) -> frozenset[str]:
    """Return the forms that stand somewhere as places do, folded: `in Texas`, `from Texas`."""
    clues = ((place.sighting.name, clue.type) for place in group.places for clue in place.sighting.clues)
    return frozenset(folded(name) for name, type in clues if type in (PLACE, FROM))


def _beside_actors(found: NamesByArticle) -> dict[str, tuple[str, NameGroup]]:
    """Return what stands in brackets behind the names of known actors, with the actor: by the key of that name."""
    groups: dict[str, tuple[str, NameGroup]] = {}
    for article, names in found:
        for actor, sighting in names.beside:
            key = name_key(sighting.name)
            _, group = groups.setdefault(key, (actor, NameGroup(key)))
            group.places.append(NamePlace(article, sighting))
            group.spellings[sighting.name] += 1
            group.names[sighting.name] += 1
    return groups


def _outlets(articles: Iterable[LinkedArticle]) -> frozenset[str]:
    """Return the outlets that articles give, of their own and of what they are based on, folded."""
    records = [article.record for article in articles]
    given = chain((r.outlet for r in records), (based.outlet for r in records for based in r.based_on))
    return frozenset(folded(outlet) for outlet in given if outlet is not None)


def _with_ids(suggestions: Iterable[Suggestion], roster: Roster) -> Iterator[Suggestion]:
    """Give each the id that a new record of it would get: of its name, and no other's; and what to write for it."""
    taken = {*roster.taken, *roster.actors, *RESERVED_IDS}
    for suggestion in suggestions:
        if suggestion.alias_of is not None:
            yield replace(suggestion, id=suggestion.alias_of.actor, yaml=alias_item(suggestion, suggestion.alias_of))
            continue
        plain = slug(suggestion.name, longest=74) or "name"
        id, number = plain, 2
        while id in taken:
            id, number = f"{plain}-{number}", number + 1
        taken.add(id)
        named = replace(suggestion, id=id)
        yield replace(named, yaml=actor_entry(named))
