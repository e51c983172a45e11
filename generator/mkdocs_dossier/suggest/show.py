"""Suggestions as text for a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.diagnostics.visible import json_line
from mkdocs_dossier.model.suggestion import Evidence, Suggestion


def as_text(
    suggestion: Suggestion, number: int, places: Mapping[str, Place], names: Mapping[str, str]
) -> Iterator[str]:
    """Yield the lines for a terminal, the name first.

    Args:
        places: Of the actors' records.
        names: Theirs, both by id.
    """
    yield f"{number}. {suggestion.name}"
    yield f"   {suggestion.spread}; {suggestion.likely}"
    if suggestion.variants:
        yield f"   also: {', '.join(suggestion.variants)}"
    for evidence in suggestion.evidence:
        place = place_of(evidence)
        yield f"   {place}"
        yield f"      {sentence_of(evidence)}"
    if suggestion.alias_of is not None:
        actor = suggestion.alias_of.actor
        yield f"   probably {names[actor]} ({suggestion.alias_of.reason}): add it to the aliases at {places[actor]}"
    yield from (f"   | {line}" for line in suggestion.yaml.splitlines())


def place_of(evidence: Evidence) -> Place:
    """Return where a name stands in its file."""
    document = evidence.article.document
    return Place(document.record.origin.path, *document.prose.place(evidence.start))


def sentence_of(evidence: Evidence) -> str:
    """Return the sentence in which a name stands, on one line; of a long one what is near the name."""
    (first, last), (start, end) = evidence.whole, evidence.shown
    text = " ".join(evidence.article.text[start:end].split())
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return ("… " if start > first else "") + shown + (" …" if end < last else "")


def as_json(suggestion: Suggestion, number: int) -> str:
    """Return a suggestion as one JSON object on one line."""
    value: dict[str, Any] = {
        "number": number,
        "name": suggestion.name,
        "id": None if suggestion.alias_of else suggestion.id,
        "type": suggestion.type,
        "place": suggestion.place,
        "reason": suggestion.reason,
        "articles": suggestion.articles,
        "outlets": suggestion.outlets,
        "days": suggestion.days,
        "variants": list(suggestion.variants),
        "sentences": [_sentence(evidence) for evidence in suggestion.evidence],
    }
    if suggestion.alias_of is not None:
        value["alias_of"] = {"actor": suggestion.alias_of.actor, "reason": suggestion.alias_of.reason}
    value["yaml"] = suggestion.yaml
    return json_line(value)


def _sentence(evidence: Evidence) -> dict[str, Any]:
    place = place_of(evidence)
    return {
        "article": evidence.article.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "text": sentence_of(evidence),
    }
