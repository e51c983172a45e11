"""The link stage as a whole: every article of a collection, with one matcher a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.link.article import link_article
from mkdocs_dossier.link.fold import fold_text
from mkdocs_dossier.link.names import Names, NamesChange, change_of_names, make_names
from mkdocs_dossier.model.collection import Collection, Document, LinkedArticle, LinkedCorpus
from mkdocs_dossier.model.plain import Plain, as_plain, from_plain
from mkdocs_dossier.model.prose import HandLink
from mkdocs_dossier.model.records import says_the_same
from mkdocs_dossier.run.progress import Progress, counted, silent

BATCH = 250
"""How many articles are linked in one go."""

BatchRunner = Callable[[Callable[[Any, Any], Any], Any, Sequence[Any]], Iterator[Any]]
"""Runs a function over batches, perhaps in other processes: as `workers.run_batches` does with its executor."""

_Found = tuple[LinkedArticle, tuple[Diagnostic, ...]]


class Kept(NamedTuple):
    """What the next run may take again.

    Attributes:
        folded: The article's text, empty where nobody will ask.
        order: What sorts the articles.
    """

    article: LinkedArticle
    problems: tuple[Diagnostic, ...]
    folded: str
    order: tuple[int, str]


class Remembered(NamedTuple):
    """What the next run takes again: articles that neither changed nor say a name that did.

    Attributes:
        articles: By id.
    """

    names: Names
    articles: Mapping[str, Kept]


@dataclass(frozen=True, slots=True)
class Linked:
    """The collection with its articles linked, what is wrong in them, and what the next run may take again."""

    corpus: LinkedCorpus
    problems: tuple[Diagnostic, ...]
    remembered: Remembered


def link_collection(
    collection: Collection,
    before: Remembered | None = None,
    run: BatchRunner | None = None,
    *,
    again: bool = False,
    progress: Progress = silent,
) -> Linked:
    """Link the articles of a collection, newest first.

    Args:
        before: The same of the last run.
        again: Whether there will be more runs in this process.
    """
    documents = collection.documents
    names = make_names(collection, {document.record.lang for document in documents.values()})
    linked = {} if before is None else _still_right(documents, names, before)
    changed = [document for id, document in documents.items() if id not in linked]
    found_in = counted(_linked(changed, names, run), "linking articles", len(changed), progress)
    for document, (article, found) in zip(changed, found_in, strict=True):
        folded = fold_text(document.prose.text).text if again else ""
        linked[document.record.id] = Kept(article, found, folded, order(document))
    problems = tuple(problem for kept in linked.values() if kept.problems for problem in kept.problems)
    articles = tuple([kept.article for kept in sorted(linked.values(), key=attrgetter("order"))])
    return Linked(LinkedCorpus(collection, articles), problems, Remembered(names, linked))


def _still_right(documents: Mapping[str, Document], names: Names, before: Remembered) -> dict[str, Kept]:
    """Return the articles of the last run that would be linked as they were."""
    linked = {
        id: kept
        for id, document in documents.items()
        if (kept := before.articles.get(id)) is not None and _is_same(kept.article.document, document)
    }
    for id in _concerned(linked, change_of_names(before.names, names)):
        linked.pop(id, None)
    return linked


def _is_same(one: Document, other: Document) -> bool:
    """Tell whether two documents hold the same record and the very same text."""
    return (
        says_the_same(one.record, other.record)
        and one.prose is other.prose
        and one.overrules == other.overrules
        and one.pictures == other.pictures
    )


def _concerned(linked: Mapping[str, Kept], change: NamesChange) -> Iterator[str]:
    """Yield the ids of the articles that a change of names concerns."""
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


@dataclass(frozen=True, slots=True)
class _Work:
    """What every batch needs to link its articles."""

    documents: Sequence[Document]
    names: Names


def _linked(documents: Sequence[Document], names: Names, run: BatchRunner | None) -> Iterator[_Found]:
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
