"""Names of actors that look like others, or like what they are not: letters of several scripts have the same shape.

Who reads `Kеrry` does not see that its second letter is Cyrillic, and no text that names Kerry is found by it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.validate.record import FieldPath, Tree, locate

_LOOKS_LIKE = {
    "Cyrillic": (
        "АВСЕНІЈКМОРЅТУҮХԚԜѴӀ" "асеһіјорѕуүхԁԛԝѵӏ",
        "ABCEHIJKMOPSTYYXQWVI" "acehijopsyyxdqwvl",
    ),
    "Greek": (
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ" "αγικνορσυϲϳ",
        "ABEZHIKMNOPTYXCJ" "ayikvopoucj",
    ),
    "Armenian": (
        "ՍՕԼՏ" "օսոհցզ",
        "UOLS" "ounhgq",
    ),
}  # fmt: skip
"""Letters, and the Latin ones of the same shape: facts of Unicode's UTS #39 (https://www.unicode.org/reports/tr39/,
confusables.txt), for the scripts in which names are most often confused with Latin ones.
"""

_TO_LATIN = str.maketrans({letter: latin for pair in _LOOKS_LIKE.values() for letter, latin in zip(*pair, strict=True)})
_SHAPES = frozenset("".join(letters + latin for letters, latin in _LOOKS_LIKE.values()))
_SCRIPTS = frozenset(("LATIN", *(script.upper() for script in _LOOKS_LIKE)))


class _Name(NamedTuple):
    """A name of an actor.

    Attributes:
        skeleton: The same text for all names that look alike.
        location: Where it stands in its record.
    """

    text: str
    skeleton: str
    location: FieldPath


def check_look_alikes(actors: Mapping[str, Actor], trees: Mapping[str, Tree]) -> Iterator[Diagnostic]:
    """Yield a warning for each name that mixes scripts in a word, or looks like the name of another actor."""
    names = {id: _names(actor) for id, actor in actors.items()}
    odd = tuple(_odd(names))
    if not odd:
        return
    owners = _owners(names)
    for id, name in odd:
        place = locate(trees[id], name.location)
        if (scripts := _mixed(name.text)) is not None:
            message = f"'{name.text[:80]}' mixes {scripts} letters in one word"
            yield Diagnostic(place, "look-alike-name", message, "write each word in one script")
            continue
        other = next(((key, text, at) for key, text, at in owners[name.skeleton] if _differ(key, text, id, name)), None)
        if other is not None:
            key, text, location = other
            message = f"'{name.text[:80]}' looks like '{text[:80]}', a name of {key}, and is written in other letters"
            hint = "write both in the same letters, or leave one of them out"
            related = ((locate(trees[key], location), "the other one"),)
            yield Diagnostic(place, "look-alike-name", message, hint, related)


_Owners = Mapping[str, list[tuple[str, str, FieldPath]]]
"""By skeleton: the actors who have such a name, the name, and where it stands."""


def _owners(names: Mapping[str, tuple[_Name, ...]]) -> _Owners:
    owners: dict[str, list[tuple[str, str, FieldPath]]] = {}
    for id, of_actor in names.items():
        for name in of_actor:
            owners.setdefault(name.skeleton, []).append((id, name.text, name.location))
    return owners


def _differ(key: str, text: str, id: str, name: _Name) -> bool:
    return key != id and unicodedata.normalize("NFC", text) != unicodedata.normalize("NFC", name.text)


def _names(actor: Actor) -> tuple[_Name, ...]:
    places: list[tuple[str, FieldPath]] = [(actor.name, ("name",))]
    places += [(alias.name, ("aliases", number)) for number, alias in enumerate(actor.aliases)]
    return tuple(_Name(text, _skeleton(text), location) for text, location in places)


def _odd(names: Mapping[str, tuple[_Name, ...]]) -> Iterator[tuple[str, _Name]]:
    """Yield names that may look like others: all in plain letters of one script look like themselves."""
    for id, of_actor in names.items():
        yield from ((id, name) for name in of_actor if name.skeleton != name.text)


def _skeleton(text: str) -> str:
    if text.isascii():
        return text
    shown = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf")
    return shown.translate(_TO_LATIN)


def _mixed(text: str) -> str | None:
    """Return the scripts of a word in which letters of one are there only for their shape; None if there is no such
    word.
    """
    for word in _words(text):
        scripts: dict[str, list[str]] = {}
        for letter in word:
            scripts.setdefault(_script(letter), []).append(letter)
        found = sorted(script for script in scripts if script in _SCRIPTS)
        disguised = any(all(letter in _SHAPES for letter in scripts[script]) for script in found)
        if len(found) > 1 and disguised:
            return " and ".join(script.title() for script in found)
    return None


def _words(text: str) -> list[str]:
    return "".join(char if char.isalpha() else " " for char in unicodedata.normalize("NFKC", text)).split()


@lru_cache(maxsize=1 << 12)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
