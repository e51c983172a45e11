"""The part of a person's name by which later sentences call the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.link.name_words import listed, titles
from mkdocs_dossier.model.records import Actor

_FAMILY_FIRST = frozenset({"CN", "TW", "KP", "KR", "VN"})
"""Where the family name is written first in English too."""

_EITHER = frozenset({"HK", "MO", "SG", "MY"})
"""Where many are called by a given name of another language, which comes first."""

_SPANISH = frozenset("AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE".split())

_ONSET = "(?:zh|ch|sh|ng|nh|kh|gh|gi|ph|th|tr|ts|sz|hs|kw|qu|kk|pp|tt|ss|jj|[bpmfdtnlgkhjqxrzcswyv])?"
_SYLLABLE = f"{_ONSET}[aeiouyv]{{1,3}}(?:ng|nh|ch|[nrmkcptlbh])?(?![aeiou])"
_ONE = re.compile(_SYLLABLE, re.IGNORECASE)
_SOME = re.compile(f"(?:{_SYLLABLE}){{1,3}}", re.IGNORECASE)
"""Words as they are written for Chinese, Korean and Vietnamese names: `You-fei`, not `Carrie`."""


def surnames(person: Actor) -> tuple[str, ...]:
    """Return the surnames of `person`, with and without their particles; nothing for a name of one word."""
    if person.surname is not None:
        words = person.surname.split()
        return _forms(words, 0)
    names = (person.name, *(alias.name for alias in person.aliases if not alias.weak))
    found = chain(_of_name(person.name, person), *(_of_name(name, person) for name in names[1:] if _is_personal(name)))
    return tuple(dict.fromkeys(found))


def own_words(name: str) -> list[str]:
    """Return the words of a person's name without what may stand behind it: `Jr.`, `of Upholl`."""
    words = name.replace(",", " ").split()
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]
    while len(words) > 1 and fold_phrase(words[-1]) in listed("suffixes"):
        words.pop()
    return words


def _of_name(name: str, person: Actor) -> tuple[str, ...]:
    words = own_words(name)
    if fold_phrase(words[-1]) in listed("institutions"):
        return ()
    if len(words) == 2 and words[0] in listed("peers"):
        return (words[1],)
    while len(words) > 1 and words[0].lower() in titles():
        words = words[1:]
    if len(words) < 2:
        return ()
    if is_family_first(words, person.countries):
        return (words[0],)
    spanish = _spanish(words, person.countries)
    return _forms(words, len(words) - 1) if spanish is None else spanish


def _forms(words: Sequence[str], at: int) -> tuple[str, ...]:
    """A surname that begins at a word, with its particles, without them, and without `al-`."""
    start = at
    while start > 1 and words[start - 1].lower() in listed("particles"):
        start -= 1
    bare = at
    while bare < len(words) - 1 and words[bare].lower() in listed("particles"):
        bare += 1
    return tuple(dict.fromkeys((" ".join(words[start:]), " ".join(words[bare:]), _bare(" ".join(words[bare:])))))


def _spanish(words: Sequence[str], countries: Sequence[str]) -> tuple[str, ...] | None:
    """The surnames of `Juan López Garcíar`: `López García` and `López`; None where the last word is the surname."""
    at = len(words) - 2
    middle = fold_phrase(words[at])
    if at < 1 or (middle in listed("spanish given") and middle not in listed("spanish surnames")):
        return None
    known = middle in listed("spanish surnames") and fold_phrase(words[0]) in listed("spanish given")
    if not known and (not _SPANISH.intersection(countries) or words[at].lower() in listed("particles")):
        return None
    if not known and (len(middle.rstrip(".")) < 2 or middle in listed("given")):
        return None
    both = _forms(words, at)
    single = _forms(words[: at + 1], at)
    return tuple(dict.fromkeys((*both, *single, *(() if known else (words[-1],)))))


def is_family_first(words: Sequence[str], countries: Sequence[str]) -> bool:
    """Whether the first word of a name is the family name. Its country alone does not say so."""
    if not (_FAMILY_FIRST | _EITHER).intersection(countries) or not 2 <= len(words) <= 4:
        return False
    first, last = fold_phrase(words[0]), fold_phrase(words[-1])
    if "-" in words[0] or not all(_SOME.fullmatch(part) for word in words for part in fold_phrase(word).split()):
        return False
    known, last_known = first in listed("family first"), last in listed("family first")
    if "-" in words[-1] or (known and not last_known):
        return True
    if last_known and not known:
        return False
    if known:
        return len(words) <= 3 or "VN" in countries
    return set(countries) <= _FAMILY_FIRST and len(words) <= 3 and _ONE.fullmatch(first) is not None


def _is_personal(alias: str) -> bool:
    """Whether another name is made like a person's: words with capitals, and particles."""
    words = own_words(alias)
    big = (word[0].isupper() or not word[0].islower() or word in listed("particles") for word in words)
    return len(words) > 1 and words[0] not in ("The", "A") and all(big) and words[-1].lower() not in titles()


@dataclass(frozen=True, slots=True)
class PersonName:
    """The name of a person, as far as it tells one from others of the same surname.

    Attributes:
        given: The words of the person's names but for the surname and initials, folded.
    """

    given: frozenset[str]
    family_first: bool


def person_name(person: Actor) -> PersonName:
    """Return what tells this person from others of the same surname."""
    first = any(is_family_first(own_words(name), person.countries) for name in _names(person))
    return PersonName(_given_names(person), first)


def _names(person: Actor) -> tuple[str, ...]:
    return (person.name, *(alias.name for alias in person.aliases if not alias.weak))


def _given_names(person: Actor) -> frozenset[str]:
    last = {fold_phrase(name) for name in surnames(person)}
    words = (word for name in _names(person) for word in fold_phrase(name).split())
    return frozenset(word for word in words if len(word.rstrip(".")) > 1) - last


def _bare(word: str) -> str:
    """Return a name without a particle that may be left out: `al-Assad` is also called `Assad`."""
    head, hyphen, tail = word.partition("-")
    return tail if hyphen and head.lower() in listed("particles") and tail[:1].isupper() else word
