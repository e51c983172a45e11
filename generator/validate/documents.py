"""Articles and their text as documents, which are linked. One made of the same things is the same object again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.memory import Memory, settled
from generator.model.collection import Document
from generator.model.prose import Prose
from generator.model.records import Article
from generator.validate.pictures import Pictures
from generator.validate.record import Tree
from generator.validate.records import Shelf
from generator.validate.references import overrules


@dataclass(frozen=True, slots=True)
class _Documents:
    """Documents, and what they were made of."""

    articles: Mapping[str, Article]
    prose: Mapping[str, Prose]
    trees: Mapping[str, Tree]
    pictures: Pictures
    by_id: Mapping[str, Document]

    def document(self, id: str) -> Document:
        article = self.articles[id]
        overruled = overrules(article, self.trees[id]) if article.mentions else ()
        pictures = tuple((written, picture.name) for written, picture in self.pictures.get(id, {}).items())
        return Document(article, self.prose[id], overruled, pictures)

    def changed(self, before: _Documents) -> set[str]:
        """The ids of documents that are to be made anew."""
        illustrated = self.pictures.keys() | before.pictures.keys()
        return (
            _changed(self.articles, before.articles)
            | _changed(self.prose, before.prose)
            | _changed(self.trees, before.trees)
            | {id for id in illustrated if self.pictures.get(id) != before.pictures.get(id)}
        )


def make_documents(
    articles: Mapping[str, Article],
    shelf: Shelf[Article],
    prose: Mapping[str, Prose],
    pictures: Pictures,
    memory: Memory,
) -> Mapping[str, Document]:
    """Return the documents of articles, by id, in their order."""
    now = _Documents(articles, prose, shelf.trees, pictures, {})

    def make(before: _Documents | None) -> _Documents:
        known = {} if before is None else {**before.by_id}
        for id in () if before is None else now.changed(before):
            known.pop(id, None)
        by_id = {id: known[id] if id in known else now.document(id) for id in articles}
        return replace(now, by_id=by_id if before is None else settled(before.by_id, by_id))

    return memory.renew("documents", (articles, prose, shelf.trees, pictures), make).by_id


def _changed(now: Mapping[str, object], before: Mapping[str, object]) -> set[str]:
    return {id for id, value in now.items() if before.get(id) is not value}
