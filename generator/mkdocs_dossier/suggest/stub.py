"""What to write for a suggestion: a new actor as a draft, or a further alias of one that there is."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_dossier.edit.written import scalar
from mkdocs_dossier.model.suggestion import AliasOf, Suggestion
from mkdocs_dossier.suggest.spelling import folded, latin_words


def yaml_text(text: str) -> str:
    """Return a name as YAML, on one line."""
    return scalar(" ".join("".join(letter if letter.isprintable() else " " for letter in text).split()))


def actor_fields(suggestion: Suggestion) -> str:
    """Return the fields of a new actor, as they stand in a file of its own."""
    return "\n".join(_fields(suggestion)) + "\n"


def actor_entry(suggestion: Suggestion) -> str:
    """Return the same as an entry of `actors.yml`."""
    return f"{suggestion.id}:\n" + "".join(f"  {line}\n" for line in _fields(suggestion))


def alias_item(suggestion: Suggestion, alias_of: AliasOf) -> str:
    """Return what to add below an actor's `aliases:`."""
    more = f", lang: {suggestion.lang}" if _is_foreign(suggestion.name) and suggestion.lang != "en" else ""
    more += ", weak: true" if alias_of.weak else ""
    name = yaml_text(suggestion.name)
    return f"- {{name: {name}{more}}}\n" if more else f"- {name}\n"


def _fields(suggestion: Suggestion) -> Iterator[str]:
    yield f"name: {yaml_text(suggestion.name)}"
    yield f"type: {suggestion.type}"
    yield "status: draft"
    if aliases := list(_aliases(suggestion)):
        yield "aliases:"
        yield from (f"  - {yaml_text(alias)}" for alias in aliases)
    yield "sources:"
    articles = dict.fromkeys(evidence.article.id for evidence in suggestion.evidence)
    yield from (f"  - {_article(id)}" for id in articles)


def _article(id: str) -> str:
    """Return an article's id as people write it: with a slash and letters in it, no reader takes it for a number."""
    return id if "/" in id and any(letter.isalpha() for letter in id) else scalar(id)


def _aliases(suggestion: Suggestion) -> Iterator[str]:
    """Yield the other spellings, but for a person's surname alone, which counts by itself."""
    words = latin_words(suggestion.name)
    for variant in suggestion.variants:
        lone = len(variant.split()) == 1 and not variant.isupper()
        surname = suggestion.type == "person" and lone and latin_words(variant)[-1:] in (words[-1:], words[:1])
        if not surname and folded(variant) != folded(suggestion.name):
            yield variant


def _is_foreign(name: str) -> bool:
    return not any(letter.isalpha() and letter < "\u0250" for letter in name)
