"""Puts together what is one name: surnames with the full name, acronyms with what they stand for, short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.suggest.article import ArticleNames, Sighting
from mkdocs_dossier.suggest.forms import SUFFIXES, is_abbreviation, may_be_person
from mkdocs_dossier.suggest.heads import head_type, is_head
from mkdocs_dossier.suggest.spelling import is_initial, latin_words, name_key

NamesByArticle = Sequence[tuple[LinkedArticle, ArticleNames]]


class NamePlace(NamedTuple):
    article: LinkedArticle
    sighting: Sighting


@dataclass(slots=True)
class NameGroup:
    """All places of one name.

    Attributes:
        spellings: How often each is written so.
        main: The key of the name itself.
    """

    main: str
    places: list[NamePlace] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The name, as it is written most often; the earlier in the alphabet of two."""
        return min(self.names, key=lambda name: (name.isupper() and len(name) > 5, -self.names[name], name))


def grouped(found: NamesByArticle, small: Mapping[str, int]) -> list[NameGroup]:
    """Return the names of all articles, each once.

    Args:
        small: In how many articles each word is written small.
    """
    keys = _Keys(found)
    groups: dict[str, NameGroup] = {}
    for article, names in found:
        own = _full_by_part(names, keys)
        for sighting in names.sightings:
            key = keys.of(sighting.name)
            alone = own.get(_bare(key)) if sighting.words == 1 else None
            key = alone or keys.joined(key)
            group = groups.get(key)
            if group is None:
                group = groups[key] = NameGroup(key)
            group.places.append(NamePlace(article, sighting))
            group.spellings[sighting.name] += 1
            if keys.of(sighting.name) == key:
                group.names[sighting.name] += 1
    return [group for group in groups.values() if group.names and _is_name(group, small)]


def written_small(found: NamesByArticle) -> Counter[str]:
    """Return in how many articles each word is written small."""
    return Counter(chain.from_iterable(names.small.split("\n") for _, names in found))


def _bare(key: str) -> str:
    """Return a lone surname without its particle."""
    words = latin_words(key)
    return words[-1] if words else key


def _full_by_part(names: ArticleNames, keys: _Keys) -> dict[str, str]:
    """Return the keys of the longer names in an article, by the word of them that later stands alone; of two names,
    none.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for sighting in names.sightings:
        if sighting.words > 1 and may_be_person(sighting.name):
            words = latin_words(sighting.name)
            if len(words) > 1:
                found[words[-1]].add(keys.joined(keys.of(sighting.name)))
    for sighting in names.sightings:  # the family name may come first; but a last name counts before it
        if 1 < sighting.words < 4 and may_be_person(sighting.name):
            words = latin_words(sighting.name)
            if len(words) > 1 and words[0] not in found:
                found[words[0]].add(keys.joined(keys.of(sighting.name)))
    short = _first_words(names, keys)
    return {word: next(iter(keys)) for word, keys in {**short, **found}.items() if len(keys) == 1}


def _first_words(names: ArticleNames, keys: _Keys) -> dict[str, set[str]]:
    """Return the keys of organizations by the word that they begin with: `Meridian` for Meridian Systems."""
    found: dict[str, set[str]] = defaultdict(set)
    for sighting in names.sightings:
        words = sighting.name.split()
        if len(words) > 1 and head_type(words) is not None and not is_head(words[0]):
            key = keys.of(sighting.name)
            if not sighting.name.isupper() and keys.never_alone(keys.of(words[0]), key):
                found[_bare(words[0].lower())].add(keys.joined(key))
    return found


class _Keys:
    """Which keys are one name: by acronym, by the beginning of an organization's name, by initials and surname."""

    def __init__(self, found: NamesByArticle) -> None:
        self._known: dict[str, str] = {}
        names: dict[str, set[str]] = defaultdict(set)
        shorts: dict[str, Counter[str]] = defaultdict(Counter)
        for article, each in found:
            for sighting in each.sightings:
                key = self.of(sighting.name)
                names[key].add(article.id)
                if sighting.short:
                    shorts[self.of(sighting.short)][key] += 1
        self._articles = names
        self._joined = dict(chain(_beginnings(names), _initials(names), _surnames(names), _acronyms(shorts)))

    def of(self, name: str) -> str:
        key = self._known.get(name)
        if key is None:
            key = self._known[name] = name_key(name)
        return key

    def never_alone(self, beginning: str, key: str) -> bool:
        """Tell whether all articles that use the beginning of a name use the name too; else it is one of its own."""
        return self._articles.get(beginning, set()) <= self._articles.get(key, set())

    def joined(self, key: str) -> str:
        """Return the key of the full name of which this one is another form; its own if there is none."""
        for _ in range(4):
            following = self._joined.get(key)
            if following is None or following == key:
                break
            key = following
        return key


