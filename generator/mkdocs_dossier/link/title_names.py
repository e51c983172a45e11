"""Title and surname, by which news call who holds an office: `President Muster`, from the first line on.

It counts where one person alone of the collection has the surname, and a role of that day, or an alias, has the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.link.lexicon import LexiconEntry, Owner
from mkdocs_dossier.link.name_words import titles
from mkdocs_dossier.link.surnames import own_words, surnames
from mkdocs_dossier.model.edtf import Edtf
from mkdocs_dossier.model.records import Actor

_COURTESY = frozenset(
    "mr mr. mrs mrs. ms ms. mx miss messrs master madam madame dr dr. doctor prof prof. professor sir dame lord lady "
    "brother sister father mother citizen comrade late former ex then deputy vice assistant associate acting".split()
)
"""Titles that say no office, or not one of that day."""

_SHORT = {
    "senator": ("Sen.", "Sen"),
    "representative": ("Rep.", "Rep"),
    "congressman": ("Rep.", "Congressman"),
    "governor": ("Gov.", "Gov"),
    "general": ("Gen.", "Gen"),
    "colonel": ("Col.",),
    "captain": ("Capt.",),
    "admiral": ("Adm.",),
    "prime minister": ("Premier", "PM"),
    "spokesperson": ("Spokesman", "Spokeswoman"),
    "chair": ("Chairman", "Chairwoman"),
    "chairperson": ("Chairman", "Chairwoman"),
}
_OF = re.compile(r"\s+(?:of|for|to|at|in)\s+(?:the\s+)?", re.IGNORECASE)
_FOREIGN = {"foreign affairs": "Foreign", "external affairs": "External Affairs", "the interior": "Interior"}
_LAST_WORD = re.compile(r"\w+\.?[ \n-]?$")
_MOST_WORDS = 4


def title_entries(actors: Iterable[Actor]) -> Iterator[LexiconEntry]:
    """Yield each title and surname that names one person alone of the collection."""
    persons = [(actor, surnames(actor)) for actor in actors if actor.type == "person"]
    owners = Counter(fold_phrase(name) for actor, names in persons for name in {*names, *_single(actor)})
    for actor, names in persons:
        alone = [name for name in names if owners[fold_phrase(name)] == 1]
        if alone and (actor.roles or actor.aliases):
            yield from _of_person(actor, alone)


def _single(person: Actor) -> Iterator[str]:
    """A person's names of one word: somebody else may be called so."""
    for name in (person.name, *(alias.name for alias in person.aliases)):
        if " " not in name:
            yield name


def _of_person(person: Actor, names: Iterable[str]) -> Iterator[LexiconEntry]:
    for title, since, until in dict.fromkeys((*_of_roles(person), *_of_aliases(person))):
        owner = Owner("actor", person.id, "title", False, since, until)
        for name in names:
            for written in dict.fromkeys((title, title.lower(), title[0].upper() + title[1:].lower())):
                yield LexiconEntry(f"{written} {name}", owner)


_Held = tuple[str, Edtf | None, Edtf | None]


def _of_roles(person: Actor) -> Iterator[_Held]:
    for role in person.roles:
        if role.since is not None or role.until is not None:
            for title in office_titles(role.title):
                yield title, role.since, role.until


def _of_aliases(person: Actor) -> Iterator[_Held]:
    """The title in `the President`, `President Hans Muster` and `President Muster`."""
    for alias in person.aliases:
        words = alias.name.split()
        if words[0].lower() == "the":
            words = words[1:]
        count = next((n for n, word in enumerate(words) if not _is_title(word)), len(words))
        rest = words[count:]
        if count and (not rest or not set(own_words(person.name)).isdisjoint(rest)):
            title = " ".join(words[:count])
            if not _is_courtesy(title):
                yield title, alias.since, alias.until


def office_titles(role: str) -> Iterator[str]:
    """Yield the titles before the name of who holds a role: of `Minister of Defence` also Defence Minister."""
    role = role.partition(",")[0].strip()
    head, *of = _OF.split(role, maxsplit=1)
    for title in (role, head) if of else (head,):
        if _fits(title):
            yield title
            yield from _SHORT.get(title.lower(), ())
    if of and head.split()[-1].lower() in ("minister", "secretary", "commissioner"):
        field = _FOREIGN.get(of[0].lower(), of[0])
        if len(field.split()) <= 2 and field.lower() not in ("state", "general"):
            yield f"{field} {head}"


def _fits(title: str) -> bool:
    words = title.split()
    return 0 < len(words) <= _MOST_WORDS and _is_title(words[-1 if len(words) < 3 else 0]) and not _is_courtesy(title)


def _is_title(word: str) -> bool:
    return word.lower() in titles() or word.lower().partition("-")[0] in titles()


def _is_courtesy(title: str) -> bool:
    return all(word in _COURTESY for word in title.lower().split())


def is_held_no_more(before: str) -> bool:
    """Whether the words before a title say that it is another office, or one held once: `former`, `Vice`."""
    found = _LAST_WORD.search(before.lower())
    return found is not None and found[0].strip(" \n-.") in _NOT_NOW


_NOT_NOW = frozenset(
    "former ex late then vice deputy under assistant associate acting junior shadow onetime ousted future "
    "past previous would-be undersecretary first-lady".split()
)
"""`Vice President Muster` is not President Muster."""
