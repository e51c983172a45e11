"""The link stage as a whole: every article of a collection, with one matcher a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic
from generator.link.article import link_article
from generator.link.fold import fold_text
from generator.link.names import Change, Names, change_of_names, make_names
from generator.link.plain import Plain, as_plain, from_plain
from generator.memory import Memory
from generator.model.collection import Collection, Document, LinkedArticle, LinkedCorpus
from generator.model.prose import HandLink

BATCH = 250
"""How many articles are linked in one go."""

Run = Callable[[Callable[[Any, Any], Any], Any, Sequence[Any]], Iterator[Any]]
"""Runs a function over batches, perhaps in other processes: as `workers.run_batches` does with its executor."""

_Found = tuple[LinkedArticle, tuple[Diagnostic, ...]]


class _Kept(NamedTuple):
    """What the next run may take again. folded: the article's text, empty where nobody will ask."""

    article: LinkedArticle
    problems: tuple[Diagnostic, ...]
    folded: str


def link_collection(
    collection: Collection, memory: Memory | None = None, run: Run | None = None
) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Return the collection with its articles linked, newest first.

    memory: of the last run; articles that neither changed nor say a name that did are taken from there.
    """
    keep, memory = memory is not None, memory if memory is not None else Memory()
    documents = collection.documents
    before: Names | None = memory.last("names")
    known: dict[str, _Kept] = memory.last("linked") or {}
    names = make_names(collection, {document.record.lang for document in documents.values()}, memory)
    change = None if before is None or before is names else change_of_names(before, names)
    linked = {
        id: kept
        for id, document in documents.items()
        if (kept := known.get(id)) is not None
        and kept.article.document is document
        and (change is None or not _is_concerned(kept, change))
    }
    changed = [document for id, document in documents.items() if id not in linked]
    for document, (article, found) in zip(changed, _linked(changed, names, run), strict=True):
        folded = fold_text(document.prose.text).text if keep else ""
        linked[document.record.id] = _Kept(article, found, folded)
    memory.keep("linked", linked)
    problems = tuple(problem for kept in linked.values() if kept.problems for problem in kept.problems)
    return LinkedCorpus(collection, _in_order([kept.article for kept in linked.values()], memory)), problems


def _is_concerned(kept: _Kept, change: Change) -> bool:
    document = kept.article.document
    by_hand = change.hand and (
        bool(document.overrules) or any(isinstance(piece, HandLink) for piece in document.prose.pieces)
    )
    return change.concerns(kept.folded, document.record.lang, by_hand=by_hand)


def _in_order(articles: list[LinkedArticle], memory: Memory) -> tuple[LinkedArticle, ...]:
    """The articles, newest first: the tuple of the last run if it holds the very same, so that what was made of it
    need not be made again.
    """
    last: tuple[LinkedArticle, ...] = memory.last("articles") or ()
    if len(last) != len(articles) or {id(article) for article in last} != {id(article) for article in articles}:
        articles.sort(key=lambda a: a.document.record.id)
        articles.sort(key=lambda a: a.document.record.day, reverse=True)
        last = tuple(articles)
    return memory.keep("articles", last)


@dataclass(frozen=True, slots=True)
class _Work:
    """What all batches need."""

    documents: Sequence[Document]
    names: Names


def _linked(documents: Sequence[Document], names: Names, run: Run | None) -> Iterator[_Found]:
    if run is None or len(documents) <= BATCH:
        for document in documents:
            yield link_article(document, names.matcher(document.record.lang), names.known)
        return
    for document in documents:
        names.matcher(document.record.lang)  # made once, and known to every process that is made from this one
    spans = [(start, min(start + BATCH, len(documents))) for start in range(0, len(documents), BATCH)]
    for span, found in zip(spans, run(_link_batch, _Work(documents, names), spans), strict=True):
        for number, plain in zip(range(*span), found, strict=True):
            yield from_plain(documents[number], plain)


def _link_batch(work: _Work, span: tuple[int, int]) -> list[Plain]:
    """Link some of the articles. What comes back is plain data, which takes little time on its way."""
    names = work.names
    return [
        as_plain(*link_article(document, names.matcher(document.record.lang), names.known))
        for document in work.documents[slice(*span)]
    ]
