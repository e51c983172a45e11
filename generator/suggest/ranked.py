"""All suggestions of a collection, the most widely used names first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from generator.memory import Memory
from generator.model.collection import LinkedArticle, LinkedCorpus
from generator.model.ids import RESERVED_IDS, slug
from generator.model.suggestion import AliasOf, Evidence, Roster, Suggestion
from generator.suggest.article import ArticleNames, article_names
from generator.suggest.groups import Group, Place, articles_of, grouped, written_small
from generator.suggest.kind import Guess, Surroundings, guess
from generator.suggest.known import KnownNames
from generator.suggest.muted import MutedNames
from generator.suggest.lands import country_words, far_peoples
from generator.suggest.spelling import folded
from generator.suggest.stub import actor_entry, alias_item

SHOWN = 3
"""So many sentences are shown with each name."""

VARIANTS = 8


def suggest(corpus: LinkedCorpus, roster: Roster, memory: Memory | None = None) -> tuple[Suggestion, ...]:
    """Return the names that the articles use and no actor covers, the most widely used first.

    memory: of the last time; articles that did not change since are not looked through again.
    """
    memory = memory if memory is not None else Memory()
    articles = {article.document.record.id: article for article in corpus.articles}
    names = memory.each("names in articles", articles, article_names)
    return memory.recall(
        "suggestions", (corpus.articles, names, roster), lambda: _ranked(corpus, articles, names, roster)
    )


def _ranked(
    corpus: LinkedCorpus, articles: Mapping[str, LinkedArticle], names: Mapping[str, ArticleNames], roster: Roster
) -> tuple[Suggestion, ...]:
    known, muted = KnownNames(roster), MutedNames(roster.muted)
    found = [(articles[id], each) for id, each in names.items()]
    small = written_small(found)
    around = Surroundings(_outlets(articles.values()), known.given, small, country_words(corpus), far_peoples(corpus))
    also = dict(_behind_actors(found))
    judged = []
    for group in grouped(found, small):
        if group.main in around.lands or any(map(known.is_covered, (group.name, group.main))):
            continue
        if muted.hide(group.name, group.spellings):
            continue
        made = _judged(group, known, around)
        if made is not None:
            judged.append(made)
    judged += (
        _judged_alias(actor, group)
        for (actor, _), group in also.items()
        if not (known.is_covered(group.name) or muted.hide(group.name, ()))
    )
    judged.sort(key=lambda each: each[0])
    return tuple(_with_ids((suggestion for _, suggestion in judged), roster))


_Rank = tuple[int, int, int, int, int, int, str]


def _judged(group: Group, known: KnownNames, around: Surroundings) -> tuple[_Rank, Suggestion] | None:
    clues = [clue for place in group.places for clue in place.sighting.clues]
    name = group.name
    kind = guess(name, clues, around)
    together = {m.key for article in articles_of(group) for m in article.mentions if m.kind == "actor"}
    alias = (
        None
        if kind.place or kind.thing
        else known.alias_of(
            name,
            together=together,
            named=kind.type not in ("person", "other"),
            person=kind.type == "person" and kind.sure > 2,
        )
    )
    return _rank(group, kind), _suggestion(group, kind, alias)


def _judged_alias(actor: str, group: Group) -> tuple[_Rank, Suggestion]:
    kind = Guess("other", False, False, "it stands in brackets behind a known name", 3)
    return _rank(group, kind), _suggestion(group, kind, AliasOf(actor, kind.reason))


def _rank(group: Group, kind: Guess) -> _Rank:
    """What sorts a group: actors before places and other things; then by how widely the name is used."""
    articles, outlets, days = _spread(group)
    return (
        (1 if kind.place or kind.thing or kind.sure == 0 else 0),
        -articles,
        -outlets,
        -days,
        -kind.sure,
        -len(group.places),
        group.main,
    )


def _spread(group: Group) -> tuple[int, int, int]:
    """How many articles, outlets and days use a name. Articles without an outlet count as one of it."""
    records = [article.document.record for article in articles_of(group)]
    return len(records), len({record.outlet for record in records}), len({record.day for record in records})


def _suggestion(group: Group, kind: Guess, alias: AliasOf | None) -> Suggestion:
    name = group.name
    variants = [spelling for spelling, _ in group.spellings.most_common() if folded(spelling) != folded(name)]
    articles, outlets, days = _spread(group)
    evidence = tuple(_evidence(group.places))
    languages = Counter(place.article.document.record.lang for place in group.places)
    return Suggestion(
        name=name,
        id="",
        type=kind.type,
        place=kind.place,
        reason=kind.reason,
        variants=tuple({folded(variant): variant for variant in reversed(variants)}.values())[::-1][:VARIANTS],
        articles=articles,
        outlets=outlets,
        days=days,
        evidence=evidence,
        lang=languages.most_common(1)[0][0],
        alias_of=alias,
    )


def _evidence(places: Iterable[Place]) -> Iterator[Evidence]:
    """Three places: in different articles and of different outlets if there are, the surest first."""
    seen: set[str] = set()
    outlets: Counter[str | None] = Counter()
    left = sorted(places, key=lambda place: (not place.sighting.sure, -place.sighting.words))
    chosen: list[Place] = []
    for again in (False, True):
        for place in left:
            id = place.article.document.record.id
            key = f"{id}:{place.sighting.sentence}" if again else id
            if len(chosen) < SHOWN and key not in seen:
                seen.update((key, id, f"{id}:{place.sighting.sentence}"))
                outlets[place.article.document.record.outlet] += 1
                chosen.append(place)
    for article, sighting in chosen:
        yield Evidence(article, sighting.sentence, sighting.start, sighting.end)


def _behind_actors(found: Iterable[tuple[LinkedArticle, ArticleNames]]) -> Iterator[tuple[tuple[str, str], Group]]:
    """What stands in brackets behind the names of known actors, by actor and name."""
    groups: dict[tuple[str, str], Group] = {}
    for article, names in found:
        for actor, sighting in names.also:
            group = groups.setdefault((actor, folded(sighting.name)), Group(folded(sighting.name)))
            group.places.append(Place(article, sighting))
            group.spellings[sighting.name] += 1
            group.names[sighting.name] += 1
    yield from groups.items()


def _outlets(articles: Iterable[LinkedArticle]) -> frozenset[str]:
    """The outlets that articles give, of their own and of what they are based on, folded."""
    records = [article.document.record for article in articles]
    given = chain((r.outlet for r in records), (based.outlet for r in records for based in r.based_on))
    return frozenset(folded(outlet) for outlet in given if outlet is not None)


def _with_ids(suggestions: Iterable[Suggestion], roster: Roster) -> Iterator[Suggestion]:
    """Give each the id that a new record of it would get: of its name, and no other's."""
    taken = {*roster.taken, *roster.actors, *RESERVED_IDS}
    for suggestion in suggestions:
        plain = slug(suggestion.name, longest=74) or "name"
        id, number = plain, 2
        while id in taken:
            id, number = f"{plain}-{number}", number + 1
        if suggestion.alias_of is not None:
            yield replace(suggestion, id=id, yaml=alias_item(suggestion, suggestion.alias_of))
            continue
        taken.add(id)
        named = replace(suggestion, id=id)
        yield replace(named, yaml=actor_entry(named))
