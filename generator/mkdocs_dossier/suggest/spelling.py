"""When two spellings are likely to be of one name: transliterations of it, initials, an acronym.

Everything is compared in Latin letters, whatever script it was written in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.model.ids import slug

_PARTICLES = frozenset(
    "al el ul ad as ash an ar at az ez es bin ibn bint ben abu de del der den di da la le van von".split()
)
_SMALL = frozenset("the of for and on to in de la le des du der die das y et und".split())
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("sch", "s"), ("sh", "s"), ("ch", "c"), ("ts", "s"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
_VOWELS = re.compile("[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")
ALIKE = 0.6
"""How much of two words that sound alike must be written alike as well."""


def folded(name: str) -> str:
    """Return a text that is the same for all ways to write a name that count as the same; without its article."""
    return fold_phrase(name).casefold().removeprefix("the ")


def name_key(name: str) -> str:
    """Return a text that is the same for all spellings of a name that count as the same, with initials inside it or
    not.
    """
    words = folded(name).split()
    if len(words) > 2:
        words = [words[0], *(word for word in words[1:-1] if not is_initial(word)), words[-1]]
    return " ".join(words)


def is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def latin_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in small Latin letters, without particles; what a hyphen joins as one word."""
    words = ("".join(_without_particles(word)) for word in name.split())
    return tuple(word for word in words if word)


def _without_particles(word: str) -> list[str]:
    return [part for part in slug(word, longest=200).split("-") if part not in _PARTICLES]


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return the consonants of a word in small Latin letters, those that sound alike as one; a first vowel as `a`."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = _SOFT_C.sub("s", word)
    first = "a" if word[:1] in "aeiou" else ""
    return _DOUBLE.sub(r"\1", first + _VOWELS.sub("", word))


def sounds_alike(one: str, other: str) -> bool:
    """Tell whether two words in small Latin letters may be spellings of one name."""
    if one == other:
        return True
    if len(one) < 3 or len(other) < 3 or skeleton(one) != skeleton(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def same_person(name: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether a person's name, in Latin words, may be another spelling of `other`, or that with less of it.

    The surnames sound alike, and each given name of the one with fewer of them stands in the other, perhaps as an
    initial.
    """
    if len(name) < 2 or len(other) < 2:
        return False
    fewer, more = (name, other) if len(name) <= len(other) else (other, name)
    if not sounds_alike(fewer[-1], more[-1]):
        return False
    return _in_order(fewer[:-1], more[:-1])


def _in_order(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Tell whether each given name stands among the others, in order; the first one first."""
    if not (fewer and more and _same_given(fewer[0], more[0])):
        return False
    at = 0
    for word in fewer:
        while at < len(more) and not _same_given(word, more[at]):
            at += 1
        if at == len(more):
            return False
        at += 1
    return True


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return sounds_alike(one, other)


def telling(name: str) -> tuple[str, ...]:
    """Return what tells one organization from another: the skeletons of its words without prepositions, sorted."""
    words = [word for word in slug(name, longest=200).split("-") if word and word not in _SMALL]
    return tuple(sorted(skeleton(_american(word)) or word for word in words))


def _american(word: str) -> str:
    """`defence` is `defense`, `organisation` is `organization`; plural and singular are the same."""
    return word.removesuffix("s") if len(word) > 4 else word


def acronyms(name: str) -> frozenset[str]:
    """Return what the first letters of a name make, with and without those of its prepositions."""
    words = [word for word in slug(name, longest=200).split("-") if word]
    all_letters = "".join(word[0] for word in words)
    without = "".join(word[0] for word in words if word not in _SMALL)
    return frozenset(letters for letters in (all_letters, without) if len(letters) > 1)
