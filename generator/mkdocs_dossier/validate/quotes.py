"""Checks that each quote stands in the article it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.model.collection import Document
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.quotes import find_quote, nearest_passage
from mkdocs_dossier.model.records import Actor, Record, Source
from mkdocs_dossier.model.references import Location
from mkdocs_dossier.validate.lookups import Lookups
from mkdocs_dossier.validate.record import Tree, locate

_Quote = tuple[Location, str, str]
"""Where the quote's source is in its record, the article that it names, and the quote."""

_Nearest = tuple[str, tuple[int, int] | None]
"""The passage that is nearest to a quote, and its line and column in the article's file."""


def check_quotes(
    records: Mapping[str, Record],
    trees: Mapping[str, Tree],
    documents: Mapping[str, Document],
    lookups: Lookups,
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each quote that does not stand in the article it names.

    Args:
        documents: The public ones.
    """
    for id, record in records.items():
        for location, article, quote in _quotes(record):
            if article not in documents:
                continue
            prose = documents[article].prose
            missing = lookups.find(("quote", article, quote), prose, partial(_missing, prose, quote))
            if missing is not None:
                yield _diagnostic(location, article, missing, trees[id], documents)


def _missing(prose: Prose, quote: str) -> _Nearest | None:
    if find_quote(prose, quote) is not None:
        return None
    passage, offset = nearest_passage(prose, quote)
    return passage, None if offset is None else prose.place(offset)


def _diagnostic(
    location: Location, article: str, nearest: _Nearest, tree: Tree, documents: Mapping[str, Document]
) -> Diagnostic:
    passage, at = nearest
    hint = f"the nearest passage is: {passage}"
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
