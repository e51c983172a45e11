"""Which other forms of a name are safe to propose with it. A wrong alias is worse than none: it links the city wherever
the newspaper is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from mkdocs_dossier.model.records import ActorType
from mkdocs_dossier.suggest.heads import head_type, is_head
from mkdocs_dossier.suggest.spelling import acronyms, folded, latin_words, same_person, telling
from mkdocs_dossier.suggest.words import COMMON, FUNCTION_WORDS

COMPANY_SUFFIXES = frozenset("inc ltd llc plc corp co gmbh ag sa se nv oy ab".split())
SUFFIXES = COMPANY_SUFFIXES | {"jr", "sr"}
"""What a name may end in or not."""

_ADJECTIVES = frozenset("soviet european african asian arab western eastern northern southern central national".split())


def right_form(name: str, form: str, type: ActorType, shorts: Set[str], lands: Set[str]) -> bool:
    """Tell whether another form in which a name was found is surely this name.

    Args:
        type: Of actor that the name is likely to name.
        shorts: What stands in brackets behind the name, folded.
        lands: Words of countries' names, demonyms and places, folded.
    """
    low, words = folded(form), folded(form).split()
    if not words or is_bare(words):
        return False
    if low in shorts or without_suffix(low) == without_suffix(folded(name)):
        return True
    if len(words) == 1 and is_letters(form):
        return _bare_letters(form) in acronyms(_spaced(name))
    if type == "person":
        own, other = latin_words(name), latin_words(form)
        return same_person(other, own) if len(other) > 1 else other[-1:] in (own[-1:], own[:1])
    if telling(form) == telling(name):
        return True
    return folded(name).startswith(f"{low} ") and not is_common_beginning(words, lands)


def is_bare(words: Iterable[str]) -> bool:
    """Tell whether nothing but function words, common ones and suffixes makes a form. words: folded."""
    return all(word.rstrip(".") in FUNCTION_WORDS | COMMON | SUFFIXES or len(word.rstrip(".")) < 2 for word in words)


def is_common_beginning(words: list[str], lands: Set[str]) -> bool:
    """Tell whether many names begin so: with a country, a demonym, or a word such as `Commission`. words: folded."""
    if " ".join(words) in lands or all(word in lands or word in _ADJECTIVES for word in words):
        return True
    return len(words) == 1 and is_head(words[0])


def may_be_person(name: str) -> bool:
    """Tell whether a name of several words may be one of a person, whose parts then stand for all of it: no `U.S.
    Monetary`, and no headline in capitals.
    """
    words = name.split()
    if len(words) > 5 or name.isupper() or head_type(words) is not None:
        return False
    return not any(is_abbreviation(word) for word in words[:1]) or len(words) > 2


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is written like `U.S.`: in capitals with full stops, but is no initial or two of a person."""
    return word.count(".") > 1 and word.replace(".", "") in ("US", "UK", "UN", "EU", "EC", "USSR", "UAE")


def is_letters(form: str) -> bool:
    """Tell whether a word is written as an acronym."""
    return sum(letter.isupper() for letter in form) > 1 and not any(letter.isspace() for letter in form)


def _bare_letters(form: str) -> str:
    letters = form.replace(".", "").replace("-", "")
    return (letters.removesuffix("s") if letters[:-1].isupper() else letters).lower()


def _spaced(name: str) -> str:
    return " ".join(word for word in name.split() if word.lower().rstrip(".") not in COMPANY_SUFFIXES)


def without_suffix(low: str) -> str:
    """Return a folded name without `Inc`, `Ltd` and the like at its end."""
    head, _, suffix = low.rpartition(" ")
    return without_suffix(head) if head and suffix.rstrip(".") in COMPANY_SUFFIXES else low
