"""The part of a person's name by which later sentences call the person."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.model.records import Actor

_FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "KP", "KR", "VN"})
"""Where the family name is written first in English too."""

_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_PARTICLES = frozenset(
    {"al", "el", "de", "di", "da", "del", "della", "der", "den", "van", "von", "bin", "ibn", "abu", "bint"}
)


def surnames(person: Actor) -> tuple[str, ...]:
    """Return the surname of `person`, with and without its particles; nothing for a name of one word."""
    words = [word for word in person.name.replace(",", "").split() if word not in _SUFFIXES]
    if len(words) < 2:
        return ()
    if _FAMILY_FIRST.intersection(person.countries) and len(words) <= 3:
        return (words[0],)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    full = " ".join(words[start:])
    return tuple(dict.fromkeys((full, words[-1], _bare(words[-1]))))


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
    return PersonName(_given_names(person), bool(_FAMILY_FIRST.intersection(person.countries)))


def _given_names(person: Actor) -> frozenset[str]:
    names = (person.name, *(alias.name for alias in person.aliases if not alias.weak))
    last = {fold_phrase(name) for name in surnames(person)}
    words = (word for name in names for word in fold_phrase(name).split())
    return frozenset(word for word in words if len(word.rstrip(".")) > 1) - last


def _bare(word: str) -> str:
    """Return a name without a particle that may be left out: `al-Assad` is also called `Assad`."""
    head, hyphen, tail = word.partition("-")
    return tail if hyphen and head.lower() in _PARTICLES and tail[:1].isupper() else word
