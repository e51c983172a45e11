"""Which hits name countries: names at once; capitals and shared words only beside a name; persons' names never."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_dossier.link.actors import NamedHit, RejectedHit
from mkdocs_dossier.link.choose import Covers, TextSpan, leftmost_longest
from mkdocs_dossier.link.matcher import Hit
from mkdocs_dossier.link.name_words import openers
from mkdocs_dossier.link.namesakes import why_no_country
from mkdocs_dossier.link.other_person import Surroundings
from mkdocs_dossier.model.collection import Document


def choose_countries(
    hits: Iterable[Hit], document: Document, sentences: Sequence[TextSpan], actors: Sequence[Hit]
) -> tuple[list[NamedHit], list[RejectedHit]]:
    """Return what the hits of countries name, and what was refused. actors: hits of them; full names are no others'."""
    longest = leftmost_longest(hits)
    lang, text = document.record.lang, document.prose.text
    others = Covers([(h.start, h.end) for h in (*longest, *(hit for hit in actors if hit.owners.full))])
    around = Surroundings(text, sentences, others, openers(lang), lang.startswith("de"))
    reasons = why_no_country(longest, around)
    named = _named([hit for hit in longest if hit not in reasons] if reasons else longest)
    found: list[NamedHit] = []
    refused: list[RejectedHit] = []
    for hit in longest:
        if hit in reasons:
            refused.append(RejectedHit(hit.start, hit.end, hit.owners.keys, reasons[hit]))
            continue
        result = _judge(hit, named)
        if isinstance(result, NamedHit):
            found.append(result)
        else:
            refused.append(result)
    return found, refused


def _named(hits: Sequence[Hit]) -> frozenset[str]:
    """Return the countries that a name or an unshared demonym names."""
    return frozenset(hit.owners.full_keys[0] for hit in hits if len(hit.owners.full_keys) == 1)


def _judge(hit: Hit, named: frozenset[str]) -> NamedHit | RejectedHit:
    if len(hit.owners.full_keys) == 1:
        return NamedHit(hit.start, hit.end, hit.owners.full[0])
    able = [owner for owner in hit.owners if owner.key in named]
    if len({owner.key for owner in able}) == 1:
        return NamedHit(hit.start, hit.end, able[0])
    keys = hit.owners.keys
    if able:
        return RejectedHit(hit.start, hit.end, keys, "several countries that the article names share this word")
    if all(owner.rule == "capital" for owner in hit.owners):
        return RejectedHit(hit.start, hit.end, keys, "a capital, and the article does not name its country")
    return RejectedHit(hit.start, hit.end, keys, "a shared word, and the article names no country that it fits")
