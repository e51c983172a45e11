"""Checks that each quote stands in the article it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import is_

from generator.diagnostics import Diagnostic, Place
from generator.memory import Memory
from generator.model.collection import Document
from generator.model.prose import Prose
from generator.model.quotes import find_quote, nearest_passage
from generator.model.records import Actor, Record, Source
from generator.model.references import Location, RecordKind
from generator.validate.record import Tree, locate

_Quote = tuple[Location, str, str]
"""Where the quote's source is in its record, the article that it names, and the quote."""

_Missing = tuple[Location, str, str, tuple[int, int] | None]
"""The same, with the nearest passage in place of the quote, and its line and column in the article's file."""


def check_quotes(
    kind: RecordKind,
    records: Mapping[str, Record],
    trees: Mapping[str, Tree],
    documents: Mapping[str, Document],
    memory: Memory,
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each quote that does not stand in the article it names. documents: the public ones.

    A quote is looked for again when its record or that article changed.
    """
    slot = ("quotes", kind)
    before: Mapping[str, tuple[tuple[object, ...], tuple[_Missing, ...]]] = memory.last((slot, "looked for")) or {}
    now = {}
    prose = memory.each("prose", documents, lambda document: document.prose)
    found = memory.each(slot, records, _quotes)
    quoting = memory.recall((slot, "quoting"), (found,), lambda: {id: quotes for id, quotes in found.items() if quotes})
    for id, quotes in quoting.items():
        inputs = (quotes, *(prose.get(article) for _, article, _ in quotes))
        known = before.get(id)
        if known is None or len(known[0]) != len(inputs) or not all(map(is_, known[0], inputs)):
            known = inputs, tuple(_missing(quotes, prose))
        now[id] = known
        yield from (_diagnostic(missing, trees[id], documents) for missing in known[1])
    memory.keep((slot, "looked for"), now)


def _missing(quotes: tuple[_Quote, ...], prose: Mapping[str, Prose]) -> Iterator[_Missing]:
    for location, article, quote in quotes:
        if article in prose and find_quote(prose[article], quote) is None:
            passage, offset = nearest_passage(prose[article], quote)
            yield location, article, passage, None if offset is None else prose[article].place(offset)


def _diagnostic(missing: _Missing, tree: Tree, documents: Mapping[str, Document]) -> Diagnostic:
    location, article, nearest, at = missing
    hint = f"the nearest passage is: {nearest}"
    message = f"this quote does not stand in '{article}'"
    path = documents[article].record.origin.path
    related = () if at is None else ((Place(path, *at), "the nearest passage is here"),)
    return Diagnostic(locate(tree, (*location, "quote")), "quote-not-found", message, hint, related)


def _quotes(record: Record) -> tuple[_Quote, ...]:
    return tuple(
        (location, source.article, source.quote)
        for location, source in _sources(record)
        if source.article is not None and source.quote is not None
    )


def _sources(record: Record) -> Iterator[tuple[Location, Source]]:
    for number, source in enumerate(record.sources):
        yield ("sources", number), source
    if isinstance(record, Actor):
        of_roles = ("roles", [role.sources for role in record.roles])
        of_relations = ("relations", [relation.sources for relation in record.relations])
        for key, parts in (of_roles, of_relations):
            for number, sources in enumerate(parts):
                for inner, source in enumerate(sources):
                    yield (key, number, "sources", inner), source
