"""Names of persons in a line of authors: `By Jane Roe and Max Muster, Example Post`."""

from __future__ import annotations

import re

from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.words import one_line

_BY = re.compile(
    r"\A(?:(?:written|reported|posted|published|story|text|words|report|von)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|author|authors|text|reporter|autor|autora|auteur|autore|von|od|автор|作者|記者|记者)"
    r"\b\s?[:：]?\s*",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_PARTICLE = r"(?:al|el|bin|ibn|ben|van|von|der|den|de|da|di|du|dos|das|la|le|y|ten|ter|af|zu|zur)"
_NAMES = re.compile(rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{1,4}}")
_BETWEEN = re.compile(r"\s*(?:,|;|&|\||/|•|·|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b|\bog\b)\s*")
_LONGEST = 140
_MOST = 20


def is_person(text: str) -> bool:
    """Whether `text` looks like the name of one person: two to five words, each with a capital."""
    return _NAMES.fullmatch(text) is not None


def names_in(line: str, *, alone: bool = False) -> tuple[str, ...]:
    """Return the names that a byline begins with. alone: the line is nothing but names, `By` may be missing.

    What follows a name behind a comma and is none (`Example Post`, `staff writer`) ends them.
    """
    line = one_line(line)[:_LONGEST]
    dated = first_date(line)
    line = line[: dated.start] if dated is not None else line
    match = _BY.match(line)
    if match is None and not alone:
        return ()
    rest = line[match.end() :] if match is not None else line
    found: list[str] = []
    for part in _BETWEEN.split(rest)[:_MOST]:
        name = part.strip(" .–—-")
        name = name.title() if name.isupper() else name
        if not is_person(name):
            if alone and name:
                return ()
            break
        found.append(name)
    return tuple(dict.fromkeys(found))
