"""The link stage as a whole: every article of a collection, with one matcher a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, is_
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic
from generator.link.article import link_article
from generator.link.fold import fold_text
from generator.link.names import Change, Names, change_of_names, make_names
from generator.memory import Memory
from generator.model.collection import Collection, Document, LinkedArticle, LinkedCorpus
from generator.model.plain import Plain, as_plain, from_plain
from generator.model.prose import HandLink
from generator.progress import Progress, counted, silent

BATCH = 250
"""How many articles are linked in one go."""

Run = Callable[[Callable[[Any, Any], Any], Any, Sequence[Any]], Iterator[Any]]
"""Runs a function over batches, perhaps in other processes: as `workers.run_batches` does with its executor."""

_Found = tuple[LinkedArticle, tuple[Diagnostic, ...]]


class Kept(NamedTuple):
    """What the next run may take again. folded: the article's text, empty where nobody will ask. order: of articles."""

    article: LinkedArticle
    problems: tuple[Diagnostic, ...]
    folded: str
    order: tuple[int, str]


def link_collection(
    collection: Collection,
    memory: Memory | None = None,
    run: Run | None = None,
    *,
    again: bool = False,
    progress: Progress = silent,
) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Return the collection with its articles linked, newest first.

    memory: of the last run; articles that neither changed nor say a name that did are taken from there. again: there
    will be more runs in this process.
    """
    memory = memory if memory is not None else Memory()
    documents = collection.documents
    before: Names | None = memory.last("names")
    known: dict[str, Kept] = memory.keep("linked before", memory.last("linked") or {})
    names = make_names(collection, {document.record.lang for document in documents.values()}, memory)
    linked = {
        id: kept
        for id, document in documents.items()
        if (kept := known.get(id)) is not None and kept.article.document is document
    }
    if before is not None and before is not names:
        for id in _concerned(linked, change_of_names(before, names)):
            linked.pop(id, None)
    changed = [document for id, document in documents.items() if id not in linked]
    found_in = counted(_linked(changed, names, run), "linking articles", len(changed), progress)
    for document, (article, found) in zip(changed, found_in, strict=True):
        folded = fold_text(document.prose.text).text if again else ""
        linked[document.record.id] = Kept(article, found, folded, order(document))
    memory.keep("linked", linked)
    problems = tuple(problem for kept in linked.values() if kept.problems for problem in kept.problems)
    return LinkedCorpus(collection, _inorder(linked.values(), memory)), problems


def _concerned(linked: Mapping[str, Kept], change: Change) -> Iterator[str]:
    """The ids of the articles that a change of names concerns."""
    texts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id, kept in linked.items():
        document = kept.article.document
        language = document.record.lang
        if change.may_concern(language):
            texts[language].append((id, kept.folded or fold_text(document.prose.text).text))
    for language, found in texts.items():
        yield from change.concerned(found, language)
    if change.hand:
        yield from [id for id, kept in linked.items() if _names_by_hand(kept.article.document)]


def _names_by_hand(document: Document) -> bool:
    return bool(document.overrules) or any(isinstance(piece, HandLink) for piece in document.prose.pieces)


def order(document: Document) -> tuple[int, str]:
    """Return what sorts articles by day, the newest first, then by id."""
    return -document.record.day.toordinal(), document.record.id


def _inorder(linked: Iterable[Kept], memory: Memory) -> tuple[LinkedArticle, ...]:
    """The articles, newest first: the tuple of the last run if it holds the very same, so that what was made of it
    need not be made again.
    """
    articles = tuple([kept.article for kept in sorted(linked, key=attrgetter("order"))])
    last: tuple[LinkedArticle, ...] = memory.last("articles") or ()
    return memory.keep("articles", last if len(last) == len(articles) and all(map(is_, last, articles)) else articles)


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