def _acronyms(shorts: Mapping[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    """Yield what stands in brackets, with the name that it stands behind; `SDF (Syrian Democratic Forces)` the other
    way.
    """
    for short, names in shorts.items():
        name = names.most_common(1)[0][0]
        if short != name and shorts.get(name, Counter()).get(short) is None:
            yield short, name


def _beginnings(names: Mapping[str, Set[str]]) -> Iterator[tuple[str, str]]:
    """`Novara Textile` with `Novara Textile Inspectorate`, where only one name begins so and it never stands
    alone in an article.

    Args:
        names: The articles that use each.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for key in names:
        words = key.split()
        if len(words) > 2 and head_type(words) is not None:
            for length in range(2, len(words)):
                longer[" ".join(words[:length])].add(key)
    for beginning, keys in longer.items():
        if beginning in names and len(keys) == 1 and head_type(beginning.split()) is None:
            (key,) = keys
            if names[beginning] <= names[key]:
                yield beginning, key
    for key in names:
        head, _, suffix = key.rpartition(" ")
        if suffix.rstrip(".") in SUFFIXES and head in names:
            yield key, head


def _initials(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """`m. j. ostrowski` and `m. ostrowski` with `marta ostrowski`, where only one such name has that surname."""
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    short: list[tuple[str, tuple[str, str]]] = []
    for key in names:
        words = key.split()
        if len(words) < 2:
            continue
        if is_initial(words[0]):
            if not is_initial(words[-1]):
                short.append((key, (words[0][0], words[-1])))
        elif head_type(words) is None:
            full[words[0][0], words[-1]].add(key)
    for key, initials in short:
        if len(full[initials]) == 1:
            yield key, next(iter(full[initials]))


def _surnames(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a lone surname with the only name that ends so."""
    full: dict[str, set[str]] = defaultdict(set)
    lone: list[tuple[str, str]] = []
    for key in names:
        words = key.split()
        if len(words) == 1:
            lone.append((key, _bare(key)))
        elif may_be_person(key) and not is_initial(words[0]):
            full[_bare(key)].add(key)
    for key, surname in lone:
        if len(full.get(surname, ())) == 1 and not is_head(key):
            yield key, next(iter(full[surname]))


def _is_name(group: NameGroup, small: Mapping[str, int]) -> bool:
    """Tell whether a group is more than a word that happens to stand at the beginning of a sentence, or a title."""
    words = group.name.split()
    low = [word.lower().rstrip(".") for word in words]
    sure = [place for place in group.places if place.sighting.sure]
    if len(words) > 1:
        if is_abbreviation(words[0]) and all(small.get(word, 0) for word in low[1:]):
            return False  # a country and any word: the full stop of `U.S.` may end a sentence, or a headline goes on
        if group.name.isupper() and all(p.sighting.heading for p in group.places if p.sighting.words > 1):
            return False
        alone = any(not place.sighting.heading for place in group.places)
        return bool(sure) or (alone and not any(small.get(word, 0) for word in low if len(word) > 3))
    if len(words[0]) < 2 or any(letter.isdigit() for letter in words[0]):
        return False
    if (head := head_type(("", words[0]))) is not None and head[0] != "media":
        return False
    articles = {place.article.id for place in sure}
    return bool(articles) and len(articles) >= 2 * small.get(low[0], 0)


def articles_of(group: NameGroup) -> Iterable[LinkedArticle]:
    """Return the articles that use a name, each once."""
    return {place.article.id: place.article for place in group.places}.values()
