"""Words that tell the parts of names from each other and from other words: the tables in `data/`, ready to be asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mkdocs_dossier.link.fold import fold_phrase

_STEM = 3
"""So many letters stand at least before an ending that makes a word an opener."""


@dataclass(frozen=True, slots=True)
class Openers:
    """Words with a capital that are nobody's given name, in the texts of one language."""

    words: frozenset[str]
    endings: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether `word`, with its capital, is one of these: `Did`, `Inspector`, `Außenministerin`."""
        if word in self.words:
            return True
        if not word.lower().endswith(self.endings):
            return False
        long_enough = (len(word) >= len(end) + _STEM for end in self.endings if word.endswith(end))
        return any(long_enough) or word.lower() in self.endings


@cache
def openers(language: str) -> Openers:
    """Return the openers for texts in a language (BCP 47); every text reads English too."""
    tables = _table("openers")
    words: set[str] = set()
    endings: list[str] = []
    for spoken in dict.fromkeys(("en", language.split("-")[0].lower())):
        for kind, listed in tables.get(spoken, {}).items():
            if kind == "endings":
                endings += [ending.removeprefix("-") for ending in listed.split()]
            else:
                words.update(listed.split())
    return Openers(frozenset(words), tuple(endings))


@cache
def listed(kind: str) -> frozenset[str]:
    """Return the words of one row of `data/personal_names.json`, folded."""
    return frozenset(fold_phrase(word) for word in _table("personal_names")[kind].split())


@cache
def titles() -> frozenset[str]:
    """Return the English words that are titles or offices, in small letters."""
    return frozenset(word.lower() for word in _table("openers")["en"]["titles"].split())


@cache
def is_word_too(surname: str) -> bool:
    """Whether a surname is also a common word or a given name, so that what stands behind it may go with that."""
    folded = fold_phrase(surname).capitalize()
    rows = ("surnames that are words", "surnames that are words without an article", "surnames that are given names")
    return any(folded in listed(row) for row in rows)


@cache
def former_states() -> dict[str, tuple[str, ...]]:
    """Return the adjectives and nouns for the people of states of the past, by the state's folded name."""
    return {fold_phrase(name): tuple(people) for name, people in _table("former_states").items()}


@cache
def _table(name: str) -> dict[str, Any]:
    found = json.loads((files("mkdocs_dossier") / "data" / f"{name}.json").read_text(encoding="utf-8"))
    return {key: value for key, value in found.items() if key != "about"}
