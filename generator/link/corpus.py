"""The link stage as a whole: every article of a collection, with one matcher a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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


def link_collection(
    collection: Collection, memory: Memory | None = None, run: Run | None = None
) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Return the collection with its articles linked, newest first.

    memory: of the last run; articles that neither changed nor say a name that did are taken from there.
    """
    keep, memory = memory is not None, memory if memory is not None else Memory()
    before: Names | None = memory.last("names")
    known: dict[str, _Found] = memory.last("linked") or {}
    names = make_names(collection, (d.record.lang for d in collection.documents.values()), memory)
    change = None if before is None or before is names else change_of_names(before, names)
    unchanged = {
        id: known[id]
        for id, document in collection.documents.items()
        if id in known and known[id][0].document is document and not _is_concerned(document, change, memory)
    }
    changed = [document for id, document in collection.documents.items() if id not in unchanged]
    fresh = dict(zip((d.record.id for d in changed), _linked(changed, names, run), strict=True))
    if keep:
        for document in changed:
            _folded(document, memory)  # now, while all is read, and not at the first edit
    linked = {id: unchanged.get(id) or fresh[id] for id in collection.documents}
    memory.keep("linked", linked)
    articles = [article for article, _ in linked.values()]
    articles.sort(key=lambda a: a.document.record.id)
    articles.sort(key=lambda a: a.document.record.day, reverse=True)
    problems = tuple(problem for _, found in linked.values() for problem in found)
    return LinkedCorpus(collection, _same_articles(tuple(articles), memory)), problems


def _is_concerned(document: Document, change: Change | None, memory: Memory) -> bool:
    if change is None:
        return False
    by_hand = change.hand and (
        bool(document.overrules) or any(isinstance(piece, HandLink) for piece in document.prose.pieces)
    )
    return change.concerns(_folded(document, memory), document.record.lang, by_hand=by_hand)


def _folded(document: Document, memory: Memory) -> str:
    prose = document.prose
    return memory.recall(("folded", document.record.id), (prose,), lambda: fold_text(prose.text).text)


def _same_articles(articles: tuple[LinkedArticle, ...], memory: Memory) -> tuple[LinkedArticle, ...]:
    """The tuple of the last run, if it holds the very same articles: what is made of it need not be made again."""
    last: tuple[LinkedArticle, ...] | None = memory.last("articles")
    if last is not None and len(last) == len(articles) and all(a is b for a, b in zip(last, articles, strict=True)):
        articles = last
    memory.keep("articles", articles)
    return articles


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
